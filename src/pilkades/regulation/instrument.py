"""Instruments, their provisions in their own words, and the regimes by date."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.parameter import Evidence
from pilkades.regulation.rule import Words


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True)


class Unresolved(_Strict):
    """Since when it is an open question whether an instrument is still in force."""

    start: date = Field(alias="from")
    id: str
    en: str


class Instrument(_Strict):
    """A law, regulation, decree or circular; rank 1 is the highest."""

    title: str
    short: str
    rank: Annotated[int, Field(ge=1, le=9)]
    county: str | None = None
    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="until")
    evidence: Annotated[Evidence, Field(strict=False)]
    source: str
    unresolved: Unresolved | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force; an unresolved status counts as in force and is shown as a question."""
        return self.start <= day and (self.end is None or day < self.end)


NoRule = Literal[
    "lead_in",
    "definition",
    "principle",
    "delegates",
    "outside_election",
    "oath_text",
    "transitional",
    "closing",
    "task_of_other",
    "restates",
]

NO_RULE: dict[str, Text] = {
    "lead_in": Text(
        "Kalimat pengantar; butir-butirnya dihitung satu per satu.",
        "Opening words of a list; its items stand one by one.",
    ),
    "definition": Text(
        "Pengertian; dipakai oleh aturan lain, tidak memerintahkan tindakan.",
        "A definition; used by other rules, commands no act.",
    ),
    "principle": Text(
        "Asas; tidak menyebut tindakan yang dapat dicocokkan dengan catatan.",
        "A principle; names no act to hold against a record.",
    ),
    "delegates": Text(
        "Perintah kepada pengatur lain, bukan kepada penyelenggara pemilihan.",
        "An order to another regulator, not to those who run the election.",
    ),
    "outside_election": Text(
        "Di luar tahapan pemilihan kepala desa.", "Outside the course of a village-head election."
    ),
    "oath_text": Text(
        "Bunyi sumpah/janji; pengucapannya diperiksa aturan lain.",
        "The words of the oath; another rule checks that it was taken.",
    ),
    "transitional": Text("Ketentuan peralihan.", "A transitional provision."),
    "closing": Text("Ketentuan penutup.", "A closing provision."),
    "task_of_other": Text(
        "Tugas umum suatu lembaga; tidak menyebut tindakan tertentu dalam satu pemilihan.",
        "A standing task of a body; names no act of one election.",
    ),
    "restates": Text(
        "Mengulang ketentuan lain, yang diperiksa aturannya sendiri.",
        "Repeats another provision, which has its own rule.",
    ),
}


class ProvisionEntry(_Strict):
    """A provision as a file states it."""

    at: str
    text: str = Field(min_length=1)
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="until")
    evidence: Annotated[Evidence, Field(strict=False)] | None = None
    no_rule: NoRule | None = None
    note: Words = EMPTY


class ProvisionFile(_Strict):
    """A file of an instrument's provisions."""

    instrument: str
    provision: list[ProvisionEntry]


class Provision(_Strict):
    """A provision in its place: the law's own words."""

    article: Article
    text: str
    start: date
    end: date | None
    evidence: Evidence
    no_rule: NoRule | None
    note: Text

    def holds_on(self, day: date) -> bool:
        """Whether this wording is in force on that day."""
        return self.start <= day and (self.end is None or day < self.end)


class Regime(_Strict):
    """The name of the law of a time."""

    id: str
    start: date = Field(alias="from")
    label: Words


class RegimeFile(_Strict):
    """The file of regimes."""

    regime: list[Regime]


class County(_Strict):
    """A county overlay: its name, its code in the national register, what to know of it."""

    name: str
    code: str | None = None
    note: Words = EMPTY
