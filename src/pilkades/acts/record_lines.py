"""A record as JSON Lines: the head of the record on the first line, then one act on each line."""

import json
from collections.abc import Iterator, Sequence

from pilkades.acts.act import Act
from pilkades.acts.json_form import to_json
from pilkades.acts.reading import from_json
from pilkades.acts.reading_faults import NO_HEADER, NOT_JSON, TWICE, Problem
from pilkades.acts.record import FORMAT, Record
from pilkades.base.digest import canonical
from pilkades.base.errors import Fault, FaultyInput


class _TwiceError(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def write_record(record: Record) -> str:
    """The record as text, each line in canonical JSON (RFC 8785); the same record gives the same bytes."""
    lines = [canonical(record.header), *(canonical(to_json(act)) for act in record.acts)]
    return "".join(line.decode() + "\n" for line in lines)


def read_record(text: str, file: str) -> Record:
    """Read what `write_record` writes; blank lines are passed over.

    Whether the chain holds is not asked here: `verify` says so, act by act.

    Raises:
        FaultyInput: every fault of every line, with line and key.
    """
    faults: list[Fault] = []
    # Not splitlines: it would also break at characters that JSON allows inside a text.
    rows = [(number, row) for number, row in enumerate(text.split("\n"), start=1) if row.strip()]
    parsed = [read for number, row in rows for read in _parse(row, file, number, faults)]
    header = _header(rows[:1], parsed[:1], file, faults)
    acts = [_act(data, file, number, faults) for number, data in parsed if number != rows[0][0]]
    if faults or header is None:
        raise FaultyInput(faults)
    return Record(header[0], tuple(act for act in acts if act is not None), header[1])


def _parse(row: str, file: str, number: int, faults: list[Fault]) -> Iterator[tuple[int, object]]:
    try:
        yield number, json.loads(row, object_pairs_hook=_once, parse_constant=_no_number)
    except _TwiceError as error:
        faults.append(_fault(file, f"{number}:{error.key}", TWICE))
    except (ValueError, RecursionError):
        faults.append(_fault(file, str(number), NOT_JSON))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read: dict[str, object] = {}
    for key, value in pairs:
        if key in read:
            raise _TwiceError(key)
        read[key] = value
    return read


def _no_number(words: str) -> None:
    raise ValueError(words)


def _header(
    rows: Sequence[tuple[int, str]], parsed: Sequence[tuple[int, object]], file: str, faults: list[Fault]
) -> tuple[str, str] | None:
    first = rows[0][0] if rows else 1
    if rows and (not parsed or parsed[0][0] != first):
        return None  # its fault is already named: it is not JSON
    match parsed:
        case [(_, {"format": str(form), "election": str(election), "chain": str(chain), **rest})]:
            if form == FORMAT and election and not rest:
                return election, chain
    faults.append(_fault(file, str(first), NO_HEADER))
    return None


def _act(data: object, file: str, number: int, faults: list[Fault]) -> Act | None:
    try:
        return from_json(data, file, number)
    except FaultyInput as faulty:
        faults.extend(faulty.faults)
    return None


def _fault(file: str, key: str, problem: Problem) -> Fault:
    return Fault(file, key, *problem)
