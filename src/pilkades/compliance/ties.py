"""From the rulebook's chain and the record's facts to what the tie methods read."""

from collections.abc import Mapping

from pilkades.compliance.look import Look
from pilkades.count import ties
from pilkades.count.ties import Method, TieFacts, TieStep
from pilkades.regulation.rulebook import Rulebook

# The instruments whose chains carry conditions and limits of their own.
_WRITTEN_OUT: Mapping[str, tuple[TieStep, ...]] = {
    "perda-bengkayang-13-2006": ties.PERDA_BENGKAYANG_TIE,
    "permendagri-112-2014": ties.PERMENDAGRI_112_TIE,
    "pp-43-2014": ties.PP_43_TIE,
    "pp-16-2026": ties.PP_16_TIE,
    "aturan-003": ties.ATURAN_003_TIE,
}


def chain_of(rulebook: Rulebook) -> tuple[TieStep, ...]:
    """The ordered methods for equal votes: the deciding norm's, then those of norms that stand beside it."""
    if "count.tie_chain" not in rulebook.parameters:
        return ()
    held = rulebook.held("count.tie_chain")
    steps: list[TieStep] = []
    for norm in (held, *held.beside):
        if norm.value is None:
            continue
        written = _WRITTEN_OUT.get(norm.article.instrument) if norm.article else None
        steps += written or [TieStep(Method(name), norm.article) for name in norm.value]
        if norm.county is not None:
            break  # the county's chain is complete; national methods do not follow it
    return tuple(dict.fromkeys(steps))


def facts_of(look: Look) -> TieFacts:
    """What the record holds for the methods; what it does not hold stays missing."""
    people = look.fact("candidates_adopted.people") or ()
    return TieFacts(education={person.name: person.education_level for person in people if person.name})
