"""The independent check of a plan: it counts everything anew and trusts no figure that a plan states."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text, same
from pilkades.polling.caps import Cap
from pilkades.polling.places import distance
from pilkades.polling.plan import Plan
from pilkades.polling.problem import Term
from pilkades.register.voter import Voter
from pilkades.regulation.rulebook import Rulebook

_ACCESS_FACT = "tps_plan.accessible"


class Weight(StrEnum):
    """Whether a plan waits for it."""

    REPAIR = "repair"
    LOOK = "look"
    NOTE = "note"


class Kind(StrEnum):
    """What a check may find."""

    NOT_PLACED_ONCE = "not_placed_once"
    FIGURES_DIFFER = "figures_differ"
    OVER_LAW = "over_law"
    OVER_OWN = "over_own"
    OVER_SITE = "over_site"
    FAMILY_PARTED = "family_parted"
    WITHOUT_STATION = "without_station"
    EMPTY_STATION = "empty_station"
    NEEDS_UNMET = "needs_unmet"
    ACCESS_UNKNOWN = "access_unknown"
    LAW_SILENT = "law_silent"
    ABOVE_LAW = "above_law"
    RT_PARTED = "rt_parted"
    DUSUN_PARTED = "dusun_parted"
    WALK_NOT_WEIGHED = "walk_not_weighed"
    NOT_PROVEN = "not_proven"


WEIGHTS = {
    **dict.fromkeys(Kind, Weight.NOTE),
    **dict.fromkeys(
        (
            Kind.NOT_PLACED_ONCE,
            Kind.FIGURES_DIFFER,
            Kind.OVER_LAW,
            Kind.OVER_OWN,
            Kind.OVER_SITE,
            Kind.ABOVE_LAW,
            Kind.FAMILY_PARTED,
            Kind.WITHOUT_STATION,
        ),
        Weight.REPAIR,
    ),
    **dict.fromkeys((Kind.EMPTY_STATION, Kind.NEEDS_UNMET, Kind.ACCESS_UNKNOWN), Weight.LOOK),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found: where, how many voters, in words, and the articles it rests on."""

    kind: Kind
    message: Text
    station: str = ""
    voters: int = 0
    articles: tuple[Article, ...] = ()
    remedy: Text = EMPTY

    @property
    def weight(self) -> Weight:
        """Whether the plan waits for it."""
        return WEIGHTS[self.kind]


def access_articles(rulebook: Rulebook) -> tuple[Article, ...]:
    """The articles of this day and county that want stations within easy reach."""
    return tuple(
        article
        for rule in rulebook.rules
        if getattr(rule, "fact", None) == _ACCESS_FACT
        for article in rule.articles
    )


def check(plan: Plan, voters: Sequence[Voter] = (), access: tuple[Article, ...] = ()) -> tuple[Remark, ...]:
    """Hold a plan against its list, its cap and its sites; `voters` is the list that it was made from."""
    groups, stations = plan.problem.groups, plan.stations
    if len(plan.placed) != len(groups) or not all(0 <= k < len(stations) for k in plan.placed):
        return (Remark(Kind.NOT_PLACED_ONCE, _MISPLACED),)
    sizes = {site.name: 0 for site in stations}
    for group, k in zip(groups, plan.placed, strict=True):
        sizes[stations[k].name] += group.voters
    found = [*check_sizes(sizes, plan.problem.cap)]
    found += _once(plan, voters)
    found += _sites(plan, sizes, access)
    found += _parted(plan)
    found += _families(voters, plan.station_of_rows()) if voters else ()
    found += _figures(plan, sizes)
    found += _walks(plan)
    if not plan.proven:
        open_terms = [figure for figure in plan.figures if not figure.proven]
        gap = open_terms[0].gap
        found.append(Remark(Kind.NOT_PROVEN, _NOT_PROVEN if gap is None else _GAP.fill(n=gap)))
    return tuple(found)


def check_sizes(sizes: Mapping[str, int], cap: Cap) -> Iterator[Remark]:
    """Hold the number of voters of each station against the cap of the law and the committee's own."""
    law = (cap.article,) if cap.article else ()
    for name, voters in sizes.items():
        if cap.by_law is not None and voters > cap.by_law:
            words = _OVER_LAW.fill(tps=name, n=voters, cap=cap.by_law, more=voters - cap.by_law)
            yield Remark(Kind.OVER_LAW, words, name, voters - cap.by_law, law, _DIVIDE)
        elif voters > cap.voters:
            words = _OVER_OWN.fill(tps=name, n=voters, cap=cap.voters, more=voters - cap.voters)
            yield Remark(Kind.OVER_OWN, words, name, voters - cap.voters, (), _DIVIDE)
        if not voters:
            yield Remark(Kind.EMPTY_STATION, _EMPTY.fill(tps=name), name)
    if cap.above_law:
        yield Remark(Kind.ABOVE_LAW, _ABOVE.fill(n=cap.voters, cap=cap.by_law), articles=law)
    if cap.by_law is None:
        stated = _BASIS.fill(n=cap.voters, basis=cap.basis) if cap.basis else _NO_BASIS.fill(n=cap.voters)
        yield Remark(Kind.LAW_SILENT, cap.question + same(" ") + stated, articles=law)


