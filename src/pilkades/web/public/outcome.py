"""The result as far as it may be shown: by the ladder of certainty (ui.md, pattern 17)."""

from pilkades.base.language import Text
from pilkades.web.core.queries.states import State
from pilkades.web.public.facts import on_record, only
from pilkades.web.public.parts import Passage
from pilkades.web.shared.components.record import Certainty, Ladder, Results, Tally

_FIGURES = Text("Perolehan suara", "Votes")
_LINE = Text("{name}: {votes} suara.", "{name}: {votes} votes.")
_INVALID = Text("Suara tidak sah: {n}.", "Invalid votes: {n}.")
_BEFORE = Text("Suara dihitung setelah pemungutan suara.", "Votes are counted after the poll.")
_AFTER = Text("Hasil belum ada dalam catatan.", "The result is not on record yet.")
_DIFFER = Text(
    "Sumber berbeda tentang perolehan suara. Angka belum ditampilkan.",
    "The sources differ on the votes. The figures are not shown yet.",
)
_NO_FIGURES = Text(
    "Calon terpilih sudah ditetapkan. Perolehan suara belum ada dalam catatan.",
    "The candidate elect is adopted. The votes are not on record yet.",
)


def outcome_of(state: State) -> tuple[Results | Ladder, *tuple[Passage, ...]]:
    """The result or the words of why there is none yet; figures only once they were announced or adopted."""
    adopted, announced = on_record(state, "winner_adopted"), only(state, "recapitulation.announced") is True
    votes, invalid = only(state, "tally.votes"), only(state, "tally.invalid")
    if not (adopted or announced):
        return (_awaited(_AFTER if state.today > state.election.polling_day else _BEFORE),)
    if len(state.book.alternatives("tally.votes")) > 1 or len(state.book.alternatives("tally.invalid")) > 1:
        return (_awaited(_DIFFER),)
    if not votes or any(each.votes is None or not each.candidate for each in votes):
        return (_awaited(_NO_FIGURES if adopted else _AFTER),)
    ladder = Ladder(Certainty.ADOPTED if adopted else Certainty.PROVISIONAL)
    people = only(state, "candidates_adopted.people") or []
    numbers = {each.name: each.number for each in people if each.number is not None}
    if invalid is not None and all(each.candidate in numbers for each in votes):
        tallies = [Tally(numbers[each.candidate], each.candidate, each.votes) for each in votes]
        return (Results(ladder, tuple(sorted(tallies, key=lambda tally: tally.number)), invalid),)
    # Without ballot numbers, or without the invalid votes, a table would say more than the record does.
    lines = [_LINE.fill(name=each.candidate, votes=each.votes) for each in votes]
    return (
        ladder,
        Passage(_FIGURES, (*lines, *((_INVALID.fill(n=invalid),) if invalid is not None else ()))),
    )


def _awaited(note: Text) -> Ladder:
    return Ladder(Certainty.AWAITED, note=note)
