"""From JSON to an act: every fault of the form is collected, each with its place and what to do."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pilkades.acts.act import (
    KINDS,
    Act,
    Actor,
    Document,
    Signature,
    Source,
    Standing,
    Statement,
    plain,
    read_fact,
)
from pilkades.acts.identity import is_uuid7
from pilkades.acts.payload import Office
from pilkades.acts.reading_faults import (
    BAD_ID,
    BAD_INSTANT,
    BAD_PAPER,
    NO_VALUE,
    NOT_CANONICAL,
    UNKNOWN_FACT,
    UNKNOWN_KIND,
    Problem,
    of_form,
    other_form,
    unfit_value,
)
from pilkades.acts.record import is_digest, is_instant
from pilkades.base.digest import canonical
from pilkades.base.errors import Fault, FaultyInput, PilkadesError


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _SourceForm(_Form):
    place: str
    quote: str


class _StatementForm(_Form):
    value: Any
    standing: Standing
    source: _SourceForm | None


class _ActorForm(_Form):
    office: Office
    person: str


class _DocumentForm(_Form):
    digest: str
    media_type: str
    name: str


class _SignatureForm(_Form):
    key: str
    value: str


class _ActForm(_Form):
    # No field has a default: a key left out would be filled in by us and change the digest's ground unseen.
    id: str
    kind: str
    facts: dict[str, list[_StatementForm]]
    recorded: str
    actor: _ActorForm | None
    documents: list[_DocumentForm]
    basis: list[str]
    corrects: str | None
    previous: str | None
    digest: str
    signatures: list[_SignatureForm]


def from_json(data: object, file: str = "act", line: int | None = None) -> Act:
    """Read what `to_json` writes; every key must be there and every value in the one form it is written in.

    Whether digest, order and signatures hold is not asked here: `verify` names the place where they do not.

    Raises:
        FaultyInput: every fault, with the file, the line if given, and the key.
    """
    faults: list[Fault] = []
    act = _read(data, faults, file, "" if line is None else f"{line}:")
    if act is None:
        raise FaultyInput(faults)
    return act


def _read(data: object, faults: list[Fault], file: str, before: str) -> Act | None:
    def add(key: str, problem: Problem) -> None:
        faults.append(Fault(file, f"{before}{key}", *problem))

    try:
        canonical(data)  # type: ignore[arg-type]  # what is no JSON is what we ask about
        form = _ActForm.model_validate(data)
    except ValidationError as error:
        for item in error.errors():
            add(_path(item["loc"]), of_form(item["type"], item["msg"]))
        return None
    except (ValueError, RecursionError):
        # Of canonical: too large a number, half a surrogate pair, nesting without end.
        add("", NOT_CANONICAL)
        return None
    for key, problem in _misfits(form):
        add(key, problem)
    facts = {name: tuple(_statements(form, name, stated, add)) for name, stated in form.facts.items()}
    return None if faults else _act(form, facts)


def _misfits(form: _ActForm) -> Iterator[tuple[str, Problem]]:
    if not is_uuid7(form.id):
        yield "id", BAD_ID
    if form.recorded and not is_instant(form.recorded):
        yield "recorded", BAD_INSTANT
    for number, paper in enumerate(form.documents):
        if not is_digest(_document(paper)):
            yield f"documents[{number}].digest", BAD_PAPER
    if form.kind not in KINDS:
        yield "kind", UNKNOWN_KIND


def _statements(form: _ActForm, name: str, stated: Sequence[_StatementForm], add: Any) -> Iterator[Statement]:  # noqa: ANN401 -- a closure of two arguments
    if form.kind not in KINDS:
        return
    if name not in KINDS[form.kind].model_fields:
        add(f"facts.{name}", UNKNOWN_FACT)
        return
    if not stated and form.corrects is None:
        add(f"facts.{name}", NO_VALUE)
    for number, one in enumerate(stated):
        key = f"facts.{name}[{number}].value"
        if one.value is None:
            add(key, NO_VALUE)
            continue
        try:
            value = read_fact(form.kind, name, one.value)
        except PilkadesError:
            add(key, unfit_value(form.kind, name))
            continue
        if canonical(plain(value)) != canonical(one.value):
            add(key, other_form(plain(value)))
            continue
        source = None if one.source is None else Source(one.source.place, one.source.quote)
        yield Statement(value, one.standing, source)


def _act(form: _ActForm, facts: dict[str, tuple[Statement, ...]]) -> Act:
    return Act(
        id=form.id,
        kind=form.kind,
        facts=facts,
        recorded=form.recorded,
        actor=None if form.actor is None else Actor(form.actor.office, form.actor.person),
        documents=tuple(_document(paper) for paper in form.documents),
        basis=tuple(form.basis),
        corrects=form.corrects,
        previous=form.previous,
        digest=form.digest,
        signatures=tuple(Signature(one.key, one.value) for one in form.signatures),
    )


def _document(form: _DocumentForm) -> Document:
    return Document(form.digest, form.media_type, form.name)


def _path(parts: Sequence[str | int]) -> str:
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return written.removeprefix(".")