def check_list(voters: Sequence[Voter], cap: Cap) -> tuple[Remark, ...]:
    """Hold the stations that a list itself states against the cap, and look for families and RT parted."""
    stations = {row: voter.tps for row, voter in enumerate(voters) if voter.tps}
    sizes = Counter(stations.values())
    found = [*check_sizes({name: sizes[name] for name in sorted(sizes)}, cap)]
    lacking = len(voters) - len(stations)
    if lacking:
        found.append(Remark(Kind.WITHOUT_STATION, _LACKING.fill(n=lacking), voters=lacking))
    found += _families(voters, stations)
    return tuple(found)


def _once(plan: Plan, voters: Sequence[Voter]) -> Iterator[Remark]:
    keys = Counter(group.key for group in plan.problem.groups)
    rows = Counter(row for group in plan.problem.groups for row in group.rows)
    wrong = [key for key, times in keys.items() if times > 1]
    listed = set(rows) == set(range(len(voters))) if voters else True
    if wrong or any(times > 1 for times in rows.values()) or not listed:
        yield Remark(Kind.NOT_PLACED_ONCE, _MISPLACED)


def _sites(plan: Plan, sizes: Mapping[str, int], access: tuple[Article, ...]) -> Iterator[Remark]:
    for k, site in enumerate(plan.stations):
        if site.capacity is not None and sizes[site.name] > site.capacity:
            words = _OVER_SITE.fill(tps=site.name, n=sizes[site.name], cap=site.capacity)
            yield Remark(Kind.OVER_SITE, words, site.name, sizes[site.name] - site.capacity, (), _DIVIDE)
        needing = sum(
            group.needing for group, p in zip(plan.problem.groups, plan.placed, strict=True) if p == k
        )
        if needing and site.accessible is not True:
            kind = Kind.NEEDS_UNMET if site.accessible is False else Kind.ACCESS_UNKNOWN
            words = _UNMET if site.accessible is False else _UNSEEN
            yield Remark(kind, words.fill(tps=site.name, n=needing), site.name, needing, access)


def _parted(plan: Plan) -> Iterator[Remark]:
    rts: dict[object, set[str]] = defaultdict(set)
    dusuns: dict[str, set[str]] = defaultdict(set)
    labels: dict[object, Text] = {}
    for group, k in zip(plan.problem.groups, plan.placed, strict=True):
        rts[group.area].add(plan.stations[k].name)
        labels[group.area] = group.area.label
        dusuns[group.area.dusun].add(plan.stations[k].name)
    for area, names in rts.items():
        if len(names) > 1:
            yield Remark(Kind.RT_PARTED, _PARTED.fill(who=labels[area], names=sorted(names)))
    for dusun, names in dusuns.items():
        if len(names) > 1 and dusun:
            yield Remark(Kind.DUSUN_PARTED, _PARTED.fill(who=dusun, names=sorted(names)))


def _families(voters: Sequence[Voter], stations: Mapping[int, str]) -> Iterator[Remark]:
    """Families whose voters are at more than one station; named by station, never by card or person."""
    cards: dict[object, set[str]] = defaultdict(set)
    members: Counter[object] = Counter()
    for row, voter in enumerate(voters):
        if voter.kk is not None and row in stations:
            cards[voter.kk].add(stations[row])
            members[voter.kk] += 1
    parted: Counter[tuple[str, ...]] = Counter()
    touched: Counter[tuple[str, ...]] = Counter()
    for card, names in cards.items():
        if len(names) > 1:
            parted[tuple(sorted(names))] += 1
            touched[tuple(sorted(names))] += members[card]
    for pair in sorted(parted):
        words = _FAMILIES.fill(n=parted[pair], names=list(pair))
        yield Remark(Kind.FAMILY_PARTED, words, voters=touched[pair], remedy=_TOGETHER)


