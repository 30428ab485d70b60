"""From the sheets of all TPS to the village: what adds up, what does not, and what is missing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pilkades.base.language import Text, same
from pilkades.count.identities import IdentityResult, Standing, identities
from pilkades.count.sheet import PLAIN_FIGURES, REASONS, VOTES, Sheet, name_of

VILLAGE = "desa"
"""The name that the village's own sheet of totals carries instead of a TPS."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Sheets received so far, by TPS, each version once; several versions of a TPS are a conflict, kept."""

    versions: Mapping[str, tuple[Sheet, ...]]

    @property
    def conflicts(self) -> tuple[str, ...]:
        """TPS of which different sheets were received."""
        return tuple(tps for tps, sheets in self.versions.items() if len(sheets) > 1)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one figure over the TPS: what is known, and where it is blank, missing or in conflict."""

    key: str
    known: int
    unknown_at: tuple[str, ...]

    @property
    def value(self) -> int | None:
        """The total; None while one part is unknown, for a sum with a blank is not a sum."""
        return None if self.unknown_at else self.known


@dataclass(frozen=True, slots=True)
class Announced:
    """A figure that was announced for the village, beside the sum of its TPS."""

    key: str
    announced: int
    summed: int | None
    at_least: int
    explanation: Text

    @property
    def difference(self) -> int | None:
        """Announced minus summed; None when the sum is not known."""
        return None if self.summed is None else self.announced - self.summed


@dataclass(frozen=True, slots=True)
class Recapitulation:
    """The village's count as it stands."""

    village: Sheet
    totals: Mapping[str, Total]
    sheets: tuple[Sheet, ...]
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    conflicts: tuple[str, ...]
    mismatches: tuple[IdentityResult, ...]
    unchecked: tuple[IdentityResult, ...]
    lines: tuple[Text, ...]

    @property
    def complete(self) -> bool:
        """Whether every expected TPS has one sheet and no sheet is unexpected."""
        return not (self.missing or self.conflicts or self.unexpected)


def gather(sheets: Iterable[Sheet]) -> Gathered:
    """Collect sheets by TPS; the same sheet sent twice is one sheet (design section 5)."""
    versions: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        held = versions.setdefault(sheet.tps, [])
        if sheet not in held:
            held.append(sheet)
    ordered = {tps: tuple(sorted(versions[tps], key=_content)) for tps in sorted(versions, key=_natural)}
    return Gathered(MappingProxyType(ordered))


def merged(first: Gathered, second: Gathered) -> Gathered:
    """Join two collections; order and repetition do not matter, and a conflict is kept, never solved."""
    return gather(sheet for part in (first, second) for sheets in part.versions.values() for sheet in sheets)


def recapitulate(gathered: Gathered, expected: Iterable[str]) -> Recapitulation:
    """Add the TPS of a village; every mismatch of a sheet or of the totals is shown, none is smoothed.

    `expected` names the TPS that must report. A figure that is blank on one sheet, or whose sheet is missing
    or in conflict, has no total: what is known of it is a lower bound.
    """
    wanted = tuple(sorted(set(expected), key=_natural))
    single = tuple(sheets[0] for sheets in gathered.versions.values() if len(sheets) == 1)
    missing = tuple(tps for tps in wanted if tps not in gathered.versions)
    unexpected = tuple(tps for tps in gathered.versions if tps not in wanted)
    absent = (*missing, *gathered.conflicts)
    totals = {key: _total(key, single, absent) for key in _keys(gathered)}
    village = _village(totals)
    checked = [
        result for sheet in (*single, village) for result in identities(_with_all(sheet, village.votes))
    ]
    mismatches = tuple(result for result in checked if result.standing is Standing.FAILS)
    unchecked = tuple(result for result in checked if result.standing is Standing.CANNOT_BE_CHECKED)
    lines = _lines(missing, unexpected, gathered.conflicts, totals.values(), mismatches)
    return Recapitulation(
        village,
        MappingProxyType(totals),
        single,
        missing,
        unexpected,
        gathered.conflicts,
        mismatches,
        unchecked,
        lines,
    )


def compare_announced(recapitulation: Recapitulation, announced: Mapping[str, int]) -> tuple[Announced, ...]:
    """Set announced village figures beside the sums of the TPS, by key (`valid`, `votes:NAME`)."""
    return tuple(_announced(key, value, recapitulation.totals.get(key)) for key, value in announced.items())


