"""The made-up county: the same for the same day, at every stage, lawful but where it is meant not to be."""

from datetime import date, timedelta
from functools import cache

import pytest

from pilkades.acts.record import Record, append
from pilkades.base.findings import Verdict
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.holidays_of import workdays_of
from pilkades.web.demonstration.county import Wave, waves
from pilkades.web.demonstration.record import Village

TODAY = date(2026, 11, 21)
# A day of rest, a long holiday (Lebaran 2027), the turn of the year, a leap day.
DAYS = [TODAY, date(2026, 11, 23), date(2027, 3, 12), date(2027, 1, 1), date(2028, 2, 29)]


def record(village: Village) -> Record:
    made = Record(village.election.code)
    for _, act in village.acts():
        made = append(made, act, made.head)
    return made


@cache
def real(today: date) -> list[tuple[Wave, Village]]:
    return [(wave, village) for wave in waves(today) if not wave.rehearsal for village in wave.villages]


def broken(village: Village, wave: Wave, verdict: Verdict = Verdict.VIOLATED) -> list[str]:
    days = workdays_of(range(wave.polling_day.year - 2, wave.polling_day.year + 3), None)
    found = judge(FactBook.of(record(village).acts), Rulebook.at(wave.polling_day, None), days)
    return [one.rule for one in found if one.verdict is verdict]


def test_the_same_day_makes_the_same_county_to_the_last_digest() -> None:
    first, again = (
        [record(village).head for wave in waves(TODAY) for village in wave.villages] for _ in range(2)
    )
    assert first == again


@pytest.mark.parametrize("today", DAYS)
def test_twelve_villages_stand_at_twelve_stages(today: date) -> None:
    latest = [[act.kind for _, act in village.acts()][-1:] for _, village in real(today)]
    kinds = [{act.kind for _, act in village.acts()} for _, village in real(today)]
    assert len(latest) == 12
    assert "inauguration" in kinds[0]
    assert "recapitulation" in kinds[1]
    assert "result_reported" not in kinds[1]
    assert "sent_to_bupati" in kinds[2]
    assert "bupati_decree" not in kinds[2]
    assert real(today)[3][0].polling_day == today
    assert "polling" not in kinds[3]
    assert "quiet_period" in kinds[4]
    assert "campaign_schedule" in kinds[5]
    assert "campaign" not in kinds[5]
    assert "candidates_announced" in kinds[6]
    assert "campaign_schedule" not in kinds[6]
    assert "dps_announced" in kinds[7]
    assert "dpt" not in kinds[7]
    assert "schedule_adopted" in kinds[8]
    assert "committee_established" in kinds[9]
    assert "schedule_adopted" not in kinds[9]
    assert "bpd_notice" in kinds[10]
    assert "committee_established" not in kinds[10]
    assert latest[11] == []


@pytest.mark.parametrize("today", DAYS)
def test_nothing_is_recorded_before_it_is_done_nor_after_the_day(today: date) -> None:
    for _, village in real(today):
        moments = [at for at, _ in village.acts()]
        assert moments == sorted(moments)
        assert all(at.date() < today for at in moments)


@pytest.mark.parametrize("today", DAYS[:3])
def test_only_the_village_that_is_meant_to_be_late_breaks_a_rule(today: date) -> None:
    late = {village.election.village: broken(village, wave) for wave, village in real(today)}
    assert {name: rules for name, rules in late.items() if rules} == {
        # PP 16/2026: the committee is formed within 10 working days of the BPD's notice.
        "Contohharjo": ["pp16-committee-formed-within"]
    }


def test_one_village_has_two_papers_that_say_different_things() -> None:
    contested = {
        village.election.village: broken(village, wave, Verdict.CONTESTED) for wave, village in real(TODAY)
    }
    assert {name: rules for name, rules in contested.items() if rules} == {"Misalmulyo": ["dpt-posted"]}


def test_among_the_counted_are_a_tie_a_single_candidate_and_one_without_a_vote() -> None:
    single, tied, close = (village.election for _, village in real(TODAY)[:3])
    assert single.single
    assert len(single.candidates) == 1
    assert tied.votes[0] == tied.votes[1] == max(tied.votes)
    assert close.votes[-1] == 0
    assert close.votes[0] - close.votes[1] == 2


def test_no_code_is_of_indonesia_and_no_act_holds_a_number_of_a_person() -> None:
    for wave in waves(TODAY):
        for village in wave.villages:
            assert village.election.code.startswith("99.")
            assert not any("nik" in name for _, act in village.acts() for name in act.facts)


def test_a_rehearsal_has_acts_of_its_own() -> None:
    rehearsal = waves(TODAY)[-1]
    assert rehearsal.rehearsal
    names = {act.id for _, village in real(TODAY) for _, act in village.acts()}
    assert names.isdisjoint({act.id for village in rehearsal.villages for _, act in village.acts()})
    assert rehearsal.polling_day == TODAY - timedelta(days=1)