def _figures(plan: Plan, sizes: Mapping[str, int]) -> Iterator[Remark]:
    used = [size for size in sizes.values() if size]
    pairs = [*zip(plan.problem.groups, plan.placed, strict=True)]
    limits = {
        s.name: min(plan.problem.cap.voters, s.capacity or plan.problem.cap.voters) for s in plan.stations
    }
    counted = {
        Term.OVER_CAP: sum(max(0, size - limits[name]) for name, size in sizes.items()),
        Term.STATIONS: len(used),
        Term.DUSUN_PARTED: _extra((group.area.dusun, k) for group, k in pairs),
        Term.RT_PARTED: _extra((group.area, k) for group, k in pairs),
        Term.NEEDS_UNMET: sum(g.needing for g, k in pairs if plan.stations[k].accessible is False),
        Term.BALANCE: max(used, default=0) - min(used, default=0),
        Term.LONGEST_WALK: max((way for way, _ in _ways(plan)), default=0),
        Term.TOTAL_WALK: sum(way * voters for way, voters in _ways(plan)),
    }
    for figure in plan.figures:
        if counted.get(figure.term, figure.value) != figure.value:
            yield Remark(Kind.FIGURES_DIFFER, _DIFFER.fill(said=figure.value, counted=counted[figure.term]))


def _ways(plan: Plan) -> Iterator[tuple[int, int]]:
    """The way of each group and its voters, where every site that was thought of has a point."""
    if any(site.point is None for site in plan.problem.sites or plan.stations):
        return
    for group, k in zip(plan.problem.groups, plan.placed, strict=True):
        point = plan.stations[k].point
        if group.point is not None and point is not None:
            yield distance(group.point, point), group.voters


def _extra(pairs: Iterable[tuple[object, int]]) -> int:
    """How many more pairs than first members there are."""
    distinct = set(pairs)
    return len(distinct) - len({first for first, _ in distinct})


def _walks(plan: Plan) -> Iterator[Remark]:
    without = sum(1 for group in plan.problem.groups if group.point is None)
    if without and without < len(plan.problem.groups):
        yield Remark(Kind.WALK_NOT_WEIGHED, _SOME_WITHOUT.fill(n=without))
    elif without or any(site.point is None for site in plan.problem.sites):
        yield Remark(Kind.WALK_NOT_WEIGHED, _NO_POINTS)


_MISPLACED = Text(
    "Ada kelompok pemilih yang belum berada di tepat satu TPS.", "Some voters are not at exactly one station."
)
_OVER_LAW = Text(
    "{tps} memuat {n} pemilih; batasnya {cap}, lebih {more}.",
    "{tps} has {n} voters; the cap is {cap}, {more} too many.",
)
_OVER_OWN = Text(
    "{tps} memuat {n} pemilih; batas panitia {cap}, lebih {more}.",
    "{tps} has {n} voters; the committee's cap is {cap}, {more} too many.",
)
_OVER_SITE = Text(
    "{tps} memuat {n} pemilih; tempatnya cukup untuk {cap}.",
    "{tps} has {n} voters; the place holds {cap}.",
)
_DIVIDE = Text(
    "Pindahkan kelompok ke TPS lain atau tambah satu TPS.",
    "Move a group to another station or add a station.",
)
_EMPTY = Text("{tps} belum memuat pemilih.", "{tps} has no voters.")
_ABOVE = Text(
    "Batas panitia {n} melebihi batas {cap} menurut aturan.",
    "The committee's cap of {n} is above the {cap} of the law.",
)
_BASIS = Text("Panitia memakai {n}: {basis}.", "The committee uses {n}: {basis}.")
_NO_BASIS = Text(
    "Panitia memakai {n}; dasarnya belum disebut.", "The committee uses {n}; its basis is not stated yet."
)
_LACKING = Text("{n} pemilih belum memuat TPS.", "{n} voters have no station yet.")
_UNMET = Text(
    "{n} pemilih disabilitas di {tps}, yang belum mudah dijangkau.",
    "{n} disabled voters at {tps}, which is not within easy reach.",
)
_UNSEEN = Text(
    "{n} pemilih disabilitas di {tps}; aksesnya belum diperiksa.",
    "{n} disabled voters at {tps}; its access has not been looked at.",
)
_PARTED = Text("{who} terbagi: {names}.", "{who} is parted: {names}.")
_FAMILIES = Text("{n} keluarga terbagi antara {names}.", "{n} families are parted between {names}.")
_TOGETHER = Text("Satukan tiap keluarga di satu TPS.", "Bring each family together at one station.")
_DIFFER = Text(
    "Rencana menyebut {said}; hitungan ulang {counted}.",
    "The plan says {said}; counted anew it is {counted}.",
)
_SOME_WITHOUT = Text(
    "{n} kelompok belum punya titik; jaraknya belum ikut dihitung.",
    "{n} groups have no point yet; their ways are not counted.",
)
_NO_POINTS = Text(
    "Titik rumah atau TPS belum lengkap; jarak belum ikut dihitung.",
    "Points of homes or stations are not complete; ways are not counted.",
)
_NOT_PROVEN = Text(
    "Belum terbukti paling baik: mungkin ada rencana lain yang lebih baik.",
    "Not proven best: a better plan may exist.",
)
_GAP = Text(
    "Belum terbukti paling baik: mungkin ada rencana yang lebih baik, paling banyak {n}.",
    "Not proven best: a better plan may exist, by {n} at most.",
)
