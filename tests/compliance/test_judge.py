"""Sources side by side, readings side by side, what is shown and what is only claimed."""

from datetime import date

import pytest
from tests.compliance.own_calendar import CALENDAR
from tests.compliance.stated import Facts, book, found, statement

from pilkades.acts.act import Act, Standing
from pilkades.base.day import Day
from pilkades.base.findings import Finding, Verdict
from pilkades.compliance.facts import FactBook, Path
from pilkades.compliance.judge import judge
from pilkades.regulation.rulebook import Rulebook

LAW = Rulebook.at(date(2007, 6, 7), "bengkayang")
NATION = Rulebook.at(date(2016, 3, 1))
COUNTY = Rulebook.at(date(2016, 3, 1), "aturan-003")


def stations(*voters: int) -> Facts:
    return {"tps_plan.stations": [{"name": f"TPS {n}", "voters": v} for n, v in enumerate(voters, start=1)]}


def on(iso: str) -> Day:
    return Day.parse(iso)


def test_sources_that_agree_are_one_finding_with_both_places() -> None:
    finding = found(LAW, book(stations(300, 290), stations(300, 290)), "pp72-tps-cap")
    assert finding.verdict is Verdict.COMPLIED
    assert [item.place for item in finding.evidence] == ["sumber:1", "sumber:2"]


def test_sources_that_differ_but_lead_to_one_verdict_are_not_contested() -> None:
    kept = found(LAW, book({"kpps_appointed.largest": 5}, {"kpps_appointed.largest": 7}), "pp72-kpps-size")
    assert kept.verdict is Verdict.COMPLIED
    assert {item.place for item in kept.evidence} == {"sumber:1", "sumber:2"}
    broken = found(LAW, book({"kpps_appointed.largest": 8}, {"kpps_appointed.largest": 9}), "pp72-kpps-size")
    assert broken.verdict is Verdict.VIOLATED


def test_sources_that_lead_to_different_verdicts_are_contested_and_both_are_quoted() -> None:
    finding = found(LAW, book({"kpps_appointed.largest": 7}, {"kpps_appointed.largest": 8}), "pp72-kpps-size")
    assert finding.verdict is Verdict.CONTESTED
    assert "7 (sumber:1)" in finding.message.id
    assert "8 (sumber:2)" in finding.message.en
    assert [item.quote for item in finding.evidence] == ["kata 1", "kata 2"]
    assert "dokumen asli" in finding.remedy.id


def test_one_contested_source_does_not_hide_a_breach_by_another_fact() -> None:
    rows = {"dpt.voters": 979}
    finding = found(LAW, book({**rows, "polling.voted": 600}, {**rows, "polling.voted": 652}), "pp72-quorum")
    assert finding.verdict is Verdict.VIOLATED  # both are below 653


def test_every_combination_of_differing_facts_is_tried() -> None:
    # 653 of 979 and 652 of 978 reach two thirds; 652 of 979 does not.
    agreed = [{"dpt.voters": 979, "polling.voted": 653}, {"dpt.voters": 978, "polling.voted": 652}]
    assert found(LAW, book(agreed[0]), "pp72-quorum").verdict is Verdict.COMPLIED
    assert found(LAW, book(agreed[1]), "pp72-quorum").verdict is Verdict.COMPLIED
    assert found(LAW, book(*agreed), "pp72-quorum").verdict is Verdict.CONTESTED


def test_a_shown_source_outweighs_the_same_value_only_asserted() -> None:
    path = "kpps_appointed.largest"
    both = FactBook({path: (statement(path, 7, Standing.ASSERTED, 1), statement(path, 7, Standing.SHOWN, 2))})
    assert found(LAW, both, "pp72-kpps-size").verdict is Verdict.COMPLIED
    only = FactBook({path: (statement(path, 7, Standing.ASSERTED, 1),)})
    claimed = found(LAW, only, "pp72-kpps-size")
    assert claimed.verdict is Verdict.CLAIMED
    assert "Lampirkan dokumen" in claimed.remedy.id


def test_an_asserted_breach_is_a_claim_too() -> None:
    claimed = found(LAW, book({"kpps_appointed.largest": 8}, standing=Standing.ASSERTED), "pp72-kpps-size")
    assert claimed.verdict is Verdict.CLAIMED
    assert "Only asserted; the facts are not set out." in claimed.message.en


