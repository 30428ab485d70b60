"""The number of an objection: not to be guessed, easy to read out, and a slip in it is noticed."""

from typing import Final

from pilkades.base.errors import PilkadesError

# No 0/O, 1/I/L, and neither U nor Q: 29 signs. A prime number of signs lets one check sign notice every wrong
# sign and every two that changed places.
SIGNS: Final = "23456789ABCDEFGHJKMNPRSTVWXYZ"
LENGTH: Final = 10
NUMBERS: Final = len(SIGNS) ** LENGTH  # some 4 × 10^14
_GROUPS: Final = ((0, 4), (4, 8), (8, 11))


def reference(chance: int) -> str:
    """The number for a whole number drawn by chance: `K7M2-9XPR-3TB`, the last sign checks the others.

    Raises:
        PilkadesError: code `reference-range` when it does not lie from 0 up to `NUMBERS`.
    """
    if not 0 <= chance < NUMBERS:
        raise PilkadesError("reference-range")
    signs = ""
    for _ in range(LENGTH):
        chance, rest = divmod(chance, len(SIGNS))
        signs = SIGNS[rest] + signs
    return _grouped(signs + _check_sign(signs))


def read_reference(typed: str) -> str:
    """The number as it is kept, from what somebody typed: small letters, spaces and hyphens are no matter.

    Raises:
        PilkadesError: `reference-signs` with the signs that no number has, `reference-length` with how many
            there were, `reference-mistyped` when the check sign does not fit.
    """
    kept = "".join(sign for sign in typed.upper() if not sign.isspace() and sign not in "-–—.")
    foreign = "".join(sorted(set(kept) - set(SIGNS)))
    if foreign:
        raise PilkadesError("reference-signs", signs=foreign)
    if len(kept) != LENGTH + 1:
        raise PilkadesError("reference-length", signs=len(kept), asked=LENGTH + 1)
    if _check_sign(kept[:LENGTH]) != kept[LENGTH]:
        raise PilkadesError("reference-mistyped")
    return _grouped(kept)


def _check_sign(signs: str) -> str:
    """Signs weighed by their place from 2; with the check sign, of weight 1, the sum is a multiple of 29."""
    weighed = sum(SIGNS.index(sign) * weight for weight, sign in enumerate(signs, start=2))
    return SIGNS[-weighed % len(SIGNS)]


def _grouped(signs: str) -> str:
    return "-".join(signs[start:end] for start, end in _GROUPS)
