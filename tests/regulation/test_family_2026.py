"""UU 3/2024, PP 16/2026 and the Tegal wave of 2027, held against their print."""

from datetime import date

import pytest

from pilkades.base.article import Article
from pilkades.base.words import spelled
from pilkades.regulation import checks
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import DatedValue, Length, Unit
from pilkades.regulation.rule import (
    DeadlineRule,
    FactRule,
    GapRule,
    PermissionRule,
    Rule,
    TieRule,
    WindowRule,
)
from pilkades.regulation.rulebook import Rulebook

FAMILY = {"uu-3-2024", "pp-16-2026", "kepbup-tegal-713-2026"}
TEGAL = "tegal"
BEFORE_PP, FIRST_DAY, POLL = date(2025, 6, 1), date(2026, 3, 27), date(2027, 2, 3)
WORKING = (Unit.WORKING_DAY,)
EITHER = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)

# Held as limits or read off printed dates: the number held is not the number printed.
DERIVED = {
    "candidate.terms_served_max",
    "candidate.education_min",
    "acting_head.years_extended",
    "committee.reported_within",
    "adoption.dispute_filing",
}


def printed(notation: str) -> str:
    """The law's words at a place."""
    (found,) = [item for item in shipped_law().provisions if item.article == Article.parse(notation)]
    return found.text


def rule_on(day: date, topic: str, county: str | None = None) -> Rule:
    """The one rule on a subject on that day."""
    (found,) = [rule for rule in Rulebook.at(day, county).rules if rule.subject == topic]
    return found


def topics_on(day: date) -> set[str]:
    return {rule.subject for rule in Rulebook.at(day).rules}


def family_rules() -> list[Rule]:
    return [located.rule for located in shipped_law().rules if located.file.startswith("rules/2026/")]


def family_values() -> list[tuple[str, DatedValue]]:
    return [
        (parameter.name, value)
        for parameter in shipped_law().parameters
        for value in parameter.entry.value
        if value.article is not None and value.article.instrument in FAMILY and not value.unknown
    ]


@pytest.mark.parametrize(
    ("name", "n", "units", "article"),
    [
        ("committee.formed_within", 10, WORKING, "pp-16-2026:39(2).b"),
        ("committee.final_report_within", 30, WORKING, "pp-16-2026:39(2).c"),
        ("committee.final_report_before_end", 5, (Unit.MONTH,), "pp-16-2026:56(2)"),
        ("budget.proposed_within", 30, WORKING, "pp-16-2026:39(2).d"),
        ("budget.approved_within", 30, WORKING, "pp-16-2026:39(2).e"),
        ("candidacy.registration", 9, WORKING, "pp-16-2026:39(3).a"),
        ("candidacy.screening", 25, WORKING, "pp-16-2026:39(3).b"),
        ("candidacy.extension_first", 15, WORKING, "pp-16-2026:44(1)"),
        ("candidacy.extension_second", 10, WORKING, "pp-16-2026:44(2)"),
        ("campaign.length", 3, WORKING, "pp-16-2026:39(3).e"),
        ("campaign.quiet_length", 3, WORKING, "pp-16-2026:39(3).f"),
        ("wave.period", 8, (Unit.YEAR,), "pp-16-2026:38(2)"),
        ("adoption.report_to_bpd", 7, WORKING, "pp-16-2026:39(6).a"),
        ("adoption.decree", 30, WORKING, "pp-16-2026:39(6).c"),
        ("by_election.committee", 15, WORKING, "pp-16-2026:43(2).a.1"),
        ("by_election.budget_settled", 30, WORKING, "pp-16-2026:43(2).a.2"),
        ("by_election.registration", 15, WORKING, "pp-16-2026:43(2).a.3"),
        ("by_election.screening", 7, WORKING, "pp-16-2026:43(2).a.4"),
        ("by_election.report_to_bpd", 7, WORKING, "pp-16-2026:43(2).c"),
        ("by_election.report_to_bupati", 7, WORKING, "pp-16-2026:43(2).d"),
        ("by_election.decree", 30, WORKING, "pp-16-2026:43(2).e"),
        ("by_election.inauguration", 30, WORKING, "pp-16-2026:43(2).f"),
        ("by_election.extension_first", 15, WORKING, "pp-16-2026:48(1)"),
        ("by_election.extension_second", 10, WORKING, "pp-16-2026:48(2)"),
    ],
)
def test_a_period_of_2026_is_the_printed_one(
    name: str, n: int, units: tuple[Unit, ...], article: str
) -> None:
    held = Rulebook.at(FIRST_DAY).held(name)
    assert (held.value, held.article) == (Length(n=n, units=units), Article.parse(article))


