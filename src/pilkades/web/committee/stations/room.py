"""The plan of stations: choose, look, ask what would change. Looking stores nothing."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, joined, same
from pilkades.polling.caps import NOT_SET, PARAMETER
from pilkades.polling.checking import access_articles
from pilkades.polling.explaining import explain
from pilkades.polling.plan import Plan
from pilkades.polling.problem import Pin
from pilkades.polling.what_if import Change, Closed, Moved, Stations, what_if
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Heading, Links
from pilkades.web.committee.preparation.parts import Ruled
from pilkades.web.committee.stations.choosing import (
    PIN,
    ChoosingForm,
    address,
    area_key,
    area_of,
    pins_of,
    sent_as,
    written,
)
from pilkades.web.committee.stations.parts import Choosing, Moving, Option
from pilkades.web.committee.stations.showing import aims, compared, looked, station_table
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said
from pilkades.web.core.queries.states import State
from pilkades.web.core.queries.stations import Choices, Electorate, electorate_of, station_plan
from pilkades.web.shared.components.page import Empty, Link, Stat, Stats

TITLE = Text("Rencana TPS", "Plan of polling stations")
IF, MOVE, TO = "bila", "pindah", "ke"
MORE, LESS, CLOSE, BY_HAND = "lebih", "kurang", "tutup", "pindah"
_UNPROCESSABLE = 422
_LEAD = Text(
    "Siapa memilih di mana, dan mengapa. Melihat dan mencoba belum menetapkan apa pun.",
    "Who votes where, and why. Looking and trying adopts nothing.",
)
_NOBODY = Text("Daftar pemilih belum berisi.", "The voter register is empty.")
_CHOOSE = Text("Pilihan panitia", "What the committee chooses")
_SHOW = Text("Susun rencana", "Lay out the plan")
_BY_LAW = Text("Satu TPS paling banyak untuk {n} pemilih.", "One station serves at most {n} voters.")
_BY_COMMITTEE = Text(
    "Panitia memakai batas {n} pemilih untuk satu TPS.",
    "The committee's own cap is {n} voters.",
)
_MOVE = Text("Pindahkan satu RT", "Move one RT")
_MOVE_LEAD = Text(
    "Lihat dulu akibatnya. RT lain tetap di tempatnya.",
    "See first what it brings about. The others stay where they are.",
)
_GROUP, _STATION = Text("RT", "RT"), Text("Ke TPS", "To the station")
_SEE = Text("Lihat akibatnya", "See what it brings about")
_AGREED = Text("Bila panitia sudah sepakat", "Once the committee agrees")
_AGREED_LEAD = Text(
    "Rencana yang ditetapkan masuk catatan dan mengisi TPS setiap pemilih.",
    "An adopted plan enters the record and sets the station of every voter.",
)
_ADOPT = Text("Tetapkan rencana ini", "Adopt this plan")
_IF_CHANGED = Text("Bila ada yang berubah", "If something changes")
_IF_LEAD = Text(
    "Lihat siapa yang pindah dan berapa isi tiap TPS.", "See who moves and how large each station becomes."
)
_IF_MORE = Text("Bila ada satu TPS lagi", "With one station more")
_IF_LESS = Text("Bila ada satu TPS kurang", "With one station less")
_IF_CLOSED = Text("Bila {tps} tidak dapat dipakai", "If {tps} cannot be used")
_RELEASE = Text("Lepaskan {who} dari {tps}", "Let {who} go from {tps}")
_TAKE = Text("Pakai perubahan ini", "Use this change")
_PEOPLE = Text("Pemilih dalam rencana", "Voters in the plan")
_COUNT = Text("TPS", "Stations")
_LARGEST = Text("TPS terbesar", "Largest station")
_LEFT_OUT = Text("Tidak ikut menurut hukum hari itu", "Not in it by the law of that day")
_UNDECIDED = Text("Ikut, hak pilihnya belum pasti", "In it, not yet sure that they may vote")


@login_required
@require_safe
def room(request: HttpRequest, election_id: int) -> HttpResponse:
    """The plan for what was chosen, with its reasons; `bila` compares it with a change."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    form = ChoosingForm(request.GET)
    pins = pins_of(request.GET)
    choosing = Choosing(_CHOOSE, form, _SHOW, tuple((PIN, written(pin)) for pin in pins))
    if not form.is_valid():
        return answer(request, reader, TITLE, (choosing,), lead=_LEAD, faults=True, status=_UNPROCESSABLE)
    state = reader.state
    people = electorate_of(state)
    if not people.voters:
        return answer(request, reader, TITLE, (Empty(_NOBODY),), lead=_LEAD)
    choices = form.choices(pins)
    try:
        plan = station_plan(state, choices, people)
        comparison = _asked(request, reader, plan, choices, people)
    except PilkadesError as error:
        asked = (*_question(state, error), choosing)
        return answer(request, reader, TITLE, asked, lead=_LEAD)
    explained = explain(plan)
    parts = (
        _figures(plan, people),
        _cap(state, plan),
        *comparison,
        station_table(plan, explained),
        looked(plan, people.voters, state.rulebook),
        *_adopting(reader, choices),
        Heading(_IF_CHANGED, _IF_LEAD),
        Links(_links(plan, choices)),
        _moving(plan, choices),
        choosing,
        aims(plan, explained),
    )
    return answer(request, reader, TITLE, parts, lead=_LEAD)


