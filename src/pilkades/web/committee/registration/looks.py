"""What is worth a second look before a person is kept: the cards once more, or the law's own requirements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.register.eligibility import judge
from pilkades.register.nik import remarks
from pilkades.register.reasons import Poll, Requirement
from pilkades.register.troubles import WORDINGS, Kind, Trouble, Weight
from pilkades.register.voter import Voter
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.registration.entry import BirthField, PersonForm
from pilkades.web.shared.components.due import Basis

# Of the law's requirements those that a registrar can still ask about at the door.
_ASKED_AT_THE_DOOR = frozenset({Requirement.AGE, Requirement.RESIDENCE, Requirement.REGISTERED})
_COMMITTEE_DECIDES = Text(
    "Orang ini tetap dapat dicatat. Panitia yang menyusun daftar.",
    "The person can be entered all the same. The committee draws up the list.",
)


@dataclass(frozen=True, slots=True)
class Look:
    """Something to compare with a card before the entry is kept; it never keeps anybody out."""

    code: str
    message: Text
    remedy: Text
    basis: tuple[Basis, ...] = ()


def looks_at(form: PersonForm, voter: Voter, poll: Poll, county_code: str) -> tuple[Look, ...]:
    """What the cards say otherwise, and which requirement of the law the entry does not meet.

    That a NIK is of another county is usual and nothing to look at.
    """
    return (*_of_the_cards(form, voter, county_code), *_of_the_law(voter, poll))


def seen_before(sent: str, looks: Iterable[Look]) -> bool:
    """Whether the registrar was shown each of these already and sent the entry once more."""
    known = set(sent.split())
    return all(look.code in known for look in looks)


def _of_the_cards(form: PersonForm, voter: Voter, county_code: str) -> Iterator[Look]:
    if voter.nik is not None:
        found = remarks(voter.nik, sex=voter.sex, birth=voter.birth, county_code=county_code)
        yield from (
            Look(remark.code, remark.message, remark.remedy)
            for remark in found
            if remark.code != "nik-county"
        )
    birth = form.fields["lahir"]
    troubles = list(birth.troubles) if isinstance(birth, BirthField) else []
    if any(sign.isdigit() for sign in voter.name):
        troubles.append(Trouble.of(Kind.NAME_DIGITS))
    for trouble in troubles:
        wording, values = WORDINGS[trouble.kind], dict(trouble.fields)
        if wording.weight is Weight.LOOK and trouble.kind is not Kind.BIRTH_PARTIAL:
            yield Look(trouble.kind.value, wording.problem.fill(**values), wording.remedy.fill(**values))


def _of_the_law(voter: Voter, poll: Poll) -> Iterator[Look]:
    for reason in judge(voter, poll).reasons:
        if reason.verdict is Verdict.VIOLATED and reason.requirement in _ASKED_AT_THE_DOOR:
            basis = bases_of(reason.articles, poll.rulebook)
            yield Look(f"law-{reason.requirement}", reason.message, _COMMITTEE_DECIDES, basis)
