"""UU 6/2014, PP 43/2014, Permendagri 112/2014 and what changed them, held against their print."""

import re
from datetime import date

import pytest

from pilkades.base.article import Article
from pilkades.base.words import spelled
from pilkades.regulation import checks
from pilkades.regulation.instrument import Provision
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import DatedValue, Evidence, Length, Unit
from pilkades.regulation.rule import (
    BoundRule,
    DeadlineRule,
    PermissionRule,
    Rule,
    SanctionRule,
    TieRule,
    WindowRule,
)
from pilkades.regulation.rulebook import Rulebook

FAMILY = {
    "uu-6-2014",
    "pp-43-2014",
    "pp-47-2015",
    "permendagri-112-2014",
    "permendagri-65-2017",
    "permendagri-72-2020",
    "se-mendagri-141-6698-2020",
    "mk-128-2015",
}
OLD_PP, NEW_PP = date(2015, 3, 1), date(2015, 8, 1)
SETTLED, PANDEMIC = date(2019, 10, 8), date(2021, 6, 1)
WORKING = (Unit.WORKING_DAY,)
EITHER = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
MONTHS = (Unit.MONTH,)

# Values that the law states as a limit ("more than 5", "fewer than 2") or without figures
# ("satu kali", "sekolah menengah pertama"): the number held is not the number printed.
DERIVED = {
    "candidacy.selection_from",
    "candidacy.too_few",
    "candidate.terms_served_max",
    "candidate.education_min",
    "by_election.selection_from",
    "ballot.replacements",
}


def provision(notation: str, day: date | None = None) -> Provision:
    """One provision, in the wording of a day."""
    article = Article.parse(notation)
    found = [item for item in shipped_law().provisions if item.article == article]
    if day is not None:
        found = [item for item in found if item.holds_on(day)]
    assert len(found) == 1, notation
    return found[0]


def rule_on(day: date, topic: str) -> Rule:
    """The one rule on a subject on that day."""
    found = [rule for rule in Rulebook.at(day).rules if rule.subject == topic]
    assert len(found) == 1, topic
    return found[0]


def topics_on(day: date) -> set[str]:
    """All subjects that rules speak of on that day."""
    return {rule.subject for rule in Rulebook.at(day).rules}


def family_rules() -> list[Rule]:
    """Rules of the files of this family."""
    return [located.rule for located in shipped_law().rules if located.file.startswith("rules/2014/")]


def family_values() -> list[tuple[str, DatedValue]]:
    """National values that cite an instrument of this family."""
    return [
        (parameter.name, value)
        for parameter in shipped_law().parameters
        if parameter.county is None
        for value in parameter.entry.value
        if value.article is not None and value.article.instrument in FAMILY and not value.unknown
    ]


