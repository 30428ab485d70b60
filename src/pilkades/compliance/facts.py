"""What a record states, fact by fact: the book that rules read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pilkades.acts.act import KINDS, Act, Standing, Statement
from pilkades.acts.corrections import effective_acts
from pilkades.acts.payload import Row
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text

DERIVED: Mapping[str, Text] = {
    "absent": Text("pemilih terdaftar yang tidak memilih", "registered voters who did not vote"),
    "margin": Text("selisih suara dua teratas", "margin between the first two"),
    "winner": Text("calon dengan suara terbanyak", "candidate with most votes"),
    "tied": Text("suara terbanyak sama", "most votes are equal"),
    "single": Text("calon tunggal", "single candidate"),
    "stations": Text("jumlah TPS", "number of polling stations"),
    "invalid": Text("suara tidak sah", "invalid votes"),
    "quorum_reached": Text("kuorum tercapai", "the quorum was reached"),
}


@dataclass(frozen=True, slots=True)
class Path:
    """`dpt.voters`, or a row's field `tps_plan.stations[].voters`."""

    kind: str
    fact: str
    field: str = ""

    @classmethod
    def parse(cls, words: str) -> "Path":
        """Read the notation of rule files.

        Raises:
            PilkadesError: `fact-path` when no kind or fact of that name is declared.
        """
        return _parsed(words)

    @classmethod
    def _read(cls, words: str) -> "Path":
        head, _, field = words.partition("[].")
        kind, _, fact = head.partition(".")
        path = cls(kind, fact, field)
        if not path.exists():
            raise PilkadesError("fact-path", path=words)
        return path

    def exists(self) -> bool:
        """Whether the vocabulary (or the engine, for derived facts) declares it."""
        if self.kind == "derived":
            return self.fact in DERIVED and not self.field
        if self.kind not in KINDS or self.fact not in KINDS[self.kind].model_fields:
            return False
        row = self.row_type()
        return not self.field or (row is not None and self.field in row.model_fields)

    def row_type(self) -> type[Row] | None:
        """The type of the rows, if the fact is a list of rows."""
        annotation = KINDS[self.kind].model_fields[self.fact].annotation
        for part in _parts(annotation):
            if isinstance(part, type) and issubclass(part, Row):
                return part
        return None

    @property
    def label(self) -> Text:
        """`kind — fact` in both languages."""
        return _label(self)

    @property
    def whole(self) -> str:
        """The path without the row's field: what is stated as one value."""
        return f"{self.kind}.{self.fact}"


@cache
def _parsed(words: str) -> Path:
    """Paths stand in rule files, so there are only so many: each is read once."""
    return Path._read(words)  # noqa: SLF001 -- the cache of the class above


@cache
def _label(path: Path) -> Text:
    if path.kind == "derived":
        return DERIVED[path.fact]
    kind = KINDS[path.kind]
    row = path.row_type() if path.field else None
    own = row.label_of(path.field) if row is not None else kind.label_of(path.fact)
    return Text(f"{kind.label.id} — {own.id}", f"{kind.label.en} — {own.en}")


def _parts(annotation: Any) -> Iterable[Any]:  # noqa: ANN401 -- typing forms have no common type
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)


@dataclass(frozen=True, slots=True)
class _Acts:
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class FactBook:
    """Every statement of every fact; those of a corrected act give way to the correction's."""

    statements: Mapping[str, tuple[Statement, ...]]
    distinct: Mapping[str, tuple[Statement, ...]] = field(init=False, repr=False, compare=False)

    @classmethod
    def of(cls, acts: Iterable[Act]) -> "FactBook":
        """Read acts in their order, corrections applied."""
        gathered: dict[str, list[Statement]] = defaultdict(list)
        for act in effective_acts(_Acts(tuple(acts))):
            for name, stated in act.facts.items():
                gathered[f"{act.kind}.{name}"].extend(stated)
        return cls({path: tuple(several) for path, several in gathered.items()})

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "distinct", {path: _distinct(several) for path, several in self.statements.items()}
        )

    def alternatives(self, whole: str) -> tuple[Statement, ...]:
        """One statement for each different value, the best shown first; empty when nothing is stated."""
        return self.distinct.get(whole, ())

    def contested(self) -> tuple[str, ...]:
        """Facts on which the sources differ."""
        return tuple(path for path in self.statements if len(self.alternatives(path)) > 1)


def _distinct(several: Iterable[Statement]) -> tuple[Statement, ...]:
    """For each different value the statement that shows most of it."""
    best: dict[str, Statement] = {}
    for statement in several:
        key = repr(statement.value)
        if key not in best or (best[key].standing, statement.standing) == (Standing.ASSERTED, Standing.SHOWN):
            best[key] = statement
    return tuple(best.values())
