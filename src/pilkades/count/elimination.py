"""Whether a small system of sums and bounds has a solution in whole numbers: exact, by elimination."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import gcd

from pilkades.base.errors import PilkadesError

Form = dict[str, int]


@dataclass(frozen=True, slots=True)
class Constraint:
    """`sum(coefficient * unknown) + constant`, which must be zero (`equal`) or at most zero."""

    form: Mapping[str, int]
    constant: int
    equal: bool


def solution(constraints: Iterable[Constraint], wanted: Mapping[str, int]) -> dict[str, int] | None:
    """Find whole numbers, none below zero, that meet all constraints, or prove that none exist (None).

    Equalities are solved for an unknown whose coefficient is 1 or -1. Then unknowns are removed one by one by
    setting each lower bound against each upper bound (Fourier-Motzkin). With coefficients 1 and -1 this loses
    nothing in whole numbers: if the greatest lower bound is not above the least upper bound, the greatest
    lower bound itself fits. `wanted` are the values to come near to; they choose among solutions, no more.

    Raises:
        PilkadesError: code `elimination-not-exact` when no unknown with such coefficients is left.
    """
    unknowns = {name for constraint in constraints for name in constraint.form}
    system = [*constraints, *(Constraint({name: -1}, 0, equal=False) for name in sorted(unknowns))]
    return _solve(system, wanted)


def _solve(system: list[Constraint], wanted: Mapping[str, int]) -> dict[str, int] | None:
    tidy = _tidied(system)
    if tidy is None:
        return None
    equalities = [constraint for constraint in tidy if constraint.equal]
    if equalities:
        return _substitute(equalities, tidy, wanted)
    if not tidy:
        return {}
    return _eliminate(tidy, wanted)


def _tidied(system: list[Constraint]) -> list[Constraint] | None:
    """Divide by common factors, keep the sharpest of like bounds; None if one of them can never hold."""
    sharpest: dict[tuple[tuple[tuple[str, int], ...], bool], int] = {}
    for constraint in system:
        form = {name: by for name, by in constraint.form.items() if by}
        if not form:
            if constraint.constant > 0 or (constraint.equal and constraint.constant):
                return None
            continue
        factor = gcd(*form.values())
        if constraint.equal and constraint.constant % factor:
            return None
        # a bound on whole numbers may be sharpened to the next whole number
        constant = -(-constraint.constant // factor)
        key = (tuple(sorted((name, by // factor) for name, by in form.items())), constraint.equal)
        if constraint.equal and sharpest.get(key, constant) != constant:
            return None
        sharpest[key] = max(constant, sharpest.get(key, constant))
    return [Constraint(dict(form), constant, equal) for (form, equal), constant in sharpest.items()]


def _substitute(
    equalities: list[Constraint], system: list[Constraint], wanted: Mapping[str, int]
) -> dict[str, int] | None:
    chosen, name = _unit(equalities)
    sign = chosen.form[name]
    # sign * name + rest + constant = 0, so name = -sign * (rest + constant)
    rest = {other: -sign * by for other, by in chosen.form.items() if other != name}
    constant = -sign * chosen.constant
    left = [_put(other, name, rest, constant) for other in system if other is not chosen]
    found = _solve(left, wanted)
    if found is None:
        return None
    value = constant + sum(by * found[other] for other, by in rest.items())
    return {**found, name: value}


def _unit(equalities: list[Constraint]) -> tuple[Constraint, str]:
    for constraint in equalities:
        for name, by in constraint.form.items():
            if abs(by) == 1:
                return constraint, name
    raise PilkadesError("elimination-not-exact", constraints=len(equalities))


def _put(constraint: Constraint, name: str, rest: Form, constant: int) -> Constraint:
    by = constraint.form.get(name, 0)
    form = {other: value for other, value in constraint.form.items() if other != name}
    for other, value in rest.items():
        form[other] = form.get(other, 0) + by * value
    return Constraint(form, constraint.constant + by * constant, constraint.equal)


def _eliminate(system: list[Constraint], wanted: Mapping[str, int]) -> dict[str, int] | None:
    name = _cheapest(system)
    lower = [constraint for constraint in system if constraint.form.get(name, 0) < 0]
    upper = [constraint for constraint in system if constraint.form.get(name, 0) > 0]
    others = [constraint for constraint in system if name not in constraint.form]
    pairs = [_sum(low, high) for low in lower for high in upper]
    found = _solve(others + pairs, wanted)
    if found is None:
        return None
    least = max(_rest(constraint, name, found) for constraint in lower)
    most = min((-_rest(constraint, name, found) for constraint in upper), default=None)
    value = max(least, wanted.get(name, 0))
    return {**found, name: value if most is None else min(value, most)}


def _cheapest(system: list[Constraint]) -> str:
    """Among unknowns with coefficients 1 and -1 alone, the one whose removal makes the fewest new bounds."""
    signs: dict[str, list[int]] = {}
    for constraint in system:
        for name, by in constraint.form.items():
            signs.setdefault(name, []).append(by)
    exact = {name: found for name, found in signs.items() if all(abs(by) == 1 for by in found)}
    if not exact:
        raise PilkadesError("elimination-not-exact", constraints=len(system))
    return min(exact, key=lambda name: (exact[name].count(1) * exact[name].count(-1), name))


def _sum(low: Constraint, high: Constraint) -> Constraint:
    form = dict(low.form)
    for name, by in high.form.items():
        form[name] = form.get(name, 0) + by
    return Constraint(form, low.constant + high.constant, equal=False)


def _rest(constraint: Constraint, name: str, found: Mapping[str, int]) -> int:
    return constraint.constant + sum(
        by * found[other] for other, by in constraint.form.items() if other != name
    )