@pytest.mark.parametrize(
    ("name", "n", "units", "article"),
    [
        ("committee.notice_before", 6, MONTHS, "uu-6-2014:32(1)"),
        ("committee.formed_within", 10, WORKING, "pp-43-2014:41(2).b"),
        ("committee.final_report_within", 30, WORKING, "pp-43-2014:41(2).c"),
        ("committee.final_report_before_end", 5, MONTHS, "pp-43-2014:50(2)"),
        ("budget.proposed_within", 30, WORKING, "pp-43-2014:41(2).d"),
        ("budget.approved_within", 30, WORKING, "pp-43-2014:41(2).e"),
        ("candidacy.registration", 9, WORKING, "pp-43-2014:41(3).a"),
        ("candidacy.screening", 20, WORKING, "pp-43-2014:41(3).b"),
        ("candidacy.extension", 20, EITHER, "permendagri-112-2014:24(1)"),
        ("candidacy.announced_within", 7, EITHER, "permendagri-112-2014:26(4)"),
        ("voter.residence", 6, MONTHS, "permendagri-112-2014:10(2).d"),
        ("voters.dps_posting", 3, EITHER, "permendagri-112-2014:12(2)"),
        ("voters.dptb_registration", 3, EITHER, "permendagri-112-2014:14(3)"),
        ("voters.dptb_posting", 3, EITHER, "permendagri-112-2014:15(2)"),
        ("voters.dpt_posting", 3, EITHER, "permendagri-112-2014:17(2)"),
        ("campaign.length", 3, WORKING, "pp-47-2015:41(3).e"),
        ("campaign.quiet_length", 3, WORKING, "pp-47-2015:41(3).f"),
        ("adoption.report_to_bpd", 7, WORKING, "pp-43-2014:41(5).a"),
        ("adoption.report_to_bpd_after_adoption", 7, EITHER, "uu-6-2014:37(3)"),
        ("adoption.report_to_bupati", 7, EITHER, "uu-6-2014:37(4)"),
        ("adoption.decree", 30, WORKING, "pp-43-2014:41(5).c"),
        ("adoption.decree_after_result", 30, EITHER, "uu-6-2014:37(5)"),
        ("adoption.inauguration", 30, EITHER, "uu-6-2014:38(1)"),
        ("adoption.dispute", 30, EITHER, "uu-6-2014:37(6)"),
        ("by_election.meeting", 6, MONTHS, "uu-6-2014:47(4)"),
        ("by_election.committee", 15, WORKING, "pp-43-2014:45.a.1"),
        ("by_election.budget_proposed", 30, WORKING, "pp-43-2014:45.a.2"),
        ("by_election.budget_approved", 30, WORKING, "pp-43-2014:45.a.3"),
        ("by_election.registration", 15, WORKING, "pp-43-2014:45.a.4"),
        ("by_election.screening", 7, WORKING, "pp-43-2014:45.a.5"),
        ("by_election.report_to_bpd", 7, WORKING, "pp-43-2014:45.b.6"),
        ("by_election.report_to_bupati", 7, WORKING, "pp-43-2014:45.b.7"),
        ("by_election.decree", 30, WORKING, "pp-43-2014:45.b.8"),
        ("by_election.inauguration", 30, WORKING, "pp-43-2014:45.b.9"),
    ],
)
def test_a_period_of_2019_is_the_printed_one(
    name: str, n: int, units: tuple[Unit, ...], article: str
) -> None:
    held = Rulebook.at(SETTLED).held(name)
    assert held.value == Length(n=n, units=units)
    assert held.article == Article.parse(article)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("candidacy.candidates_min", 2),
        ("candidacy.candidates_max", 5),
        ("candidacy.too_few", 1),
        ("candidacy.selection_from", 6),
        ("candidate.age_min", 25),
        ("candidate.terms_served_max", 2),
        ("voter.age_min", 17),
        ("wave.max", 3),
        ("term.years", 6),
        ("term.max", 3),
        ("bpd.members_min", 5),
        ("bpd.members_max", 9),
        ("by_election.candidates_min", 2),
        ("by_election.candidates_max", 3),
        ("ballot.replacements", 1),
        ("committee.minutes_members", 2),
    ],
)
def test_a_number_of_2019_is_the_printed_one(name: str, value: int) -> None:
    assert Rulebook.at(SETTLED).held(name).value == value


@pytest.mark.parametrize(
    ("name", "value"), family_values(), ids=lambda item: item if isinstance(item, str) else ""
)
def test_every_number_stands_in_the_words_of_its_article(name: str, value: DatedValue) -> None:
    number = value.value.n if isinstance(value.value, Length) else value.value
    if not isinstance(number, int) or isinstance(number, bool) or name in DERIVED:
        return
    assert value.article is not None
    # Ps. 37(6) takes its period from paragraph (5).
    cited = "uu-6-2014:37(5)" if value.article.notation == "uu-6-2014:37(6)" else value.article.notation
    assert f"{number} ({spelled(number)})" in provision(cited).text


