"""The requirements of a voter, what is asked of a row, and what was answered."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.findings import Used, Verdict
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Answer


class Requirement(StrEnum):
    """What the texts ask of a voter."""

    ALIVE = "alive"
    HERE = "here"
    CITIZEN = "citizen"
    AGE = "age"
    RESIDENCE = "residence"
    REGISTERED = "registered"
    PROOF = "proof"
    NOT_DISENFRANCHISED = "not_disenfranchised"
    SOUND_MIND = "sound_mind"
    CIVILIAN = "civilian"


REQUIREMENTS = {
    Requirement.ALIVE: Text("masih hidup", "alive"),
    Requirement.HERE: Text("masih tinggal di desa", "still living in the village"),
    Requirement.CITIZEN: Text("kewarganegaraan", "citizenship"),
    Requirement.AGE: Text("umur atau perkawinan", "age or marriage"),
    Requirement.RESIDENCE: Text("lama tinggal", "time of residence"),
    Requirement.REGISTERED: Text("terdaftar sebagai penduduk", "registered as a resident"),
    Requirement.PROOF: Text("bukti tempat tinggal", "proof of residence"),
    Requirement.NOT_DISENFRANCHISED: Text("hak pilih tidak dicabut", "not disenfranchised"),
    Requirement.SOUND_MIND: Text("tidak terganggu jiwa atau ingatan", "of sound mind"),
    Requirement.CIVILIAN: Text("bukan anggota TNI/Polri", "no member of military or police"),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What the committee declares of everybody whose own row says nothing else.

    These are the facts of the act `voter_requirements`; a reason that rests on them says so.
    """

    citizen: bool = False
    resident: bool = False
    residence_proven: bool = False
    not_disenfranchised: bool = False
    sound_mind: bool = False
    civilian: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """The day of the poll, the law of that day, and the day (set or planned) on which the DPS is adopted."""

    day: date
    rulebook: Rulebook
    dps_adopted: Day | None = None
    stated: Stated = field(default_factory=Stated)


@dataclass(frozen=True, slots=True)
class Reason:
    """One requirement held against one row; `missing` names the fact that would decide.

    `question` is asked where the force of the instrument itself is open.
    """

    requirement: Requirement
    verdict: Verdict
    message: Text
    used: tuple[Used, ...]
    missing: Text = EMPTY
    question: Text = EMPTY

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that decide it."""
        return tuple(used.article for used in self.used if used.article is not None)


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer and every reason, those that stand against it included."""

    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def missing(self) -> tuple[Text, ...]:
        """The facts that would decide, each once."""
        return tuple(dict.fromkeys(reason.missing for reason in self.reasons if reason.missing))

    def of(self, requirement: Requirement) -> Reason | None:
        """The reason for one requirement; None where the law of the day does not ask it."""
        return next((reason for reason in self.reasons if reason.requirement is requirement), None)
