"""Fixed lists: DPS, DPTb and DPT as they were adopted, what changed between them, deaths beside a DPT."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.base.language import EMPTY, Text, same
from pilkades.register.changes import CHANGES, REMOVALS, Change, ChangeKind, count_of
from pilkades.register.lists import LISTS, ListKind, OrderBy
from pilkades.register.nik import SEXES
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.lists.parts import ListRows, Switch
from pilkades.web.committee.parts import Facts, Heading, Links
from pilkades.web.committee.voters.parts import Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import FIELDS, NOT_STATED, area_of, short_birth
from pilkades.web.committee.written import Grid, Line
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.models import DeathNote, ListVersionRow
from pilkades.web.core.queries.found_pairs import names_of
from pilkades.web.core.queries.lists import (
    ListPage,
    Numbered,
    changes_of,
    deaths_of,
    page_of_list,
    parts_of,
    version_row_of,
    versions_of,
)
from pilkades.web.shared.components.due import Task, TaskList
from pilkades.web.shared.components.page import Link, Pages, Stat, Stats
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_moment

TITLE = Text("DPS, DPTb, dan DPT", "DPS, DPTb and DPT")
PAGE, TPS, RT = "halaman", "tps", "rt"
MOST_CHANGES = 200
_LEAD = Text(
    "Daftar yang sudah ditetapkan tidak berubah lagi. Perbaikan sesudahnya menjadi versi baru, dengan daftar "
    "perubahannya.",
    "A list that was fixed never changes. What is corrected afterwards becomes a new version, with its "
    "list of changes.",
)
_NEXT = Text("Menetapkan daftar", "Fixing a list")
_MAKE: Mapping[ListKind, Text] = {
    ListKind.DPS: Text("Susun dan tetapkan DPS", "Draw up and fix the DPS"),
    ListKind.DPTB: Text("Tetapkan DPTb", "Fix the DPTb"),
    ListKind.DPT: Text("Tetapkan DPT", "Fix the DPT"),
}
_CORRECTED = Text("Tetapkan DPS hasil perbaikan", "Fix the corrected DPS")
_DONE = Text("DPT sudah ditetapkan. Yang meninggal dicatat di halaman DPT.", "The DPT is adopted.")
_FIXED = Text("Daftar yang sudah ditetapkan", "Lists that were fixed")
_NONE = Text("Belum ada daftar yang ditetapkan.", "No list was fixed yet.")
_BY = Text("{n} pemilih. Ditetapkan {who}, {at}.", "{n} voters. Fixed by {who}, {at}.")
VERSION = Text("{list}, versi {number}", "{list}, version {number}")
_FACTS = {
    "count": Text("Jumlah pemilih", "Number of voters"),
    "order": Text("Urutan", "Order"),
    "fixed": Text("Ditetapkan", "Fixed"),
    "digest": Text("Sidik daftar", "Digest of the list"),
}
_ORDERS = {
    OrderBy.TPS: Text("TPS", "TPS"),
    OrderBy.DUSUN: Text("dusun", "dusun"),
    OrderBy.RW: Text("RW", "RW"),
    OrderBy.RT: Text("RT", "RT"),
    OrderBy.NAME: Text("abjad nama", "name"),
}
_ACT = Text("Tindakan dan berita acaranya dalam catatan", "The act in the record, with its minutes")
_CHANGES = Text("Perubahan dari versi sebelumnya", "Changes since the version before")
_CHANGE_HEADS = (Text("Nama", "Name"), Text("Perubahan", "Change"), Text("Keterangan", "Note"))
_MORE_CHANGES = Text("{n} perubahan lain tidak ditampilkan di sini.", "{n} more changes are not shown here.")
_SAME = Text("Tidak ada perubahan.", "Nothing changed.")
_COPIES = Text("Salinan per TPS", "Copies by TPS")
_ALL = Text("seluruh daftar", "the whole list")
_ROWS = Text("Isi daftar", "The rows of the list")
_ROW_HEADS = (
    Text("Nama", "Name"),
    Text("NIK", "NIK"),
    Text("L/P", "Sex"),
    Text("Lahir", "Born"),
    Text("Alamat", "Address"),
    Text("TPS", "TPS"),
    Text("Keterangan", "Remark"),
)
_DIED = Text("meninggal dunia", "died")
_DEATHS = Text("Pemilih yang meninggal sesudah DPT ditetapkan", "Voters who died after the DPT was adopted")
_NO_DEATHS = Text("Belum ada yang dicatat.", "None was noted yet.")
_NOTE_ONE = Text("Catat pemilih yang meninggal", "Note a voter who died")
_DEATH = Text("Meninggal {day}. Dicatat {who}, {at}.", "Died {day}. Noted by {who}, {at}.")


@login_required
@require_safe
def versions(request: HttpRequest, election_id: int) -> HttpResponse:
    """Every list that was fixed, and those that may be fixed now."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    found = versions_of(reader.election)
    parts: list[object] = []
    if reader.may(Need.DECIDE_VOTERS):
        parts += _may_be_fixed(reader, {ListKind(one.kind) for one in found})
    rows = tuple(
        Task(
            reader.to("voters-lists-one", one.kind, str(one.number)),
            title_of(one),
            note=_by(reader, one),
            status=Status.DONE,
        )
        for one in found
    )
    parts.append(TaskList(_FIXED, rows, nothing=_NONE, most=len(rows)))
    return room(request, reader, TITLE, parts, lead=_LEAD)