def test_no_derived_number_is_listed_in_vain() -> None:
    assert {name for name, _ in family_values()} >= DERIVED


@pytest.mark.parametrize("instrument", ["uu-6-2014", "permendagri-112-2014", "permendagri-65-2017"])
def test_an_undefined_hari_may_be_either_kind_of_day(instrument: str) -> None:
    lengths = _day_lengths(instrument)
    assert lengths
    assert {length.units for length in lengths} == {EITHER}


@pytest.mark.parametrize("instrument", ["pp-43-2014", "pp-47-2015"])
def test_hari_of_the_government_regulations_is_a_working_day(instrument: str) -> None:
    assert provision("pp-43-2014:1.13").text == "Hari adalah hari kerja."
    lengths = _day_lengths(instrument)
    assert lengths
    assert {length.units for length in lengths} == {WORKING}


def _day_lengths(instrument: str) -> list[Length]:
    return [
        value.value
        for _, value in family_values()
        if value.article is not None
        and value.article.instrument == instrument
        and isinstance(value.value, Length)
        and {Unit.WORKING_DAY, Unit.CALENDAR_DAY} & set(value.value.units)
    ]


def test_the_act_decides_before_the_regulation_that_stands_beside_it() -> None:
    held = Rulebook.at(SETTLED).held("adoption.report_to_bupati")
    assert held.article == Article.parse("uu-6-2014:37(4)")
    assert [(other.article, other.value.units) for other in held.beside] == [
        (Article.parse("pp-43-2014:41(5).b"), WORKING)
    ]


def test_a_tie_is_decided_by_the_wider_area_and_the_ministers_way_stands_beside_it() -> None:
    held = Rulebook.at(SETTLED).held("count.tie_chain")
    assert (held.article, held.value) == (Article.parse("pp-43-2014:41(4).c"), ["wider_area"])
    beside = {other.article: other.value for other in held.beside}
    assert beside[Article.parse("permendagri-112-2014:42(2)")] == [
        "tps_most_voters",
        "residence_area_most_voters",
    ]
    rule = rule_on(SETTLED, "tie")
    assert isinstance(rule, TieRule)
    assert {article.notation for article in rule.articles} == {
        "pp-43-2014:41(4).c",
        "permendagri-112-2014:42(2)",
        "permendagri-112-2014:42(3)",
    }


@pytest.mark.parametrize("topic", ["campaign-length", "quiet-period-length"])
def test_three_days_became_at_most_three_days_in_2015(topic: str) -> None:
    before, after = rule_on(OLD_PP, topic), rule_on(NEW_PP, topic)
    assert isinstance(before, WindowRule)
    assert isinstance(after, WindowRule)
    assert {reading.changes.get("bound", before.bound) for reading in before.readings} == {
        "at_most",
        "exactly",
    }
    assert (after.bound, after.readings) == ("at_most", [])
    assert "paling lama 3 (tiga) Hari" in provision(after.articles[0].notation).text


def test_the_campaign_article_of_2014_gives_way_on_30_june_2015() -> None:
    old = provision("pp-43-2014:41(3).e")
    assert old.holds_on(date(2015, 6, 29))
    assert not old.holds_on(date(2015, 6, 30))
    assert provision("pp-47-2015:41(3).e").holds_on(date(2015, 6, 30))


def test_five_hundred_voters_are_the_circulars_and_only_in_the_pandemic() -> None:
    assert "tps.max_voters_pandemic" not in Rulebook.at(SETTLED).parameters
    held = Rulebook.at(PANDEMIC).held("tps.max_voters_pandemic")
    assert (held.value, held.article) == (500, Article.parse("se-mendagri-141-6698-2020:#1"))
    rule = rule_on(PANDEMIC, "tps-max-voters-in-pandemic")
    assert [condition.fact for condition in rule.when] == ["wave.pandemic"]
    assert rule.when[0].if_unknown == "not_applicable"


