"""Which law speaks on a day: regimes, counties, ranks, merged rules, the digest."""

from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text
from pilkades.regulation.law import Law
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import Evidence, Length, Unit
from pilkades.regulation.rule import FactRule, WindowRule
from pilkades.regulation.rulebook import Rulebook

BANI_AMAS = date(2007, 6, 7)
PP_16 = date(2026, 3, 27)


def _instruments(day: date, county: str | None = None) -> set[str]:
    return set(Rulebook.at(day, county).instruments)


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2005, 12, 30), "pp72-2005"),
        (BANI_AMAS, "pp72-2005"),
        (date(2014, 1, 14), "pp72-2005"),
        (date(2014, 1, 15), "uu6-2014"),
        (date(2024, 4, 24), "uu6-2014"),
        (date(2024, 4, 25), "uu3-2024"),
        (date(2026, 3, 26), "uu3-2024"),
        (date(2026, 3, 27), "pp16-2026"),
        (date(2031, 1, 1), "pp16-2026"),
    ],
)
def test_a_regime_holds_from_its_first_day(day: date, regime: str) -> None:
    assert Rulebook.at(day).regime.id == regime


def test_before_the_first_regime_no_law_is_known() -> None:
    with pytest.raises(PilkadesError) as refused:
        Rulebook.at(date(2005, 12, 29))
    assert refused.value.code == "no-regime"


def test_bani_amas_2007_stands_under_pp_72_and_the_perda_of_bengkayang() -> None:
    assert _instruments(BANI_AMAS, "bengkayang") == {"pp-72-2005", "perda-bengkayang-13-2006"}
    assert _instruments(BANI_AMAS) == {"pp-72-2005"}
    assert _instruments(BANI_AMAS, "tegal") == {"pp-72-2005"}


def test_pp_43_holds_until_the_day_before_pp_16() -> None:
    eve = _instruments(PP_16 - timedelta(days=1))
    assert {"uu-6-2014", "pp-43-2014", "pp-47-2015", "permendagri-112-2014", "uu-3-2024"} <= eve
    assert "pp-16-2026" not in eve
    day = _instruments(PP_16)
    assert {"uu-6-2014", "uu-3-2024", "pp-16-2026"} <= day
    assert not {"pp-43-2014", "pp-47-2015"} & day


def test_whether_permendagri_112_still_stands_beside_pp_16_is_an_open_question() -> None:
    asked = [text.id for text in Rulebook.at(PP_16).questions()]
    assert any("Permendagri 112/2014 masih berlaku" in text for text in asked)
    assert Rulebook.at(PP_16 - timedelta(days=1)).questions() == Rulebook.at(date(2024, 1, 1)).questions()


def test_pp_47_made_the_three_campaign_days_a_maximum() -> None:
    before, after = Rulebook.at(date(2015, 6, 29)), Rulebook.at(date(2015, 6, 30))
    assert before.held("campaign.length").article == Article.parse("pp-43-2014:41(3).e")
    assert after.held("campaign.length").article == Article.parse("pp-47-2015:41(3).e")
    assert "paling lama" not in before.provisions[Article.parse("pp-43-2014:41(3).e")].text
    assert "paling lama" in after.provisions[Article.parse("pp-47-2015:41(3).e")].text
    assert Article.parse("pp-43-2014:41(3).e") not in after.provisions
    (old,) = [rule for rule in before.rules if rule.subject == "campaign-length"]
    (new,) = [rule for rule in after.rules if rule.subject == "campaign-length"]
    assert isinstance(old, WindowRule)
    assert isinstance(new, WindowRule)
    assert len(old.readings) == 2
    assert (new.bound, new.readings) == ("at_most", [])


def test_a_countys_value_stands_in_place_of_the_nations() -> None:
    # Perda Bengkayang Ps. 29 ayat (3) and PP 72/2005 Ps. 50 ayat (5) both say 15 days.
    held = Rulebook.at(BANI_AMAS, "bengkayang").held("adoption.decree")
    assert held.county == "bengkayang"
    assert held.article == Article.parse("perda-bengkayang-13-2006:29(3)")
    assert [beside.article for beside in held.beside] == [Article.parse("pp-72-2005:50(5)")]
    assert Rulebook.at(BANI_AMAS).held("adoption.decree").county is None


def test_another_countys_values_are_not_read() -> None:
    assert "tps.max_voters" not in Rulebook.at(BANI_AMAS, "tegal").parameters
    assert Rulebook.at(BANI_AMAS, "bengkayang").held("tps.max_voters").value == 300


