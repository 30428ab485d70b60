"""The rules that source 003 lists, held against their print; their numbers are the source's own path."""

from datetime import date, time
from fractions import Fraction

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
    HoursRule,
    PermissionRule,
    Rule,
    SanctionRule,
    TieRule,
    WindowRule,
)
from pilkades.regulation.rulebook import Rulebook

INSTRUMENT = COUNTY = "aturan-003"
DAY = date(2019, 7, 1)
WORKING = (Unit.WORKING_DAY,)
EITHER = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)


def printed(butir: str) -> str:
    """The source's words at a place of its list."""
    return provision(Article.parse(f"{INSTRUMENT}:#{butir}")).text


def provision(article: Article) -> Provision:
    (found,) = [item for item in shipped_law().provisions if item.article == article]
    return found


def rules() -> list[Rule]:
    """Rules of the files of this family."""
    return [located.rule for located in shipped_law().rules if located.file.startswith("rules/aturan-003/")]


def rule_of(topic: str) -> Rule:
    """The one rule on a subject in this district."""
    (found,) = [rule for rule in Rulebook.at(DAY, COUNTY).rules if rule.subject == topic]
    return found


def values() -> list[tuple[str, DatedValue]]:
    """The district's own values."""
    return [
        (parameter.name, value)
        for parameter in shipped_law().parameters
        if parameter.county == COUNTY
        for value in parameter.entry.value
    ]


@pytest.mark.parametrize(
    ("name", "n", "units"),
    [
        ("committee.notice_before", 6, (Unit.MONTH,)),
        ("committee.final_report_within", 30, WORKING),
        ("committee.county_committee_within", 30, EITHER),
        ("committee.formed_within", 10, WORKING),
        ("committee.reported_within", 7, EITHER),
        ("candidacy.call_within", 3, EITHER),
        ("candidacy.call_ends_before", 1, EITHER),
        ("candidacy.registration", 9, WORKING),
        ("candidacy.extension_one_registered", 7, EITHER),
        ("candidacy.completion", 3, EITHER),
        ("candidacy.screening", 20, WORKING),
        ("candidacy.extension", 20, EITHER),
        ("candidacy.exam", 3, EITHER),
        ("candidacy.exam_results_within", 7, EITHER),
        ("candidacy.numbers_before", 2, EITHER),
        ("voter.residence", 6, (Unit.MONTH,)),
        ("voters.dps_posting", 3, EITHER),
        ("voters.dptb_registration", 3, EITHER),
        ("voters.dptb_posting", 3, EITHER),
        ("voters.dpt_posting", 3, EITHER),
        ("invitations.before", 1, EITHER),
        ("invitations.request_before", 2, (Unit.HOUR,)),
        ("campaign.length", 3, WORKING),
        ("campaign.quiet_length", 3, WORKING),
        ("campaign.teams_before", 1, EITHER),
        ("polling.mandates_before", 1, EITHER),
        ("adoption.report_to_bpd", 7, WORKING),
        ("adoption.report_to_bupati", 7, EITHER),
        ("adoption.decree", 30, WORKING),
    ],
)
def test_a_period_of_the_district_is_the_printed_one(name: str, n: int, units: tuple[Unit, ...]) -> None:
    assert Rulebook.at(DAY, COUNTY).held(name).value == Length(n=n, units=units)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("committee.size_min", 5),
        ("committee.size_max", 7),
        ("candidacy.candidates_min", 2),
        ("candidacy.candidates_max", 5),
        ("candidate.copies", 4),
        ("voter.age_min", 17),
        ("ballot.replacements", 1),
        ("polling.opens", time(7)),
        ("polling.closes", time(13)),
        ("polling.quorum_share", Fraction(1, 2)),
        ("polling.quorum_plus", 1),
        ("polling.extension_minutes", 60),
        ("count.tie_chain", ["tps_most_voters", "residence_area_most_voters", "education", "exam_score"]),
    ],
)
def test_a_value_of_the_district_is_the_printed_one(name: str, value: object) -> None:
    assert Rulebook.at(DAY, COUNTY).held(name).value == value


