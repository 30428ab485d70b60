"""What the law of the day says of proposals on the posted list, in points that each name their article."""

from pilkades.base.language import Text, joined
from pilkades.register.grounds import Offer
from pilkades.register.proposal_clock import Clock
from pilkades.regulation.rule import GapRule, Rule
from pilkades.timetable.days import Answer
from pilkades.web.core.queries.states import State
from pilkades.web.public.facts import cited
from pilkades.web.public.parts import Passage, Point
from pilkades.web.shared.components.due import Basis, Deadline

_PROPOSALS = "list_corrections."
_RULES = Text("Apa kata aturan?", "What do the rules say?")
_SILENT = Text(
    "Aturan yang sudah dibaca tidak menyebut usul atas daftar pemilih.",
    "The rules read so far do not speak of proposals on the voter list.",
)
_LIMIT = Text("Batas usul", "Limit for proposals")
_LATE = Text("Bila terlambat", "If it comes late")
_UNTIL = Text("Sampai kapan?", "Until when?")
_BRING = Text("Bukti untuk tiap jenis usul", "Proof for each kind of proposal")
_BRINGS = Text("{what}: {paper}.", "{what}: {paper}.")
_HELPFUL = Text(
    "Bukti tanpa pasal di bawahnya tidak diminta aturan, tetapi membantu panitia.",
    "Proof without an article below it is not asked for, but helps the committee.",
)


def limit_shown(clock: Clock, state: State) -> Deadline | None:
    """The limit as a component; the stricter reading, for whoever keeps it keeps both."""
    if clock.closes is None:
        return None
    day = clock.closes.earliest
    left = state.working_days_to(day) if state.today <= day else None
    basis = tuple(cited(article) for article in clock.articles)
    return Deadline(day, state.today, left, basis=basis, what=_LIMIT)


def time_shown(clock: Clock) -> Passage:
    """Until when, how it was counted, and what the law of the day says of late ones."""
    basis = tuple(cited(article) for article in clock.articles)
    late = (cited(clock.late_article),) if clock.late_article else ()
    return Passage(
        _UNTIL,
        points=(
            Point(clock.closes_words, basis, joined([clock.explanation, clock.question])),
            Point(_LATE, late, clock.late_message),
        ),
    )


def rules_shown(state: State) -> Passage:
    """Every rule of the day on proposals, nation and county alike."""
    rules = [rule for rule in state.rulebook.rules if _speaks_of_it(rule)]
    points = tuple(Point(rule.norm, _basis(rule), rule.note) for rule in rules)
    return Passage(_RULES, points=points or (Point(_SILENT),))


def proofs_shown(offers: tuple[Offer, ...]) -> Passage:
    """What to bring for each ground, and whether an article asks for it."""
    points = []
    for offer in offers:
        for asked in offer.asked:
            basis = (cited(asked.article),) if asked.article else ()
            points.append(Point(_BRINGS.fill(what=offer.label, paper=asked.paper), basis))
    return Passage(_BRING, (_HELPFUL,), tuple(points))


def is_late(clock: Clock, state: State) -> bool:
    """Whether a proposal of today comes after every reading of the limit."""
    return clock.in_time(state.today) is Answer.NO


def _speaks_of_it(rule: Rule) -> bool:
    return str(getattr(rule, "fact", "")).startswith(_PROPOSALS) and not isinstance(rule, GapRule)


def _basis(rule: Rule) -> tuple[Basis, ...]:
    return tuple(cited(article) for article in rule.articles)
