"""The result as far as the record holds it: one word of certainty for every figure (ui.md, pattern 17).

Votes are counted in public, before everyone who comes, so figures are shown as soon as they are on record,
as a provisional count. They count as checked once the committee's minutes of the recapitulation are on
record, and as adopted once the candidate elect is. Nobody is called the winner before that.
"""

from dataclasses import replace
from typing import Any

from pilkades.base.language import EMPTY, Text
from pilkades.compliance.derived import ranked
from pilkades.web.core.queries.states import State
from pilkades.web.public.facts import day_of, on_record, only, people_of
from pilkades.web.public.objection import deadline_of
from pilkades.web.public.parts import Outcome
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.record import Certainty, Ladder, Results, Tally
from pilkades.web.shared.components.words import long_day

_TITLE = Text("Hasil dan keberatan", "Result and objections")
_OBJECT = Text("Cara mengajukan keberatan", "How to object")
_LINE = Text("{name}: {votes} suara.", "{name}: {votes} votes.")
_INVALID = Text("Suara tidak sah: {n}.", "Invalid votes: {n}.")
_BEFORE = Text(
    "Suara dihitung setelah pemungutan suara, {day}.", "Votes are counted after the poll on {day}."
)
_AFTER = Text("Perolehan suara belum ada dalam catatan.", "The votes are not on record yet.")
_DIFFER = Text(
    "Sumber berbeda tentang perolehan suara. Angka belum ditampilkan.",
    "The sources differ on the votes. The figures are not shown yet.",
)
_WITHOUT_FIGURES = Text(
    "Calon terpilih sudah ditetapkan. Perolehan suara belum ada dalam catatan.",
    "The candidate elect is adopted. The votes are not on record yet.",
)
_CHECKED = Text(
    "Berita acara rekapitulasi sudah dicatat. Hasil resmi ditetapkan panitia.",
    "The minutes of the recapitulation are on record. The committee adopts the official result.",
)
_MARGIN = Text(
    "Selisih dua perolehan teratas: {margin} suara. Suara tidak sah: {spoilt}.",
    "Margin between the first two: {margin} votes. Invalid votes: {spoilt}.",
)
_REACHES = Text(
    "Suara tidak sah sama banyaknya dengan selisih itu, atau lebih banyak.",
    "There are as many invalid votes as the margin, or more.",
)
_TIED = Text(
    "Dua perolehan teratas sama: {votes} suara. Suara tidak sah: {spoilt}.",
    "The first two are equal: {votes} votes. Invalid votes: {spoilt}.",
)
_NO_STATIONS = Text(
    "Angka ini untuk seluruh desa. Angka setiap TPS belum ada dalam catatan.",
    "These figures are for the whole village. Those of each TPS are not on record yet.",
)
_ELECT = Text("Calon terpilih: {name}. Ditetapkan {day}.", "Candidate elect: {name}. Adopted {day}.")
_ELECT_NO_DAY = Text("Calon terpilih yang ditetapkan: {name}.", "Candidate elect, as adopted: {name}.")


def outcome_of(state: State) -> Outcome:
    """The figures with their certainty, or the words of why there are none; and what to know beside them."""
    found = _found(state)
    return replace(found, objection=deadline_of(state), how=Link("#keberatan", _OBJECT), elect=_elect(state))


def _found(state: State) -> Outcome:
    certainty = _certainty(state)
    several = [path for path in ("tally.votes", "tally.invalid") if len(state.book.alternatives(path)) > 1]
    votes, invalid = only(state, "tally.votes"), only(state, "tally.invalid")
    if several:
        return _awaited(_DIFFER)
    if not votes or any(each.votes is None or not each.candidate for each in votes):
        if certainty is Certainty.ADOPTED:
            return _awaited(_WITHOUT_FIGURES)
        over = state.today > state.election.polling_day
        day = long_day(state.election.polling_day)
        return _awaited(_AFTER if over else _BEFORE.fill(day=day))
    return _figures(state, certainty, votes, invalid)


def result_is_public(state: State) -> bool:
    """Whether votes by name are on record: whoever stood is known to everyone then."""
    return bool(state.book.alternatives("tally.votes")) or on_record(state, "winner_adopted")


def _certainty(state: State) -> Certainty:
    if on_record(state, "winner_adopted"):
        return Certainty.ADOPTED
    if on_record(state, "recapitulation") and only(state, "recapitulation.minutes") is True:
        return Certainty.CHECKED
    return Certainty.PROVISIONAL


def _figures(state: State, certainty: Certainty, votes: Any, invalid: int | None) -> Outcome:  # noqa: ANN401 -- rows of the act
    ladder = Ladder(certainty, note=_CHECKED) if certainty is Certainty.CHECKED else Ladder(certainty)
    numbers = {each.name: each.number for each in people_of(state) if each.number is not None}
    beside = (*_margin(votes, invalid), _NO_STATIONS)
    if invalid is not None and all(each.candidate in numbers for each in votes):
        tallies = [Tally(numbers[each.candidate], each.candidate, each.votes) for each in votes]
        ordered = tuple(sorted(tallies, key=lambda tally: tally.number))
        return Outcome(_TITLE, Results(ladder, ordered, invalid), sentences=beside)
    # Without ballot numbers, or without the invalid votes, a table would say more than the record does.
    lines = [_LINE.fill(name=each.candidate, votes=each.votes) for each in votes]
    if invalid is not None:
        lines.append(_INVALID.fill(n=invalid))
    return Outcome(_TITLE, ladder, sentences=(*lines, *beside))


def _margin(votes: Any, invalid: int | None) -> tuple[Text, ...]:  # noqa: ANN401 -- rows of the act
    """The margin beside the invalid votes; with one candidate there is none."""
    order = ranked(votes)
    if len(order) < 2 or invalid is None:  # noqa: PLR2004 -- a margin lies between two
        return ()
    margin = order[0][1] - order[1][1]
    if margin == 0:
        return (_TIED.fill(votes=order[0][1], spoilt=invalid),)
    said = _MARGIN.fill(margin=margin, spoilt=invalid)
    return (said, _REACHES) if invalid >= margin else (said,)


def _elect(state: State) -> Text:
    """The candidate elect, once the adoption is on record with one name."""
    name, day = only(state, "winner_adopted.winner"), day_of(state, "winner_adopted.date")
    if not on_record(state, "winner_adopted") or not name:
        return EMPTY
    return _ELECT.fill(name=name, day=day) if day else _ELECT_NO_DAY.fill(name=name)


def _awaited(note: Text) -> Outcome:
    return Outcome(_TITLE, Ladder(Certainty.AWAITED, note=note))
