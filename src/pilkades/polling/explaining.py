"""Why each part of a village votes where it does, and which aims decided."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pilkades.base.language import EMPTY, Text, joined, percent
from pilkades.polling.groups import Area, Level
from pilkades.polling.plan import Plan
from pilkades.polling.problem import Instance, Term, instance, measure


@dataclass(frozen=True, slots=True)
class Part:
    """The groups of one RT (or dusun) at one station; `families` is 0 where the RT is whole."""

    area: Area
    level: Level
    station: int
    members: tuple[int, ...]
    voters: int
    families: int

    @property
    def label(self) -> Text:
        """`RT 001, Setagi`, or so many families of it."""
        name = self.area.label
        return _FAMILIES.fill(n=self.families, area=name) if self.families else name


@dataclass(frozen=True, slots=True)
class Alternative:
    """What moving a part to another station would do: the first aim that changes, before and after.

    `term` is None where no aim changes. `emptied` where a station asked for would stay without voters.
    """

    station: str
    term: Term | None
    before: int = 0
    after: int = 0
    emptied: bool = False
    size: int = 0

    @property
    def worse(self) -> bool:
        """Whether the move makes the plan worse."""
        return self.emptied or self.after > self.before


@dataclass(frozen=True, slots=True)
class Explained:
    """A part, why it is where it is, and what each other station would mean if it alone were moved."""

    part: Part
    sentence: Text
    walk: int | None
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station in the plan's summary."""

    name: str
    voters: int
    cap: int
    share: Decimal
    parts: tuple[Part, ...]
    longest_walk: int | None
    accessible: bool | None
    needing: int


def parts_of(plan: Plan) -> tuple[Part, ...]:
    """The parts in the order of their area, then of their station."""
    groups = plan.problem.groups
    gathered: dict[tuple[Area, int], list[int]] = {}
    for place, (group, station) in enumerate(zip(groups, plan.placed, strict=True)):
        gathered.setdefault((group.area, station), []).append(place)
    return tuple(
        Part(
            area,
            groups[members[0]].level,
            station,
            tuple(members),
            sum(groups[place].voters for place in members),
            sum(1 for place in members if groups[place].family),
        )
        for (area, station), members in sorted(gathered.items(), key=lambda one: (one[0][0].order, one[0][1]))
    )


def explain(plan: Plan) -> tuple[Explained, ...]:
    """A sentence for each part; it holds for moving that part alone, all others staying."""
    problem = replace(plan.problem, number=None, pins=())
    asked = instance(problem, plan.stations)
    pinned = {pin.key for pin in plan.problem.pins}
    before = measure(asked, plan.placed)
    return tuple(
        _explained(plan, asked, before, part, pinned=plan.problem.groups[part.members[0]].key in pinned)
        for part in parts_of(plan)
    )


def deciding(explained: Sequence[Explained]) -> tuple[tuple[Term, int], ...]:
    """How many of the moves each aim rules out, in the order of the aims."""
    counted = Counter(one.term for item in explained for one in item.alternatives if one.term and one.worse)
    return tuple((term, counted[term]) for term in Term if counted[term])


def summary(plan: Plan) -> tuple[StationLine, ...]:
    """Each station: voters, cap, share of all, parts, longest way, access."""
    parts, total = parts_of(plan), plan.problem.voters
    asked = instance(replace(plan.problem, number=None, pins=()), plan.stations)
    lines = []
    for k, (site, size) in enumerate(zip(plan.stations, plan.sizes, strict=True)):
        members = [g for g, station in enumerate(plan.placed) if station == k]
        walks = [walk for g in members if (walk := asked.walks[g][k]) is not None]
        lines.append(
            StationLine(
                site.name,
                size,
                asked.caps[k],
                percent(size, total, 1),
                tuple(part for part in parts if part.station == k),
                max(walks, default=None),
                site.accessible,
                sum(plan.problem.groups[g].needing for g in members),
            )
        )
    return tuple(lines)


