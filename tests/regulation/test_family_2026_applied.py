"""PP 16/2026 and UU 3/2024 applied to facts: the dates that Tegal printed, limits met and passed."""

from datetime import date
from typing import Any

import pytest

from pilkades.acts.act import Statement
from pilkades.acts.kinds.candidacy import Person
from pilkades.base.day import Day
from pilkades.base.findings import Finding, Verdict
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import Evidence
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import county_days, workdays_of

TEGAL = "tegal"
POLL = date(2027, 2, 3)


def found(topic: str, facts: dict[str, Any], day: date = POLL, county: str | None = None) -> Finding:
    """What the law of a day says of these facts on one subject."""
    book = FactBook({path: (Statement(value),) for path, value in facts.items()})
    days = workdays_of(range(2025, 2029), county_days(county) if county else None)
    rulebook = Rulebook.at(day, county)
    findings = judge(book, rulebook, days)
    pairs = zip(rulebook.rules, findings, strict=True)
    (finding,) = [finding for rule, finding in pairs if rule.subject == topic]
    return finding


def on(iso: str) -> Day:
    return Day.parse(iso)


def test_a_single_candidate_goes_on_after_two_extensions_and_consensus() -> None:
    agreed = {"candidates_adopted.single_by_consensus": True, "polling.done": True}
    assert found("single-candidate-goes-on", agreed).verdict is Verdict.COMPLIED
    assert found("no-election-without-consensus", agreed).verdict is Verdict.NOT_APPLICABLE
    disagreed = agreed | {"candidates_adopted.single_by_consensus": False}
    finding = found("no-election-without-consensus", disagreed)
    assert finding.verdict is Verdict.VIOLATED
    assert "dianggap batal" in finding.consequence.id


@pytest.mark.parametrize(
    ("topic", "opens", "closes", "verdict"),
    [
        ("campaign-length", "2027-01-26", "2027-01-27", Verdict.COMPLIED),
        ("campaign-length", "2027-01-26", "2027-01-28", Verdict.COMPLIED),
        ("campaign-length", "2027-01-26", "2027-01-29", Verdict.VIOLATED),
    ],
)
def test_a_shorter_campaign_is_no_breach_and_a_longer_one_is(
    topic: str, opens: str, closes: str, verdict: Verdict
) -> None:
    facts = {"campaign.date": on(opens), "campaign.until": on(closes)}
    assert found(topic, facts).verdict is verdict


@pytest.mark.parametrize(
    ("terms", "verdict"),
    [(1, Verdict.COMPLIED), (2, Verdict.AMBIGUOUS), (3, Verdict.VIOLATED)],
)
def test_two_terms_served_may_be_lawful_under_the_transition_and_three_never(
    terms: int, verdict: Verdict
) -> None:
    facts = {"candidates_adopted.people": [Person(name="A", terms_served=terms)]}
    assert found("candidate-terms-as-stated", facts).verdict is verdict


@pytest.mark.parametrize(
    ("extended", "years", "topic", "verdict"),
    [
        (False, 1, "acting-head-time", Verdict.COMPLIED),
        (False, 2, "acting-head-time", Verdict.VIOLATED),
        (True, 2, "acting-head-time", Verdict.NOT_APPLICABLE),
        (True, 2, "acting-head-time-extended", Verdict.COMPLIED),
        (True, 3, "acting-head-time-extended", Verdict.VIOLATED),
    ],
)
def test_an_acting_head_serves_one_year_and_one_more(
    extended: bool,  # noqa: FBT001 -- a column of the table above
    years: int,
    topic: str,
    verdict: Verdict,
) -> None:
    facts = {
        "acting_head.in_office": True,
        "acting_head.extended": extended,
        "acting_head.years": years,
    }
    assert found(topic, facts).verdict is verdict


@pytest.mark.parametrize(
    ("topic", "facts"),
    [
        ("bpd-notice-before-term-end", {"term.ends": "2027-02-07", "bpd_notice.date": "2026-08-07"}),
        (
            "committee-formed-within",
            {"bpd_notice.date": "2026-08-07", "committee_established.date": "2026-08-24"},
        ),
        (
            "committee-formed-within",
            {"bpd_notice.date": "2026-10-08", "committee_established.date": "2026-10-22"},
        ),
        ("final-report-within", {"bpd_notice.date": "2026-08-07", "final_report.date": "2026-09-22"}),
        ("final-report-within", {"bpd_notice.date": "2026-10-08", "final_report.date": "2026-11-19"}),
        (
            "budget-proposed-within",
            {"committee_established.date": "2026-08-24", "budget.proposed_on": "2026-10-06"},
        ),
        ("budget-approved-within", {"budget.proposed_on": "2026-10-06", "budget.approved_on": "2026-11-17"}),
        (
            "repeat-call-length",
            {"registration_extended.date": "2026-11-23", "registration_extended.until": "2026-12-13"},
        ),
        (
            "second-extension-length",
            {
                "registration_extended.second_date": "2026-12-14",
                "registration_extended.second_until": "2026-12-28",
            },
        ),
        ("screening-length", {"screening.date": "2026-12-29", "candidates_announced.date": "2027-01-25"}),
        ("campaign-length", {"campaign.date": "2027-01-26", "campaign.until": "2027-01-28"}),
        ("quiet-period-length", {"quiet_period.date": "2027-01-29", "quiet_period.until": "2027-02-02"}),
        (
            "result-reported-to-bpd-within",
            {"polling.date": "2027-02-03", "result_reported.date": "2027-02-12"},
        ),
        ("dispute-filing-open", {"polling.date": "2027-02-03", "result_dispute.filed_on": "2027-02-12"}),
    ],
)
def test_a_date_that_tegal_printed_keeps_the_law(topic: str, facts: dict[str, str]) -> None:
    held: dict[str, Any] = {path: on(iso) for path, iso in facts.items()}
    held |= {
        "registration_extended.done": True,
        "registration_extended.second_done": True,
        "result_dispute.filed": True,
    }
    finding = found(topic, held, county=TEGAL)
    assert finding.verdict is Verdict.COMPLIED
    assert "kepbup-tegal-713-2026" in {article.instrument for article in finding.articles}


def test_the_committee_is_one_working_day_late_after_tegals_last_day() -> None:
    facts = {"bpd_notice.date": on("2026-08-07"), "committee_established.date": on("2026-08-26")}
    assert found("committee-formed-within", facts, county=TEGAL).verdict is Verdict.VIOLATED


def test_tegals_summary_is_not_called_the_decrees_own_words() -> None:
    listed = [i for i in shipped_law().provisions if i.article.instrument == "kepbup-tegal-713-2026"]
    steps = [item for item in listed if item.article.angka]
    assert len(steps) == 36
    assert {item.evidence for item in listed} == {Evidence.SECONDARY}
    assert all(item.text.startswith("[Ringkasan]") for item in steps)


def test_tegals_hours_are_practice_and_so_stay_a_question() -> None:
    held = Rulebook.at(POLL, TEGAL).held("polling.opens")
    assert (held.value, held.county, held.evidence) == (None, TEGAL, Evidence.LOCAL_PRACTICE)


def test_five_candidates_are_the_most_and_a_single_one_by_consensus_is_dealt_with_apart() -> None:
    assert found("candidates-number", {"candidates_adopted.count": 5}).verdict is Verdict.COMPLIED
    assert found("candidates-number", {"candidates_adopted.count": 6}).verdict is Verdict.VIOLATED
    single = {"candidates_adopted.count": 1, "candidates_adopted.single_by_consensus": True}
    assert found("candidates-number", single).verdict is Verdict.NOT_APPLICABLE
