"""What a case file may hold; docs/developers/case-files.md explains it with an example."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from pilkades.acts.record import Record
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.rule import Words


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True)


class SourceEntry(_Strict):
    """A document that the case is told from."""

    file: str
    title: str
    kind: Words = EMPTY


class StatementEntry(_Strict):
    """What one place of a document says: facts, with its words."""

    at: str
    quote: str = ""
    standing: Literal["shown", "asserted"] = "shown"
    facts: Annotated[dict[str, Any], Field(min_length=1)]


class ActEntry(_Strict):
    """All that the documents say of one kind of act."""

    kind: str
    statement: Annotated[list[StatementEntry], Field(min_length=1)]


class QuoteEntry(_Strict):
    """Words and their place."""

    at: str
    quote: str


class DisagreementEntry(_Strict):
    """Statements that contradict each other and that no fact of the vocabulary holds."""

    about: Words
    statements: Annotated[list[QuoteEntry], Field(min_length=2)]


class DefectEntry(_Strict):
    """Where the document misquotes the law or slips in its own figures."""

    at: str
    quote: str
    problem: Words


class CaseFile(_Strict):
    """A case as its file states it."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    village: str
    district: str
    county_name: str
    overlay: str | None = None
    law_day: date
    law_day_note: Words = EMPTY
    source: dict[str, SourceEntry]
    act: Annotated[list[ActEntry], Field(min_length=1)]
    disagreement: list[DisagreementEntry] = []
    defect: list[DefectEntry] = []


@dataclass(frozen=True, slots=True)
class Quote:
    """Words and their place, as people read it."""

    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A contradiction of the sources: about what, and each side."""

    about: Text
    statements: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of the source: where, its words, what is wrong."""

    at: Quote
    problem: Text


@dataclass(frozen=True, slots=True)
class Case:
    """A documented election, its acts in a chained record."""

    id: str
    village: str
    district: str
    county_name: str
    overlay: str | None
    law_day: date
    law_day_note: Text
    sources: dict[str, SourceEntry]
    record: Record
    disagreements: tuple[Disagreement, ...]
    defects: tuple[Defect, ...]
