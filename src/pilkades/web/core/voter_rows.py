"""Between a voter and the columns of a row: numbers are sealed on the way in, opened on the way out."""

import hashlib
import hmac
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from pilkades.base.day import Day
from pilkades.register.lists import Entry
from pilkades.register.names import search_key
from pilkades.register.nik import Kk, Nik, Sex
from pilkades.register.voter import Disability, Marital, Proof, Source, Voter
from pilkades.web.core.models import RegisterHead, VoterRow
from pilkades.web.core.models.register import LONGEST_AREA, LONGEST_SEARCH
from pilkades.web.core.vault.covering import covered
from pilkades.web.core.vault.keys import Ring
from pilkades.web.core.vault.sealing import Field, Place, open_sealed, seal

_CUT = "…"
_WORDS = ("name", "birth_place", "address", "rt", "rw", "dusun", "tps", "remark")


def nik_words(digits: str) -> str:
    """What the mark of a NIK is made of; the same digits as a KK give another mark."""
    return f"nik:{digits}"


def kk_words(digits: str) -> str:
    """What the mark of a KK is made of."""
    return f"kk:{digits}"


def number_words(number: str) -> str:
    """What the mark of a proposal's number is made of."""
    return f"objection:{number}"


@dataclass(frozen=True, slots=True)
class ObjectionPlaces:
    """Where the sealed parts of a proposal stand."""

    number: Place
    text: Place
    contact: Place


def objection_places(election: int, token: UUID) -> ObjectionPlaces:
    """The places of the proposal of that token."""
    owner = str(token)
    return ObjectionPlaces(
        Place(election, owner, Field.NUMBER),
        Place(election, owner, Field.OBJECTION),
        Place(election, owner, Field.CONTACT),
    )


def columns_of(voter: Voter, election: int, person: UUID, held: Ring) -> dict[str, Any]:
    """Every column that states something of the voter."""
    return {**numbers_of(voter, election, person, held), **unnumbered_columns(voter)}


def without_numbers(voter: Voter) -> Voter:
    """The voter, numbers of persons covered that somebody wrote into other boxes: these do not lie sealed."""
    words = {name: getattr(voter, name) for name in _WORDS}
    plain: dict[str, Any] = {name: covered(said) for name, said in words.items()}
    return voter if plain == words else replace(voter, **plain)


def unnumbered_columns(voter: Voter) -> dict[str, Any]:
    """Every column that states something of the voter but NIK and KK."""
    voter = without_numbers(voter)
    return {
        "name": voter.name,
        "search": search_key(voter.name)[:LONGEST_SEARCH],
        "sex": voter.sex.value if voter.sex else "",
        "birth_place": voter.birth_place,
        "birth": voter.birth.notation if voter.birth else "",
        "marital": voter.marital.value if voter.marital else "",
        "address": voter.address,
        "rt": _area(voter.rt),
        "rw": _area(voter.rw),
        "dusun": _area(voter.dusun),
        "tps": _area(voter.tps),
        "disabilities": ",".join(sorted(voter.disabilities)),
        "resident_since": voter.resident_since.notation if voter.resident_since else "",
        "registered_since": voter.registered_since.notation if voter.registered_since else "",
        "proofs": None if voter.proofs is None else ",".join(sorted(voter.proofs)),
        "citizen": voter.citizen,
        "disenfranchised": voter.disenfranchised,
        "of_unsound_mind": voter.of_unsound_mind,
        "military_or_police": voter.military_or_police,
        "dead": voter.dead,
        "moved": voter.moved,
        "remark": voter.remark,
        "sheet": covered(voter.source.sheet)[:LONGEST_SEARCH] if voter.source else "",
        "row": voter.source.row if voter.source else None,
    }


