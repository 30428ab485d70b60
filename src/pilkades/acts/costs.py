"""What the election is to cost, item by item, and what was spent: whole rupiah alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from pilkades.acts.act import Act, Document
from pilkades.acts.corrections import Current, HoldsActs, current_view
from pilkades.acts.kinds.preparation import Budget, BudgetLine, Expense
from pilkades.base.day import Day


@dataclass(frozen=True, slots=True)
class Spent:
    """One expense as it stands today, with its evidence."""

    act: Act
    item: str
    rupiah: int
    paid_to: str = ""
    on: Day | None = None
    papers: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """An item: what was planned for it (None: not in the plan), what was spent on it."""

    item: str
    planned: int | None
    spent: int
    sources: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """What is left of the plan; below zero where more was spent than planned."""
        return (self.planned or 0) - self.spent


def planned(record: HoldsActs) -> tuple[BudgetLine, ...]:
    """The items of the last plan that the record holds; a later plan stands in place of the earlier."""
    for current in reversed(current_view(record)):
        if current.act.kind == Budget.kind() and current.facts.get("lines"):
            return tuple(current.facts["lines"][-1].value)
    return ()


def expenses(record: HoldsActs) -> tuple[Spent, ...]:
    """Every expense with an amount, in the record's order."""
    return tuple(_spent(record))


def costs(record: HoldsActs) -> tuple[Cost, ...]:
    """Each item of the plan in its order, then what was spent outside it; names compare without case."""
    names: dict[str, str] = {}
    plan: dict[str, int] = {}
    spent: dict[str, int] = {}
    sources: dict[str, list[str]] = {}
    for line in planned(record):
        name = _name(line.item or "")
        names.setdefault(name, line.item or "")
        plan[name] = plan.get(name, 0) + (line.rupiah or 0)
        if line.source and line.source not in sources.setdefault(name, []):
            sources[name].append(line.source)
    for one in expenses(record):
        name = _name(one.item)
        names.setdefault(name, one.item)
        spent[name] = spent.get(name, 0) + one.rupiah
    return tuple(
        Cost(words, plan.get(name), spent.get(name, 0), tuple(sources.get(name, ())))
        for name, words in names.items()
    )


def _name(words: str) -> str:
    return " ".join(words.casefold().split())


def _spent(record: HoldsActs) -> Iterator[Spent]:
    for current in current_view(record):
        facts = {name: stated[-1].value for name, stated in current.facts.items()}
        if current.act.kind == Expense.kind() and facts.get("rupiah") is not None:
            yield Spent(
                act=current.act,
                item=facts.get("item") or "",
                rupiah=facts["rupiah"],
                paid_to=facts.get("paid_to") or "",
                on=facts.get("date"),
                papers=_papers(current),
            )


def _papers(current: Current) -> tuple[Document, ...]:
    """The papers of the act, and those that its corrections brought."""
    brought = [paper for one in current.corrections for paper in one.by.documents]
    return tuple(dict.fromkeys((*current.act.documents, *brought)))
