"""An official act: what was done, when, by whom, with which papers, as whose words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from pilkades.acts.kinds import adoption, campaign, candidacy, counting, polling, preparation, voters
from pilkades.acts.payload import Office, Payload, subclasses
from pilkades.base.digest import Json
from pilkades.base.errors import PilkadesError

# Importing the modules declares the kinds; naming them here keeps that visible.
STAGES = (preparation, voters, candidacy, campaign, polling, counting, adoption)

KINDS: Mapping[str, type[Payload]] = {
    kind.kind(): kind for kind in subclasses(Payload) if not kind.__name__.startswith("_")
}


class Standing(StrEnum):
    """How a statement is made: a fact with its circumstances, or only an assertion that all was well."""

    SHOWN = "shown"
    ASSERTED = "asserted"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement stands and its words."""

    place: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one fact, as one source says it."""

    value: Any
    standing: Standing = Standing.SHOWN
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The office that acted, and the person in it where a record names one."""

    office: Office
    person: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of the act: its digest (SHA-256), media type and name."""

    digest: str
    media_type: str
    name: str


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature of the act's digest: public key and signature in hexadecimal."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the record; several statements of one fact stand side by side when sources differ.

    `recorded` is an ISO 8601 instant with its offset (+07:00 WIB, +08:00 WITA, +09:00 WIT).
    `corrects` names the act that this one corrects; the corrected act stays where it is.
    """

    id: str
    kind: str
    facts: Mapping[str, tuple[Statement, ...]]
    recorded: str = ""
    actor: Actor | None = None
    documents: tuple[Document, ...] = ()
    basis: tuple[str, ...] = ()
    corrects: str | None = None
    previous: str | None = None
    digest: str = ""
    signatures: tuple[Signature, ...] = field(default=())

    def payload(self) -> Payload:
        """The facts as the kind's typed payload; a fact on which the sources differ is None there."""
        values = {
            name: stated[0].value
            for name, stated in self.facts.items()
            if len({repr(s.value) for s in stated}) == 1
        }
        return KINDS[self.kind].model_validate(values)


def read_fact(kind: str, name: str, raw: object) -> Any:  # noqa: ANN401 -- each fact has its own type
    """Check a raw value against the type that the kind declares for this fact and return it typed.

    Raises:
        PilkadesError: `unknown-kind`, `unknown-fact`, or `fact-type` with pydantic's reason.
    """
    if kind not in KINDS:
        raise PilkadesError("unknown-kind", kind=kind)
    if name not in KINDS[kind].model_fields:
        raise PilkadesError("unknown-fact", kind=kind, fact=name)
    try:
        return _adapter(kind, name).validate_python(raw)
    except ValidationError as error:
        raise PilkadesError("fact-type", kind=kind, fact=name, value=raw, reasons=error.errors()) from error


@cache
def _adapter(kind: str, name: str) -> TypeAdapter[Any]:
    """The reader of one fact; building it costs more than using it."""
    return TypeAdapter(_annotated(KINDS[kind].model_fields[name]))


def _annotated(info: Any) -> Any:  # noqa: ANN401 -- pydantic's FieldInfo carries annotation and metadata apart
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def plain(value: object) -> Json:
    """A fact's value as JSON: days and clocks in their notation, rows as objects."""
    if isinstance(value, BaseModel):
        return {name: plain(item) for name, item in value.model_dump(exclude_none=True, mode="json").items()}
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool | int | str) or value is None:
        return value
    if hasattr(value, "notation"):
        return str(value.notation)
    if hasattr(value, "strftime"):
        return str(value.strftime("%H:%M"))
    raise PilkadesError("not-plain", value=value)