@pytest.mark.parametrize("day", [SETTLED, PANDEMIC])
def test_how_many_voters_a_station_may_have_is_else_left_to_the_committee(day: date) -> None:
    held = Rulebook.at(day).held("tps.max_voters")
    assert held.value is None
    assert held.unknown
    assert (
        provision("permendagri-112-2014:35(1)").text == "Jumlah pemilih di TPS ditentukan panitia pemilihan."
    )


def test_a_candidate_must_be_resident_until_the_court_struck_it() -> None:
    last, struck = date(2016, 8, 22), date(2016, 8, 23)
    assert "candidate-resident" in topics_on(last)
    assert "candidate-resident" not in topics_on(struck)
    assert "candidate.residence" in Rulebook.at(last).parameters
    assert "candidate.residence" not in Rulebook.at(struck).parameters
    assert provision("mk-128-2015:#1").evidence is Evidence.SECONDARY


def test_after_the_court_no_paper_on_residence_is_demanded() -> None:
    assert Rulebook.at(OLD_PP).held("candidate.residence_letter").value == [True]
    assert Rulebook.at(SETTLED).held("candidate.residence_letter").value == [True, False]


def test_the_requirements_of_2014_end_with_the_act_of_2024() -> None:
    for letter in "abcdefhijklm":
        assert provision(f"uu-6-2014:33.{letter}").end == date(2024, 4, 25)
    assert provision("uu-6-2014:39(1)").end == date(2024, 4, 25)


def test_the_regulation_of_2014_ends_when_its_successor_begins() -> None:
    book = Rulebook.at(date(2026, 3, 27))
    assert "pp-43-2014" not in book.instruments
    assert "pp-43-2014" in Rulebook.at(date(2026, 3, 26)).instruments
    assert any("Permendagri 112/2014" in question.id for question in book.questions())


def test_the_interval_of_waves_is_no_longer_national_after_2017() -> None:
    assert Rulebook.at(OLD_PP).held("wave.interval_max").value == 2
    later = Rulebook.at(SETTLED).held("wave.interval_max")
    assert later.value is None
    assert later.evidence is Evidence.SECONDARY
    assert "waves-interval" not in topics_on(SETTLED)


def test_every_provision_of_the_family_is_ruled_or_excused() -> None:
    assert [str(article) for article in checks.uncovered(shipped_law()) if article.instrument in FAMILY] == []


@pytest.mark.parametrize("pasal", range(1, 51))
def test_permendagri_112_is_written_out_article_by_article(pasal: int) -> None:
    assert any(
        item.article.instrument == "permendagri-112-2014" and item.article.pasal == str(pasal)
        for item in shipped_law().provisions
    )


@pytest.mark.parametrize(
    ("head", "letters"),
    [
        ("uu-6-2014:33", "abcdefghijklm"),
        ("permendagri-112-2014:21", "abcdefghijklm"),
        ("permendagri-112-2014:9", "abcdefghijkl"),
        ("permendagri-112-2014:5(2)", "abcdefgh"),
        ("permendagri-112-2014:30(1)", "abcdefghij"),
        ("permendagri-112-2014:30(2)", "abc"),
        ("permendagri-112-2014:40", "abcde"),
        ("pp-43-2014:41(2)", "abcde"),
        ("pp-43-2014:41(3)", "abcdef"),
        ("pp-43-2014:41(5)", "abcd"),
    ],
)
def test_the_items_of_a_list_stand_one_by_one(head: str, letters: str) -> None:
    written = {
        item.article.notation
        for item in shipped_law().provisions
        if re.fullmatch(re.escape(head) + r"\.[a-z]", item.article.notation)
    }
    assert written == {f"{head}.{letter}" for letter in letters}