@pytest.mark.parametrize(
    ("name", "n", "unit", "article"),
    [
        ("committee.notice_before", 6, Unit.MONTH, "pp-16-2026:39(2).a"),
        ("adoption.report_to_bupati", 7, Unit.WORKING_DAY, "pp-16-2026:39(6).b"),
        ("adoption.inauguration", 30, Unit.WORKING_DAY, "pp-16-2026:39(6).d"),
        ("adoption.dispute", 30, Unit.WORKING_DAY, "pp-16-2026:39(8)"),
        ("by_election.meeting", 6, Unit.MONTH, "pp-16-2026:43(2)"),
    ],
)
def test_where_the_act_of_2014_still_speaks_the_regulation_stands_beside_it(
    name: str, n: int, unit: Unit, article: str
) -> None:
    held = Rulebook.at(FIRST_DAY).held(name)
    assert held.article is not None
    assert held.article.instrument == "uu-6-2014"
    beside = {other.article: other.value for other in held.beside}
    assert beside[Article.parse(article)] == Length(n=n, units=(unit,))


@pytest.mark.parametrize(
    ("name", "value", "article"),
    [
        ("candidacy.candidates_min", 2, "uu-3-2024:34A(1)"),
        ("candidacy.candidates_max", 5, "pp-16-2026:39(3).c"),
        ("candidate.age_min", 25, "uu-3-2024:33.e"),
        ("candidate.education_min", 2, "uu-3-2024:33.d"),
        ("candidate.terms_served_max", 1, "uu-3-2024:33.k"),
        ("term.years", 8, "uu-3-2024:39(1)"),
        ("term.max", 2, "uu-3-2024:39(2)"),
        ("wave.max", 4, "pp-16-2026:38(2)"),
        ("acting_head.years", 1, "pp-16-2026:62(3)"),
        ("acting_head.years_extended", 2, "pp-16-2026:62(3)"),
        ("by_election.candidates_min", 2, "pp-16-2026:43(2).a.5"),
        ("by_election.candidates_max", 3, "pp-16-2026:43(2).a.5"),
        ("count.tie_chain", ["wider_area"], "pp-16-2026:39(5)"),
    ],
)
def test_a_value_of_2026_is_the_printed_one(name: str, value: object, article: str) -> None:
    held = Rulebook.at(FIRST_DAY).held(name)
    assert (held.value, held.article) == (value, Article.parse(article))


@pytest.mark.parametrize(
    ("name", "value"), family_values(), ids=lambda item: item if isinstance(item, str) else ""
)
def test_every_number_stands_in_the_words_of_its_article(name: str, value: DatedValue) -> None:
    number = value.value.n if isinstance(value.value, Length) else value.value
    if not isinstance(number, int) or name in DERIVED:
        return
    assert f"{number} ({spelled(number)})" in printed(str(value.article))


def test_no_derived_number_is_listed_in_vain() -> None:
    assert {name for name, _ in family_values()} >= DERIVED


def test_hari_of_the_regulation_is_a_working_day() -> None:
    assert printed("pp-16-2026:1.17") == "Hari adalah hari kerja."
    lengths = {
        value.value.units
        for _, value in family_values()
        if isinstance(value.value, Length)
        and value.article is not None
        and value.article.instrument == "pp-16-2026"
    }
    assert lengths == {WORKING, (Unit.MONTH,), (Unit.YEAR,)}


def test_before_the_regulation_the_extensions_days_are_not_defined() -> None:
    held = Rulebook.at(BEFORE_PP).held("candidacy.extension_first")
    assert (held.value, held.article) == (Length(n=15, units=EITHER), Article.parse("uu-3-2024:34A(2)"))


@pytest.mark.parametrize("instrument", sorted(FAMILY))
def test_every_provision_of_the_family_is_ruled_or_excused(instrument: str) -> None:
    assert [a.notation for a in checks.uncovered(shipped_law()) if a.instrument == instrument] == []


@pytest.mark.parametrize(
    ("head", "children"),
    [
        ("pp-16-2026:39(2)", "abcde"),
        ("pp-16-2026:39(3)", "abcdef"),
        ("pp-16-2026:39(6)", "abcd"),
        ("pp-16-2026:46(2)", "abc"),
        ("pp-16-2026:89(3)", "abcdefghij"),
        ("uu-3-2024:33", "abcdefghijkl"),
        ("uu-3-2024:118", "abcdef"),
    ],
)
def test_a_list_of_the_law_is_whole(head: str, children: str) -> None:
    whole = Article.parse(head)
    inside = {item.article for item in shipped_law().provisions if whole.covers(item.article)}
    assert {article.huruf for article in inside} - {""} == set(children)


def test_the_eleven_papers_are_asked_for_one_by_one() -> None:
    items = {f"pp-16-2026:penj.39(3).b.{number}" for number in range(1, 12)}
    papers = [rule for rule in family_rules() if rule.subject.startswith("paper-")]
    assert {article.notation for rule in papers for article in rule.articles} == items
    assert {rule.kind for rule in papers} == {"form"}


@pytest.mark.parametrize(
    "rule",
    [r for r in family_rules() if isinstance(r, WindowRule | DeadlineRule)],
    ids=lambda rule: rule.id,
)
def test_at_most_is_a_maximum_and_for_so_long_is_exact(rule: Rule) -> None:
    assert isinstance(rule, WindowRule | DeadlineRule)
    texts = [printed(a.notation) for a in rule.articles if a.instrument != "kepbup-tegal-713-2026"]
    if any("memperpanjang" in text for text in texts):
        assert all(" selama 1" in text for text in texts)
        assert rule.bound == "exactly"
    elif any("paling lama" in text or "paling lambat" in text for text in texts):
        assert rule.bound in {"at_most", "at_latest"}


