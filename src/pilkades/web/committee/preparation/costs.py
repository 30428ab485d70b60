"""The plan of costs beside what was spent, item by item; each expense with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.acts.costs import Cost, Spent, costs, expenses
from pilkades.base.language import EMPTY, Text, same
from pilkades.regulation.rule import BoundRule
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Heading
from pilkades.web.committee.preparation.paper import printed
from pilkades.web.committee.preparation.parts import PlanHead, Ruled
from pilkades.web.core.access import Need
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

TITLE = Text("Biaya pemilihan", "Costs of the election")
_RUPIAH = Text("Rp{n}", "Rp{n}")
_NOT_PLANNED = Text("Tidak ada di rencana", "Not in the plan")
_OVER = Text("Melebihi rencana {n}", "Over the plan by {n}")
_NO_PLAN = Text("Rencana biaya belum tercatat.", "No plan of costs is recorded yet.")
_NO_PAPER = Text("Bukti belum dilampirkan", "No evidence attached yet")
_FIGURES = (Text("Rencana", "Plan"), Text("Terpakai", "Spent"), Text("Sisa", "Left"))
_HEADS = (Text("Keperluan", "Item"), Text("Sumber dana", "Source"), *_FIGURES)
_CAPTION = Text("Rencana dan pengeluaran", "Plan and spending")
_SUM = Text("Jumlah", "Sum")
_FEE = "candidate_fee.rupiah"


@dataclass(frozen=True, slots=True)
class CostRow:
    """An item in type."""

    item: str
    source: str
    planned: Text
    spent: Text
    left: Text
    tag: Tag | None = None

    @property
    def values(self) -> Sequence[tuple[Text, Text]]:
        """Plan, spending and rest, each with its head."""
        return tuple(zip(_FIGURES, (self.planned, self.spent, self.left), strict=True))


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """An expense in type: its papers lead to themselves."""

    item: str
    day: Text
    rupiah: Text
    paid_to: str
    href: str
    papers: Sequence[Link]
    missing: Text = EMPTY


@dataclass(frozen=True, slots=True)
class CostTable:
    """The items with plan, spending and rest, and the sums below."""

    template: ClassVar[str] = "committee/cost_table.html"

    rows: Sequence[CostRow]
    total: CostRow
    caption: Text = _CAPTION
    heads: Sequence[Text] = _HEADS
    sum: Text = _SUM


@dataclass(frozen=True, slots=True)
class ExpenseList:
    """Every expense with its evidence."""

    template: ClassVar[str] = "committee/expense_list.html"

    rows: Sequence[ExpenseRow]


def money(rupiah: int) -> Text:
    """`Rp1.250.000`; below zero with its sign."""
    return _RUPIAH.fill(n=rupiah) if rupiah >= 0 else same("-") + _RUPIAH.fill(n=-rupiah)


@login_required
@require_safe
def book(request: HttpRequest, election_id: int) -> HttpResponse:
    """The plan beside what was spent."""
    reader = reader_of(request, election_id)
    record = reader.state.record
    found, spent = costs(record), expenses(record)
    parts: list[object] = [_head(reader, found), *_no_fee(reader)]
    if found:
        parts.append(CostTable([_row(one) for one in found], _total(found)))
    parts.append(Heading(Text("Pengeluaran", "Expenses")))
    nothing = Empty(Text("Belum ada pengeluaran yang tercatat.", "No expense is recorded yet."))
    parts.append(ExpenseList([_expense(reader, one) for one in spent]) if spent else nothing)
    return answer(request, reader, TITLE, parts)


def _head(reader: Reader, found: Sequence[Cost]) -> PlanHead:
    has_plan = any(one.planned is not None for one in found)
    status = Tag(Status.DONE, Text("Rencana sudah tercatat", "The plan is recorded"))
    if not has_plan:
        status = Tag(Status.NOT_STARTED, Text("Rencana belum tercatat", "The plan is not recorded yet"))
    sentences = () if has_plan else (_NO_PLAN,)
    over = sum(one.left < 0 for one in found if one.planned is not None)
    if over:
        words = Text("{n} keperluan melebihi rencananya.", "{n} items went over their plan.")
        sentences = (*sentences, words.fill(n=over))
    plan = Link(reader.to("record", "budget"), Text("Catat rencana biaya", "Record the plan of costs"))
    expense = Link(reader.to("record", "expense"), Text("Catat pengeluaran", "Record an expense"))
    sheet = Link(reader.to("preparation-costs-paper"), Text("Lihat untuk dicetak", "View for printing"))
    if not reader.may(Need.RECORD):
        return PlanHead(status, sentences, None, (sheet,))
    first, second = (expense, plan) if has_plan else (plan, expense)
    return PlanHead(status, sentences, first, (second, sheet))


def _no_fee(reader: Reader) -> list[Ruled]:
    """What the law of this day and county says of a fee for candidates, in its own words and articles."""
    law = reader.state.rulebook
    rules = [
        rule
        for rule in law.rules
        if getattr(rule, "fact", "") == _FEE and isinstance(rule, BoundRule) and rule.at_most == 0
    ]
    return [Ruled(rule.norm, bases_of(rule.articles, law)) for rule in rules]


def _row(one: Cost) -> CostRow:
    tag = None
    if one.planned is None:
        tag = Tag(Status.LATE, _NOT_PLANNED)
    elif one.left < 0:
        tag = Tag(Status.LATE, _OVER.fill(n=money(-one.left)))
    shown = same("-") if one.planned is None else money(one.planned)
    left = same("-") if one.planned is None else money(one.left)
    return CostRow(one.item, ", ".join(one.sources), shown, money(one.spent), left, tag)


def _total(found: Sequence[Cost]) -> CostRow:
    plan, spent = sum(one.planned or 0 for one in found), sum(one.spent for one in found)
    return CostRow("", "", money(plan), money(spent), money(plan - spent))


def _expense(reader: Reader, one: Spent) -> ExpenseRow:
    papers = [Link(reader.to("paper", paper.digest), same(paper.name)) for paper in one.papers]
    day = long_day(one.on.earliest) if one.on is not None and one.on.known else EMPTY
    href = reader.to("receipt", one.act.id)
    return ExpenseRow(
        one.item, day, money(one.rupiah), one.paid_to, href, papers, EMPTY if papers else _NO_PAPER
    )


@login_required
@require_safe
def paper(request: HttpRequest, election_id: int) -> HttpResponse:
    """The same as a paper to sign."""
    reader = reader_of(request, election_id)
    record = reader.state.record
    found = costs(record)
    return printed(
        request,
        reader,
        "committee/costs_paper.html",
        TITLE,
        reader.to("preparation-costs"),
        table=CostTable([_row(one) for one in found], _total(found)),
        expenses=[_expense(reader, one) for one in expenses(record)],
        status=Text("Menurut catatan {day}", "As recorded on {day}").fill(day=long_day(reader.today)),
    )
