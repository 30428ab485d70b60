"""Who may vote, by the words of PP 72/2005, Perda Bengkayang 13/2006, UU 6/2014 and Permendagri 112/2014."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import (
    BENGKAYANG,
    BENGKAYANG_POLL,
    PERMENDAGRI,
    PERMENDAGRI_POLL,
    TEGAL,
    TEGAL_POLL,
    adult,
    born,
    poll,
)

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.register.eligibility import judge
from pilkades.register.reasons import Poll, Reason, Requirement, Stated
from pilkades.register.spans import birthday, of_age
from pilkades.register.voter import Disability, Marital, Proof, Voter
from pilkades.timetable.days import Answer

POLLS = [BENGKAYANG, PERMENDAGRI, TEGAL]
REGIMES = ["bengkayang-2007", "permendagri-2019", "tegal-2027"]
UNDER_EVERY_REGIME = pytest.mark.parametrize("at", POLLS, ids=REGIMES)
DAYS = st.dates(date(1930, 1, 1), date(2020, 12, 31))


def reason(voter: Voter, at: Poll, requirement: Requirement) -> Reason:
    found = judge(voter, at).of(requirement)
    assert found is not None
    return found


def cites(found: Reason) -> list[str]:
    return [article.notation for article in found.articles]


@UNDER_EVERY_REGIME
def test_a_person_who_meets_everything_may_vote(at: Poll) -> None:
    answer = judge(adult(), at)
    assert answer.answer is Answer.YES
    assert {item.verdict for item in answer.reasons} == {Verdict.COMPLIED}
    assert all(item.articles for item in answer.reasons)


@UNDER_EVERY_REGIME
def test_who_turns_17_on_the_polling_day_may_vote_and_who_turns_17_a_day_later_may_not(at: Poll) -> None:
    birth = at.day.replace(year=at.day.year - 17)
    assert judge(born(birth), at).answer is Answer.YES
    late = born(birth + timedelta(days=1))
    assert judge(late, at).answer is Answer.NO
    assert reason(late, at, Requirement.AGE).verdict is Verdict.VIOLATED


@UNDER_EVERY_REGIME
@pytest.mark.parametrize("marital", [Marital.MARRIED, Marital.FORMERLY])
def test_who_is_or_was_married_votes_before_17(at: Poll, marital: Marital) -> None:
    young = born(at.day.replace(year=at.day.year - 15), marital=marital)
    assert judge(young, at).answer is Answer.YES


@pytest.mark.parametrize(
    ("at", "article"),
    [
        (BENGKAYANG, "pp-72-2005:45"),
        (PERMENDAGRI, "uu-6-2014:35"),
        (TEGAL, "uu-6-2014:35"),
    ],
    ids=REGIMES,
)
def test_the_age_cites_the_article_of_its_time(at: Poll, article: str) -> None:
    assert article in cites(reason(adult(), at, Requirement.AGE))


def test_a_young_person_whose_marriage_is_not_stated_is_undecided_and_the_fact_is_named() -> None:
    answer = judge(born(date(2005, 1, 1), marital=None), PERMENDAGRI)
    assert (answer.answer, [text.id for text in answer.missing]) == (Answer.UNDECIDED, ["status perkawinan"])


@pytest.mark.parametrize(
    ("birth", "answer"),
    [("2001", Answer.YES), ("2002", Answer.UNDECIDED), ("2002-11", Answer.UNDECIDED), ("2003", Answer.NO)],
)
def test_a_birth_known_by_year_or_month_decides_only_where_every_day_of_it_agrees(
    birth: str, answer: Answer
) -> None:
    voter = adult(birth=Day.parse(birth))
    assert judge(voter, PERMENDAGRI).answer is answer


def test_without_a_birth_date_an_unmarried_person_is_undecided_and_a_married_one_votes() -> None:
    answer = judge(adult(birth=None), PERMENDAGRI)
    assert (answer.answer, [text.id for text in answer.missing]) == (Answer.UNDECIDED, ["tanggal lahir"])
    assert judge(adult(birth=None, marital=Marital.MARRIED), PERMENDAGRI).answer is Answer.YES


def test_born_on_29_february_is_undecided_on_28_february_of_the_seventeenth_year_alone() -> None:
    leap = Day.parse("2004-02-29")
    by_day = [of_age(leap, 17, date(2021, 2, 27) + timedelta(days=step)) for step in range(3)]
    assert by_day == [Answer.NO, Answer.UNDECIDED, Answer.YES]
    on_the_28th = poll(date(2021, 2, 28), dps=Day.parse("2020-12-01"))
    assert reason(born(date(2004, 2, 29)), on_the_28th, Requirement.AGE).verdict is Verdict.AMBIGUOUS


@given(DAYS, DAYS, st.integers(1, 30))
def test_ages_agree_with_counting_birthdays_one_by_one(birth: date, on: date, years: int) -> None:
    leapling = (birth.month, birth.day) == (2, 29)
    birthdays = [
        birth.replace(year=year, month=3, day=1)
        if leapling and (year % 4 or (year % 100 == 0 and year % 400))
        else birth.replace(year=year)
        for year in range(birth.year + 1, birth.year + years + 1)
    ]
    reached = sum(day <= on for day in birthdays) == years
    assert birthday(birth, years) == birthdays[-1]
    if leapling and on == birthdays[-1] - timedelta(days=1) and on.month == 2 and on.day == 28:
        assert of_age(Day.exactly(birth), years, on) is Answer.UNDECIDED
    else:
        assert of_age(Day.exactly(birth), years, on) is (Answer.YES if reached else Answer.NO)


def test_bengkayang_counts_six_months_back_from_the_polling_day() -> None:
    """Ps. 5 huruf b: enam bulan terakhir dengan tidak terputus terhitung sejak tanggal pemungutan suara."""
    in_time = adult(resident_since=Day.parse("2006-12-07"), registered_since=Day.parse("2006-12-07"))
    late = adult(resident_since=Day.parse("2006-12-08"), registered_since=Day.parse("2006-12-08"))
    assert judge(in_time, BENGKAYANG).answer is Answer.YES
    found = reason(late, BENGKAYANG, Requirement.RESIDENCE)
    assert found.verdict is Verdict.VIOLATED
    assert cites(found) == ["perda-bengkayang-13-2006:5.b"] * 2


def test_the_permendagri_counts_six_months_before_the_dps_is_adopted() -> None:
    """Ps. 10 ayat (2) huruf d: sekurang-kurangnya 6 (enam) bulan sebelum disahkannya DPS."""
    in_time = adult(resident_since=Day.parse("2019-03-01"), registered_since=None)
    late = adult(resident_since=Day.parse("2019-03-02"), registered_since=None)
    assert judge(in_time, PERMENDAGRI).answer is Answer.YES
    assert judge(late, PERMENDAGRI).answer is Answer.NO
    assert "permendagri-112-2014:10(2).d" in cites(reason(late, PERMENDAGRI, Requirement.RESIDENCE))


def test_while_the_day_of_the_dps_is_not_known_residence_is_undecided_where_the_dps_decides() -> None:
    open_day = replace(PERMENDAGRI, dps_adopted=None)
    answer = judge(adult(), open_day)
    assert [text.id for text in answer.missing] == ["tanggal DPS disahkan"]
    assert judge(adult(), replace(BENGKAYANG, dps_adopted=None)).answer is Answer.YES


def test_bengkayang_also_asks_that_a_voter_is_registered_as_a_resident_by_the_polling_day() -> None:
    """Ps. 5 huruf b: terdaftar sebagai penduduk desa secara sah."""
    later = adult(registered_since=Day.parse("2007-06-08"))
    found = reason(later, BENGKAYANG, Requirement.REGISTERED)
    assert (found.verdict, cites(found)) == (Verdict.VIOLATED, ["perda-bengkayang-13-2006:5.b"])
    on_the_day = adult(registered_since=Day.parse("2007-06-07"))
    assert reason(on_the_day, BENGKAYANG, Requirement.REGISTERED).verdict is Verdict.COMPLIED
    silent = judge(adult(registered_since=None), replace(BENGKAYANG, stated=Stated()))
    assert [text.id for text in silent.missing] == ["sejak kapan terdaftar sebagai penduduk"]
    assert judge(adult(), PERMENDAGRI).of(Requirement.REGISTERED) is None


def test_where_living_here_and_being_registered_here_differ_both_are_shown() -> None:
    voter = adult(resident_since=Day.parse("2018-01-01"), registered_since=Day.parse("2019-08-01"))
    found = reason(voter, PERMENDAGRI, Requirement.RESIDENCE)
    assert found.verdict is Verdict.AMBIGUOUS
    assert "1 Januari 2018" in found.message.id
    assert "1 Agustus 2019" in found.message.id


@pytest.mark.parametrize(
    ("at", "papers", "verdict"),
    [
        (PERMENDAGRI, {Proof.KTP}, Verdict.COMPLIED),
        (PERMENDAGRI, {Proof.RESIDENCE_LETTER}, Verdict.COMPLIED),
        (PERMENDAGRI, {Proof.KK}, Verdict.UNKNOWN),
        (BENGKAYANG, {Proof.KTP, Proof.KK}, Verdict.COMPLIED),
        (BENGKAYANG, {Proof.KTP}, Verdict.UNKNOWN),
        (BENGKAYANG, {Proof.RESIDENCE_LETTER}, Verdict.UNKNOWN),
    ],
)
def test_each_regime_has_its_own_papers_and_a_missing_one_can_still_be_brought(
    at: Poll, papers: set[Proof], verdict: Verdict
) -> None:
    assert reason(adult(proofs=frozenset(papers)), at, Requirement.PROOF).verdict is verdict


def test_bengkayang_names_the_paper_that_is_missing() -> None:
    found = reason(adult(proofs=frozenset({Proof.KTP})), BENGKAYANG, Requirement.PROOF)
    assert found.missing.id == "kartu keluarga"


@pytest.mark.parametrize(
    ("change", "requirement", "article"),
    [
        ({"disenfranchised": True}, Requirement.NOT_DISENFRANCHISED, "permendagri-112-2014:10(2).c"),
        ({"of_unsound_mind": True}, Requirement.SOUND_MIND, "permendagri-112-2014:10(2).b"),
        ({"dead": True}, Requirement.ALIVE, "uu-6-2014:35"),
        ({"moved": True}, Requirement.HERE, "uu-6-2014:35"),
    ],
)
def test_one_requirement_not_met_decides(
    change: dict[str, bool], requirement: Requirement, article: str
) -> None:
    voter = adult(**change)
    assert judge(voter, PERMENDAGRI).answer is Answer.NO
    assert article in cites(reason(voter, PERMENDAGRI, requirement))


def test_the_law_of_2005_knows_no_clause_on_unsound_mind() -> None:
    assert judge(adult(of_unsound_mind=True), BENGKAYANG).answer is Answer.YES


@UNDER_EVERY_REGIME
def test_a_mental_disability_takes_nobodys_vote(at: Poll) -> None:
    assert judge(adult(disabilities=frozenset({Disability.MENTAL})), at).answer is Answer.YES


def test_a_foreigner_does_not_vote_where_the_text_asks_for_citizens() -> None:
    found = reason(adult(citizen=False), BENGKAYANG, Requirement.CITIZEN)
    assert (found.verdict, cites(found)) == (Verdict.VIOLATED, ["perda-bengkayang-13-2006:5.a"])


def test_where_the_text_says_residents_a_foreigners_vote_is_an_open_question() -> None:
    """UU 6/2014 Ps. 35 and Permendagri Ps. 10 say `penduduk Desa`; neither speaks of citizenship."""
    found = reason(adult(citizen=False), TEGAL, Requirement.CITIZEN)
    assert found.verdict is Verdict.AMBIGUOUS
    assert judge(adult(citizen=False), TEGAL).answer is Answer.UNDECIDED


def test_a_soldier_votes_where_no_text_makes_an_exception_and_the_reason_says_so() -> None:
    soldier = adult(military_or_police=True)
    found = reason(soldier, TEGAL, Requirement.CIVILIAN)
    assert found.verdict is Verdict.NOT_APPLICABLE
    assert "tidak mengecualikan" in found.message.id
    assert judge(soldier, TEGAL).answer is Answer.YES


def test_a_county_may_switch_the_exception_for_soldiers_on() -> None:
    name = "voter.military_police_excluded"
    switched = replace(TEGAL.rulebook.held(name), value=True)
    book = replace(TEGAL.rulebook, parameters={**TEGAL.rulebook.parameters, name: switched})
    strict = replace(TEGAL, rulebook=book)
    assert judge(adult(military_or_police=True), strict).answer is Answer.NO
    assert judge(adult(), strict).answer is Answer.YES
    nobody_said = replace(strict, stated=Stated())
    assert judge(adult(military_or_police=None), nobody_said).answer is Answer.UNDECIDED


def test_a_row_that_says_nothing_leaves_every_fact_named_until_the_committee_states_it() -> None:
    bare = Voter(name="Contoh Dua", birth=Day.parse("1980-05-12"))
    answer = judge(bare, replace(PERMENDAGRI, stated=Stated()))
    assert answer.answer is Answer.UNDECIDED
    assert {text.id for text in answer.missing} == {
        "kewarganegaraan",
        "sejak kapan tinggal di desa",
        "bukti tempat tinggal",
        "hak pilih tidak dicabut",
        "tidak terganggu jiwa atau ingatan",
    }
    stated = judge(bare, PERMENDAGRI)
    assert stated.answer is Answer.YES
    assert [item.requirement for item in stated.reasons if item.verdict is Verdict.COMPLIED] == [
        Requirement.AGE
    ]


def test_what_a_row_says_outweighs_what_the_committee_states_of_all() -> None:
    assert judge(adult(disenfranchised=True), PERMENDAGRI).answer is Answer.NO


def test_after_pp_16_the_reason_asks_whether_the_permendagri_still_holds() -> None:
    found = reason(adult(), TEGAL, Requirement.RESIDENCE)
    assert "Permendagri 112/2014" in found.question.id
    assert not reason(adult(), PERMENDAGRI, Requirement.RESIDENCE).question


@given(
    st.dates(date(1985, 1, 1), date(2015, 1, 1)),
    st.dates(date(2000, 1, 1), date(2019, 11, 1)),
    st.integers(0, 2000),
    st.sampled_from(["bengkayang", None]),
)
def test_a_later_polling_day_never_takes_the_vote_of_a_living_person_who_stays(
    birth: date, since: date, later: int, county: str | None
) -> None:
    first = PERMENDAGRI if county is None else replace(BENGKAYANG, dps_adopted=None)
    voter = born(birth, resident_since=Day.exactly(since), registered_since=Day.exactly(since))
    second = replace(first, day=first.day + timedelta(days=later))
    if judge(voter, first).answer is Answer.YES:
        assert judge(voter, second).answer is Answer.YES


@pytest.mark.parametrize("day", [BENGKAYANG_POLL, PERMENDAGRI_POLL, TEGAL_POLL])
def test_whatever_the_row_a_report_of_death_decides(day: date) -> None:
    for at in POLLS:
        assert judge(adult(dead=True, marital=Marital.MARRIED), replace(at, day=day)).answer is Answer.NO
