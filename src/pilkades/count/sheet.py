"""The sheet of one TPS: every figure that a berita acara can hold; a blank is not a zero."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same

VOTES = "votes"
REASONS = "invalid_by_reason"

PLAIN_FIGURES: Mapping[str, Text] = MappingProxyType(
    {
        "registered": Text("pemilih dalam DPT", "voters in the DPT"),
        "registered_extra": Text("pemilih di luar DPT yang dilayani", "voters served outside the DPT"),
        "from_other_tps": Text("pemilih dari TPS lain", "voters from other TPS"),
        "came": Text("pemilih yang datang", "voters who came"),
        "absent": Text("pemilih yang tidak datang", "voters who did not come"),
        "supplied": Text("surat suara yang disediakan", "ballots supplied"),
        "given": Text("surat suara yang diberikan kepada pemilih", "ballots given to voters"),
        "returned_damaged": Text("surat suara diganti karena rusak", "ballots replaced because damaged"),
        "returned_mistaken": Text(
            "surat suara diganti karena keliru dicoblos", "ballots replaced after a mistake"
        ),
        "unused": Text("surat suara yang tidak terpakai", "ballots not used"),
        "in_box": Text("surat suara dalam kotak", "ballots in the box"),
        "valid": Text("surat suara sah", "valid ballots"),
        "invalid": Text("surat suara tidak sah", "invalid ballots"),
    }
)
"""The plain figures of a sheet and how they are called."""


def _frozen(values: Mapping[str, int | None]) -> Mapping[str, int | None]:
    return MappingProxyType(dict(values))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the berita acara of one TPS says (Permendagri 112/2014 Ps. 41(2) and (5)).

    Every figure is a whole number of voters or of ballots, or None where the paper is blank. `came` counts
    all who came and were let in, those from other TPS and outside the DPT included. `votes_by_dusun` holds
    votes per candidate for each dusun of a shared TPS.

    Raises:
        PilkadesError: code `negative-figure` when a figure is below zero.
    """

    tps: str
    registered: int | None = None
    registered_extra: int | None = None
    from_other_tps: int | None = None
    came: int | None = None
    absent: int | None = None
    supplied: int | None = None
    given: int | None = None
    returned_damaged: int | None = None
    returned_mistaken: int | None = None
    unused: int | None = None
    in_box: int | None = None
    valid: int | None = None
    invalid: int | None = None
    invalid_by_reason: Mapping[str, int | None] = field(default_factory=dict)
    votes: Mapping[str, int | None] = field(default_factory=dict)
    votes_by_dusun: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "invalid_by_reason", _frozen(self.invalid_by_reason))
        object.__setattr__(self, "votes", _frozen(self.votes))
        by_dusun = {dusun: _frozen(votes) for dusun, votes in self.votes_by_dusun.items()}
        object.__setattr__(self, "votes_by_dusun", MappingProxyType(by_dusun))
        for key, value in self.figures():
            if value is not None and value < 0:
                raise PilkadesError("negative-figure", tps=self.tps, figure=key, value=value)

    def figures(self) -> Iterator[tuple[str, int | None]]:
        """Every figure with its key: `came`, `votes:NAME`, `invalid_by_reason:REASON`, `dusun:DUSUN:NAME`."""
        for key in PLAIN_FIGURES:
            yield key, getattr(self, key)
        for name, count in self.votes.items():
            yield f"{VOTES}:{name}", count
        for reason, count in self.invalid_by_reason.items():
            yield f"{REASONS}:{reason}", count
        for dusun, votes in self.votes_by_dusun.items():
            for name, count in votes.items():
                yield f"dusun:{dusun}:{name}", count

    def figure(self, key: str) -> int | None:
        """One figure by its key; None when it is blank or the sheet has no such line."""
        return dict(self.figures()).get(key)

    def with_figures(self, changes: Mapping[str, int | None]) -> "Sheet":
        """The same sheet with other figures, to ask what would follow; the paper stays as it is.

        Raises:
            PilkadesError: code `unknown-figure` when a key names no plain figure, vote or reason.
        """
        plain = {key: value for key, value in changes.items() if key in PLAIN_FIGURES}
        votes, reasons = dict(self.votes), dict(self.invalid_by_reason)
        for key, value in changes.items():
            if key in plain:
                continue
            head, _, name = key.partition(":")
            if head not in {VOTES, REASONS} or not name:
                raise PilkadesError("unknown-figure", figure=key)
            (votes if head == VOTES else reasons)[name] = value
        # mypy cannot see the keyword types through the mapping; the keys are checked above
        return replace(self, votes=votes, invalid_by_reason=reasons, **plain)  # type: ignore[arg-type]


def name_of(key: str) -> Text:
    """How a figure is called on screen, from its key."""
    if key in PLAIN_FIGURES:
        return PLAIN_FIGURES[key]
    if key == VOTES:
        return Text("suara tiap calon", "votes of each candidate")
    if key == REASONS:
        return Text("surat suara tidak sah menurut alasan", "invalid ballots by reason")
    head, _, name = key.partition(":")
    if head == VOTES:
        return Text("suara {name}", "votes for {name}").fill(name=same(name))
    if head == REASONS:
        return Text("tidak sah: {name}", "invalid: {name}").fill(name=same(name))
    dusun, _, candidate = name.partition(":")
    return Text("suara {name} di {dusun}", "votes for {name} in {dusun}").fill(
        name=same(candidate), dusun=same(dusun)
    )
