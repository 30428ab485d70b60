"""States of work, each with its word and its sign: never a colour or a sign alone (ui.md, pattern 7)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pilkades.base.findings import VERDICTS, Verdict
from pilkades.base.language import EMPTY, Text


class Status(StrEnum):
    """Where a piece of work stands; the value is also the name of its sign."""

    DONE = "done"
    ACTIVE = "active"
    NOT_STARTED = "not-started"
    BLOCKED = "blocked"
    TROUBLE = "trouble"
    DUE = "due"
    LATE = "late"
    ON_SCHEDULE = "on-schedule"
    NOT_APPLICABLE = "not-applicable"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


STATUS_WORDS = {
    Status.DONE: Text("Selesai", "Done"),
    Status.ACTIVE: Text("Sedang dikerjakan", "In progress"),
    Status.NOT_STARTED: Text("Belum dimulai", "Not started"),
    Status.BLOCKED: Text("Belum bisa dimulai", "Cannot start yet"),
    Status.TROUBLE: Text("Ada masalah", "There is a problem"),
    Status.DUE: Text("Segera", "Due soon"),
    Status.LATE: Text("Lewat batas", "Past its limit"),
    Status.ON_SCHEDULE: Text("Sesuai jadwal", "On schedule"),
    Status.NOT_APPLICABLE: Text("Tidak berlaku", "Not applicable"),
    Status.CONTESTED: Text("Sumber berbeda", "Sources differ"),
    Status.UNKNOWN: Text("Belum diketahui", "Not known yet"),
}


class Tone(StrEnum):
    """Which pair of ink and tint a state takes; red only for what must be repaired."""

    PLAIN = "plain"
    QUIET = "quiet"
    OK = "ok"
    INFO = "info"
    WARN = "warn"
    DANGER = "danger"


TONES = {
    Status.DONE: Tone.PLAIN,
    Status.ACTIVE: Tone.INFO,
    Status.NOT_STARTED: Tone.QUIET,
    Status.BLOCKED: Tone.QUIET,
    Status.TROUBLE: Tone.DANGER,
    Status.DUE: Tone.INFO,
    Status.LATE: Tone.WARN,
    Status.ON_SCHEDULE: Tone.PLAIN,
    Status.NOT_APPLICABLE: Tone.QUIET,
    Status.CONTESTED: Tone.WARN,
    Status.UNKNOWN: Tone.INFO,
}

_OF_VERDICT = {
    Verdict.COMPLIED: Status.DONE,
    Verdict.CLAIMED: Status.UNKNOWN,
    Verdict.VIOLATED: Status.TROUBLE,
    Verdict.UNKNOWN: Status.UNKNOWN,
    Verdict.CONTESTED: Status.CONTESTED,
    Verdict.AMBIGUOUS: Status.CONTESTED,
    Verdict.NOT_APPLICABLE: Status.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A sign and its word; `word` replaces the state's own word, never the sign."""

    template: ClassVar[str] = "shared/components/tag.html"

    status: Status
    word: Text = EMPTY

    @property
    def says(self) -> Text:
        """The word that is shown."""
        return self.word or STATUS_WORDS[self.status]

    @property
    def tone(self) -> Tone:
        """The pair of colours."""
        return TONES[self.status]


def tag_of(verdict: Verdict) -> Tag:
    """The tag of a verdict, with the verdict's own word."""
    word = VERDICTS[verdict]
    return Tag(_OF_VERDICT[verdict], Text(word.id.capitalize(), word.en.capitalize()))
