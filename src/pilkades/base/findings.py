"""What the law says of a fact: one verdict, its articles, its evidence, its weight for the result."""

from dataclasses import dataclass, field
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text


class Verdict(StrEnum):
    """The seven verdicts of design section 4."""

    COMPLIED = "complied"
    CLAIMED = "claimed"
    VIOLATED = "violated"
    UNKNOWN = "unknown"
    CONTESTED = "contested"
    AMBIGUOUS = "ambiguous"
    NOT_APPLICABLE = "not_applicable"


VERDICTS = {
    Verdict.COMPLIED: Text("terpenuhi", "complied with"),
    Verdict.CLAIMED: Text("hanya dinyatakan", "only claimed"),
    Verdict.VIOLATED: Text("tidak terpenuhi", "not complied with"),
    Verdict.UNKNOWN: Text("belum dapat diperiksa", "cannot be checked"),
    Verdict.CONTESTED: Text("pernyataan sumber berbeda", "sources differ"),
    Verdict.AMBIGUOUS: Text("teks punya dua bacaan", "the text has two readings"),
    Verdict.NOT_APPLICABLE: Text("tidak berlaku", "not applicable"),
}


class Stage(StrEnum):
    """The course of an election, in its order."""

    PREPARATION = "preparation"
    VOTERS = "voters"
    CANDIDACY = "candidacy"
    CAMPAIGN = "campaign"
    POLLING = "polling"
    COUNTING = "counting"
    ADOPTION = "adoption"


STAGES = {
    Stage.PREPARATION: Text("Persiapan", "Preparation"),
    Stage.VOTERS: Text("Pendaftaran pemilih", "Voter register"),
    Stage.CANDIDACY: Text("Pencalonan", "Candidacy"),
    Stage.CAMPAIGN: Text("Kampanye dan masa tenang", "Campaign and quiet period"),
    Stage.POLLING: Text("Pemungutan suara", "Polling"),
    Stage.COUNTING: Text("Penghitungan suara", "Counting"),
    Stage.ADOPTION: Text("Penetapan", "Adoption"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a source and its own words; `reading` says in short what we take from it."""

    place: str
    quote: str = ""
    reading: Text = EMPTY


class Bound(StrEnum):
    """How well a number is known."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Touch:
    """How many voters or ballots a finding touches, held against the margin.

    `reaches_margin` is None when the count or the margin is not known.
    """

    unit: str
    bound: Bound
    count: int | None
    margin: int | None

    @property
    def reaches_margin(self) -> bool | None:
        """Whether as many as the margin, or more, may be touched."""
        if self.count is None or self.margin is None:
            return None
        if self.bound is Bound.AT_LEAST and self.count < self.margin:
            return None
        return self.count >= self.margin


@dataclass(frozen=True, slots=True)
class Used:
    """A value of the law that decided: parameter, value, article, evidence tag."""

    parameter: str
    value: str
    article: Article | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule held against the record."""

    rule: str
    kind: str
    articles: tuple[Article, ...]
    regime: str
    verdict: Verdict
    stage: Stage
    norm: Text
    message: Text
    evidence: tuple[Evidence, ...] = ()
    consequence: Text = EMPTY
    remedy: Text = EMPTY
    decides: Text = EMPTY
    touch: Touch | None = None
    used: tuple[Used, ...] = field(default=())
