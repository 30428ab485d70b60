import pytest

from pilkades.count.candidate_events import (
    ATURAN_003_POSTPONE,
    NO_TEXT,
    PP_16_EVENTS,
    SERANG_CONTINUE_VOID_VOTES,
    CandidateEvent,
    Event,
    EventEffect,
    EventPolicy,
    effect_of,
)

TWO = frozenset({"A", "B"})
THREE = frozenset({"A", "B", "C"})


def said(effect: EventEffect) -> str:
    return " ".join(line.id for line in (*effect.lines, *effect.questions))


def after(kind: Event, policy: EventPolicy, candidates: frozenset[str] = TWO) -> EventEffect:
    return effect_of([CandidateEvent("B", kind, after_printing=True)], candidates, policy)


@pytest.mark.parametrize("kind", Event)
def test_pp_16_2026_goes_on_with_one_candidate_after_each_of_the_four_events(kind: Event) -> None:
    effect = after(kind, PP_16_EVENTS)
    assert "pemilihan satu calon (Ps. 45, Ps. 46 ayat (2))" in said(effect)
    assert not effect.postponed


def test_before_printing_the_ballot_has_a_photo_and_an_empty_column() -> None:
    effect = effect_of([CandidateEvent("B", Event.DEATH, after_printing=False)], TWO, PP_16_EVENTS)
    assert "satu kolom kosong" in said(effect)
    assert "Tahapan diteruskan" not in said(effect)
    assert effect.questions == ()


def test_after_printing_the_stages_go_on_and_votes_for_the_other_stay_a_question() -> None:
    effect = after(Event.DEATH, PP_16_EVENTS)
    assert "Tahapan diteruskan setelah surat suara dicetak" in said(effect)
    assert "kolom kosong" not in said(effect)
    assert effect.in_question == {"B"}
    assert effect.void == frozenset()
    assert "tidak menentukan bagaimana suara untuk B" in said(effect)


def test_an_announcement_that_is_on_record_is_not_asked_for() -> None:
    assert "wajib mengumumkannya" in said(after(Event.WITHDRAWAL, PP_16_EVENTS))
    announced = CandidateEvent("B", Event.WITHDRAWAL, after_printing=True, announced=True)
    assert "wajib mengumumkannya" not in said(effect_of([announced], TWO, PP_16_EVENTS))


def test_pp_16_2026_says_nothing_when_two_are_left() -> None:
    effect = after(Event.DEATH, PP_16_EVENTS, THREE)
    assert "dari 3 calon tersisa 2" in said(effect)
    assert "pemilihan satu calon" not in said(effect)


def test_of_two_who_fall_out_each_is_looked_at() -> None:
    before = CandidateEvent("B", Event.WITHDRAWAL, after_printing=False)
    later = CandidateEvent("C", Event.DEATH, after_printing=True, announced=True)
    unsaid = CandidateEvent("D", Event.DEATH, after_printing=True)
    effect = effect_of([before, later, unsaid], frozenset("ABCD"), PP_16_EVENTS)
    assert "satu kolom kosong" in said(effect)
    assert "wajib mengumumkannya" in said(effect)
    assert "suara untuk C, D pada surat suara tercetak" in said(effect)
    mixed = effect_of([before, later], THREE, SERANG_CONTINUE_VOID_VOTES)
    assert "tidak mengatur peristiwa ini" in said(mixed)
    assert mixed.void == frozenset()


def test_serang_counts_votes_for_the_dead_as_nil() -> None:
    effect = after(Event.DEATH, SERANG_CONTINUE_VOID_VOTES)
    assert effect.void == {"B"}
    assert effect.in_question == frozenset()
    assert effect.questions == ()
    assert SERANG_CONTINUE_VOID_VOTES.evidence == "local_practice"


def test_the_rules_of_003_postpone_when_one_of_two_dies() -> None:
    effect = after(Event.DEATH, ATURAN_003_POSTPONE)
    assert effect.postponed
    assert "butir 2.e.6" in said(effect)


def test_the_rules_of_003_say_nothing_of_one_of_three() -> None:
    assert not after(Event.DEATH, ATURAN_003_POSTPONE, THREE).postponed
    both = [CandidateEvent(name, Event.DEATH, after_printing=True) for name in ("B", "C")]
    effect = effect_of(both, THREE, ATURAN_003_POSTPONE)
    assert not effect.postponed
    assert "dari 3 calon tersisa 1" in said(effect)


@pytest.mark.parametrize(
    ("kind", "policy"),
    [
        (Event.DEATH, NO_TEXT),
        (Event.WITHDRAWAL, SERANG_CONTINUE_VOID_VOTES),
        (Event.CANCELLATION, ATURAN_003_POSTPONE),
    ],
)
def test_an_event_that_the_text_does_not_name_is_a_question(kind: Event, policy: EventPolicy) -> None:
    effect = after(kind, policy)
    assert "tidak mengatur peristiwa ini" in said(effect)
    assert not effect.postponed
    assert effect.void == frozenset()


def test_an_event_of_somebody_who_is_no_candidate_changes_nothing() -> None:
    assert effect_of([CandidateEvent("Z", Event.DEATH)], TWO, PP_16_EVENTS) == EventEffect()