def test_the_higher_rank_decides_and_the_lower_stands_beside() -> None:
    # PP 43 (rank 2) says hari kerja; Permendagri 112 (rank 4) does not say which days.
    held = Rulebook.at(date(2016, 1, 4)).held("committee.formed_within")
    assert held.article == Article.parse("pp-43-2014:41(2).b")
    assert held.value == Length(n=10, units=(Unit.WORKING_DAY,))
    (beside,) = held.beside
    assert beside.article == Article.parse("permendagri-112-2014:7.b")
    assert beside.value == Length(n=10, units=(Unit.WORKING_DAY, Unit.CALENDAR_DAY))


def test_a_question_of_higher_rank_gives_way_to_a_value() -> None:
    # PP 16/2026 states no hours; the county of source 003 does, but only until PP 16.
    assert Rulebook.at(date(2016, 1, 4), "aturan-003").held("polling.opens").value == time(7, 0)
    open_ = Rulebook.at(PP_16).held("polling.opens")
    assert open_.value is None
    assert "?" in open_.unknown.id
    assert open_.to(Language.EN) == open_.unknown.en


def test_a_value_that_no_text_states_is_refused_by_name() -> None:
    with pytest.raises(PilkadesError) as refused:
        Rulebook.at(BANI_AMAS).held("committee.members")
    assert refused.value.code == "no-parameter"
    assert refused.value.fields["name"] == "committee.members"


@pytest.mark.parametrize("county", ["bengkayang", "61.07"])
def test_a_county_is_known_by_its_short_name_and_its_code(county: str) -> None:
    assert Rulebook.at(BANI_AMAS, county).county == "bengkayang"


def test_an_unknown_county_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(PilkadesError) as refused:
        Rulebook.at(BANI_AMAS, "atlantis")
    assert refused.value.code == "unknown-county"
    assert refused.value.fields["known"] == ["aturan-003", "bengkayang", "tegal"]


def test_rules_of_one_topic_become_one_that_cites_all_their_articles() -> None:
    law = Rulebook.at(date(2016, 1, 4), "aturan-003")
    (rule,) = [rule for rule in law.rules if rule.subject == "committee-formed-within"]
    cited = [article.notation for article in rule.articles]
    assert cited == ["pp-43-2014:41(2).b", "permendagri-112-2014:7.b", "aturan-003:#1.b.2.a"]


def test_the_countys_rule_defines_before_the_nations() -> None:
    # Nationally a TPS must have provision for special needs; source 003 only allows it ("dapat").
    nation, county = Rulebook.at(date(2016, 1, 4)), Rulebook.at(date(2016, 1, 4), "aturan-003")
    (must,) = [rule for rule in nation.rules if rule.subject == "special-tps"]
    (may,) = [rule for rule in county.rules if rule.subject == "special-tps"]
    assert (must.kind, may.kind) == ("requirement", "permission")


def test_a_rule_cites_only_the_articles_in_force() -> None:
    law = Rulebook.at(date(2014, 2, 1))  # UU 6/2014 is in force, PP 43 and Permendagri 112 are not yet
    (rule,) = [rule for rule in law.rules if rule.subject == "bpd-notice-before-term-end"]
    assert [article.notation for article in rule.articles] == ["uu-6-2014:32(1)"]


# Building a rulebook takes as long as the machine is busy: the time is held in benchmarks, not here.
@settings(deadline=None)
@given(
    st.dates(date(2006, 1, 1), date(2030, 12, 31)),
    st.sampled_from([None, "bengkayang", "tegal", "aturan-003"]),
)
def test_on_every_day_everything_that_is_cited_is_in_force(day: date, county: str | None) -> None:
    law = Rulebook.at(day, county)
    for held in law.parameters.values():
        for one in (held, *held.beside):
            assert one.article is None or one.article.instrument in law.instruments
    assert all(law.instruments[a.instrument].county in {None, county} for a in law.provisions)
    assert len({rule.subject for rule in law.rules}) == len(law.rules)
    assert all(article in law.provisions for rule in law.rules for article in rule.articles)


@settings(deadline=None)
@given(st.dates(date(2006, 1, 1), date(2030, 12, 31)))
def test_the_same_day_gives_the_same_digest(day: date) -> None:
    assert Rulebook.at(day, "bengkayang").digest == Rulebook.at(day, "61.07").digest