def test_a_text_with_two_readings_is_ambiguous_only_where_they_differ() -> None:
    facts = {"term.ends": "2007-08-31", "process_started.date": "2007-04-30"}
    assert found(LAW, book(facts), "pp72-process-before-term-end").verdict is Verdict.COMPLIED
    late = found(LAW, book({**facts, "process_started.date": "2007-05-01"}), "pp72-process-before-term-end")
    assert late.verdict is Verdict.AMBIGUOUS
    assert late.message.id.count("Bacaan “") == 2
    assert "(terpenuhi)" in late.message.id
    assert "(tidak terpenuhi)" in late.message.id


def test_two_readings_stay_two_where_the_facts_are_only_asserted() -> None:
    facts = {"term.ends": "2007-08-31", "process_started.date": "2007-05-01"}
    finding = found(LAW, book(facts, standing=Standing.ASSERTED), "pp72-process-before-term-end")
    assert finding.verdict is Verdict.AMBIGUOUS


def test_undefined_days_are_ambiguous_only_between_the_two_counts() -> None:
    def sent(day: str) -> Finding:
        facts = {"winner_adopted.date": "2007-06-08", "sent_to_bupati.date": day}
        return found(LAW, book(facts), "pp72-sent-in-time")

    assert sent("2007-06-15").verdict is Verdict.COMPLIED  # 7 calendar days
    between = sent("2007-06-18")
    assert between.verdict is Verdict.AMBIGUOUS
    assert "Teks tidak menyebut jenis hari." in between.message.id
    assert "15 June 2007" in between.message.en
    assert "19 June 2007" in between.message.en
    assert sent("2007-06-20").verdict is Verdict.VIOLATED  # the 8th working day


def test_one_topic_is_one_finding_with_all_articles() -> None:
    subjects = [rule.subject for rule in COUNTY.rules]
    assert len(subjects) == len(set(subjects))
    facts = {"bpd_notice.date": "2016-03-18", "committee_established.date": "2016-03-28"}
    finding = found(COUNTY, book(facts), "committee-formed-within")
    assert [article.instrument for article in finding.articles] == [
        "pp-43-2014",
        "permendagri-112-2014",
        "aturan-003",
    ]


def test_a_value_that_decided_is_traced_to_its_article() -> None:
    finding = found(LAW, book(stations(301)), "pp72-tps-cap")
    (used,) = finding.used
    assert (used.parameter, used.value) == ("tps.max_voters", "300")
    assert used.article is not None
    assert used.article.notation == "perda-bengkayang-13-2006:17(1)"


def test_an_empty_record_gives_unknowns_and_names_no_breach() -> None:
    for law in (LAW, NATION, COUNTY):
        findings = judge(FactBook({}), law, CALENDAR)
        assert len(findings) == len(law.rules)
        assert {finding.verdict for finding in findings} == {Verdict.UNKNOWN, Verdict.NOT_APPLICABLE}


def _act(number: int, day: str, *, corrects: int | None = None) -> Act:
    return Act(
        id=f"act-{number}",
        kind="bpd_notice",
        facts={"date": (statement("bpd_notice.date", day, number=number),)},
        corrects=None if corrects is None else f"act-{corrects}",
    )


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    facts = FactBook.of([_act(1, "2007-01-05"), _act(2, "2007-02-05", corrects=1)])
    (only,) = facts.alternatives("bpd_notice.date")
    assert only.value == on("2007-02-05")
    assert facts.contested() == ()


def test_a_correction_leaves_other_sources_beside_it() -> None:
    facts = FactBook.of([_act(1, "2007-01-05"), _act(2, "2007-03-05"), _act(3, "2007-02-05", corrects=1)])
    assert {one.value for one in facts.alternatives("bpd_notice.date")} == {
        on("2007-03-05"),
        on("2007-02-05"),
    }
    assert facts.contested() == ("bpd_notice.date",)


def test_two_acts_without_correction_stand_side_by_side() -> None:
    facts = FactBook.of([_act(1, "2007-01-05"), _act(2, "2007-02-05")])
    assert facts.contested() == ("bpd_notice.date",)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("dpt.voters", "penetapan DPT — jumlah pemilih terdaftar"),
        ("tps_plan.stations[].voters", "jumlah pemilih terdaftar"),
        ("derived.margin", "selisih suara dua teratas"),
    ],
)
def test_a_fact_is_called_by_its_name(words: str, label: str) -> None:
    assert label in Path.parse(words).label.id
