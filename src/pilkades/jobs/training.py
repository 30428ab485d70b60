"""From counts to a model: what can be counted is counted, the rest is found by expectation and maximisation.

Shares of levels among two different people come from counts over pairs taken without looking at their
likeness; shares among one person entered twice start from what is usual and are moved by the pairs found. A
small register moves them little.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pilkades.jobs.blocking import blocks_of
from pilkades.jobs.evidence import (
    IDENTITIES,
    PATTERNS,
    SAME_NIK,
    SHAPE,
    SIBLINGS,
    Agreement,
    BirthLevel,
    NameLevel,
    NikLevel,
)
from pilkades.jobs.kernel import NEVER, Rows, Rules, households, identities, name_chances
from pilkades.jobs.kernel_packing import CARD, FACTS, NAME, VILLAGE
from pilkades.jobs.model import Floats, Levels, Model, Shares
from pilkades.jobs.packing import Packed, with_rarity
from pilkades.jobs.settings import Scope, Settings

SAMPLE = 5000
NAME_PAIRS = 200_000
CARD_PAIRS = 150_000
ROUNDS = 60
SLACK = 1 / 256
"""A pattern is kept for training when the usual shares make it at least this part of what is shown."""

FAMILIAR = 3  # a name that no more rows have is rare, however small the register
_RARITIES = (2.0**-10, 2.0**-13, 2.0**-16)
_PRIOR_SAME = 200.0
_PRIOR_CARD = 300.0
_MOVE = 3.0  # how far training may move a share of identities from what is usual
_USUAL_COPIES = 0.02

# What is usual among rows of one person: nobody's law, only a start.
_NIK_SAME = (0.12, 0.06, 0.02, 0.03, 0.10, 0.67)
_BIRTH_SAME = (0.03, 0.02, 0.06, 0.03, 0.86)
_BIRTH_OTHER_DATE = (0.03, 0.10, 0.30, 0.15, 0.42)
_BIRTH_OTHER_NIK = (0.02, 0.004, 0.05, 0.03, 0.896)
_NAME_SAME = (0.005, 0.03, 0.04, 0.07, 0.04, 0.07)
_NAME_WHOLLY = 0.745
_SIBLINGS_SAME = 0.0005
# Among two different people.
_NIK_OTHER = (0.10, 0.85, 0.05, 3e-7, 1e-7, 0.0)
_BIRTH_OTHER = (0.03, 0.93, 0.04, 3e-5, 5e-5)
_BIRTH_OTHER_SERIAL = (0.03, 0.05, 0.02, 0.001, 0.899)
_BIRTH_SHARED_NIK = (0.03, 0.60, 0.10, 0.01, 0.26)
_SHARED_NIK = 1 / 3000  # rows that carry somebody else's number
_NAME_OTHER = (0.001, 0.98, 0.012, 0.002, 0.0004, 0.0001)
_SIBLINGS_ON_CARD = 0.008
_NAMES_OF_A_DAY = 8.0
"""People of one birth date share a name more often than any two do: names go with years, months and regions.
Where two numbers already speak for two people, a common date counts for that much less."""
_ONE_VILLAGE = 0.5  # where most pairs are of one village, the village says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted before any pair was compared; a `share` says which part of all pairs was counted."""

    pairs: float
    card_pairs: float
    shared: float
    identity: Floats
    identity_share: float
    name: Floats
    name_share: float
    name_same: Floats
    rarity: Floats
    sex: Floats
    village: Floats
    on_card: Floats
    card_share: float


