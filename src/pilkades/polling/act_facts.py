"""The facts that the act on the stations states, taken from the plan itself."""

from pilkades.acts.kinds.polling import Station, TpsPlan
from pilkades.acts.payload import Office
from pilkades.polling.plan import Plan


def plan_facts(plan: Plan, by: Office = Office.COMMITTEE) -> TpsPlan:
    """The number of stations and the voters of each; access is stated only where every site was looked at."""
    access = {site.accessible for site in plan.stations}
    return TpsPlan(
        by=by,
        count=len(plan.stations),
        stations=[
            Station(name=site.name, voters=size) for site, size in zip(plan.stations, plan.sizes, strict=True)
        ],
        accessible=False if False in access else True if access == {True} else None,
    )
