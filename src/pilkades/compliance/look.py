"""One look at the record: the statements chosen where sources differ, and a note of all that was read."""

from collections.abc import Mapping
from typing import Any

from pilkades.acts.act import Standing, Statement
from pilkades.acts.payload import OFFICES, Office
from pilkades.base.findings import Evidence, Used
from pilkades.base.language import Language, Text, say
from pilkades.compliance.derived import DERIVATIONS
from pilkades.compliance.facts import FactBook, Path
from pilkades.count.sheet import Sheet
from pilkades.regulation.parameter import Held
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays


class Look:
    """Reads facts and values for one evaluation and remembers which."""

    def __init__(
        self,
        book: FactBook,
        rulebook: Rulebook,
        workdays: Workdays,
        choice: Mapping[str, Statement] | None = None,
    ) -> None:
        self.book = book
        self.rulebook = rulebook
        self.workdays = workdays
        self.choice = choice or {}
        self.read: dict[str, Path] = {}
        self.values: dict[str, Held] = {}

    def statement(self, words: str) -> Statement | None:
        """The statement of a fact in this look, or None."""
        path = Path.parse(words)
        self.read.setdefault(path.whole, path)
        if path.whole in self.choice:
            return self.choice[path.whole]
        stated = self.book.alternatives(path.whole)
        return stated[0] if stated else None

    def fact(self, words: str) -> Any:  # noqa: ANN401 -- each fact has its own type
        """The value of a fact; None when nothing states it."""
        if words.startswith("derived."):
            return DERIVATIONS[words.removeprefix("derived.")](self)
        statement = self.statement(words)
        return statement.value if statement else None

    def rows(self, words: str) -> tuple[tuple[Text, Any, Any], ...] | None:
        """Each row's name, its field's value and the row itself; None when no list is stated."""
        path = Path.parse(words)
        listed = self.fact(path.whole)
        if listed is None:
            return None
        return tuple(
            (_row_name(row, number), getattr(row, path.field), row) for number, row in enumerate(listed, 1)
        )

    def held(self, name: str) -> Held | None:
        """A value of the law; it joins the trace. None where the law of this day and county states none."""
        held = self.rulebook.parameters.get(name)
        if held is not None:
            self.values[name] = held
        return held

    def operand(self, operand: object) -> Any:  # noqa: ANN401 -- each parameter has its own type
        """A literal, the value of `@parameter` (None if the law leaves it open), or another `$kind.fact`."""
        if isinstance(operand, str) and operand.startswith("@"):
            held = self.held(operand[1:])
            return held.value if held else None
        if isinstance(operand, str) and operand.startswith("$"):
            return self.fact(operand[1:])
        return operand

    def label(self, words: str) -> Text:
        """The name of a fact."""
        return Path.parse(words).label

    @property
    def used(self) -> tuple[Used, ...]:
        """The trace of the values that decided."""
        return tuple(self.rulebook.used(name) for name in self.values)

    @property
    def asserted_only(self) -> bool:
        """Whether one of the facts that were read is only asserted."""
        stated = [
            self.choice.get(whole) or next(iter(self.book.alternatives(whole)), None) for whole in self.read
        ]
        return any(item is not None and item.standing is Standing.ASSERTED for item in stated)

    def evidence(self) -> tuple[Evidence, ...]:
        """Every statement of every fact that was read, with place and words."""
        seen: list[Evidence] = []
        for whole in self.read:
            label = Path.parse(whole).label
            for statement in self.book.statements.get(whole, ()):
                if statement.source is None:
                    continue
                reading = Text(
                    f"{label.id}: {said(statement.value, Language.ID)}",
                    f"{label.en}: {said(statement.value, Language.EN)}",
                )
                seen.append(Evidence(statement.source.place, statement.source.quote, reading))
        return tuple(dict.fromkeys(seen))

    def sheet(self) -> Sheet:
        """The village's figures as one sheet; what no source states is blank, not zero."""
        votes = self.fact("tally.votes") or ()
        reasons = self.fact("tally.reasons") or ()
        return Sheet(
            tps="desa",
            registered=self.fact("dpt.voters"),
            came=self.fact("polling.voted"),
            absent=self.fact("polling.absent"),
            supplied=self.fact("ballots.supplied"),
            given=self.fact("ballots.given"),
            in_box=self.fact("ballots.in_box"),
            unused=self.fact("ballots.unused"),
            valid=self.fact("tally.valid"),
            invalid=self.fact("tally.invalid"),
            votes={row.candidate: row.votes for row in votes if row.candidate},
            invalid_by_reason={row.words or row.reason: row.ballots for row in reasons if row.reason},
        )


def said(value: object, language: Language) -> str:
    """A fact's value as people read it."""
    if isinstance(value, Office):
        return OFFICES[value].to(language)
    if isinstance(value, list | tuple):
        return "; ".join(said(item, language) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {said(item, language)}" for name, item in value.items())
    if hasattr(value, "model_dump"):
        return " ".join(said(item, language) for item in value.model_dump(exclude_none=True).values())
    return say(value, language)


def _row_name(row: Any, number: int) -> Text:  # noqa: ANN401 -- rows have no common name field
    for field in ("name", "candidate", "words", "reason"):
        name = getattr(row, field, None)
        if name:
            return Text(name, name)
    return Text(f"baris {number}", f"row {number}")
