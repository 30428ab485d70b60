"""`pilkades register build`: a DPS, DPTb or DPT drawn up from a file, with what changed since another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.digest import Json
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.cli.covering import all_covered, covered
from pilkades.cli.law_text import law_name
from pilkades.cli.options import AsJson, Lang
from pilkades.cli.paper import Paper
from pilkades.cli.register.check import READING, both_of, refuse_target
from pilkades.cli.register.check_text import write_answers, write_head
from pilkades.cli.register.described import described_answers, described_head
from pilkades.cli.register.drawing_up import Drawn, draw_up, sort_people
from pilkades.cli.register.options import (
    CountyOf,
    DpsAdopted,
    File,
    HeaderRow,
    LayoutOf,
    Maps,
    MaritalCodes,
    OnlySheets,
    PollingDay,
    Progress,
    Stated,
)
from pilkades.cli.register.progress import progress
from pilkades.cli.register.sources import How, Source, source_of
from pilkades.cli.reporting import answering, unwritable, write_json
from pilkades.cli.spoken_help import both
from pilkades.cli.writing import whole, write_whole
from pilkades.exchange.lists import POSTED, WHOLE, Page, page_of, write_csv, write_xlsx
from pilkades.register.changes import CHANGES, REMOVALS, ChangeKind, count_of
from pilkades.register.lists import LISTS, ListKind, OrderBy, copies
from pilkades.register.reasons import Poll

HELP = Text("Susun DPS, DPTb, atau DPT.", "Draw up a DPS, DPTb or DPT.")
COMMAND = "pilkades register build"
_KIND = Text("Daftar yang disusun.", "The list to draw up.")
_OUT = Text("Berkas yang ditulis: .xlsx atau .csv.", "The file to write: .xlsx or .csv.")
_BEFORE = Text(
    "Berkas asal daftar sebelumnya: sebut apa yang berubah.",
    "The file the list before came from: say what changed.",
)
_ORDER = Text("Urutan: tps,dusun,rw,rt,name.", "Order: tps,dusun,rw,rt,name.")
_BY = Text("Juga satu lembar tiap TPS, RT, atau dusun (xlsx).", "Also a sheet per TPS, RT or dusun (xlsx).")
_REASON = Text(
    "Alasan menulis NIK dan KK lengkap; tanpa ini NIK disamarkan.",
    "Why NIK and KK are written in full; without it the NIK is covered.",
)
_LEAVE = Text("Susun walaupun ada baris yang menunggu perbaikan.", "Draw up although rows wait for a repair.")


class Part(StrEnum):
    """What a list may be parted by."""

    TPS = "tps"
    RT = "rt"
    DUSUN = "dusun"


def build_list(  # noqa: PLR0913 -- each is an option of its own
    file: File,
    *,
    polling_day: PollingDay,
    county: CountyOf,
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help=both(_OUT))],
    kind: Annotated[ListKind, typer.Option("--kind", help=both(_KIND))] = ListKind.DPS,
    before: Annotated[str | None, typer.Option("--before", metavar="FILE", help=both(_BEFORE))] = None,
    order: Annotated[str | None, typer.Option("--order", metavar="COLUMNS", help=both(_ORDER))] = None,
    by: Annotated[Part | None, typer.Option("--by", help=both(_BY))] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="WORDS", help=both(_REASON))] = None,
    without_waiting: Annotated[bool, typer.Option("--without-waiting", help=both(_LEAVE))] = False,
    as_json: AsJson = False,
    dps_adopted: DpsAdopted = None,
    stated: Stated = None,
    layout: LayoutOf = None,
    maps: Maps = None,
    header_row: HeaderRow = None,
    marital: MaritalCodes = None,
    sheets: OnlySheets = None,
    show_progress: Progress = None,
    language: Lang = Language.ID,
) -> None:
    """Put everybody who may vote on a list, in the order of the law, and write it whole or not at all."""
    how = How(layout=layout, maps=maps or (), header_row=header_row, marital=marital, sheets=sheets or ())
    with answering(COMMAND, language, as_json=as_json):
        _refuse(out, by, [file, *([before] if before else [])])
        columns = _order(order)
        source, poll = both_of(file, how, COMMAND, (polling_day, county, dps_adopted, stated or []))
        with progress(READING, source.lines, language, asked=show_progress) as advance:
            found = sort_people(source, poll, advance)
        if found.waiting and not without_waiting:
            problem = _WAITING.fill(n=len(found.waiting), places=found.waiting[:_PLACES_SHOWN])
            raise FaultyInput([Fault(file, "-", problem, _CHECK)])
        earlier = sort_people(source_of(before, COMMAND, how), poll, lambda _: None) if before else None
        drawn = draw_up(kind, found, poll, columns, earlier)
        _write(out, drawn, poll, by, reason)
    if as_json:
        write_json(all_covered(_described(source, poll, drawn, out, language)))
    else:
        _say(source, poll, drawn, out, language, asked=columns is not None)


_PLACES_SHOWN = 10
_WAITING = Text("{n} baris menunggu perbaikan ({places}).", "{n} rows wait for a repair ({places}).")
_CHECK = Text(
    "Lihat dengan pilkades register check, atau pakai --without-waiting.",
    "See pilkades register check, or use --without-waiting.",
)
_ONE_SHEET = Text("CSV hanya satu lembar.", "CSV has one sheet only.")
_USE_XLSX = Text("Tulis ke .xlsx.", "Write to .xlsx.")
_NO_ORDER = Text("{words} bukan urutan.", "{words} is no order.")
_ORDERS = Text("Pakai: {known}.", "Use: {known}.")


def _refuse(out: Path, by: Part | None, read: Sequence[str]) -> None:
    refuse_target(COMMAND, "--out", out, [".xlsx", ".csv"], read)
    if by is not None and out.suffix.casefold() == ".csv":
        raise FaultyInput([Fault(COMMAND, "--by", _ONE_SHEET, _USE_XLSX)])


def _order(words: str | None) -> tuple[OrderBy, ...] | None:
    if words is None:
        return None
    known = [one.value for one in OrderBy]
    named = [word.strip().casefold() for word in words.split(",")]
    if not set(named) <= set(known):
        raise FaultyInput([Fault(COMMAND, "--order", _NO_ORDER.fill(words=words), _ORDERS.fill(known=known))])
    return tuple(OrderBy(word) for word in named)


_DIGEST_LINE = "Sidik (tanpa NIK dan KK): {digest}"
_FULL_LINE = "Salinan dengan NIK dan KK lengkap. Alasan: {reason}"
_CHANGE_HEADINGS = ("NO", "NAMA", "PERUBAHAN", "KOLOM ATAU ALASAN")


def _write(out: Path, drawn: Drawn, poll: Poll, by: Part | None, reason: str | None) -> None:
    pages = list(_pages(drawn, poll, by, reason))
    try:
        if out.suffix.casefold() == ".csv":
            held = StringIO(newline="")
            write_csv(held, pages[0])
            # The mark lets spreadsheet programs read it as UTF-8.
            write_whole(out, "\ufeff" + held.getvalue())
        else:
            with whole(out) as beside:
                write_xlsx(beside, pages)
    except OSError as error:
        raise unwritable(str(out), error) from error


def _pages(drawn: Drawn, poll: Poll, by: Part | None, reason: str | None) -> Iterator[Page]:
    version = drawn.version
    name = version.kind.value.upper()
    copy = WHOLE if reason else POSTED
    lines = [
        f"{LISTS[version.kind].id.upper()}: {version.count} pemilih",
        law_name(poll.rulebook, Language.ID),
        _DIGEST_LINE.format(digest=version.digest),
        *([_FULL_LINE.format(reason=reason)] if reason else []),
    ]
    people = [(number, entry.voter) for number, entry in enumerate(version.entries, start=1)]
    yield page_of(name, lines, copy, people)
    if by is not None:
        for number, (place, rows) in enumerate(copies(version, OrderBy(by.value)).items(), start=1):
            heading = [f"{by.value.upper()} {place or '-'}: {len(rows)} pemilih", *lines[1:]]
            kept = [(at, entry.voter) for at, entry in rows]
            yield page_of(_sheet_name(by, place, number), heading, copy, kept)
    if drawn.changes is not None:
        yield Page("Perubahan", [lines[0]], _CHANGE_HEADINGS, _change_rows(drawn))


def _sheet_name(by: Part, place: str, number: int) -> str:
    """A name that a spreadsheet allows and that no other sheet has."""
    kept = "".join(sign for sign in place if sign.isalnum() or sign in " -")[:16]
    return f"{number}. {by.value.upper()} {kept or '-'}"


def _change_rows(drawn: Drawn) -> Iterator[Sequence[str]]:
    later = {entry.person: (n, entry.voter) for n, entry in enumerate(drawn.version.entries, start=1)}
    before = drawn.before.entries if drawn.before else ()
    earlier = {entry.person: (0, entry.voter) for entry in before}
    for change in drawn.changes or ():
        number, voter = later.get(change.person) or earlier[change.person]
        why = REMOVALS[change.reason].id if change.reason else ", ".join(change.fields)
        yield str(number or "-"), voter.name, CHANGES[change.kind].id, why


def _described(source: Source, poll: Poll, drawn: Drawn, out: Path, language: Language) -> dict[str, Json]:
    version = drawn.version
    return {
        **described_head(source, poll, language),
        "rows": drawn.sorted.checked.rows,
        "waiting": drawn.sorted.checked.waiting,
        "eligibility": described_answers(drawn.sorted.checked, language),
        "list": {
            "kind": version.kind.value,
            "label": LISTS[version.kind].to(language),
            "count": version.count,
            "digest": version.digest,
            "order": [by.value for by in version.order],
            "order_by_law": drawn.legal_order,
            "places": {by.value: dict(_places(drawn, by)) for by in (OrderBy.TPS, OrderBy.DUSUN, OrderBy.RT)},
        },
        "changes": _changes(drawn),
        "written": str(out),
    }


def _places(drawn: Drawn, by: OrderBy) -> list[tuple[str, int]]:
    return sorted(Counter(getattr(entry.voter, by.value) for entry in drawn.version.entries).items())


def _changes(drawn: Drawn) -> Json:
    """How many, and for each its number on the new list (null for who left it); never a name."""
    if drawn.changes is None:
        return None
    later = {entry.person: number for number, entry in enumerate(drawn.version.entries, start=1)}
    return {
        **{kind.value: count_of(drawn.changes, kind) for kind in ChangeKind},
        "rows": [
            {
                "kind": change.kind.value,
                "number": later.get(change.person),
                "fields": list(change.fields),
                "reason": change.reason.value if change.reason else None,
            }
            for change in drawn.changes
        ],
    }


_TITLE = Text("Daftar pemilih dari {file}", "A voter list from {file}")
_LIST = Text("{label}: {n} pemilih", "{label}: {n} voters")
_DIGEST = Text("Sidik, tanpa NIK dan KK", "Digest, without NIK and KK")
_ORDERED = Text("Urutan", "Order")
_BY_LAW = Text("menurut peraturan", "by the law")
_BY_CHOICE = Text(
    "pilihan program; peraturan yang dibaca tidak menyebutnya", "the program's choice; no text read sets one"
)
_BY_PERSON = Text("seperti diminta", "as asked for")
_PER_TPS = Text("Tiap TPS", "Per TPS")
_NO_TPS = Text("tanpa TPS", "without a TPS")
_CHANGED = Text("Perubahan", "Changes")
_CHANGES = Text(
    "{added} ditambahkan, {corrected} diperbaiki, {placed} diberi TPS, {removed} dikeluarkan.",
    "{added} added, {corrected} corrected, {placed} given a polling station, {removed} removed.",
)
_LEFT_WAITING = Text("{n} baris menunggu perbaikan.", "{n} rows wait for a repair.")
_WRITTEN = Text("Berkas ditulis: {file}", "File written: {file}")


def _say(source: Source, poll: Poll, drawn: Drawn, out: Path, language: Language, *, asked: bool) -> None:
    paper, version = Paper(), drawn.version
    write_head(paper, _TITLE, source, poll, language)
    write_answers(paper, drawn.sorted.checked, language)
    if drawn.sorted.waiting:
        paper.line(_LEFT_WAITING.fill(n=len(drawn.sorted.waiting)).to(language))
    label = f"{version.kind.value.upper()} ({LISTS[version.kind].to(language)})"
    paper.section(_LIST.fill(label=label, n=version.count).to(language))
    chosen = _BY_PERSON if asked else _BY_CHOICE
    basis = _BY_LAW if drawn.legal_order else chosen
    paper.labelled(_ORDERED.to(language), f"{', '.join(version.order)} ({basis.to(language)})")
    paper.labelled(_DIGEST.to(language), version.digest)
    places = "; ".join(f"{place or _NO_TPS.to(language)} {n}" for place, n in _places(drawn, OrderBy.TPS))
    paper.labelled(_PER_TPS.to(language), covered(places))
    if drawn.changes is not None:
        paper.section(_CHANGED.to(language))
        counts = {kind.value: count_of(drawn.changes, kind) for kind in ChangeKind}
        paper.line((_CHANGES.fill(**counts).to(language), "bold"))
    paper.blank()
    paper.line(covered(_WRITTEN.fill(file=out).to(language)))
