"""Errors as code and fields; faults in people's files are collected, not raised one by one."""

from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override

from pilkades.base.language import Language, Text


class PilkadesError(Exception):
    """An act that must not happen: a code and its fields; the sentence is made where it is shown."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    @override
    def __str__(self) -> str:
        return f"{self.code} ({', '.join(f'{name}={value}' for name, value in self.fields.items())})"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file that a person wrote: where, what, and what to do."""

    file: str
    key: str
    problem: Text
    remedy: Text

    def to(self, language: Language) -> str:
        """Write it as one line: file, key, what is wrong, what to do."""
        return f"{self.file}: {self.key}: {self.problem.to(language)} {self.remedy.to(language)}"


class FaultyInput(PilkadesError):  # noqa: N818 -- named for what the person sees: their input, not our error
    """All faults of an input at once; nothing of it was taken over."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("faulty-input", faults=len(self.faults))
