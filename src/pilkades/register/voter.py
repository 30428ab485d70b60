"""One row of a voter list, as its source states it."""

from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from pilkades.base.day import Day
from pilkades.base.language import Text
from pilkades.register.nik import Kk, Nik, Sex


class Marital(StrEnum):
    """B, S, P of the voter forms: belum, sudah, pernah."""

    NEVER = "B"
    MARRIED = "S"
    FORMERLY = "P"


MARITAL = {
    Marital.NEVER: Text("belum menikah", "never married"),
    Marital.MARRIED: Text("sudah menikah", "married"),
    Marital.FORMERLY: Text("pernah menikah", "formerly married"),
}


class Disability(StrEnum):
    """Kinds that the lists in use name (a committee's application of 2026)."""

    PHYSICAL = "physical"
    INTELLECTUAL = "intellectual"
    MENTAL = "mental"
    SPEECH = "speech"
    HEARING = "hearing"
    SIGHT = "sight"


DISABILITIES = {
    Disability.PHYSICAL: Text("fisik", "physical"),
    Disability.INTELLECTUAL: Text("intelektual", "intellectual"),
    Disability.MENTAL: Text("mental", "mental"),
    Disability.SPEECH: Text("sensorik wicara", "speech"),
    Disability.HEARING: Text("sensorik rungu", "hearing"),
    Disability.SIGHT: Text("sensorik netra", "sight"),
}


class Proof(StrEnum):
    """Papers that prove where somebody lives."""

    KTP = "ktp"
    KK = "kk"
    RESIDENCE_LETTER = "residence_letter"


PROOFS = {
    Proof.KTP: Text("KTP", "identity card"),
    Proof.KK: Text("kartu keluarga", "family card"),
    Proof.RESIDENCE_LETTER: Text("surat keterangan penduduk", "certificate of residence"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row stands: its sheet and its row, counted from 1 as spreadsheets do."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Voter:
    """What is stated of a person; None is "not stated", never "no".

    `dead` and `moved` are reports that somebody made. `of_unsound_mind` is the clause of the law, which no
    disability implies. `resident_since` is since when a person lives here without a break, `registered_since`
    since when the population register has it so; the two may differ.
    """

    name: str
    nik: Nik | None = None
    kk: Kk | None = None
    sex: Sex | None = None
    birth_place: str = ""
    birth: Day | None = None
    marital: Marital | None = None
    address: str = ""
    rt: str = ""
    rw: str = ""
    dusun: str = ""
    tps: str = ""
    disabilities: frozenset[Disability] = frozenset()
    resident_since: Day | None = None
    registered_since: Day | None = None
    proofs: frozenset[Proof] | None = None
    citizen: bool | None = None
    disenfranchised: bool | None = None
    of_unsound_mind: bool | None = None
    military_or_police: bool | None = None
    dead: bool = False
    moved: bool = False
    remark: str = ""
    source: Source | None = None

    @override
    def __repr__(self) -> str:
        place = f"{self.source.sheet!r}, {self.source.row}" if self.source else "no source"
        return f"Voter({place})"