def _explained(
    plan: Plan, asked: Instance, before: dict[Term, int], part: Part, *, pinned: bool
) -> Explained:
    sizes, members = plan.sizes, set(part.members)
    alternatives: list[Alternative] = []
    for k, site in enumerate(plan.stations):
        if k == part.station:
            continue
        other = [k if group in members else station for group, station in enumerate(plan.placed)]
        emptied = plan.problem.number is not None and part.station not in other
        after = measure(asked, other)
        changed = next((term for term in plan.problem.order if after[term] != before[term]), None)
        figures = (before[changed], after[changed]) if changed else (0, 0)
        alternatives.append(Alternative(site.name, changed, *figures, emptied, sizes[k] + part.voters))
    walk = asked.walks[part.members[0]][part.station]
    here = plan.stations[part.station].name
    opening = _HERE.fill(who=part.label, n=part.voters, tps=here)
    way = EMPTY if walk is None else _WAY.fill(m=walk)
    reasons = [EMPTY] if not alternatives else [_PINNED] if pinned else _reasons(alternatives, asked, part)
    return Explained(part, joined([opening, way, *reasons]), walk, tuple(alternatives))


def _reasons(alternatives: Sequence[Alternative], asked: Instance, part: Part) -> list[Text]:
    said: dict[Text, list[str]] = {}
    for one in alternatives:
        said.setdefault(_reason(one, asked, part), []).append(one.station)
    return [_IF.fill(names=names, reason=reason) for reason, names in said.items()]


def _reason(one: Alternative, asked: Instance, part: Part) -> Text:
    if one.emptied:
        return _EMPTIED
    if one.term is None:
        return _EQUAL
    if not one.worse:
        return _BETTER[one.term is Term.OVER_CAP]
    return _WORSE[one.term].fill(
        before=one.before,
        after=one.after,
        more=one.after - one.before,
        size=one.size,
        cap=max(asked.caps),
        dusun=part.area.dusun or "-",
    )


_FAMILIES = Text("{n} keluarga dari {area}", "{n} families of {area}")
_HERE = Text("{who} ({n} pemilih) memilih di {tps}.", "{who} ({n} voters) votes at {tps}.")
_WAY = Text("Jarak lurusnya {m} m.", "The straight distance is {m} m.")
_IF = Text("Bila dipindah ke {names}: {reason}.", "If moved to {names}: {reason}.")
_PINNED = Text("Ditempatkan oleh panitia.", "Put there by the committee.")
_EMPTIED = Text("TPS ini menjadi kosong", "this station would be empty")
_EQUAL = Text(
    "sama baiknya, jadi urutan daftar yang dipakai", "as good, so the order of the list is followed"
)
_BETTER = {
    True: Text("lebih sedikit pemilih di atas batas", "fewer voters would be above the cap"),
    False: Text("rencana menjadi lebih baik", "the plan would be better"),
}
_WORSE = {
    Term.OVER_CAP: Text(
        "TPS itu memuat {size} pemilih, di atas batas", "that station would have {size} voters, above the cap"
    ),
    Term.STATIONS: Text("TPS bertambah {more}", "{more} more stations would be needed"),
    Term.DUSUN_PARTED: Text(
        "{dusun} terbagi ke lebih banyak TPS", "{dusun} would be parted among more stations"
    ),
    Term.RT_PARTED: Text("RT ini terbagi ke lebih banyak TPS", "this RT would be parted among more stations"),
    Term.NEEDS_UNMET: Text(
        "{more} pemilih disabilitas lagi di TPS yang belum mudah dijangkau",
        "{more} more disabled voters at a station that is not within easy reach",
    ),
    Term.LONGEST_WALK: Text(
        "jarak terjauh menjadi {after} m, sekarang {before} m",
        "the longest way becomes {after} m, now {before} m",
    ),
    Term.TOTAL_WALK: Text(
        "jumlah jarak semua pemilih bertambah {more} m", "the ways of all voters grow by {more} m"
    ),
    Term.BALANCE: Text(
        "selisih TPS terbesar dan terkecil menjadi {after}, sekarang {before}",
        "the largest less the smallest station becomes {after}, now {before}",
    ),
}
