"""Case files -> `Case`: every fault of the file at once, with key and remedy."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pilkades.acts.act import KINDS, Act, Source, Standing, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.record import Record, append
from pilkades.base.digest import digest
from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.cases.schema import Case, CaseFile, Defect, Disagreement, Quote
from pilkades.regulation import loader
from pilkades.regulation.faults import faults_of, toml_fault

# A line of a source, or a first and a last line.
_LINES = re.compile(r"\d+(-\d+)?")


def shipped() -> dict[str, Traversable]:
    """The case files that ship with the program, by id."""
    folder = resources.files("pilkades.cases") / "data"
    return {
        item.name.removesuffix(".toml"): item
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.name.endswith(".toml")
    }


def load_case(name_or_path: str) -> Case:
    """A shipped case by its id, or any case file by its path.

    Raises:
        FaultyInput: every fault of the file.
        PilkadesError: `unknown-case` when there is neither such a case nor such a file.
    """
    known = shipped()
    if name_or_path in known:
        return read_case(known[name_or_path].read_text(encoding="utf-8"), known[name_or_path].name)
    path = Path(name_or_path)
    if not path.is_file():
        raise PilkadesError("unknown-case", case=name_or_path, known=sorted(known))
    return read_case(path.read_text(encoding="utf-8"), str(path))


def read_case(text: str, file: str) -> Case:
    """Check the text of a case file and build the case.

    Raises:
        FaultyInput: every fault of the file.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultyInput([toml_fault(file, error)]) from error
    model, faults = _validated(data, file)
    faults += [
        *_fact_faults(data, file),
        *_place_faults(data, file),
        *_overlay_faults(data, file),
        *_law_day_faults(data, file),
    ]
    if model is None or faults:
        raise FaultyInput(faults)
    return _case(model)


def _validated(data: dict[str, object], file: str) -> tuple[CaseFile | None, list[Fault]]:
    try:
        return CaseFile.model_validate(data), []
    except ValidationError as error:
        return None, list(faults_of(error, file))