def _may_be_fixed(reader: Reader, fixed: set[ListKind]) -> Iterator[object]:
    if ListKind.DPT in fixed:
        yield Note(_DONE)
        return
    kinds = [ListKind.DPS, *([ListKind.DPTB, ListKind.DPT] if ListKind.DPS in fixed else [])]
    yield Heading(_NEXT)
    yield Links(
        [
            Link(
                reader.to("voters-lists-fix", kind.value),
                _CORRECTED if kind is ListKind.DPS and kind in fixed else _MAKE[kind],
            )
            for kind in kinds
        ]
    )


def title_of(version: ListVersionRow) -> Text:
    """`DPS, versi 2`."""
    return VERSION.fill(list=same(_short(ListKind(version.kind))), number=version.number)


def _short(kind: ListKind) -> str:
    return {ListKind.DPS: "DPS", ListKind.DPTB: "DPTb", ListKind.DPT: "DPT"}[kind]


def _by(reader: Reader, version: ListVersionRow) -> Text:
    at = long_moment(version.fixed_at.astimezone(reader.at.tzinfo))
    return _BY.fill(n=version.count, who=version.fixed_by.full_name, at=at)


@login_required
@require_safe
def one(request: HttpRequest, election_id: int, kind: str, number: int) -> HttpResponse:
    """One fixed list: its facts, what changed, its copies, its rows."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    version = version_at(reader, kind, number)
    sent = {name: request.GET.get(name, "").strip()[:60] for name in (TPS, RT, PAGE)}
    page = int(sent[PAGE]) if sent[PAGE].isascii() and sent[PAGE].isdigit() else 1
    listed = page_of_list(version, page, tps=sent[TPS], rt=sent[RT])
    parts: list[object] = [
        Facts(tuple(_facts(reader, version))),
        Links([Link(reader.to("receipt", version.act_id), _ACT)]),
    ]
    if version.after is not None:
        parts += _change_parts(reader, version)
    if version.kind == ListKind.DPT:
        parts += _death_parts(reader, version)
    parts += _copies(reader, version, sent[TPS])
    parts += _rows(reader, version, listed, sent)
    lead = capital(LISTS[ListKind(version.kind)]) + Text(".", ".")
    return room(request, reader, title_of(version), parts, lead=lead)


def version_at(reader: Reader, kind: str, number: int) -> ListVersionRow:
    """The fixed list of that kind and number.

    Raises:
        NotThereError: there is none.
    """
    found = version_row_of(reader.election, ListKind(kind), number) if kind in set(ListKind) else None
    if found is None:
        raise NotThereError
    return found


def _facts(reader: Reader, version: ListVersionRow) -> Iterator[Line]:
    order = ", ".join(_ORDERS[OrderBy(one)].id for one in version.order.split(",") if one)
    order_en = ", ".join(_ORDERS[OrderBy(one)].en for one in version.order.split(",") if one)
    at = long_moment(version.fixed_at.astimezone(reader.at.tzinfo))
    yield Line(_FACTS["count"], same(str(version.count)))
    yield Line(_FACTS["order"], Text(order, order_en))
    yield Line(
        _FACTS["fixed"], Text("{who}, {at}", "{who}, {at}").fill(who=version.fixed_by.full_name, at=at)
    )
    yield Line(_FACTS["digest"], same(version.digest))


def _change_parts(reader: Reader, version: ListVersionRow) -> Iterator[object]:
    found = changes_of(version)
    yield Heading(_CHANGES)
    yield Stats(
        _CHANGES,
        tuple(Stat(count_of(found, kind), words) for kind, words in CHANGES.items()),
    )
    if not found:
        yield Note(_SAME)
        return
    yield change_grid(reader, found)
    if len(found) > MOST_CHANGES:
        yield Note(_MORE_CHANGES.fill(n=len(found) - MOST_CHANGES))


def change_grid(reader: Reader, found: tuple[Change, ...]) -> Grid:
    """The change list as a table: who, how, and why or in which fields."""
    shown = found[:MOST_CHANGES]
    names = names_of(reader.election, [change.person for change in shown])
    rows = tuple(
        (same(names.get(change.person, "–")), CHANGES[change.kind], _change_note(change)) for change in shown
    )
    return Grid(_CHANGES, _CHANGE_HEADS, rows)


def _change_note(change: Change) -> Text:
    if change.kind is ChangeKind.REMOVED and change.reason is not None:
        return REMOVALS[change.reason]
    names = [FIELDS[name] for name in change.fields if name in FIELDS]
    return Text(", ".join(one.id for one in names), ", ".join(one.en for one in names))


def _death_parts(reader: Reader, version: ListVersionRow) -> Iterator[object]:
    noted = deaths_of(version)
    yield Heading(_DEATHS)
    if noted:
        names = names_of(reader.election, [str(one.person) for one in noted])
        yield Facts(tuple(_death_line(reader, one, names) for one in noted))
    else:
        yield Note(_NO_DEATHS)
    if reader.may(Need.DECIDE_VOTERS):
        yield Links([Link(reader.to("voters-lists-death"), _NOTE_ONE)])


def _death_line(reader: Reader, noted: DeathNote, names: Mapping[str, str]) -> Line:
    at = long_moment(noted.noted_at.astimezone(reader.at.tzinfo))
    words = _DEATH.fill(day=noted.died, who=noted.noted_by.full_name, at=at)
    return Line(same(names.get(str(noted.person), "–")), words)


def _copies(reader: Reader, version: ListVersionRow, current: str) -> Iterator[object]:
    by_tps = parts_of(version, "tps")
    here = reader.to("voters-lists-one", version.kind, str(version.number))
    if len(by_tps) > 1 or (by_tps and by_tps[0][0]):
        choices = [(Link(here, _ALL), version.count, not current)]
        choices += [
            (
                Link(f"{here}?{urlencode({TPS: tps})}", Text("TPS {tps}", "TPS {tps}").fill(tps=tps)),
                people,
                tps == current,
            )
            for tps, people in by_tps
            if tps
        ]
        yield Heading(_COPIES)
        yield Switch(_COPIES, tuple(choices))


def _rows(
    reader: Reader, version: ListVersionRow, listed: ListPage, sent: Mapping[str, str]
) -> Iterator[object]:
    yield Heading(_ROWS)
    yield ListRows(_ROWS, _ROW_HEADS, [(one.number, _cells(one)) for one in listed.rows])
    if listed.pages > 1:
        here = reader.to("voters-lists-one", version.kind, str(version.number))

        def to(page: int) -> str:
            asked = {**{name: sent[name] for name in (TPS, RT) if sent[name]}, PAGE: str(page)}
            return f"{here}?{urlencode(asked)}"

        yield Pages(
            listed.page,
            listed.pages,
            to(listed.page - 1) if listed.page > 1 else "",
            to(listed.page + 1) if listed.page < listed.pages else "",
        )


def _cells(numbered: Numbered) -> tuple[Text, ...]:
    voter = numbered.listed.voter
    return (
        same(voter.name),
        same(numbered.listed.nik_tail or "–"),
        SEXES[voter.sex] if voter.sex else EMPTY,
        short_birth(voter),
        same(area_of(voter)) if area_of(voter) else NOT_STATED,
        same(voter.tps or "–"),
        _DIED if numbered.remark else same(voter.remark),
    )
