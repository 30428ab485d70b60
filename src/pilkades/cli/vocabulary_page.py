"""`python -m pilkades.cli.vocabulary_page FILE`: the kinds of acts and their facts, as a page."""

import sys
from collections.abc import Iterable, Iterator
from datetime import time
from pathlib import Path
from typing import Any

from pilkades.acts.act import KINDS
from pilkades.acts.payload import OFFICES, Office, Payload, Row
from pilkades.base.day import Day
from pilkades.base.findings import STAGES
from pilkades.base.language import Text
from pilkades.compliance.facts import DERIVED

_HEAD = """<!-- Do not edit; written by `python -m pilkades.cli.vocabulary_page FILE`. -->

# Vocabulary of acts and facts

A fact is written `<kind>.<fact>`: `bpd_notice.written`. The fields of a list's rows are written
`tps_plan.stations[].voters`. What no source states is left out; it is then unknown, which is not `false`
and not 0.

| type | in TOML | means |
|---|---|---|
| yes/no | `true`, `false` | it was so; it was not so. Not stated: leave out |
| count | `797` | a whole number, not below zero: votes, ballots, people, years, rupiah |
| day | `2007-06-07`, `"2007-06"`, `"2007"` | a day, or as much of it as the source gives |
| clock | `"08.00"` | a time of day |
| office | `"committee"` | one of the offices at the end of this page |
| words | `"..."` | as the source writes it; shares as `"98.6"` |
| counts by name | `{ perangkat = 3 }` | a whole number for each name |
| list of rows | `[ { ... }, { ... } ]` | rows, their fields below the kind |

Facts that begin with `derived.` are worked out from others and are never written in a file.
"""

_TYPES: tuple[tuple[type[object], str], ...] = (
    (bool, "yes/no"),
    (dict, "counts by name"),
    (Day, "day"),
    (time, "clock"),
    (Office, "office"),
    (int, "count"),
    (str, "words"),
)


def vocabulary_page() -> str:
    """The whole page; alike as long as the vocabulary is."""
    parts = [_HEAD, "\n## Every kind has\n\n", _facts(Payload, Payload.model_fields)]
    for stage, name in STAGES.items():
        parts.append(f"\n## {name.id} / {name.en}\n")
        for kind, payload in KINDS.items():
            if payload.stage is stage:
                parts.append(_kind(kind, payload))
    parts.append("\n## derived\n\n| fact | Indonesian | English |\n|---|---|---|\n")
    parts += [_line((f"`derived.{name}`", text.id, text.en)) for name, text in DERIVED.items()]
    parts.append("\n## Offices\n\n| office | Indonesian | English |\n|---|---|---|\n")
    parts += [_line((f"`{office.value}`", text.id, text.en)) for office, text in OFFICES.items()]
    return "".join(parts)


def _kind(kind: str, payload: type[Payload]) -> str:
    own = [name for name in payload.model_fields if name not in Payload.model_fields]
    head = f"\n### `{kind}`\n\n{_said(payload.label)}\n"
    rows = "".join(_rows(name, payload.model_fields[name].annotation) for name in own)
    return head + (f"\n{_facts(payload, own)}" if own else "") + rows


def _rows(name: str, annotation: object) -> str:
    row = _row_of(annotation)
    return (
        ""
        if row is None
        else f"\nRows of `{name}[]` ({_said(row.label)}):\n\n{_facts(row, row.model_fields)}"
    )


def _facts(model: type[Payload | Row], names: Iterable[str]) -> str:
    lines = [
        _line((f"`{name}`", _type(model.model_fields[name].annotation), label.id, label.en))
        for name in names
        for label in (model.label_of(name),)
    ]
    return "| fact | type | Indonesian | English |\n|---|---|---|---|\n" + "".join(lines)


def _type(annotation: object) -> str:
    row = _row_of(annotation)
    if row is not None:
        return "list of rows"
    parts = set(_parts(annotation))
    return next(words for kind, words in _TYPES if kind in parts)


def _row_of(annotation: object) -> type[Row] | None:
    found = (part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, Row))
    return next(found, None)


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- typing forms have no common type
    yield getattr(annotation, "__origin__", annotation)
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)


def _said(text: Text) -> str:
    return text.id if text.id == text.en else f"{text.id} / {text.en}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def main(arguments: list[str]) -> int:
    """Write the page to the file that is named, else to the screen."""
    if arguments:
        Path(arguments[0]).write_text(vocabulary_page(), encoding="utf-8")
    else:
        sys.stdout.write(vocabulary_page())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
