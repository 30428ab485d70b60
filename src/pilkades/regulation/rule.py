"""A rule of law as an entry: its kind, the facts it speaks of, its parameters, its articles."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Stage
from pilkades.base.language import EMPTY, Text


def _read_text(value: object) -> object:
    if (
        isinstance(value, dict)
        and set(value) == {"id", "en"}
        and all(isinstance(v, str) and v for v in value.values())
    ):
        return Text(value["id"], value["en"])
    if isinstance(value, Text):
        return value
    raise PydanticCustomError("words", "both languages are asked for")


def _read_article(value: object) -> object:
    if isinstance(value, Article):
        return value
    try:
        return Article.parse(str(value))
    except PilkadesError as error:
        raise PydanticCustomError("article_notation", "no article notation") from error


Words = Annotated[Text, BeforeValidator(_read_text)]
Cited = Annotated[Article, BeforeValidator(_read_article)]
Scalar = bool | int | str
Operand = Annotated[bool | int | str | list[bool | int | str], Field(union_mode="left_to_right")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, strict=True)


class Condition(_Strict):
    """When the rule speaks at all: exactly one comparison of one fact; operands may be `@parameter`."""

    fact: str
    equals: Operand | None = None
    differs: Operand | None = None
    at_least: int | str | None = None
    at_most: int | str | None = None
    known: bool | None = None
    # What to say when the fact is not known: the rule cannot be checked, or it is taken not to apply because
    # the exceptional event would have been recorded.
    if_unknown: Literal["unknown", "not_applicable", "applies"] = "unknown"


class TouchSpec(_Strict):
    """What a breach touches: the violating rows' field, or a fact, in voters or ballots."""

    unit: Literal["voters", "ballots"]
    row_field: str | None = None
    fact: str | None = None
    bound: Literal["exactly", "at_least", "at_most"] = "exactly"


class Reading(_Strict):
    """One of two or more readings of a text: its name, and the keys of the rule that it changes."""

    label: Words
    articles: list[Cited] = []
    changes: dict[str, Any] = {}


class _Rule(_Strict):
    """What every rule has."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    topic: str = Field(default="", pattern=r"^[a-z0-9-]*$")
    articles: list[Cited] = Field(min_length=1)
    stage: Annotated[Stage, Field(strict=False)]
    norm: Words
    when: list[Condition] = []
    who: str | None = None
    remedy: Words = EMPTY
    decides: Words = EMPTY
    consequence: Words = EMPTY
    nullity: bool = False
    touch: TouchSpec | None = None
    readings: list[Reading] = []
    context: list[str] = []  # facts that explain the finding without deciding it
    note: Words = EMPTY

    @property
    def subject(self) -> str:
        """Rules of one subject speak of the same fact and become one finding."""
        return self.topic or self.id


class FactRule(_Rule):
    """A fact must have a value: something done, a form kept, the right office, a ban respected."""

    kind: Literal["requirement", "form", "competence", "prohibition"]
    fact: str
    also: list[str] = []  # further facts that the same sentence asks for
    expects: Operand | None = None  # default: true; for a prohibition: false


class BoundRule(_Rule):
    """A number must be at least, at most, or between; or at least a share of another number."""

    kind: Literal["bound"]
    fact: str
    at_least: int | str | None = None
    at_most: int | str | None = None
    share_of: str | None = None
    plus: int = 0
    odd: bool = False
    kept: str | None = None  # a fact that says whether it was kept, where the number itself is not stated


class QuotaRule(_Rule):
    """A body must be made up of so many of each group."""

    kind: Literal["quota"]
    fact: str
    exactly: str


class DeadlineRule(_Rule):
    """An act must happen within so many days, months or hours of another."""

    kind: Literal["deadline"]
    fact: str
    anchor: str
    limit: str
    direction: Literal["after", "before"]
    bound: Literal["at_latest", "at_earliest", "exactly"] = "at_latest"
    kept: str | None = None  # a fact that says whether it was kept, where the day itself is not stated


class WindowRule(_Rule):
    """Something lasts at most, at least or exactly so long."""

    kind: Literal["window"]
    opens: str
    closes: str
    length: str
    bound: Literal["at_most", "at_least", "exactly"] = "at_most"


class HoursRule(_Rule):
    """Something lasts from one hour to another on its day."""

    kind: Literal["hours"]
    opened: str | None = None
    closed: str | None = None
    from_hour: str | None = None
    to_hour: str | None = None


class OrderRule(_Rule):
    """One act comes before or after another; the same day counts as in order unless `strictly`."""

    kind: Literal["order"]
    fact: str
    after: str | None = None
    before: str | None = None
    strictly: bool = False


class PermissionRule(_Rule):
    """Someone may: using it or not is never a breach."""

    kind: Literal["permission"]
    fact: str | None = None


class SanctionRule(_Rule):
    """What follows a breach of the named topics, and who imposes it."""

    kind: Literal["sanction"]
    on: list[str] = Field(min_length=1)
    fact: str | None = None


class TieRule(_Rule):
    """How equal votes are decided."""

    kind: Literal["tie"]
    chain: str


class GapRule(_Rule):
    """The text read does not decide this: the question stands."""

    kind: Literal["gap"]
    question: Words


class FunctionRule(_Rule):
    """The odd rule that is a function of its own in `compliance.odd`."""

    kind: Literal["function"]
    function: str
    arguments: dict[str, Any] = {}


Rule = (
    FactRule
    | BoundRule
    | QuotaRule
    | DeadlineRule
    | WindowRule
    | HoursRule
    | OrderRule
    | PermissionRule
    | SanctionRule
    | TieRule
    | GapRule
    | FunctionRule
)


class RuleFile(_Strict):
    """A file of rules."""

    rule: list[Annotated[Rule, Field(discriminator="kind")]]