def _announced(key: str, value: int, total: Total | None) -> Announced:
    summed = None if total is None else total.value
    known = 0 if total is None else total.known
    if summed is None:
        text = Text(
            "{figure}: diumumkan {value}; jumlah TPS belum diketahui, sedikitnya {known}.",
            "{figure}: {value} announced; the sum of the TPS is not known, at least {known}.",
        )
    elif summed == value:
        text = Text(
            "{figure}: diumumkan {value}, sama dengan jumlah TPS.",
            "{figure}: {value} announced, equal to the sum of the TPS.",
        )
    else:
        text = Text(
            "{figure}: diumumkan {value}, jumlah TPS {known}; selisih {difference}.",
            "{figure}: {value} announced, the sum of the TPS is {known}; difference {difference}.",
        )
    filled = text.fill(figure=name_of(key), value=value, known=known, difference=value - known)
    return Announced(key, value, summed, known, filled)


def _with_all(sheet: Sheet, candidates: Iterable[str]) -> Sheet:
    """The sheet with a blank for each candidate of the village whom it does not list."""
    return sheet.with_figures({f"{VOTES}:{name}": sheet.votes.get(name) for name in candidates})


def _keys(gathered: Gathered) -> tuple[str, ...]:
    keys = dict.fromkeys(PLAIN_FIGURES)
    named = {
        key
        for sheets in gathered.versions.values()
        for sheet in sheets
        for key, _ in sheet.figures()
        if key.startswith((f"{VOTES}:", f"{REASONS}:"))
    }
    return (*keys, *sorted(named))


def _total(key: str, sheets: tuple[Sheet, ...], absent: tuple[str, ...]) -> Total:
    values = {sheet.tps: sheet.figure(key) for sheet in sheets}
    blank = tuple(tps for tps, value in values.items() if value is None)
    known = sum(value for value in values.values() if value is not None)
    nothing = ("*",) if not sheets and not absent else ()
    return Total(key, known, tuple(sorted({*blank, *absent, *nothing}, key=_natural)))


def _village(totals: Mapping[str, Total]) -> Sheet:
    def named(head: str) -> dict[str, int | None]:
        return {
            key.removeprefix(f"{head}:"): total.value
            for key, total in totals.items()
            if key.startswith(f"{head}:")
        }

    empty = Sheet(VILLAGE, votes=named(VOTES), invalid_by_reason=named(REASONS))
    return empty.with_figures({key: totals[key].value for key in PLAIN_FIGURES})


def _lines(
    missing: tuple[str, ...],
    unexpected: tuple[str, ...],
    conflicts: tuple[str, ...],
    totals: Iterable[Total],
    mismatches: tuple[IdentityResult, ...],
) -> tuple[Text, ...]:
    lines = [
        Text("Lembar {tps} belum ada.", "The sheet of {tps} is missing.").fill(tps=_where(tps))
        for tps in missing
    ]
    lines += [
        Text("{tps} tidak ada dalam rencana TPS.", "{tps} is not in the plan of TPS.").fill(tps=_where(tps))
        for tps in unexpected
    ]
    lines += [
        Text(
            "{tps} mempunyai lembar yang berbeda-beda; semuanya disimpan dan tidak dijumlahkan.",
            "{tps} has sheets that differ; all are kept and none is added.",
        ).fill(tps=_where(tps))
        for tps in conflicts
    ]
    gone = {*missing, *conflicts}
    for total in totals:
        blank = [tps for tps in total.unknown_at if tps not in gone and tps != "*"]
        # a figure that no sheet has is no gap of one sheet
        if blank and total.known:
            lines.append(
                Text(
                    "{figure}: kosong di {tps}; jumlah desa belum diketahui, sedikitnya {known}.",
                    "{figure}: blank at {tps}; the village total is not known, at least {known}.",
                ).fill(figure=name_of(total.key), tps=[_where(tps) for tps in blank], known=total.known)
            )
    lines += [
        Text(
            "{where}: {formula}; selisih {difference}.", "{where}: {formula}; difference {difference}."
        ).fill(where=_where(result.tps), formula=result.formula, difference=result.difference)
        for result in mismatches
    ]
    return tuple(lines)


def _where(tps: str) -> Text:
    if tps == VILLAGE:
        return Text("Jumlah desa", "Village total")
    return same(tps if tps.upper().startswith("TPS") else f"TPS {tps}")


def _natural(tps: str) -> tuple[tuple[int, int, str], ...]:
    """Sort TPS 2 before TPS 10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", tps) if part
    )


def _content(sheet: Sheet) -> str:
    """A fixed order of versions that does not depend on which came first."""
    return repr(sorted((key, -1 if value is None else value) for key, value in sheet.figures()))
