"""`pilkades tps plan`: which voters vote at which polling station, under the cap, with reasons."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.cli.clock import today
from pilkades.cli.options import AsJson, County, Lang, a_county, a_day
from pilkades.cli.reporting import answering, write_json
from pilkades.cli.spoken_help import both
from pilkades.cli.tps_json import described_plan
from pilkades.cli.tps_made import Made
from pilkades.cli.tps_text import write_plan
from pilkades.exchange.spreadsheets import read
from pilkades.polling.caps import Cap, cap_of, own_cap
from pilkades.polling.checking import access_articles, check, check_list
from pilkades.polling.groups import Area, Level, groups_of
from pilkades.polling.places import Point, Site
from pilkades.polling.plan import make_plan
from pilkades.polling.problem import Problem
from pilkades.polling.site_lists import read_points, read_sites
from pilkades.register.eligibility import judge
from pilkades.register.intake import Intake, intake
from pilkades.register.reasons import Poll
from pilkades.register.voter import Voter
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Answer

HELP = Text("Susun TPS dan pemilihnya.", "Lay out the polling stations and their voters.")
_PLAN = Text(
    "Bagi daftar pemilih ke TPS di bawah batas, tanpa memecah RT bila dapat.",
    "Share a voter list out over stations under the cap, keeping each RT whole where it can be.",
)
_FILE = Text("Daftar pemilih: xlsx, xls, ods, CSV.", "The voter list: xlsx, xls, ods, CSV.")
_POLLING = Text(
    "Hari pemungutan suara: hukum dan umur pada hari itu.", "The polling day: its law, and ages on it."
)
_CAP = Text(
    "Batas pemilih satu TPS menurut panitia, bila hukum belum memuatnya.",
    "The committee's cap, where the law sets none.",
)
_BASIS = Text("Dasar batas panitia.", "What the committee's cap rests on.")
_SITES = Text(
    "Berkas CSV tempat TPS: tps, lintang, bujur, akses.", "A CSV file of sites: tps, lat, lon, access."
)
_POINTS = Text(
    "Berkas CSV titik tiap RT: dusun, rw, rt, lintang, bujur.",
    "A CSV file of points: dusun, rw, rt, lat, lon.",
)
_NUMBER = Text("Jumlah TPS; tanpa ini paling sedikit.", "Number of stations; else the fewest.")
_BY = Text("Yang dijaga utuh lebih dulu: rt atau dusun.", "What is kept whole first: rt or dusun.")
_NO_CAP = (
    Text("batas pemilih satu TPS belum diketahui.", "the cap of a station is not known."),
    Text(
        "Sebut --county dan --polling-day, atau batas panitia dengan --cap.",
        "Name --county and --polling-day, or the committee's cap with --cap.",
    ),
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def about() -> None:
    """Commands on polling stations."""


@app.command("plan", help=both(_PLAN))
def make(  # noqa: PLR0913 -- each is an option of the command
    file: Annotated[str, typer.Argument(metavar="FILE", help=both(_FILE))],
    *,
    county: County = None,
    polling_day: Annotated[
        str | None, typer.Option("--polling-day", metavar="DATE", help=both(_POLLING))
    ] = None,
    cap: Annotated[int | None, typer.Option("--cap", metavar="N", help=both(_CAP))] = None,
    basis: Annotated[str, typer.Option("--basis", metavar="WORDS", help=both(_BASIS))] = "",
    sites: Annotated[str | None, typer.Option("--sites", metavar="SITES.csv", help=both(_SITES))] = None,
    points: Annotated[str | None, typer.Option("--points", metavar="POINTS.csv", help=both(_POINTS))] = None,
    number: Annotated[int | None, typer.Option("--tps", metavar="N", help=both(_NUMBER))] = None,
    by: Annotated[Level, typer.Option("--by", help=both(_BY))] = Level.RT,
    as_json: AsJson = False,
    language: Lang = Language.ID,
) -> None:
    """Plan the stations and say why each RT votes where it does."""
    with answering("pilkades tps plan", language, as_json=as_json):
        rulebook, places, homes = _asked(county, polling_day, sites, points)
        limit = _cap(rulebook, cap, basis)
        day = rulebook.day if rulebook is not None else today()
        made = _made(file, _list(file, day, rulebook), rulebook, limit, (places, homes, number, by))
    if as_json:
        write_json(described_plan(made, language))
    else:
        write_plan(made, language)


def _asked(
    county: str | None, polling_day: str | None, sites: str | None, points: str | None
) -> tuple[Rulebook | None, tuple[Site, ...], dict[Area, Point]]:
    """Law, sites and points; faults of all of them are named at once."""
    faults: list[Fault] = []
    rulebook: Rulebook | None = None
    places: tuple[Site, ...] = ()
    homes: dict[Area, Point] = {}
    try:
        if polling_day is not None:
            rulebook = Rulebook.at(a_day(polling_day, "pilkades tps plan", "--polling-day"), a_county(county))
    except FaultyInput as error:
        faults += error.faults
    try:
        places = read_sites(_text(sites), sites) if sites else ()
    except FaultyInput as error:
        faults += error.faults
    try:
        homes = read_points(_text(points), points) if points else {}
    except FaultyInput as error:
        faults += error.faults
    if faults:
        raise FaultyInput(faults)
    return rulebook, places, homes


def _text(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")


def _cap(rulebook: Rulebook | None, own: int | None, basis: str) -> Cap:
    if rulebook is not None:
        return cap_of(rulebook, own, basis)
    if own is None:
        raise FaultyInput([Fault("pilkades tps plan", "--cap", *_NO_CAP)])
    return own_cap(own, basis)


def _list(file: str, day: date, rulebook: Rulebook | None) -> Intake:
    county = rulebook.county if rulebook is not None else None
    code = shipped_law().counties[county].code if county else None
    return intake(read(Path(file).read_bytes(), Path(file).name), day, code)


def _made(
    file: str,
    found: Intake,
    rulebook: Rulebook | None,
    cap: Cap,
    asked: tuple[tuple[Site, ...], dict[Area, Point], int | None, Level],
) -> Made:
    sites, points, number, level = asked
    voters, undecided = _who_may(found.voters, rulebook)
    groups = groups_of(voters, cap.voters, level, points)
    plan = make_plan(Problem(groups, cap, sites, number))
    access = access_articles(rulebook) if rulebook is not None else ()
    listed = check_list(voters, cap) if any(voter.tps for voter in voters) else None
    left_out = len(found.voters) - len(voters)
    return Made(file, rulebook, found, left_out, undecided, plan, check(plan, voters, access), listed)


def _who_may(voters: tuple[Voter, ...], rulebook: Rulebook | None) -> tuple[tuple[Voter, ...], int]:
    """Those whom the law of the day does not keep from voting, and how many of them are undecided."""
    if rulebook is None:
        return voters, 0
    poll = Poll(rulebook.day, rulebook)
    answers = [judge(voter, poll).answer for voter in voters]
    kept = tuple(v for v, answer in zip(voters, answers, strict=True) if answer is not Answer.NO)
    return kept, sum(answer is Answer.UNDECIDED for answer in answers)
