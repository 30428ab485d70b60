"""A made-up county of twelve villages, each at another stage on a given day; the same day makes the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pilkades.acts.payload import Office
from pilkades.base.language import Language, say
from pilkades.timetable.days import shift_months
from pilkades.web.demonstration.names import VILLAGES, people
from pilkades.web.demonstration.plan import Election, Entry, Plan
from pilkades.web.demonstration.record import Said, Village
from pilkades.web.demonstration.residents import VOTERS
from pilkades.web.demonstration.seed import number

_CODES = tuple(VILLAGES)
_FEWEST, _SPREAD = 1100, 1900
_TURNOUT = 78
_TERM_AFTER_POLL = timedelta(days=52)
_NOTICE_MONTHS = 6
_FORMATION = frozenset({"rules_adopted", "schedule_adopted", "budget"})
_CAMPAIGN = frozenset({"campaign_schedule", "campaign", "campaign_bans", "quiet_period", "kpps_appointed"})


@dataclass(frozen=True, slots=True)
class Wave:
    """Villages that vote on one day."""

    name: str
    polling_day: date
    villages: tuple[Village, ...]
    rehearsal: bool = False


def waves(today: date) -> tuple[Wave, ...]:
    """Every wave of the made-up county as it stands on that day.

    There are more waves than PP 16/2026 Pasal 38 ayat (2) lets a county hold: only so do twelve villages
    stand at twelve stages on one day.
    """
    return (*_polled(today), *_near(today), _far(today), _rehearsal(today))


def _polled(today: date) -> tuple[Wave, ...]:
    long_ago, lately = today - timedelta(days=120), today - timedelta(days=21)
    inaugurated = _voted(replace(_one(0, long_ago, 1), single=True), (71, 29))
    tied = _voted(_one(1, lately, 3), (41, 41, 18))
    close = _voted(_one(2, lately, 4), (45, 45, 10, 0), lead=2)
    filed = Plan.of(close).after(lately, 2)
    dispute = {"filed": True, "filed_on": filed, "date": filed}
    disputed = Village(close, today, extra=(Entry(filed, "result_dispute", Office.CANDIDATE, dispute),))
    return (
        Wave("Gelombang I", long_ago, (Village(inaugurated, today),)),
        Wave("Gelombang II", lately, (Village(tied, today), disputed)),
        Wave("Gelombang III", today, (Village(_one(3, today, 3), today),)),
    )


def _near(today: date) -> tuple[Wave, ...]:
    quiet_day = _first(today, range(1, 20), lambda plan: _inside(today, plan, "quiet"))
    quiet = _one(4, quiet_day, 3)
    last = Plan.of(quiet).end("dpt-posting")
    shorter = Plan.of(quiet).after(last, -1)
    posted = (
        Said(last, "Berita acara pengumuman DPT", f"sampai dengan {say(last, Language.ID)}"),
        Said(shorter, "Laporan pengawas kecamatan", f"dilepas {say(shorter, Language.ID)} sore"),
    )
    campaign_day = _first(today, range(4, 40), lambda plan: _inside(today, plan, "campaign"))
    campaign, adopted = (_one(turn, campaign_day, turn - 2) for turn in (5, 6))
    heard = Plan.of(adopted).after(Plan.of(adopted).end("registration"), 4)
    objection = {"objection_filed": True, "objection_on": heard}
    objected = Entry(heard, "prospective_candidates", Office.COMMITTEE, objection)
    list_day = _first(today, range(15, 80), lambda plan: _inside(today, plan, "dps-posting"))
    listed = replace(_one(7, list_day, 2), late={"committee_established": 6})
    return (
        Wave("Gelombang IV", quiet_day, (Village(quiet, today, differing={"dpt_announced.until": posted}),)),
        Wave(
            "Gelombang V",
            campaign_day,
            (Village(campaign, today), Village(adopted, today, without=_CAMPAIGN, extra=(objected,))),
        ),
        Wave("Gelombang VI", list_day, (Village(listed, today, without=frozenset({"final_report"})),)),
    )


def _far(today: date) -> Wave:
    day = today + timedelta(days=130)

    def village(turn: int, notice_in: int, without: frozenset[str] = frozenset()) -> Village:
        ends = shift_months(today + timedelta(days=notice_in), _NOTICE_MONTHS)
        return Village(_one(turn, day, 3, ends), today, without=without)

    villages = (village(8, -60), village(9, -24, _FORMATION), village(10, -4), village(11, 25))
    return Wave("Gelombang VII", day, villages)


def _rehearsal(today: date) -> Wave:
    day = today - timedelta(days=1)
    made = tuple(_one(turn, day, 3) for turn in (8, 9))
    counted = Village(_voted(made[0], (52, 30, 18)), today, rehearsal=True)
    return Wave("Latihan bersama", day, (counted, Village(made[1], today, rehearsal=True)), rehearsal=True)


def _first(today: date, range_of_days: range, fits: Callable[[Plan], bool]) -> date:
    """The first polling day by which some step is under way today, be it a day of rest."""
    days = [today + timedelta(days=ahead) for ahead in range_of_days]
    return next(day for day in days if fits(Plan.of(_one(4, day, 2))))


def _inside(today: date, plan: Plan, step: str) -> bool:
    return plan.start(step) < today <= plan.end(step)


def _one(turn: int, polling_day: date, candidates: int, ends: date | None = None) -> Election:
    """The election of a village, before any vote is cast."""
    code = _CODES[turn]
    return Election(
        code=code,
        village=VILLAGES[code],
        polling_day=polling_day,
        term_ends=ends or polling_day + _TERM_AFTER_POLL,
        voters=VOTERS.get(code) or _FEWEST + number(_SPREAD, "voters", code),
        candidates=people(candidates, "candidates", code),
    )


def _voted(made: Election, shares: tuple[int, ...], lead: int = 0) -> Election:
    """The same with its votes: `shares` in per cent of the valid ones, `lead` what the first has more."""
    valid = made.voters * _TURNOUT // 100
    votes = [valid * share // 100 for share in shares]
    votes[0] += lead
    return replace(made, votes=tuple(votes), invalid=number(20, "invalid", made.code) + 5)