def test_days_and_counties_have_digests_of_their_own() -> None:
    digests = {
        Rulebook.at(day, county).digest
        for day in (BANI_AMAS, date(2016, 1, 4), date(2025, 1, 1), PP_16)
        for county in (None, "bengkayang", "tegal", "aturan-003")
    }
    assert len(digests) == 16
    assert all(len(digest) == 64 for digest in digests)


def _with_value(law: Law, name: str, value: object) -> Law:
    """The same law with another value of one parameter of Bengkayang."""
    changed = []
    for parameter in law.parameters:
        if parameter.name == name and parameter.county == "bengkayang":
            (only,) = parameter.entry.value
            entry = parameter.entry.model_copy(update={"value": [only.model_copy(update={"value": value})]})
            changed.append(replace(parameter, entry=entry))
        else:
            changed.append(parameter)
    return replace(law, parameters=tuple(changed))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tps.max_voters", 301),
        ("polling.quorum_share", Fraction(1, 2)),
        ("polling.opens", "08.01"),
        ("invitations.before", Length(n=3, units=(Unit.CALENDAR_DAY,))),
        ("invitations.before", Length(n=4, units=(Unit.WORKING_DAY,))),
        ("count.tie_chain", ["bpd_decision", "rerun"]),
        ("committee.elements", {"perangkat": 4, "lembaga": 4, "tokoh": 3}),
    ],
)
def test_a_changed_value_changes_the_digest(name: str, value: object) -> None:
    law = shipped_law()
    assert name in Rulebook.at(BANI_AMAS, "bengkayang").parameters
    changed = Rulebook.at(BANI_AMAS, "bengkayang", _with_value(law, name, value))
    assert changed.digest != Rulebook.at(BANI_AMAS, "bengkayang").digest


def test_a_changed_word_of_an_article_or_another_evidence_changes_the_digest() -> None:
    law = shipped_law()
    first = law.provisions[0]
    other = replace(
        law, provisions=(first.model_copy(update={"text": first.text + " dan"}), *law.provisions[1:])
    )
    day = first.start
    county = law.instruments[first.article.instrument].county
    assert Rulebook.at(day, county, other).digest != Rulebook.at(day, county).digest
    parameter = next(
        one for one in law.parameters if one.name == "tps.max_voters" and one.county == "bengkayang"
    )
    (only,) = parameter.entry.value
    entry = parameter.entry.model_copy(
        update={"value": [only.model_copy(update={"evidence": Evidence.UNVERIFIED})]}
    )
    doubtful = replace(
        law,
        parameters=tuple(replace(one, entry=entry) if one is parameter else one for one in law.parameters),
    )
    assert (
        Rulebook.at(BANI_AMAS, "bengkayang", doubtful).digest != Rulebook.at(BANI_AMAS, "bengkayang").digest
    )


@pytest.mark.parametrize(
    "change",
    [{"fact": "dpt.done"}, {"expects": False}, {"nullity": True}, {"norm": Text("Lain.", "Other.")}],
    ids=["fact", "expectation", "nullity", "norm"],
)
def test_a_changed_rule_changes_the_digest(change: dict[str, object]) -> None:
    law = shipped_law()
    found = next(
        one
        for one in law.rules
        if one.file.startswith("rules/2005/")
        and isinstance(one.rule, FactRule)
        and one.rule.kind == "requirement"
    )
    changed = replace(found, rule=found.rule.model_copy(update=change))
    other = replace(law, rules=tuple(changed if one is found else one for one in law.rules))
    assert Rulebook.at(BANI_AMAS, "bengkayang", other).digest != Rulebook.at(BANI_AMAS, "bengkayang").digest


def test_an_article_is_cited_with_the_instruments_short_name() -> None:
    law = Rulebook.at(BANI_AMAS, "bengkayang")
    assert (
        law.short(Article.parse("perda-bengkayang-13-2006:17(1)"))
        == "Perda Bengkayang 13/2006 Ps. 17 ayat (1)"
    )
    assert law.short(Article.parse("pp-16-2026:43(2).a.1")) == "PP 16/2026 Ps. 43 ayat (2) huruf a angka 1"


def test_a_value_used_is_traced_with_article_and_evidence() -> None:
    used = Rulebook.at(BANI_AMAS, "bengkayang").used("tps.max_voters")
    assert (used.parameter, used.value, used.evidence) == ("tps.max_voters", "300", "primary")
    assert used.article == Article.parse("perda-bengkayang-13-2006:17(1)")