def usual(shared: float) -> tuple[Levels, Levels, Levels]:
    """Where training starts: one person, two people, two people on one card.

    `shared` is the part of pairs of two people that carry one number.
    """
    same_nik = np.array(_NIK_SAME)[:, None] * np.array(_BIRTH_SAME)[None, :]
    same_nik[NikLevel.OTHER_DATE] = _NIK_SAME[NikLevel.OTHER_DATE] * np.array(_BIRTH_OTHER_DATE)
    for level in (NikLevel.UNKNOWN, NikLevel.DIFFERENT):
        same_nik[level] = _NIK_SAME[level] * np.array(_BIRTH_OTHER_NIK)
    other_nik = np.array(_NIK_OTHER)[:, None] * np.array(_BIRTH_OTHER)[None, :]
    for level in (NikLevel.OTHER_SERIAL, NikLevel.ONE_SLIP):
        other_nik[level] = _NIK_OTHER[level] * np.array(_BIRTH_OTHER_SERIAL)
    other_nik[NikLevel.SAME] = shared * np.array(_BIRTH_SHARED_NIK)
    on_card = other_nik.copy()
    on_card[:, BirthLevel.SAME] *= 10
    apart = (0.05, 0.5, 0.5)
    return (
        Levels(
            identity=_shares(np.append(same_nik.ravel(), _SIBLINGS_SAME)),
            name=(*_NAME_SAME, *[_NAME_WHOLLY / 4] * 4),
            sex=(0.01, 0.01, 0.98),
            village=(0.01, 0.44, 0.55),
        ),
        Levels(
            identity=_shares(np.append(other_nik.ravel(), 1e-9)),
            name=_shares(np.array([*_NAME_OTHER, 1e-4, 1e-4, 3e-5, 1e-5])),
            sex=apart,
            village=apart,
        ),
        Levels(
            identity=_shares(np.append(on_card.ravel(), _SIBLINGS_ON_CARD)),
            name=_shares(np.array([*_NAME_OTHER, 5e-4, 5e-4, 5e-4, 5e-4])),
            sex=apart,
            village=apart,
        ),
    )