@pytest.mark.parametrize(("name", "value"), values(), ids=lambda item: item if isinstance(item, str) else "")
def test_every_number_of_the_district_stands_in_the_words_of_its_item(name: str, value: DatedValue) -> None:
    number = value.value.n if isinstance(value.value, Length) else value.value
    if not isinstance(number, int) or isinstance(number, bool):
        return
    assert value.article is not None
    text = provision(value.article).text
    if name == "polling.extension_minutes":
        assert "1 (satu) jam" in text
        return
    assert f"{number} ({spelled(number)})" in text or f" {number} " in text


def test_nothing_of_this_source_is_dressed_as_an_official_text() -> None:
    assert {value.evidence for _, value in values()} == {Evidence.SECONDARY}
    listed = [item for item in shipped_law().provisions if item.article.instrument == INSTRUMENT]
    assert {item.evidence for item in listed} == {Evidence.SECONDARY}


def test_the_district_is_not_spoken_of_elsewhere_or_after_the_new_regulation() -> None:
    assert INSTRUMENT not in Rulebook.at(DAY).instruments
    assert "committee-signs-integrity-pact" not in {rule.subject for rule in Rulebook.at(DAY).rules}
    assert INSTRUMENT not in Rulebook.at(date(2026, 3, 27), COUNTY).instruments


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("1.b.1.d", 9),
        ("1.b.2.i", 17),
        ("2.a", 10),
        ("2.b", 6),
        ("2.c", 5),
        ("2.d", 5),
        ("2.e", 7),
        ("2.f", 5),
        ("2.g", 26),
        ("2.h", 12),
        ("2.i", 2),
        ("3.a.2.g", 5),
        ("3.a.4.c", 4),
        ("3.a.4.d", 3),
        ("3.a.4.f", 8),
        ("3.a.4.j", 3),
    ],
)
def test_a_numbered_list_of_the_source_is_whole(head: str, last: int) -> None:
    own = {item.article.butir for item in shipped_law().provisions if item.article.instrument == INSTRUMENT}
    children = {butir for butir in own if butir.rpartition(".")[0] == head}
    assert children == {f"{head}.{number}" for number in range(1, last + 1)}


@pytest.mark.parametrize(
    ("head", "letters"),
    [
        ("1", "abcdef"),
        ("1.b.1", "abcde"),
        ("1.b.2", "abcdefghijk"),
        ("2", "abcdefghi"),
        ("2.g.1", "abcde"),
        ("2.g.7", "abcdef"),
        ("2.g.10", "abcdef"),
        ("2.h.8", "abcdef"),
        ("2.h.11", "abcdefghij"),
        ("2.h.12", "abc"),
        ("3", "ab"),
        ("3.a.1", "abcdef"),
        ("3.a.2", "abcdefghijklmnopqrstuv"),
        ("3.a.3", "abc"),
        ("3.a.4", "abcdefghijkl"),
        ("3.b.1", "abcde"),
        ("3.b.2", "abcde"),
    ],
)
def test_a_lettered_list_of_the_source_is_whole(head: str, letters: str) -> None:
    own = {item.article.butir for item in shipped_law().provisions if item.article.instrument == INSTRUMENT}
    children = {butir for butir in own if butir.rpartition(".")[0] == head}
    assert children == {f"{head}.{letter}" for letter in letters}


def test_every_item_of_the_source_is_ruled_or_excused() -> None:
    assert [a.notation for a in checks.uncovered(shipped_law()) if a.instrument == INSTRUMENT] == []


def _cited_texts(rule: Rule) -> str:
    return " ".join(provision(article).text for article in rule.articles)


@pytest.mark.parametrize("rule", [r for r in rules() if isinstance(r, WindowRule)], ids=lambda rule: rule.id)
def test_a_length_said_to_be_at_most_is_a_maximum(rule: WindowRule) -> None:
    assert "paling lama" in _cited_texts(rule)
    assert (rule.bound, rule.readings) == ("at_most", [])


