"""What every kind of act has in common: typed facts, each with its name in both languages."""

from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Stage
from pilkades.base.language import Text


def _read_day(value: object) -> object:
    if isinstance(value, Day):
        return value
    if not isinstance(value, str | date):
        raise PydanticCustomError("day", "not a date")
    try:
        return Day.parse(value)
    except PilkadesError as error:
        raise PydanticCustomError("day", "not a date") from error


def _read_clock(value: object) -> object:
    if isinstance(value, time) or value is None:
        return value
    if isinstance(value, str) and len(value) == len("08.00") and value[2] in ".:":
        return value.replace(".", ":")
    raise PydanticCustomError("clock", "not a time of day")


HalfKnownDay = Annotated[
    Day,
    BeforeValidator(_read_day),
    PlainSerializer(lambda day: day.notation, return_type=str),
]
Clock = Annotated[
    time,
    BeforeValidator(_read_clock),
    PlainSerializer(lambda clock: clock.strftime("%H:%M"), return_type=str),
]
Count = Annotated[int, Field(strict=True, ge=0)]
Yes = Annotated[bool, Field(strict=True)]


class Office(StrEnum):
    """Who may act in an election."""

    BPD = "bpd"
    BPD_CHAIR = "bpd_chair"
    COMMITTEE = "committee"
    COMMITTEE_CHAIR = "committee_chair"
    COUNTY_COMMITTEE = "county_committee"
    KPPS = "kpps"
    KPPS_CHAIR = "kpps_chair"
    REGISTRAR = "registrar"
    VILLAGE_HEAD = "village_head"
    ACTING_HEAD = "acting_head"
    VILLAGE_SECRETARY = "village_secretary"
    VILLAGE_GOVERNMENT = "village_government"
    CAMAT = "camat"
    BUPATI = "bupati"
    DELEGATE = "delegate"
    MINISTER = "minister"
    CANDIDATE = "candidate"
    WITNESS = "witness"
    VOTER = "voter"
    VILLAGE_MEETING = "village_meeting"


OFFICES = {
    Office.BPD: Text("BPD", "the BPD"),
    Office.BPD_CHAIR: Text("ketua BPD", "the BPD's chair"),
    Office.COMMITTEE: Text("panitia pemilihan", "the committee"),
    Office.COMMITTEE_CHAIR: Text("ketua panitia pemilihan", "the committee's chair"),
    Office.COUNTY_COMMITTEE: Text("panitia pemilihan kabupaten", "the county committee"),
    Office.KPPS: Text("KPPS", "the KPPS"),
    Office.KPPS_CHAIR: Text("ketua KPPS", "the KPPS's chair"),
    Office.REGISTRAR: Text("petugas pendaftaran pemilih", "the registrar"),
    Office.VILLAGE_HEAD: Text("kepala desa", "the village head"),
    Office.ACTING_HEAD: Text("penjabat kepala desa", "the acting village head"),
    Office.VILLAGE_SECRETARY: Text("sekretaris desa", "the village secretary"),
    Office.VILLAGE_GOVERNMENT: Text("pemerintah desa", "the village government"),
    Office.CAMAT: Text("camat", "the camat"),
    Office.BUPATI: Text("bupati/wali kota", "the bupati"),
    Office.DELEGATE: Text("pejabat lain yang ditunjuk", "another official so appointed"),
    Office.MINISTER: Text("Menteri Dalam Negeri", "the Minister of Home Affairs"),
    Office.CANDIDATE: Text("calon", "the candidate"),
    Office.WITNESS: Text("saksi", "the witness"),
    Office.VOTER: Text("pemilih", "the voter"),
    Office.VILLAGE_MEETING: Text("musyawarah desa", "the village meeting"),
}


def fact(indonesian: str, english: str) -> Any:  # noqa: ANN401 -- pydantic's Field is typed so
    """Declare a fact of an act with its name in both languages; unknown until a source states it."""
    return Field(default=None, title=indonesian, description=english)


class Payload(BaseModel):
    """The facts of one kind of act; a fact that no source states is None."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    label: ClassVar[Text]
    stage: ClassVar[Stage]

    done: Yes | None = fact("dilakukan", "done")
    date: HalfKnownDay | None = fact("tanggal", "date")
    until: HalfKnownDay | None = fact("tanggal akhir", "last day")
    document: str | None = fact("nomor surat", "number of the document")
    place: str | None = fact("tempat", "place")

    @classmethod
    def kind(cls) -> str:
        """The kind's name in files: `BpdNotice` -> `bpd_notice`."""
        name = cls.__name__
        return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))

    @classmethod
    def label_of(cls, field: str) -> Text:
        """The name of a fact in both languages."""
        info = cls.model_fields[field]
        return Text(info.title or "", info.description or "")


class Row(BaseModel):
    """A row of a list inside an act (a polling station, a candidate)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: ClassVar[Text]

    @classmethod
    def label_of(cls, field: str) -> Text:
        """The name of a fact of the row in both languages."""
        info = cls.model_fields[field]
        return Text(info.title or "", info.description or "")


def subclasses(root: type[Payload]) -> Iterator[type[Payload]]:
    """Every kind that is declared below the root, in order of declaration."""
    for child in root.__subclasses__():
        yield child
        yield from subclasses(child)
