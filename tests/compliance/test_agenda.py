from datetime import date

from pilkades.acts.act import Act, Statement
from pilkades.base.day import Day
from pilkades.compliance.agenda import Item, Standing, agenda
from pilkades.compliance.facts import FactBook
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import workdays_of

WORKDAYS = workdays_of(range(2025, 2029))
LAW = Rulebook.at(date(2026, 8, 7))


def book(**facts: str) -> FactBook:
    """Acts with one dated fact each: `bpd_notice__date="2026-08-07"`."""
    acts = []
    for number, (name, day) in enumerate(facts.items()):
        kind, fact = name.split("__")
        acts.append(Act(id=str(number), kind=kind, facts={fact: (Statement(Day.parse(day)),)}))
    return FactBook.of(acts)


def item(rule_part: str, today: date, **facts: str) -> Item:
    found = [entry for entry in agenda(book(**facts), LAW, WORKDAYS, today) if rule_part in entry.rule]
    assert len(found) == 1, [entry.rule for entry in found]
    return found[0]


def test_after_the_bpd_notice_of_7_august_2026_the_committee_is_due_by_24_august_as_tegal_decreed() -> None:
    due = item("committee-formed-within", date(2026, 8, 10), bpd_notice__date="2026-08-07")

    assert due.standing is Standing.DUE
    assert due.until == date(2026, 8, 24)
    assert due.who == "bpd"
    assert any(article.notation == "pp-16-2026:39(2).b" for article in due.articles)


def test_a_committee_not_formed_by_its_limit_is_overdue() -> None:
    due = item("committee-formed-within", date(2026, 8, 26), bpd_notice__date="2026-08-07")

    assert due.standing is Standing.OVERDUE
    assert due.working_days_left is not None
    assert due.working_days_left < 0


def test_a_committee_that_was_formed_is_done() -> None:
    due = item(
        "committee-formed-within",
        date(2026, 8, 26),
        bpd_notice__date="2026-08-07",
        committee_established__date="2026-08-20",
    )

    assert due.standing is Standing.DONE


def test_without_the_notice_the_committee_waits_and_says_for_what() -> None:
    due = item("committee-formed-within", date(2026, 8, 10))

    assert due.standing is Standing.WAITING
    assert "pemberitahuan BPD" in due.waits_for.id
    assert "notice" in due.waits_for.en


def test_what_is_overdue_comes_before_what_is_due() -> None:
    listed = agenda(
        book(bpd_notice__date="2026-08-07", term__ends="2027-02-07"), LAW, WORKDAYS, date(2026, 9, 1)
    )
    standings = [list(Standing).index(entry.standing) for entry in listed]

    assert standings == sorted(standings)
    assert listed[0].standing is Standing.OVERDUE