@pytest.mark.parametrize(
    "notation",
    [
        "uu-6-2014:36(3)",
        "permendagri-112-2014:2",
        "permendagri-112-2014:27(1)",
        "permendagri-112-2014:29.a",
        "permendagri-112-2014:38(2)",
        "permendagri-112-2014:13(2).a",
        "pp-43-2014:80(4)",
    ],
)
def test_what_someone_may_do_is_never_a_demand(notation: str) -> None:
    citing = [rule for rule in family_rules() if Article.parse(notation) in rule.articles]
    assert citing
    assert all(isinstance(rule, PermissionRule) for rule in citing)


def test_at_most_is_a_maximum_and_nothing_else() -> None:
    checked = 0
    for rule in family_rules():
        if not isinstance(rule, WindowRule | DeadlineRule):
            continue
        texts = [provision(article.notation).text for article in rule.articles]
        if not all("paling lama" in text or "paling lambat" in text for text in texts):
            continue
        bounds = {rule.bound, *(reading.changes.get("bound", rule.bound) for reading in rule.readings)}
        assert bounds == {"at_most" if isinstance(rule, WindowRule) else "at_latest"}, rule.id
        checked += 1
    assert checked > 10


def test_for_so_many_days_is_no_maximum() -> None:
    checked = set()
    for rule in family_rules():
        if not isinstance(rule, WindowRule):
            continue
        if all("selama" in provision(article.notation).text for article in rule.articles):
            bounds = {rule.bound, *(reading.changes.get("bound", rule.bound) for reading in rule.readings)}
            assert bounds <= {"exactly", "at_least"}, rule.id
            checked.add(rule.length)
    assert checked == {
        "voters.dps_posting",
        "voters.dptb_posting",
        "voters.dpt_posting",
        "candidacy.extension",
        "campaign.quiet_length",
    }


def test_greatest_and_least_numbers_bound_from_the_right_side() -> None:
    for rule in family_rules():
        if not isinstance(rule, BoundRule):
            continue
        texts = " ".join(provision(article.notation).text for article in rule.articles)
        if "paling banyak" in texts:
            assert rule.at_most is not None, rule.id
        if "paling sedikit" in texts or "paling rendah" in texts:
            assert rule.at_least is not None, rule.id


def test_each_campaign_ban_brings_its_sanction_and_none_ends_a_candidacy() -> None:
    bans = {
        rule.subject
        for rule in family_rules()
        if any(article.notation.startswith("permendagri-112-2014:30(1)") for article in rule.articles)
    }
    sanctions = [
        rule for rule in family_rules() if isinstance(rule, SanctionRule) and rule.articles[0].pasal == "31"
    ]
    assert len(sanctions) == 2
    for rule in sanctions:
        assert set(rule.on) == bans
        assert not rule.nullity


def test_no_rule_of_the_family_voids_an_election() -> None:
    assert [rule.id for rule in family_rules() if rule.nullity] == []


def test_the_decree_has_two_clocks_because_the_texts_name_two_starts() -> None:
    by_regulation, by_act = rule_on(SETTLED, "decree-within"), rule_on(SETTLED, "decree-after-result-within")
    assert isinstance(by_regulation, DeadlineRule)
    assert isinstance(by_act, DeadlineRule)
    assert by_regulation.anchor == "sent_to_bupati.received_on"
    anchors = {reading.changes.get("anchor", by_act.anchor) for reading in by_act.readings}
    assert anchors == {"sent_to_bupati.received_on", "result_reported.date"}


def test_fewer_than_two_qualified_leads_to_an_extension_and_then_to_postponement() -> None:
    extension = rule_on(SETTLED, "repeat-call-if-too-few-qualified")
    postponement = rule_on(SETTLED, "postponed-if-too-few-qualify")
    assert [condition.fact for condition in extension.when] == ["screening.qualified"]
    assert [condition.fact for condition in postponement.when] == ["registration_extended.qualified"]
    assert "kurang dari 2 (dua) orang" in provision("permendagri-112-2014:24(1)").text
    assert "waktu yang ditetapkan kemudian" in provision("permendagri-112-2014:24(2)").text