@pytest.mark.parametrize(
    ("topic", "notation"),
    [
        ("two-term-head-may-stand-once-more", "uu-3-2024:118.a"),
        ("serving-head-may-stand-once-more", "uu-3-2024:118.b"),
        ("acting-head-may-be-extended", "pp-16-2026:62(3)"),
        ("voting-may-be-electronic", "pp-16-2026:39(4).a"),
    ],
)
def test_what_one_may_do_is_a_permission(topic: str, notation: str) -> None:
    assert any(word in printed(notation) for word in ("dapat", "maupun secara elektronik"))
    rule = rule_on(FIRST_DAY, topic)
    assert isinstance(rule, PermissionRule)
    assert Article.parse(notation) in rule.articles


@pytest.mark.parametrize(
    "topic",
    [
        "single-threshold-open",
        "empty-column-wins-open",
        "votes-for-lost-candidate-open",
        "no-candidate-registered",
        "candidate-died",
        "candidate-withdrew",
        "wider-area-open",
        "dispute-filing-open",
        "dispute-clock-open",
        "committee-size",
        "polling-hours",
        "quorum",
        "invitations-in-time",
        "selection-rule-open",
        "registered-or-qualified-open",
        "ministerial-regulation-open",
    ],
)
def test_what_the_text_leaves_open_stays_a_question(topic: str) -> None:
    rule = rule_on(FIRST_DAY, topic)
    assert isinstance(rule, GapRule)
    assert "?" in rule.question.id
    assert "?" in rule.question.en


@pytest.mark.parametrize(
    "name",
    [
        "committee.size_min",
        "committee.size_max",
        "polling.opens",
        "polling.closes",
        "polling.quorum_share",
        "invitations.before",
        "count.single_threshold",
        "adoption.dispute_filing",
    ],
)
def test_a_number_that_no_national_text_gives_is_unknown(name: str) -> None:
    held = Rulebook.at(FIRST_DAY).held(name)
    assert held.value is None
    assert "?" in held.unknown.id


def test_the_only_nullities_are_those_the_articles_name() -> None:
    void = {rule.subject for rule in family_rules() if rule.nullity}
    assert void == {"no-election-without-consensus", "no-by-election-without-consensus"}
    for notation in ("pp-16-2026:44(5)", "pp-16-2026:48(5)"):
        assert "dianggap batal" in printed(notation)


@pytest.mark.parametrize("day", [BEFORE_PP, FIRST_DAY])
def test_the_ministers_twenty_days_and_postponement_give_way_to_the_act(day: date) -> None:
    length, then = rule_on(day, "repeat-call-length"), rule_on(day, "postponed-if-too-few-qualify")
    assert Article.parse("permendagri-112-2014:24(1)") in length.articles
    assert Article.parse("permendagri-112-2014:24(2)") in then.articles
    assert isinstance(length, WindowRule)
    assert isinstance(then, FactRule)
    assert length.length == "candidacy.extension_first"
    assert then.fact == "candidates_adopted.deliberated"


@pytest.mark.parametrize(
    ("day", "county"),
    [
        (BEFORE_PP, None),
        (FIRST_DAY, None),
        (POLL, TEGAL),
        (date(2019, 7, 1), "aturan-003"),
    ],
)
def test_every_value_that_an_active_rule_reads_is_held_that_day(day: date, county: str | None) -> None:
    book = Rulebook.at(day, county)
    active = {rule.id for rule in book.rules}
    asked = {
        name
        for located in shipped_law().rules
        if located.rule.id in active
        for name in checks.parameters_of(located)
    }
    assert asked <= set(book.parameters)


def test_the_act_of_2024_begins_on_its_promulgation_and_the_regulation_on_its_own() -> None:
    assert "candidate-terms-as-stated" in topics_on(date(2024, 4, 24))
    assert Rulebook.at(date(2024, 4, 24)).held("term.years").value == 6
    assert Rulebook.at(date(2024, 4, 25)).held("term.years").value == 8
    assert "single-candidate-goes-on" not in topics_on(date(2026, 3, 26))
    assert "single-candidate-goes-on" in topics_on(FIRST_DAY)


def test_a_tie_goes_to_the_wider_area_and_its_meaning_is_asked() -> None:
    rule = rule_on(FIRST_DAY, "tie")
    assert isinstance(rule, TieRule)
    assert "wilayah perolehan suara sah yang lebih luas" in printed("pp-16-2026:39(5)")
    assert isinstance(rule_on(FIRST_DAY, "wider-area-open"), GapRule)


def test_the_doubtful_number_of_the_ballot_article_is_pointed_out() -> None:
    (item,) = [i for i in shipped_law().provisions if i.article.notation == "pp-16-2026:46(1)"]
    assert "Pasal 44 ayat (1)" in item.text
    assert "ayat (4)" in item.note.id
