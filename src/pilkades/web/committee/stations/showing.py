"""A plan, its check and its comparison as components."""

from collections.abc import Iterable, Sequence

from pilkades.base.language import EMPTY, Text, joined
from pilkades.polling.checking import Remark, Weight, access_articles, check
from pilkades.polling.explaining import Explained, deciding, summary
from pilkades.polling.places import ACCESSIBLE
from pilkades.polling.plan import METHODS, Plan
from pilkades.polling.problem import TERMS, WALKS
from pilkades.polling.what_if import Comparison
from pilkades.register.voter import Voter
from pilkades.regulation.rulebook import Rulebook
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.stations.parts import (
    Aim,
    Aims,
    Compared,
    Looked,
    SizeRow,
    StationRow,
    StationTable,
    Told,
)
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status, Tag

_STATIONS = Text("TPS dan pemilihnya", "Stations and their voters")
_LOOKED = Text("Yang perlu diperiksa", "What to check")
_IN_ORDER = Text(
    "Semua TPS di bawah batas dan semua keluarga utuh.", "All are under the cap, no family is parted."
)
_UNDER = Tag(Status.DONE, Text("Di bawah batas", "Under the cap"))
_OVER = Tag(Status.TROUBLE, Text("Di atas batas", "Above the cap"))
_TAGS = {
    Weight.REPAIR: Tag(Status.TROUBLE, Text("Perlu diperbaiki", "To be repaired")),
    Weight.LOOK: Tag(Status.UNKNOWN, Text("Perlu dilihat", "To be looked at")),
    Weight.NOTE: Tag(Status.NOT_APPLICABLE, Text("Catatan", "Note")),
}
_AIMS = Text("Apa yang menentukan", "What decided")
_MOVES = Text("Menolak {n} dari {all} pemindahan satu RT.", "Rules out {n} of {all} moves of one RT.")
_METHOD = Text("Cara: {method}. {proof}", "Way: {method}. {proof}")
_PROVEN = Text("Terbukti tidak ada rencana yang lebih baik.", "It is proven that no plan is better.")
_OPEN = Text("Belum terbukti paling baik.", "Not proven best.")
_NOT_KNOWN = Text("belum diketahui", "not known yet")
_VALUE = Text("{n}", "{n}")
_COMPARED = Text("Akibat perubahan ini", "What this change brings about")
_MOVED = Text("{n} pemilih memilih di TPS lain.", "{n} voters vote at another station.")
_MOVERS = Text("Yang pindah", "Who moves")
_MOVER = Text("{who}: {n} pemilih, dari {source} ke {target}", "{who}: {n} voters, from {source} to {target}")
_FIGURE = Text("{what}: {before} menjadi {after}.", "{what}: {before} becomes {after}.")
_NONE = Text("–", "–")


def station_table(plan: Plan, explained: Sequence[Explained]) -> StationTable:
    """Each station with its parts and their reasons."""
    rows = []
    for place, line in enumerate(summary(plan)):
        reasons = tuple(one.sentence for one in explained if one.part.station == place)
        rows.append(
            StationRow(
                line.name,
                line.voters,
                line.cap,
                line.share,
                _UNDER if line.voters <= line.cap else _OVER,
                ACCESSIBLE[line.accessible],
                line.needing,
                tuple(part.label for part in line.parts),
                reasons,
            )
        )
    return StationTable(_STATIONS, rows)


def looked(plan: Plan, voters: Sequence[Voter], rulebook: Rulebook) -> Looked:
    """What the independent check says of the plan."""
    remarks = check(plan, voters, access_articles(rulebook))
    fine = all(remark.weight is not Weight.REPAIR for remark in remarks)
    return Looked(_LOOKED, told(remarks, rulebook), _IN_ORDER if fine else EMPTY)


def told(remarks: Iterable[Remark], rulebook: Rulebook) -> tuple[Told, ...]:
    """Remarks with their signs, those to be repaired first."""
    order = list(Weight)
    return tuple(
        Told(
            _TAGS[remark.weight],
            joined([remark.message, remark.remedy]),
            bases_of(remark.articles, rulebook),
        )
        for remark in sorted(remarks, key=lambda one: order.index(one.weight))
    )


def aims(plan: Plan, explained: Sequence[Explained]) -> Aims:
    """The aims in their order, and how the plan was found."""
    decided = dict(deciding(explained))
    moves = sum(len(one.alternatives) for one in explained)
    shown = []
    for figure in plan.figures:
        known = figure.term not in WALKS or plan.ways_known
        note = _MOVES.fill(n=decided[figure.term], all=moves) if figure.term in decided else EMPTY
        shown.append(Aim(TERMS[figure.term], _VALUE.fill(n=figure.value) if known else _NOT_KNOWN, note))
    lead = _METHOD.fill(method=METHODS[plan.method], proof=_PROVEN if plan.proven else _OPEN)
    return Aims(_AIMS, lead, shown)


def compared(comparison: Comparison, take: Link | None, back: Link, rulebook: Rulebook) -> Compared:
    """The plan beside the plan after the change."""
    figures = [
        _FIGURE.fill(what=TERMS[term], before=before, after=after)
        for term, before, after in comparison.figures
        if before != after
    ]
    lead = joined([_MOVED.fill(n=comparison.voters_moved), *(_capital(one) for one in figures)])
    heavy = [remark for remark in comparison.remarks if remark.weight is Weight.REPAIR]
    return Compared(
        _COMPARED,
        lead,
        tuple(SizeRow(size.station, _size(size.before), _size(size.after)) for size in comparison.sizes),
        tuple(
            _MOVER.fill(who=one.group.label, n=one.voters, source=one.source, target=one.target)
            for one in comparison.movers
        ),
        told(heavy, rulebook),
        take,
        back,
        _MOVERS,
    )


def _size(voters: int | None) -> Text:
    return _NONE if voters is None else _VALUE.fill(n=voters)


def _capital(text: Text) -> Text:
    return Text(*(half[:1].upper() + half[1:] for half in (text.id, text.en)))