@pytest.mark.parametrize(
    "rule", [r for r in rules() if isinstance(r, DeadlineRule)], ids=lambda rule: rule.id
)
def test_a_time_limit_said_to_be_at_most_is_no_fixed_day(rule: DeadlineRule) -> None:
    text = _cited_texts(rule)
    if rule.bound == "exactly":
        assert "berakhir 1 (satu) hari sebelum" in text
    else:
        assert any(word in text for word in ("paling lama", "paling lambat", "6 (enam) bulan sebelum"))


@pytest.mark.parametrize(
    ("topic", "butir"),
    [
        ("kpps-may-be-appointed", "1.b.2.e"),
        ("registration-by-proxy", "2.b.6"),
        ("clarification-permitted", "2.c.2"),
        ("invitation-may-be-asked-for", "2.g.23"),
        ("lost-invitation-replaced", "2.g.24"),
        ("vote-without-invitation", "2.g.26"),
        ("tps-per-rt-or-joint", "3.a.1.d"),
        ("candidates-may-attend", "3.a.2.a"),
        ("witnesses-may-object", "3.a.2.e"),
        ("mistaken-ballot-may-be-replaced", "3.a.2.o"),
        ("special-tps", "3.a.2.v"),
        ("count-minutes-may-be-signed-by-witnesses", "3.a.4.i"),
    ],
)
def test_what_one_may_do_is_a_permission(topic: str, butir: str) -> None:
    assert any(word in printed(butir) for word in ("dapat", "berhak"))
    assert isinstance(rule_of(topic), PermissionRule)
    assert Article.parse(f"{INSTRUMENT}:#{butir}") in rule_of(topic).articles


def test_the_draw_before_the_campaign_is_read_both_ways() -> None:
    rule = rule_of("ballot-numbers-before-campaign")
    assert "paling lama 2 (dua) hari sebelum kampanye" in printed("2.f.1")
    assert {reading.changes["bound"] for reading in rule.readings} == {"at_latest", "at_earliest"}


def test_the_poll_lasts_from_seven_to_one() -> None:
    rule = rule_of("polling-hours")
    assert isinstance(rule, HoursRule)
    assert "07.00 sampai dengan 13.00" in printed("3.a.1.b")


def test_half_plus_one_is_the_quorum_and_missing_it_leaves_the_result_valid() -> None:
    rule = rule_of("quorum")
    assert isinstance(rule, BoundRule)
    assert (rule.share_of, rule.plus) == ("dpt.voters", 1)
    assert "hasilnya dinyatakan sah" in printed("3.a.3.c")
    assert not rule.nullity
    assert "dinyatakan sah" in rule.consequence.id


def test_equal_votes_follow_the_districts_four_steps_not_the_nations() -> None:
    rule = rule_of("tie")
    assert isinstance(rule, TieRule)
    held = Rulebook.at(DAY, COUNTY).held(rule.chain)
    assert held.article == Article.parse("aturan-003:#3.b.1.b")
    assert {other.article and other.article.instrument for other in held.beside} == {
        "pp-43-2014",
        "permendagri-112-2014",
    }


def test_two_different_extensions_have_two_different_triggers() -> None:
    few = rule_of("extension-length-if-one-registered")
    repeat = rule_of("repeat-call-length")
    assert isinstance(few, WindowRule)
    assert isinstance(repeat, WindowRule)
    assert ("registration.registered", 1) in {(c.fact, c.equals) for c in few.when}
    assert ("screening.qualified", 1) in {(c.fact, c.at_most) for c in repeat.when}
    assert (few.length, repeat.length) == ("candidacy.extension_one_registered", "candidacy.extension")


def test_the_source_names_no_sanction_and_no_nullity() -> None:
    assert not any(rule.nullity or isinstance(rule, SanctionRule) for rule in rules())


@pytest.mark.parametrize("slip", ["membubuhkan", "berita acara dan hasilnya", "pencoblos"])
def test_a_corrected_slip_says_what_the_source_prints(slip: str) -> None:
    mended = [
        item
        for item in shipped_law().provisions
        if item.article.instrument == INSTRUMENT and slip in item.text and item.note
    ]
    assert mended
    assert all("Sumber mencetak" in item.note.id for item in mended)
