"""Proposals on posted lists, by the words of Permendagri 112/2014, Perda Bengkayang 13/2006, source 003."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import BENGKAYANG, PERMENDAGRI, TEGAL

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.register.changes import ChangeKind, RemovalReason
from pilkades.register.grounds import GROUNDS, Ground, ListProposal, offer_of, offers, proposal
from pilkades.register.lists import ListKind
from pilkades.register.objections import Objection, Outcome, Ruling, StepState, answer, decide, status
from pilkades.register.proposal_clock import Clock, Posted, proposal_clock
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Answer, Workdays, count_between
from pilkades.timetable.days import Unit as DayUnit
from pilkades.timetable.holidays_of import workdays_of

ATURAN_003 = Rulebook.at(date(2019, 8, 1), "aturan-003")
BOOKS = [BENGKAYANG.rulebook, PERMENDAGRI.rulebook, TEGAL.rulebook, ATURAN_003]
WORKDAYS = workdays_of(range(2006, 2028))
NEVER_SAID = ("ganda", "palsu", "curang", "pelanggaran", "ilegal", "mohon", "maaf", "harap", "valid", "!")

# A Friday, with no day off in the fortnight after it but the weekends.
BENGKAYANG_POSTED = Day.parse("2007-04-13")


def clock(
    rulebook: Rulebook, since: str, until: str | None = None, on: ListKind = ListKind.DPS, *, fixed: str = ""
) -> Clock:
    posted = Posted(
        Day.parse(since),
        Day.parse(until) if until else None,
        date.fromisoformat(fixed) if fixed else None,
    )
    return proposal_clock(on, rulebook, posted, WORKDAYS)


def cites(offered: Ground, rulebook: Rulebook) -> list[str]:
    return [article.notation for article in offer_of(offered, rulebook).articles]


def objection(filed: str, ground: Ground = Ground.WRONG_DATA, on: ListKind = ListKind.DPS) -> Objection:
    return Objection("K7M2-9XPR-3TB", on, ground, date.fromisoformat(filed))


def ruling(outcome: Outcome, decided: str, reason: str = "", basis: str = "") -> Ruling:
    return Ruling(outcome, reason, (), "ketua", date.fromisoformat(decided), basis)


# Grounds and their articles.


@pytest.mark.parametrize(
    ("ground", "article"),
    [
        (Ground.NOT_LISTED, "permendagri-112-2014:14(1)"),
        (Ground.WRONG_DATA, "permendagri-112-2014:13(1)"),
        (Ground.DIED, "permendagri-112-2014:13(2).a"),
        (Ground.MOVED, "permendagri-112-2014:13(2).b"),
        (Ground.MARRIED_YOUNG, "permendagri-112-2014:13(2).c"),
        (Ground.NOT_QUALIFIED, "permendagri-112-2014:13(2).d"),
        (Ground.LISTED_TWICE, "permendagri-112-2014:11(1)"),
    ],
)
def test_each_ground_cites_its_place_in_the_permendagri(ground: Ground, article: str) -> None:
    assert cites(ground, PERMENDAGRI.rulebook) == [article]


def test_bengkayang_takes_any_proposal_under_one_article_and_003_adds_the_wrong_rt() -> None:
    grounds = {offer.ground for offer in offers(BENGKAYANG.rulebook)}
    assert grounds == set(Ground) - {Ground.FORCES, Ground.OTHER_RT}
    assert cites(Ground.OTHER, BENGKAYANG.rulebook) == ["perda-bengkayang-13-2006:6.c"]
    assert cites(Ground.OTHER_RT, ATURAN_003) == ["aturan-003:#2.g.10.f"]
    assert Ground.OTHER_RT not in {offer.ground for offer in offers(PERMENDAGRI.rulebook)}


@pytest.mark.parametrize("book", BOOKS, ids=["bengkayang", "permendagri", "tegal", "003"])
def test_every_article_of_a_ground_is_in_force_and_something_else_can_always_be_said(book: Rulebook) -> None:
    found = offers(book)
    assert all(article in book.provisions for offer in found for article in offer.articles)
    assert found[-1].ground is Ground.OTHER
    assert all(offer.articles for offer in found[:-1])


def test_soldiers_are_a_ground_only_where_the_county_excludes_them() -> None:
    name = "voter.military_police_excluded"
    article = Article.parse("uu-6-2014:35")
    switched = replace(TEGAL.rulebook.held(name), value=True, article=article)
    strict = replace(TEGAL.rulebook, parameters={**TEGAL.rulebook.parameters, name: switched})
    assert Ground.FORCES not in {offer.ground for offer in offers(TEGAL.rulebook)}
    assert cites(Ground.FORCES, strict) == ["uu-6-2014:35"]


def test_only_papers_that_a_text_asks_for_carry_an_article() -> None:
    """Ps. 10(2) huruf d names KTP or a certificate of residence; no text asks papers of a death."""
    (asked,) = offer_of(Ground.NOT_LISTED, PERMENDAGRI.rulebook).asked
    assert asked.paper.id == "KTP atau surat keterangan penduduk"
    assert asked.article == Article.parse("permendagri-112-2014:10(2).d")
    (helpful,) = offer_of(Ground.DIED, PERMENDAGRI.rulebook).asked
    assert helpful.article is None
    (both,) = offer_of(Ground.NOT_LISTED, BENGKAYANG.rulebook).asked
    assert both.paper.id == "KTP + kartu keluarga"


def test_after_pp_16_a_ground_asks_whether_the_permendagri_still_holds() -> None:
    assert "Permendagri 112/2014" in offer_of(Ground.DIED, TEGAL.rulebook).question.id
    assert not offer_of(Ground.DIED, PERMENDAGRI.rulebook).question


# The clock.


def test_bengkayang_takes_proposals_for_seven_working_days_from_the_posting() -> None:
    """Ps. 6 huruf c. Posted on Friday 13 April 2007: the seventh working day is Tuesday 24 April."""
    found = clock(BENGKAYANG.rulebook, "2007-04-13")
    assert found.closes == Day.parse("2007-04-24")
    assert found.in_time(date(2007, 4, 24)) is Answer.YES
    assert found.in_time(date(2007, 4, 25)) is Answer.NO
    assert [article.notation for article in found.articles] == ["perda-bengkayang-13-2006:6.c"]
    assert found.closes_words.id == "Usul diterima sampai Selasa, 24 April 2007."


def test_a_county_holiday_moves_the_last_day() -> None:
    closed = replace(
        WORKDAYS, holidays={**WORKDAYS.holidays, date(2007, 4, 18): Text("Libur daerah", "Day off")}
    )
    found = proposal_clock(ListKind.DPS, BENGKAYANG.rulebook, Posted(BENGKAYANG_POSTED), closed)
    assert found.closes == Day.parse("2007-04-25")
    assert "Libur daerah" in found.explanation.id


def test_three_days_of_posting_across_a_weekend_have_two_readings() -> None:
    """Ps. 12(2) says `3 (tiga) hari`: Friday to Sunday, or Friday to Tuesday in working days."""
    found = clock(PERMENDAGRI.rulebook, "2019-09-06")
    assert found.closes == Day.parse("2019-09-08..2019-09-10")
    by_day = [found.in_time(date(2019, 9, 8) + timedelta(days=step)) for step in range(4)]
    assert by_day == [Answer.YES, Answer.UNDECIDED, Answer.UNDECIDED, Answer.NO]
    assert "Teks tidak menyebut jenis hari." in found.explanation.id
    assert found.closes_words.id == (
        "Usul diterima sampai Minggu, 8 September 2019. "
        "Teks dapat juga dibaca sampai Selasa, 10 September 2019."
    )


def test_in_a_week_without_rest_both_readings_agree() -> None:
    found = clock(PERMENDAGRI.rulebook, "2019-09-02")
    assert found.closes == Day.parse("2019-09-04")
    assert "jenis hari" not in found.explanation.id


def test_a_committee_that_posts_longer_also_takes_proposals_longer() -> None:
    found = clock(PERMENDAGRI.rulebook, "2019-09-06", "2019-09-12")
    assert found.closes == Day.parse("2019-09-12")
    assert found.in_time(date(2019, 9, 12)) is Answer.YES


def test_a_committee_that_closes_early_cuts_nothing_of_the_residents_time() -> None:
    """Ps. 6 huruf c gives the residents seven working days, whatever the committee writes on its paper."""
    found = clock(BENGKAYANG.rulebook, "2007-04-13", "2007-04-17")
    assert found.in_time(date(2007, 4, 20)) is Answer.YES


def test_while_the_posting_is_known_by_its_month_only_days_between_are_undecided() -> None:
    found = clock(BENGKAYANG.rulebook, "2007-04")
    assert found.in_time(date(2007, 4, 5)) is Answer.YES
    assert found.in_time(date(2007, 4, 30)) is Answer.UNDECIDED
    assert found.in_time(date(2007, 5, 31)) is Answer.NO


def test_without_a_day_of_posting_nothing_is_called_late() -> None:
    unknown = proposal_clock(ListKind.DPS, BENGKAYANG.rulebook, Posted(None), WORKDAYS)
    assert unknown.in_time(date(2030, 1, 1)) is Answer.UNDECIDED
    assert unknown.closes_words.id == "Hari terakhir usul belum diketahui."


def test_proposals_on_the_additional_list_have_the_time_of_its_posting() -> None:
    """Ps. 15(2)."""
    found = clock(PERMENDAGRI.rulebook, "2019-09-16", on=ListKind.DPTB)
    assert found.closes == Day.parse("2019-09-18")
    assert "permendagri-112-2014:15(2)" in [article.notation for article in found.articles]


def test_who_is_not_listed_may_report_after_the_posting_and_the_first_of_those_days_is_open() -> None:
    """Ps. 14(3): `paling lambat 3 (tiga) hari`, from a day that it does not name."""
    found = clock(PERMENDAGRI.rulebook, "2019-09-02")
    thursday = date(2019, 9, 5)
    assert found.in_time(thursday) is Answer.NO
    assert found.in_time(thursday, Ground.NOT_LISTED) is Answer.UNDECIDED
    assert found.unlisted == Day.parse("2019-09-04..2019-09-09")
    assert found.unlisted_article == Article.parse("permendagri-112-2014:14(3)")
    assert "Pasal 14 ayat (3) tidak menyebutnya" in found.unlisted_message.id


def test_source_003_counts_those_days_from_the_end_of_the_posting() -> None:
    """Butir 2.g.14: sejak waktu pengumuman DPS berakhir. Wednesday, then Saturday or Monday."""
    found = clock(ATURAN_003, "2019-09-02")
    assert found.in_time(date(2019, 9, 7), Ground.NOT_LISTED) is Answer.YES
    assert found.in_time(date(2019, 9, 8), Ground.NOT_LISTED) is Answer.UNDECIDED
    assert found.in_time(date(2019, 9, 10), Ground.NOT_LISTED) is Answer.NO


def test_the_last_day_on_which_the_committee_registers_additional_voters_ends_the_question() -> None:
    posted = Posted(Day.parse("2019-09-02"), unlisted_until=Day.parse("2019-09-06"))
    found = proposal_clock(ListKind.DPS, PERMENDAGRI.rulebook, posted, WORKDAYS)
    assert (
        found.unlisted_message.id == "Yang belum ada di daftar dapat melapor sampai Jumat, 6 September 2019."
    )
    made = ruling(Outcome.ACCEPTED, "2019-09-06")
    follows = proposal(Ground.NOT_LISTED, ListKind.DPS, PERMENDAGRI.rulebook, person=None)
    reported = objection("2019-09-06", Ground.NOT_LISTED)
    assert decide(reported, made, found, follows, PERMENDAGRI.rulebook).outcome is Outcome.ACCEPTED
    assert found.in_time(date(2019, 9, 7), Ground.NOT_LISTED) is Answer.NO


def test_the_law_of_2005_knows_no_additional_list_and_gives_nobody_longer() -> None:
    found = clock(BENGKAYANG.rulebook, "2007-04-13")
    assert found.unlisted is None
    assert found.in_time(date(2007, 4, 25), Ground.NOT_LISTED) is Answer.NO


def test_an_adopted_dpt_has_no_time_for_proposals_and_says_why() -> None:
    found = clock(PERMENDAGRI.rulebook, "2019-09-20", on=ListKind.DPT)
    assert found.closes is None
    assert found.explanation.id.startswith("DPT yang sudah ditetapkan tidak diubah.")


@given(st.dates(date(2007, 1, 8), date(2026, 11, 1)))
def test_seven_working_days_hold_seven_working_days_and_the_next_day_is_late(posted: date) -> None:
    found = proposal_clock(ListKind.DPS, BENGKAYANG.rulebook, Posted(Day.exactly(posted)), WORKDAYS)
    assert found.closes is not None
    last = found.closes.latest
    assert count_between(posted, last, DayUnit.WORKING_DAY, WORKDAYS) == 7
    assert found.in_time(last + timedelta(days=1)) is Answer.NO


def test_no_text_sets_days_to_decide_so_the_list_itself_does() -> None:
    """Ps. 13(3): `segera`. The DPT is adopted on 20 September, so the 19th is the last day."""
    found = clock(PERMENDAGRI.rulebook, "2019-09-06", fixed="2019-09-20")
    assert found.decide_by == date(2019, 9, 19)
    assert "segera" in found.decide_message.id
    assert clock(BENGKAYANG.rulebook, "2007-04-13").decide_by is None


# Decisions.

FOLLOWS = ListProposal(ChangeKind.CORRECTED, ListKind.DPS, "p1")
IN_BENGKAYANG = clock(BENGKAYANG.rulebook, "2007-04-13")
IN_PERMENDAGRI = clock(PERMENDAGRI.rulebook, "2019-09-06")


def decided(filed: str, made: Ruling, at: Clock, book: Rulebook, follows: ListProposal = FOLLOWS) -> Ruling:
    return decide(objection(filed), made, at, follows, book)


def test_bengkayang_sends_a_late_proposal_away_and_cites_its_article() -> None:
    """Ps. 6 huruf d: tidak dilayani dan tidak mempengaruhi hasil pemilihan."""
    late = ruling(Outcome.NOT_SERVED, "2007-04-26")
    made = decided("2007-04-25", late, IN_BENGKAYANG, BENGKAYANG.rulebook)
    assert Article.parse("perda-bengkayang-13-2006:6.d") in made.articles
    with pytest.raises(PilkadesError, match="late-not-served"):
        decided("2007-04-25", replace(late, outcome=Outcome.ACCEPTED), IN_BENGKAYANG, BENGKAYANG.rulebook)


def test_where_the_text_is_silent_the_committee_decides_on_a_late_one_with_its_basis() -> None:
    late = ruling(Outcome.ACCEPTED, "2019-09-12")
    for outcome in (Outcome.ACCEPTED, Outcome.NOT_SERVED):
        with pytest.raises(PilkadesError, match="late-without-basis"):
            decided("2019-09-11", replace(late, outcome=outcome), IN_PERMENDAGRI, PERMENDAGRI.rulebook)
    made = decided("2019-09-11", replace(late, basis="rapat panitia"), IN_PERMENDAGRI, PERMENDAGRI.rulebook)
    assert (made.outcome, made.basis) == (Outcome.ACCEPTED, "rapat panitia")


def test_between_two_readings_of_a_day_the_committee_writes_its_basis_too() -> None:
    between = ruling(Outcome.NOT_SERVED, "2019-09-12")
    with pytest.raises(PilkadesError, match="late-without-basis"):
        decided("2019-09-09", between, IN_PERMENDAGRI, PERMENDAGRI.rulebook)


def test_a_proposal_in_time_is_never_called_late() -> None:
    with pytest.raises(PilkadesError, match="served-in-time"):
        decided("2007-04-24", ruling(Outcome.NOT_SERVED, "2007-04-25"), IN_BENGKAYANG, BENGKAYANG.rulebook)


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.PARTLY])
def test_nothing_is_turned_down_without_a_reason(outcome: Outcome) -> None:
    with pytest.raises(PilkadesError, match="ruling-without-reason"):
        decided("2007-04-20", ruling(outcome, "2007-04-21", reason="  "), IN_BENGKAYANG, BENGKAYANG.rulebook)


def test_nothing_is_decided_before_it_is_filed() -> None:
    with pytest.raises(PilkadesError, match="ruling-before-filing"):
        decided("2007-04-20", ruling(Outcome.ACCEPTED, "2007-04-19"), IN_BENGKAYANG, BENGKAYANG.rulebook)


def test_an_adopted_dpt_changes_for_a_death_alone_where_the_text_says_so() -> None:
    """Permendagri Ps. 20; the Perda of Bengkayang does not speak of it."""
    moved = proposal(Ground.MOVED, ListKind.DPT, PERMENDAGRI.rulebook, person="p1")
    died = proposal(Ground.DIED, ListKind.DPT, PERMENDAGRI.rulebook, person="p1")
    accepted = ruling(Outcome.ACCEPTED, "2019-10-02", basis="rapat panitia")
    at = clock(PERMENDAGRI.rulebook, "2019-09-20", on=ListKind.DPT)
    with pytest.raises(PilkadesError, match="dpt-closed"):
        decided("2019-10-01", accepted, at, PERMENDAGRI.rulebook, moved)
    assert decided("2019-10-01", accepted, at, PERMENDAGRI.rulebook, died).outcome is Outcome.ACCEPTED
    in_bengkayang = clock(BENGKAYANG.rulebook, "2007-05-10", on=ListKind.DPT)
    with pytest.raises(PilkadesError, match="dpt-change-without-basis"):
        decided(
            "2007-05-12", ruling(Outcome.ACCEPTED, "2007-05-13"), in_bengkayang, BENGKAYANG.rulebook, moved
        )


# What follows for the list.


@pytest.mark.parametrize(
    ("ground", "book", "expected"),
    [
        (Ground.NOT_LISTED, PERMENDAGRI.rulebook, ListProposal(ChangeKind.ADDED, ListKind.DPTB, None)),
        (Ground.NOT_LISTED, BENGKAYANG.rulebook, ListProposal(ChangeKind.ADDED, ListKind.DPS, None)),
        (Ground.MARRIED_YOUNG, PERMENDAGRI.rulebook, ListProposal(ChangeKind.ADDED, ListKind.DPS, None)),
        (Ground.OTHER, PERMENDAGRI.rulebook, ListProposal(None, ListKind.DPS, None)),
        (
            Ground.OTHER_RT,
            ATURAN_003,
            ListProposal(ChangeKind.CORRECTED, ListKind.DPS, None, fields=("rt",)),
        ),
    ],
)
def test_an_accepted_proposal_becomes_a_typed_one_for_the_committee(
    ground: Ground, book: Rulebook, expected: ListProposal
) -> None:
    assert proposal(ground, ListKind.DPS, book, person=None) == expected


@pytest.mark.parametrize(
    ("ground", "reason"),
    [
        (Ground.DIED, RemovalReason.DIED),
        (Ground.MOVED, RemovalReason.MOVED),
        (Ground.NOT_QUALIFIED, RemovalReason.NOT_QUALIFIED),
        (Ground.LISTED_TWICE, RemovalReason.SAME_PERSON),
    ],
)
def test_a_removal_carries_the_reason_of_the_change_list(ground: Ground, reason: RemovalReason) -> None:
    follows = proposal(ground, ListKind.DPS, PERMENDAGRI.rulebook, person="p1")
    assert (follows.kind, follows.person, follows.reason) == (ChangeKind.REMOVED, "p1", reason)


# Words for the citizen.


def test_the_answer_says_the_outcome_the_reason_the_article_and_what_comes_next() -> None:
    filed = objection("2007-04-18")
    made = decide(
        filed,
        ruling(Outcome.REFUSED, "2007-04-20", reason="KK menunjukkan data yang sama"),
        IN_BENGKAYANG,
        FOLLOWS,
        BENGKAYANG.rulebook,
    )
    said = answer(filed, made, IN_BENGKAYANG, FOLLOWS, BENGKAYANG.rulebook)
    assert said.id == (
        "Usul Anda “Nama atau data lain keliru” tidak diterima. "
        "Alasan panitia: KK menunjukkan data yang sama. "
        "Pasal: Perda Bengkayang 13/2006 Ps. 6 huruf c. "
        "Bila ada bukti baru, ajukan usul baru sampai Selasa, 24 April 2007."
    )


def test_an_accepted_proposal_is_answered_with_what_the_committee_does() -> None:
    filed = objection("2019-09-06", Ground.NOT_LISTED)
    follows = proposal(Ground.NOT_LISTED, ListKind.DPS, PERMENDAGRI.rulebook, person=None)
    made = decide(
        filed, ruling(Outcome.ACCEPTED, "2019-09-07"), IN_PERMENDAGRI, follows, PERMENDAGRI.rulebook
    )
    said = answer(filed, made, IN_PERMENDAGRI, follows, PERMENDAGRI.rulebook)
    assert said.id == (
        "Usul Anda “Belum ada di daftar” diterima. "
        "Panitia menambahkan orang ini ke daftar pemilih tambahan. "
        "Pasal: Permendagri 112/2014 Ps. 14 ayat (1). "
        "Periksa daftar berikutnya bila diumumkan."
    )


def test_a_late_one_is_told_so_with_the_words_of_the_article() -> None:
    filed = objection("2007-04-25")
    made = decide(
        filed, ruling(Outcome.NOT_SERVED, "2007-04-26"), IN_BENGKAYANG, FOLLOWS, BENGKAYANG.rulebook
    )
    said = answer(filed, made, IN_BENGKAYANG, FOLLOWS, BENGKAYANG.rulebook)
    assert "tidak dilayani dan tidak memengaruhi hasil pemilihan" in said.id
    assert "Ps. 6 huruf d" in said.id


def test_the_status_page_goes_from_filed_to_the_list() -> None:
    filed = objection("2007-04-18")
    waiting = status(filed, clock(BENGKAYANG.rulebook, "2007-04-13", fixed="2007-05-01"))
    assert [(step.state, step.day) for step in waiting] == [
        (StepState.DONE, date(2007, 4, 18)),
        (StepState.NOW, date(2007, 4, 30)),
        (StepState.NEXT, None),
    ]
    accepted = ruling(Outcome.ACCEPTED, "2007-04-20")
    assert [step.state for step in status(filed, IN_BENGKAYANG, accepted)][-1] is StepState.NOW
    assert status(filed, IN_BENGKAYANG, accepted, date(2007, 4, 26))[-1].day == date(2007, 4, 26)
    refused = replace(accepted, outcome=Outcome.REFUSED, reason="x")
    assert [step.label.id for step in status(filed, IN_BENGKAYANG, refused)][-1] == "Diputuskan"


def test_the_first_step_says_whether_it_came_in_time() -> None:
    def said(filed: str, at: Clock) -> str:
        return status(objection(filed), at)[0].message.id

    assert said("2007-04-24", IN_BENGKAYANG) == "Masuk pada waktunya."
    assert said("2007-04-25", IN_BENGKAYANG).startswith("Masuk sesudah waktunya. Usul yang terlambat tidak")
    assert "bergantung pada cara menghitung hari" in said("2019-09-09", IN_PERMENDAGRI)


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("book", BOOKS, ids=["bengkayang", "permendagri", "tegal", "003"])
def test_no_answer_accuses_or_begs(outcome: Outcome, book: Rulebook) -> None:
    at = proposal_clock(ListKind.DPS, book, Posted(Day.parse("2019-09-06")), Workdays())
    for ground in GROUNDS:
        follows = proposal(ground, ListKind.DPS, book, person="p1")
        said = answer(objection("2019-09-06", ground), ruling(outcome, "2019-09-07"), at, follows, book)
        lowered = said.id.lower()
        assert not any(word in lowered for word in NEVER_SAID), said.id
        assert said.en
