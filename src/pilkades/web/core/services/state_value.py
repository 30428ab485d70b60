"""State a value of the county, or withdraw one: a new row each time, nothing is written over."""

from datetime import datetime

from django.db import transaction

from pilkades.base.digest import Json, canonical, digest
from pilkades.base.errors import PilkadesError
from pilkades.regulation.own_values import OwnValue
from pilkades.regulation.parameter import Evidence
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_county
from pilkades.web.core.models import County, CountyValue
from pilkades.web.core.queries.laws import laid_over, own_json, stated_by
from pilkades.web.shared.models import User


def state_value(
    user: User, county_id: int, own: OwnValue, reason: str, seen: str, *, at: datetime | None = None
) -> CountyValue:
    """Add the value after the last one that the writer saw (empty: there was none).

    Raises:
        NotThereError: the county is not there for this person.
        PilkadesError: `values-changed`, `value-without-reason`, `value-without-quote` for a primary text, or
            as `regulation.own_values.law_with` for a value that the law has no place for.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        county = _locked(user, county_id, seen, moment)
        demand_holds(county, own)
        row = CountyValue(county=county, parameter=own.parameter, reason=reason.strip()[:300])
        return _added(user, county, row, own_json(own), moment)


def withdraw_value(
    user: User, county_id: int, value_id: int, reason: str, seen: str, *, at: datetime | None = None
) -> CountyValue:
    """Let a value count no longer; it stays where it is, with the reason beside it.

    Raises:
        NotThereError: the county is not there for this person.
        PilkadesError: `values-changed`, `value-without-reason`, `no-such-value`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        county = _locked(user, county_id, seen, moment)
        held = CountyValue.objects.filter(county=county, pk=value_id, withdraws__isnull=True).first()
        if held is None or CountyValue.objects.filter(withdraws=held).exists():
            raise PilkadesError("no-such-value", value=value_id)
        row = CountyValue(
            county=county, parameter=held.parameter, withdraws=held, reason=reason.strip()[:300]
        )
        return _added(user, county, row, {"withdraws": held.digest}, moment)


def demand_holds(county: County, own: OwnValue) -> None:
    """Let a value pass that the county's law can hold.

    Raises:
        PilkadesError: as `state_value`.
    """
    if own.evidence is Evidence.PRIMARY and not own.quote.strip():
        raise PilkadesError("value-without-quote", parameter=own.parameter)
    laid_over(county, [one.own for one in stated_by(county) if not one.withdrawn] + [own])


def _locked(user: User, county_id: int, seen: str, moment: datetime) -> County:
    county = access_county(user, county_id, Need.SET_VALUES, moment)
    # Two who state a value at once: the second waits here, and then finds another last value.
    held = County.objects.select_for_update(no_key=True).get(pk=county.pk)
    if (held.values_head or "") != seen:
        raise PilkadesError("values-changed", county=held.name)
    return held


def _added(user: User, county: County, row: CountyValue, stated: Json, moment: datetime) -> CountyValue:
    if not row.reason:
        raise PilkadesError("value-without-reason", parameter=row.parameter)
    row.previous = county.values_head or ""
    chained: Json = {"county": county.code, "previous": row.previous, "reason": row.reason, "stated": stated}
    row.sequence = CountyValue.objects.filter(county=county).count() + 1
    row.text = canonical(stated).decode()
    row.digest = digest(chained)
    row.recorded_at, row.recorded_by = moment, user
    row.save(force_insert=True)
    county.values_head = row.digest
    county.save(update_fields=["values_head"])
    return row