def _adopting(reader: Reader, choices: Choices) -> Sequence[object]:
    """The way to adopt it, for those who decide on the list."""
    if not (reader.may(Need.DECIDE_VOTERS) and reader.may(Need.RECORD)):
        return ()
    link = Link(reader.to("stations-adopt") + address(choices), _ADOPT)
    return (Heading(_AGREED, _AGREED_LEAD), Links([link]))


def _figures(plan: Plan, people: Electorate) -> Stats:
    tiles = [
        Stat(plan.problem.voters, _PEOPLE),
        Stat(len(plan.stations), _COUNT),
        Stat(max(plan.sizes), _LARGEST),
    ]
    tiles += [Stat(people.left_out, _LEFT_OUT)] if people.left_out else []
    tiles += [Stat(people.undecided, _UNDECIDED)] if people.undecided else []
    return Stats(TITLE, tuple(tiles))


def _cap(state: State, plan: Plan) -> Ruled:
    cap = plan.problem.cap
    basis = bases_of((cap.article,), state.rulebook) if cap.article else ()
    if not cap.of_committee:
        return Ruled(_BY_LAW.fill(n=cap.voters), basis)
    words = [_BY_COMMITTEE.fill(n=cap.voters)]
    words += [_BY_LAW.fill(n=cap.by_law)] if cap.by_law is not None else [cap.question]
    return Ruled(joined(words), basis)


def _question(state: State, error: PilkadesError) -> Sequence[object]:
    """What keeps a plan from being made; where the law sets no cap, its own words and article."""
    if error.code != "cap-not-set":
        return (Empty(said(error)),)
    held = state.rulebook.parameters.get(PARAMETER)
    article = held.article if held is not None else None
    words = held.unknown if held is not None and held.unknown else NOT_SET
    basis = bases_of((article,), state.rulebook) if article else ()
    return (Ruled(joined([words, said(error)]), basis),)


def _links(plan: Plan, choices: Choices) -> list[Link]:
    links = [Link(address(choices, (IF, MORE)), _IF_MORE)]
    if len(plan.stations) > 1:
        links.append(Link(address(choices, (IF, LESS)), _IF_LESS))
        links += [
            Link(address(choices, (IF, CLOSE), (TO, site.name)), _IF_CLOSED.fill(tps=site.name))
            for site in plan.stations
            if choices.sites
        ]
    links += [
        Link(
            address(replace(choices, pins=tuple(one for one in choices.pins if one != pin))),
            _RELEASE.fill(who=pin.key[0].label, tps=pin.station),
        )
        for pin in choices.pins
    ]
    return links


def _moving(plan: Plan, choices: Choices) -> Moving:
    whole = [group for group in plan.problem.groups if not group.family]
    here = Text("{who}, sekarang {tps}", "{who}, now {tps}")
    return Moving(
        _MOVE,
        _MOVE_LEAD,
        _GROUP,
        tuple(
            Option(area_key(group.area), here.fill(who=group.label, tps=plan.station_of(group.key)))
            for group in whole
        ),
        _STATION,
        tuple(Option(site.name, same(site.name)) for site in plan.stations),
        _SEE,
        (*sent_as(choices), (IF, BY_HAND)),
    )


def _asked(
    request: HttpRequest, reader: Reader, plan: Plan, choices: Choices, people: Electorate
) -> Sequence[object]:
    """The comparison that the address asks for; none where it asks for nothing that can be."""
    asked = request.GET.get(IF, "")
    found = _change(asked, request.GET.get(MOVE, ""), request.GET.get(TO, ""), plan)
    if found is None:
        return ()
    access = access_articles(reader.state.rulebook)
    comparison = what_if(plan, found, people.voters, access)
    following = _following(found, plan, choices)
    take = Link(address(following), _TAKE) if following is not None else None
    return (compared(comparison, take, Link(address(choices), TITLE), reader.state.rulebook),)


def _change(asked: str, area: str, station: str, plan: Plan) -> Change | None:
    match asked:
        case "lebih":
            return Stations(1)
        case "kurang":
            return Stations(-1)
        case "tutup":
            return Closed(station)
        case "pindah":
            where = area_of(area)
            known = next((g for g in plan.problem.groups if g.area == where and not g.family), None)
            if known is None or plan.station_of(known.key) == station:
                return None
            return Moved(known.area, plan.station_of(known.key), station)
    return None


def _following(change: Change, plan: Plan, choices: Choices) -> Choices | None:
    """The choices under which the change stays."""
    match change:
        case Stations():
            return replace(choices, number=len(plan.stations) + change.more)
        case Closed():
            sites = tuple(site for site in choices.sites if site.name != change.site)
            number = choices.number if choices.number is None else min(choices.number, len(sites))
            return replace(choices, sites=sites, number=number) if sites else None
        case Moved():
            pin = Pin((change.area, 0), change.target)
            others = tuple(one for one in choices.pins if one.key != pin.key)
            return replace(choices, number=len(plan.stations), pins=(*others, pin))
    return None