def names_counted(packed: Packed) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The numbers of all names, in no order, and how many rows have each."""
    return _counts(packed.fields[:, NAME])


def rarities(counts: NDArray[np.int64], rows: int) -> NDArray[np.int64]:
    """How rare a name is that so many rows have: 0, 1, 2, and 3 for the rare ones."""
    levels = np.full(len(counts), 3)
    for level, share in reversed(list(enumerate(_RARITIES))):
        levels[counts >= share * rows] = level
    levels[counts <= FAMILIAR] = 3
    return levels


def counted(packed: Packed, settings: Settings, names: NDArray[np.int64]) -> Counts:
    """Count what is usual among different people; rows must carry how rare their names are.

    `names` says how many rows have each name.
    """
    rows = Rows(packed.fields, packed.letters)
    many = len(packed)
    _, villages = _counts(packed.fields[:, VILLAGE])
    in_one = float((villages * (villages - 1) // 2).sum())
    everywhere = max(1.0, many * (many - 1) / 2)
    pairs = {
        Scope.EVERYWHERE: everywhere,
        Scope.WITHIN_VILLAGES: in_one,
        Scope.ACROSS_VILLAGES: everywhere - in_one,
    }[settings.scope]
    _, cards = _counts(packed.fields[:, CARD])
    card_pairs = float((cards * (cards - 1) // 2).sum())
    every = max(1, int(card_pairs // CARD_PAIRS))
    on_card = np.zeros(PATTERNS, np.int64)
    on_cards = blocks_of(packed.fields[:, CARD], 0)
    households(rows, all_rules(settings.scope), on_cards.order, every, on_card)
    sample = np.unique(np.linspace(0, many - 1, min(many, SAMPLE)).astype(np.int64))
    identity = np.zeros(IDENTITIES, np.int64)
    identities(packed.fields, sample, identity)
    name = np.zeros(len(NameLevel), np.int64)
    tries = min(NAME_PAIRS, int(everywhere))
    name_chances(rows, tries, name)
    rarity, same = _same_names(names, rarities(names, many))
    sexes = np.bincount(
        ((packed.fields[:, FACTS] >> np.uint64(21)) & np.uint64(3)).astype(np.int64), minlength=3
    )
    men, women = float(sexes[1]), float(sexes[2])
    known = float(villages.sum())
    return Counts(
        pairs=max(1.0, pairs),
        card_pairs=float(on_card.sum()) * every,
        shared=min(1e-6, _SHARED_NIK * many / max(1.0, pairs)),
        identity=identity.astype(np.float64),
        identity_share=len(sample) ** 2 / max(1, many) ** 2,
        name=name.astype(np.float64),
        name_share=tries / everywhere,
        name_same=same,
        rarity=rarity,
        sex=_never_none(men * women, (men * men + women * women) / 2),
        village=_never_none((known * known - float((villages * villages).sum())) / 2, in_one),
        on_card=on_card.astype(np.float64),
        card_share=1 / every,
    )


def _never_none(different: float, same: float) -> Floats:
    """Counts of an agreement; what this register happens not to have at all stays possible."""
    some = 0.02 * (different + same) + 1
    return np.array([1, different + some, same + some])


def all_rules(scope: Scope) -> Rules:
    """Look at everything that the scope allows."""
    contexts = PATTERNS // len(NameLevel)
    return Rules(np.zeros(contexts, np.int8), np.ones(PATTERNS, np.bool_), list(Scope).index(scope))


def rules_of(kept: NDArray[np.bool_], scope: Scope) -> Rules:
    """Read names only as closely as it takes to tell whether a pair is worth keeping."""
    box = kept.reshape(SHAPE)
    wanted = np.where(box.any(axis=1), box.argmax(axis=1), NEVER)
    wanted[SIBLINGS] = np.where(box[SIBLINGS, NameLevel.UNKNOWN], 0, NEVER)
    return Rules(np.ascontiguousarray(wanted.reshape(-1), np.int8), kept, list(Scope).index(scope))


def started(packed: Packed, settings: Settings) -> tuple[Model, Counts]:
    """A model of what is usual and what could be counted here; it says which patterns are kept."""
    numbers, rows = names_counted(packed)
    rare = rarities(rows, len(packed))
    known = rare < 3  # noqa: PLR2004 -- the rare ones need no mention
    common = dict(zip(numbers[known].tolist(), rare[known].tolist(), strict=True))
    with_rarity(packed.fields, common)
    counts = counted(packed, settings, rows)
    same, different, on_card = usual(counts.shared)
    none = np.zeros(PATTERNS)
    model = _maximised(
        Model(same, different, on_card, 0.5, 0.5, "", tuple(sorted(common.items()))),
        counts,
        none,
        none,
    )
    chance = min(0.5, _USUAL_COPIES * (len(packed) + 1) / counts.pairs)
    model = Model(
        same_of(model, counts), model.different, model.different_on_card, chance, 0.01, "", model.common
    )
    probabilities = model.probabilities()
    kept = probabilities >= settings.least * SLACK
    kept[SAME_NIK] = True
    return _keeping(model, kept), counts


def same_of(model: Model, counts: Counts) -> Levels:
    """What is usual in one person's rows, with equal names spread as the register's names are."""
    same = usual(counts.shared)[0]
    return Levels(
        identity=same.identity,
        name=(*same.name[:6], *(_NAME_WHOLLY * counts.rarity).tolist()),
        sex=same.sex,
        village=model.same.village,
    )


def _keeping(model: Model, kept: NDArray[np.bool_]) -> Model:
    bits = np.packbits(kept).tobytes().hex()
    return Model(
        model.same,
        model.different,
        model.different_on_card,
        model.chance,
        model.chance_on_card,
        bits,
        model.common,
    )


def trained(start: Model, counts: Counts, patterns: Floats) -> Model:
    """Move the model until the pairs found (`patterns`: how many stand at each) are explained best."""
    box = patterns.reshape(SHAPE).copy()
    box[:, :, Agreement.SAME] = 0  # those on one card are counted over all cards
    elsewhere = box.reshape(PATTERNS)
    model = start
    for _ in range(ROUNDS):
        chances = model.probabilities()
        model = _keeping(
            _maximised(model, counts, elsewhere * chances, counts.on_card * chances),
            start.kept_patterns(),
        )
    return model


def _maximised(model: Model, counts: Counts, found: Floats, on_card: Floats) -> Model:
    """The shares that explain the counts best when so many pairs of each pattern are one person."""
    usual_same, usual_different, usual_card = usual(counts.shared)
    whole = found + on_card / counts.card_share
    total = float(whole.sum())
    same_prior = same_of(model, counts)
    moved = {
        field: _moved(np.array(getattr(same_prior, field)), _along(whole, axis), total)
        for axis, field in ((0, "identity"), (3, "sex"))
    }
    start = np.array(usual_same.identity)
    moved["identity"] = np.clip(moved["identity"], start / _MOVE, start * _MOVE)
    moved["identity"][SIBLINGS] = start[SIBLINGS]
    names = _moved(np.array([*usual_same.name[:6], _NAME_WHOLLY]), _folded(_along(whole, 1)), total)
    moved["name"] = np.append(names[:6], names[6] * counts.rarity)
    moved["village"] = _moved(np.array(usual_same.village), _along(found, 4), float(found.sum()))
    if counts.village[Agreement.SAME] > _ONE_VILLAGE * counts.village.sum():
        moved["village"] = counts.village
    other_pairs = max(1.0, counts.card_pairs) * counts.card_share
    return Model(
        Levels(**{field: _shares(shares) for field, shares in moved.items()}),
        Levels(
            identity=_counted(
                counts.identity - counts.identity_share * _expected(found, 0, same_prior.identity),
                np.array(usual_different.identity),
            ),
            name=_names(counts, _expected(whole, 1, same_prior.name), np.array(usual_different.name)),
            sex=_shares(counts.sex),
            village=_shares(counts.village),
        ),
        Levels(
            identity=_weighed(_left(counts.on_card, on_card, 0, same_prior.identity), usual_card.identity),
            name=_weighed(_left(counts.on_card, on_card, 1, same_prior.name), usual_card.name),
            sex=_weighed(_left(counts.on_card, on_card, 3, same_prior.sex), usual_card.sex),
            village=usual_card.village,
        ),
        min(0.5, max(float(found.sum()), 0.5) / counts.pairs),
        min(0.5, (float(on_card.sum()) + 1) / (other_pairs + 100)),
        model.kept,
        model.common,
    )


def _moved(prior: Floats, found: Floats, total: float) -> Floats:
    return (prior * _PRIOR_SAME + found) / (_PRIOR_SAME + total)


def _counted(counts: Floats, prior: Floats) -> Shares:
    """Shares from counts; where nothing was seen, no more than the counts could have missed."""
    whole = max(1.0, float(counts.sum()))
    shares = np.maximum(np.maximum(counts, 0) / whole, np.minimum(prior, 0.5 / whole))
    shares[NikLevel.DIFFERENT * 5 + BirthLevel.SWAPPED : NikLevel.DIFFERENT * 5 + 5] *= _NAMES_OF_A_DAY
    return _shares(shares)


def _names(counts: Counts, found: Floats, prior: Floats) -> Shares:
    drawn = np.maximum(counts.name - counts.name_share * found, 0)
    whole = max(1.0, float(drawn.sum()))
    seen = drawn[:6] + prior[:6] * min(whole, 1e4)
    same = np.maximum(counts.name_same - found[6:], 0) / counts.pairs
    same = np.maximum(same, np.minimum(prior[6:], 0.5 / counts.pairs))
    return _shares(np.append(seen / float(seen.sum()), same))


def _weighed(counts: Floats, prior: Shares) -> Shares:
    return _shares(counts + np.array(prior) * _PRIOR_CARD)


def _left(counted: Floats, found: Floats, axis: int, same: Shares) -> Floats:
    """What was counted at each level, without the pairs found to be one person."""
    return np.maximum(_along(counted, axis) - _expected(found, axis, same), 0)


def _expected(found: Floats, axis: int, same: Shares) -> Floats:
    """How many pairs of one person stand at each level: those found, within reason.

    Without a bound the training would feed itself: pairs taken for one person no longer count as what two
    people have in common, so that still more are taken for one person.
    """
    return np.minimum(_along(found, axis), 2 * float(found.sum()) * np.array(same))


def _shares(numbers: NDArray[np.float64]) -> Shares:
    above = np.maximum(numbers, 1e-12 * max(1.0, float(numbers.sum())))
    shares: list[float] = (above / above.sum()).tolist()
    return tuple(shares)


def _along(patterns: Floats, axis: int) -> Floats:
    others = tuple(place for place in range(len(SHAPE)) if place != axis)
    summed: Floats = patterns.reshape(SHAPE).sum(axis=others)
    return summed


def _folded(names: Floats) -> Floats:
    return np.append(names[:6], names[6:].sum())


def _counts(numbers: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """How often each number stands there, in no order; 0 is none."""
    frame = pl.DataFrame({"number": np.ascontiguousarray(numbers)}).filter(pl.col("number") != 0)
    counted = frame.group_by("number").len("count")
    return counted["number"].to_numpy(), counted["count"].cast(pl.Int64).to_numpy()


def _same_names(counts: NDArray[np.int64], rarity: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """The share of rows at each rarity, and how many pairs of rows have the same name at each."""
    rows = np.bincount(rarity, weights=counts, minlength=4)
    pairs: Floats = np.bincount(rarity, counts * (counts - 1) / 2, 4).astype(np.float64)
    shares: Floats = np.maximum(rows, 0.5) / np.maximum(rows, 0.5).sum()
    return shares, pairs
