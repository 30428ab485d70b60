"""What may be proposed on a posted list: by which article, with which papers, and what it would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text, joined
from pilkades.register.changes import ChangeKind, RemovalReason
from pilkades.register.lists import ListKind
from pilkades.register.voter import PROOFS, Proof
from pilkades.regulation.rulebook import Rulebook


class Ground(StrEnum):
    """Why somebody writes to the committee about a list."""

    NOT_LISTED = "not_listed"
    WRONG_DATA = "wrong_data"
    DIED = "died"
    MOVED = "moved"
    NOT_QUALIFIED = "not_qualified"
    MARRIED_YOUNG = "married_young"
    LISTED_TWICE = "listed_twice"
    FORCES = "forces"
    OTHER_RT = "other_rt"
    OTHER = "other"


GROUNDS = {
    Ground.NOT_LISTED: Text("Belum ada di daftar", "Not on the list yet"),
    Ground.WRONG_DATA: Text("Nama atau data lain keliru", "The name or another entry is wrong"),
    Ground.DIED: Text("Orang di daftar sudah meninggal dunia", "A person on the list has died"),
    Ground.MOVED: Text("Orang di daftar sudah pindah ke desa lain", "A person on the list has moved away"),
    Ground.NOT_QUALIFIED: Text(
        "Orang di daftar belum atau tidak lagi memenuhi syarat",
        "A person on the list does not, or no longer, qualify",
    ),
    Ground.MARRIED_YOUNG: Text("Belum 17 tahun, tetapi sudah menikah", "Not yet 17, but married"),
    Ground.LISTED_TWICE: Text("Satu orang tercatat dua kali", "One person stands on the list twice"),
    Ground.FORCES: Text(
        "Anggota TNI/Polri tercatat, atau bukan anggota lagi tetapi belum tercatat",
        "A member of the military or police is listed, or a former member is not",
    ),
    Ground.OTHER_RT: Text("Tercatat di RT lain", "Listed in another RT"),
    Ground.OTHER: Text("Hal lain", "Something else"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper that is asked for; without an article no text asks for it, and it only helps the committee."""

    paper: Text
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A ground that the law of the day knows: its articles, what to bring, open questions on their force."""

    ground: Ground
    label: Text
    articles: tuple[Article, ...]
    asked: tuple[Asked, ...]
    question: Text = EMPTY


_HELPFUL = {
    Ground.WRONG_DATA: Text(
        "KTP atau KK dengan data yang betul", "identity or family card with the right data"
    ),
    Ground.DIED: Text(
        "akta kematian atau surat keterangan dari desa, bila ada",
        "certificate of death or a letter from the village, if there is one",
    ),
    Ground.MOVED: Text("surat pindah, bila ada", "certificate of removal, if there is one"),
    Ground.NOT_QUALIFIED: Text(
        "surat yang menunjukkan sebabnya, misalnya KK dengan tanggal lahir",
        "a paper that shows why, such as the family card with the birth date",
    ),
    Ground.MARRIED_YOUNG: Text("buku nikah atau akta perkawinan", "marriage book or certificate"),
    Ground.LISTED_TWICE: Text(
        "nomor kedua baris di daftar, dan KTP atau KK",
        "the numbers of both rows, and identity or family card",
    ),
    Ground.FORCES: Text("surat dari kesatuan atau surat pensiun", "letter of the unit or of retirement"),
    Ground.OTHER_RT: Text("KK atau surat keterangan RT", "family card or a letter of the RT"),
}


def offers(rulebook: Rulebook) -> tuple[Offer, ...]:
    """The grounds of the law of the day, in the order in which people look for them.

    TNI/Polri only where the county excludes them; "something else" always, with an article where a text
    leaves the ground open.
    """
    held = rulebook.parameters.get("voters.proposal_grounds")
    table: Mapping[str, str] = dict(held.value) if held is not None and not held.unknown else {}
    found = []
    for ground in Ground:
        named = [Article.parse(table[ground])] if ground.value in table else []
        articles = _forces(rulebook) if ground is Ground.FORCES else tuple(named)
        if articles or ground is Ground.OTHER:
            questions = (rulebook.question_of(article) for article in articles)
            question = next(filter(None, questions), EMPTY)
            found.append(Offer(ground, GROUNDS[ground], articles, _asked(ground, rulebook), question))
    return tuple(found)


def offer_of(ground: Ground, rulebook: Rulebook) -> Offer:
    """The offer for a ground; one that the law of the day does not name stands without an article."""
    known = {offer.ground: offer for offer in offers(rulebook)}
    return known.get(ground) or Offer(ground, GROUNDS[ground], (), _asked(ground, rulebook))


def _forces(rulebook: Rulebook) -> tuple[Article, ...]:
    held = rulebook.parameters.get("voter.military_police_excluded")
    excluded = held is not None and not held.unknown and held.value
    return (held.article,) if held is not None and excluded and held.article is not None else ()


def _asked(ground: Ground, rulebook: Rulebook) -> tuple[Asked, ...]:
    if ground is not Ground.NOT_LISTED:
        return (Asked(_HELPFUL[ground]),) if ground in _HELPFUL else ()
    held = rulebook.parameters.get("voter.residence_proofs")
    if held is None or held.unknown:
        return (Asked(joined([PROOFS[Proof.KTP], PROOFS[Proof.KK]], ", ")),)
    sets = [joined([PROOFS[Proof(paper)] for paper in papers], " + ") for papers in held.value]
    either = Text(" atau ".join(item.id for item in sets), " or ".join(item.en for item in sets))
    return (Asked(either, held.article),)


@dataclass(frozen=True, slots=True)
class ListProposal:
    """What an accepted objection would do to the list; the committee does it, not the program.

    `kind` is None where nothing follows by itself. `closed` says that the DPT is adopted: only a death is
    noted in it.
    """

    kind: ChangeKind | None
    into: ListKind
    person: str | None
    reason: RemovalReason | None = None
    fields: tuple[str, ...] = ()
    closed: bool = False


_REMOVES = {
    Ground.DIED: RemovalReason.DIED,
    Ground.MOVED: RemovalReason.MOVED,
    Ground.NOT_QUALIFIED: RemovalReason.NOT_QUALIFIED,
    Ground.LISTED_TWICE: RemovalReason.SAME_PERSON,
    Ground.FORCES: RemovalReason.NOT_QUALIFIED,
}


def proposal(
    ground: Ground, on: ListKind, rulebook: Rulebook, *, person: str | None, fields: tuple[str, ...] = ()
) -> ListProposal:
    """What follows for the list when the committee accepts.

    Who is not listed becomes an additional voter where the law of the day has such a list (Permendagri
    112/2014 Ps. 14); who married before 17 is information on the DPS itself (Ps. 13). A former member of the
    forces who is not listed is added like anybody.
    """
    closed = on is ListKind.DPT
    if ground is Ground.MARRIED_YOUNG:
        return ListProposal(ChangeKind.ADDED, on, person, closed=closed)
    if ground is Ground.NOT_LISTED or (ground is Ground.FORCES and person is None):
        additional = "voters.dptb_registration" in rulebook.parameters
        into = on if closed or not additional else ListKind.DPTB
        return ListProposal(ChangeKind.ADDED, into, person, closed=closed)
    if ground in _REMOVES:
        return ListProposal(ChangeKind.REMOVED, on, person, _REMOVES[ground], closed=closed)
    if ground is Ground.OTHER:
        return ListProposal(None, on, person, closed=closed)
    changed = fields or (("rt",) if ground is Ground.OTHER_RT else ())
    return ListProposal(ChangeKind.CORRECTED, on, person, fields=changed, closed=closed)