def numbers_of(voter: Voter, election: int, person: UUID, held: Ring) -> dict[str, Any]:
    """The columns of NIK and KK: sealed for this person, and the marks to find them by."""
    found: dict[str, Any] = {"nik_sealed": None, "nik_mark": "", "kk_sealed": None, "kk_mark": ""}
    owner = str(person)
    if voter.nik is not None:
        place = Place(election, owner, Field.NIK)
        found["nik_sealed"] = seal(voter.nik.digits.encode(), place, held)
        found["nik_mark"] = held.newest.mark(nik_words(voter.nik.digits))
    if voter.kk is not None:
        place = Place(election, owner, Field.KK)
        found["kk_sealed"] = seal(voter.kk.digits.encode(), place, held)
        found["kk_mark"] = held.newest.mark(kk_words(voter.kk.digits))
    return found


def voter_of(row: VoterRow, held: Ring) -> Voter:
    """The voter that a row states, with the numbers opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    return replace(plain_voter_of(row), nik=nik_of(row, held), kk=kk_of(row, held))


def plain_voter_of(row: VoterRow) -> Voter:
    """The voter without NIK and KK: enough to judge, order and count."""
    return Voter(
        name=row.name,
        sex=Sex(row.sex) if row.sex else None,
        birth_place=row.birth_place,
        birth=_day(row.birth),
        marital=Marital(row.marital) if row.marital else None,
        address=row.address,
        rt=row.rt,
        rw=row.rw,
        dusun=row.dusun,
        tps=row.tps,
        disabilities=frozenset(Disability(one) for one in row.disabilities.split(",") if one),
        resident_since=_day(row.resident_since),
        registered_since=_day(row.registered_since),
        proofs=(
            None if row.proofs is None else frozenset(Proof(one) for one in row.proofs.split(",") if one)
        ),
        citizen=row.citizen,
        disenfranchised=row.disenfranchised,
        of_unsound_mind=row.of_unsound_mind,
        military_or_police=row.military_or_police,
        dead=row.dead,
        moved=row.moved,
        remark=row.remark,
        source=Source(row.sheet, row.row) if row.sheet and row.row else None,
    )


def nik_of(row: VoterRow, held: Ring) -> Nik | None:
    """The NIK of a row, opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    if row.nik_sealed is None:
        return None
    place = Place(row.election_id, str(row.person), Field.NIK)
    return Nik.parse(open_sealed(row.nik_sealed, place, held).decode())


def kk_of(row: VoterRow, held: Ring) -> Kk | None:
    """The KK of a row, opened.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    if row.kk_sealed is None:
        return None
    place = Place(row.election_id, str(row.person), Field.KK)
    return Kk.parse(open_sealed(row.kk_sealed, place, held).decode())


def entry_of(row: VoterRow, list_key: bytes, held: Ring) -> Entry:
    """The person as a list states it: the marks are made with the list's own key, which never changes."""
    voter = voter_of(row, held)
    return Entry(
        str(row.person),
        voter,
        _list_mark(list_key, nik_words(voter.nik.digits)) if voter.nik else None,
        _list_mark(list_key, kk_words(voter.kk.digits)) if voter.kk else None,
    )


def list_key_place(election: int) -> Place:
    """Where the key of an election's list marks lies sealed."""
    return Place(election, "register", Field.LIST_KEY)


def list_key_of(head: RegisterHead, held: Ring) -> bytes:
    """The key of the marks on this election's lists; it never changes, so that digests of lists stay.

    Raises:
        PilkadesError: `vault-key-unknown`, `vault-broken`.
    """
    return open_sealed(head.list_key, list_key_place(head.election_id), held)


STATED = (
    "nik_mark",
    "kk_mark",
    "name",
    "sex",
    "birth_place",
    "birth",
    "marital",
    "address",
    "rt",
    "rw",
    "dusun",
    "tps",
    "disabilities",
    "resident_since",
    "registered_since",
    "proofs",
    "citizen",
    "disenfranchised",
    "of_unsound_mind",
    "military_or_police",
    "dead",
    "moved",
    "remark",
)


def _list_mark(list_key: bytes, words: str) -> str:
    return hmac.new(list_key, words.encode(), hashlib.sha256).hexdigest()


def _day(notation: str) -> Day | None:
    return Day.parse(notation) if notation else None


def _area(words: str) -> str:
    """No RT, RW, dusun or TPS needs a hundred signs; what is longer ends in a sign that says so."""
    return words if len(words) <= LONGEST_AREA else words[: LONGEST_AREA - 1] + _CUT