def _statements(data: dict[str, object]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Key, kind and statement of every statement that is at least shaped like one."""
    acts = data.get("act")
    for number, act in enumerate(acts if isinstance(acts, list) else [], start=1):
        if not isinstance(act, dict):
            continue
        kind = str(act.get("kind", ""))
        listed = act.get("statement")
        for place, statement in enumerate(listed if isinstance(listed, list) else [], start=1):
            if isinstance(statement, dict):
                yield f"act[{number}] {kind}.statement[{place}]", kind, statement


def _fact_faults(data: dict[str, object], file: str) -> Iterator[Fault]:
    for key, kind, statement in _statements(data):
        if kind not in KINDS:
            yield Fault(
                file,
                key,
                Text(f"jenis tindakan {kind!r} tidak dikenal.", f"the kind of act {kind!r} is not known."),
                Text(
                    "Pakai salah satu jenis di docs/developers/vocabulary.md.",
                    "Use a kind of docs/developers/vocabulary.md.",
                ),
            )
            continue
        facts = statement.get("facts")
        for name, raw in facts.items() if isinstance(facts, dict) else ():
            yield from _one_fact(file, f"{key}.{name}", kind, name, raw)


def _one_fact(file: str, key: str, kind: str, name: str, raw: object) -> Iterator[Fault]:
    try:
        value = read_fact(kind, name, raw)
    except PilkadesError as error:
        if error.code == "unknown-fact":
            yield Fault(
                file,
                key,
                Text(
                    f"fakta {name!r} tidak dikenal pada {kind}.", f"the fact {name!r} is not known of {kind}."
                ),
                Text(
                    "Perbaiki ejaannya; lihat docs/developers/vocabulary.md.",
                    "Correct its spelling; see docs/developers/vocabulary.md.",
                ),
            )
            return
        yield Fault(file, key, _type_problem(raw, error), _type_remedy(error))
        return
    yield from _double_rows(file, key, value)


def _type_problem(raw: object, error: PilkadesError) -> Text:
    """The value that does not fit; inside a list, the row and its field."""
    first = _reasons(error)[0]
    rows = [str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"]]
    shown = first["input"] if rows and first["type"] != "extra_forbidden" else raw
    where = Text(f" (baris {': '.join(rows)})", f" (row {': '.join(rows)})") if rows else EMPTY
    return Text(
        f"nilai {shown!r} tidak cocok dengan jenis faktanya{where.id}.",
        f"the value {shown!r} does not fit the fact's type{where.en}.",
    )


def _reasons(error: PilkadesError) -> list[dict[str, Any]]:
    reasons = error.fields["reasons"]
    return list(reasons) if isinstance(reasons, list) else []


_WHOLE_NUMBER = Text(
    "Tulis bilangan bulat tanpa tanda kutip, tidak kurang dari nol: 290.",
    "Write a whole number without quotes, not below zero: 290.",
)
_CLOCK = Text('Tulis jam seperti "08.00".', 'Write a time like "08.00".')
_TYPE_REMEDIES = {
    "day": Text(
        'Tulis tanggal yang ada di kalender: 2007-06-07, "2007-06", atau "2007".',
        'Write a date that exists: 2007-06-07, "2007-06" or "2007".',
    ),
    "clock": _CLOCK,
    "time_parsing": _CLOCK,
    "int_type": _WHOLE_NUMBER,
    "greater_than_equal": _WHOLE_NUMBER,
    "bool_type": Text("Tulis true atau false.", "Write true or false."),
    "string_type": Text("Tulis di antara tanda kutip.", "Write it between quotes."),
    "list_type": Text("Tulis di antara kurung siku: [...].", "Write it between square brackets: [...]."),
    "extra_forbidden": Text(
        "Hapus kunci yang tidak dikenal itu, atau perbaiki ejaannya.",
        "Remove the unknown key, or correct its spelling.",
    ),
}


def _type_remedy(error: PilkadesError) -> Text:
    reasons = _reasons(error)
    choices = next((item["ctx"]["expected"] for item in reasons if item["type"] == "enum"), "")
    if choices:
        return joined([Text("Pakai salah satu:", "Use one of:"), same(f"{choices}.")])
    found = [remedy for item in reasons if (remedy := _TYPE_REMEDIES.get(item["type"]))]
    return joined(list(dict.fromkeys(found))) if found else Text("Perbaiki nilainya.", "Correct the value.")


def _double_rows(file: str, key: str, value: object) -> Iterator[Fault]:
    """A candidate or a polling station that stands twice in one list."""
    if not isinstance(value, list):
        return
    names = [getattr(row, "candidate", None) or getattr(row, "name", None) for row in value]
    for name, times in Counter(name for name in names if name).items():
        if times > 1:
            yield Fault(
                file,
                key,
                Text(
                    f"{name!r} tertulis {times} kali dalam satu daftar.",
                    f"{name!r} stands {times} times in one list.",
                ),
                Text(
                    "Sisakan satu baris; bila sumber berbeda, tulis dua pernyataan.",
                    "Keep one row; if sources differ, write two statements.",
                ),
            )


def _places(data: dict[str, object]) -> Iterator[tuple[str, object]]:
    """Key and place of everything in the file that names a source."""
    yield from ((f"{key}.at", statement.get("at", "")) for key, _, statement in _statements(data))
    for number, entry in _tables(data, "disagreement"):
        sides = entry.get("statements")
        for place, side in enumerate(sides if isinstance(sides, list) else [], start=1):
            if isinstance(side, dict):
                yield f"disagreement[{number}].statements[{place}].at", side.get("at", "")
    yield from ((f"defect[{number}].at", entry.get("at", "")) for number, entry in _tables(data, "defect"))


def _tables(data: dict[str, object], name: str) -> Iterator[tuple[int, dict[str, object]]]:
    listed = data.get(name)
    for number, entry in enumerate(listed if isinstance(listed, list) else [], start=1):
        if isinstance(entry, dict):
            yield number, entry


def _place_faults(data: dict[str, object], file: str) -> Iterator[Fault]:
    sources = data.get("source")
    known = set(sources) if isinstance(sources, dict) else set()
    for key, at in _places(data):
        document, _, line = str(at).partition(":")
        if document not in known or not _LINES.fullmatch(line):
            yield Fault(
                file,
                key,
                Text(
                    f"tempat {at!r} tidak menunjuk sumber dan baris.",
                    f"{at!r} names no source and line.",
                ),
                joined(
                    [
                        Text("Tulis sumber:baris; sumber yang ada:", "Write source:line; known sources:"),
                        same(", ".join(sorted(known)) + "."),
                    ]
                ),
            )


def _overlay_faults(data: dict[str, object], file: str) -> Iterator[Fault]:
    overlay = data.get("overlay")
    known = loader.shipped_law().counties
    if overlay is not None and overlay not in known:
        yield Fault(
            file,
            "overlay",
            Text(f"daerah {overlay!r} tidak dikenal.", f"the county {overlay!r} is not known."),
            joined([Text("Daerah yang ada:", "Known counties:"), same(", ".join(sorted(known)) + ".")]),
        )


def _law_day_faults(data: dict[str, object], file: str) -> Iterator[Fault]:
    day, first = data.get("law_day"), loader.shipped_law().regimes[0].start
    if isinstance(day, date) and not isinstance(day, datetime) and day < first:
        yield Fault(
            file,
            "law_day",
            Text("belum ada hukum yang dikenal untuk hari {day}.", "no law is known for {day}.").fill(
                day=day
            ),
            Text("Pakai hari sejak {first}.", "Use a day from {first} on.").fill(first=first),
        )


def _act_id(model: CaseFile, number: int) -> str:
    """A UUIDv7 alike at every reading: the law's day and a digest stand in for clock and chance."""
    moment = (model.law_day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000
    return uuid7(moment + number, bytes.fromhex(digest({"case": model.id, "act": number})[:20]))


def _case(model: CaseFile) -> Case:
    record = Record(model.id)
    for number, entry in enumerate(model.act, start=1):
        facts: dict[str, list[Statement]] = defaultdict(list)
        for stated in entry.statement:
            source = Source(stated.at, stated.quote)
            for name, raw in stated.facts.items():
                facts[name].append(
                    Statement(read_fact(entry.kind, name, raw), Standing(stated.standing), source)
                )
        draft = Act(id=_act_id(model, number), kind=entry.kind, facts={k: tuple(v) for k, v in facts.items()})
        record = append(record, draft, record.head)
    return Case(
        id=model.id,
        village=model.village,
        district=model.district,
        county_name=model.county_name,
        overlay=model.overlay,
        law_day=model.law_day,
        law_day_note=model.law_day_note,
        sources=dict(model.source),
        record=record,
        disagreements=tuple(
            Disagreement(item.about, tuple(Quote(side.at, side.quote) for side in item.statements))
            for item in model.disagreement
        ),
        defects=tuple(Defect(Quote(item.at, item.quote), item.problem) for item in model.defect),
    )
