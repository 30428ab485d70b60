"""Case files -> `Case`: every fault of the file at once, with key and remedy."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from pilkades.acts.act import KINDS, Act, Source, Standing, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.record import Record, append
from pilkades.base.digest import digest
from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import Text, joined, same
from pilkades.cases.schema import Case, CaseFile, Defect, Disagreement, Quote
from pilkades.regulation import loader
from pilkades.regulation.faults import faults_of, toml_fault


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
    faults += [*_fact_faults(data, file), *_place_faults(data, file), *_overlay_faults(data, file)]
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
    reasons = error.fields.get("reasons")
    words = "; ".join(str(item["msg"]) for item in reasons) if isinstance(reasons, list) else ""
    return Text(
        f"nilai {raw!r} tidak cocok dengan jenis faktanya ({words}).",
        f"the value {raw!r} does not fit the fact's type ({words}).",
    )


_TYPE_REMEDIES = {
    "date": Text(
        'Tulis tanggal yang ada di kalender: 2007-06-07, "2007-06", atau "2007".',
        'Write a date that exists: 2007-06-07, "2007-06" or "2007".',
    ),
    "time": Text('Tulis jam seperti "08.00".', 'Write a time like "08.00".'),
    "int": Text(
        "Tulis bilangan bulat tanpa tanda kutip, tidak kurang dari nol: 290.",
        "Write a whole number without quotes, not below zero: 290.",
    ),
    "bool": Text("Tulis true atau false.", "Write true or false."),
    "extra": Text(
        "Hapus kunci yang tidak dikenal itu, atau perbaiki ejaannya.",
        "Remove the unknown key, or correct its spelling.",
    ),
}


def _type_remedy(error: PilkadesError) -> Text:
    reasons = error.fields.get("reasons")
    words = " ".join(f"{item['type']} {item['msg']}" for item in reasons) if isinstance(reasons, list) else ""
    found = [remedy for name, remedy in _TYPE_REMEDIES.items() if name in words]
    return joined(found) if found else Text("Perbaiki nilainya.", "Correct the value.")


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


def _place_faults(data: dict[str, object], file: str) -> Iterator[Fault]:
    sources = data.get("source")
    known = set(sources) if isinstance(sources, dict) else set()
    for key, _, statement in _statements(data):
        document, _, line = str(statement.get("at", "")).partition(":")
        if document not in known or not line.replace("-", "").isdigit():
            yield Fault(
                file,
                f"{key}.at",
                Text(
                    f"tempat {statement.get('at')!r} tidak menunjuk sumber dan baris.",
                    f"{statement.get('at')!r} names no source and line.",
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
