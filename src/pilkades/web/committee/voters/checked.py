"""What was found in a file: its sheets, its faults by kind, what it would change, and the ways on."""

import json
from collections.abc import Iterator

from pilkades.base.language import Text
from pilkades.register.troubles import WORDINGS, Kind, Weight
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.parts import Facts, Heading, Links
from pilkades.web.committee.voters.kinds import KINDS
from pilkades.web.committee.voters.parts import Button, Note
from pilkades.web.committee.written import Line
from pilkades.web.core import mappings
from pilkades.web.core.models import VoterImport
from pilkades.web.shared.components.due import Task, TaskList
from pilkades.web.shared.components.page import Link, Stat, Stats
from pilkades.web.shared.components.status import Status

LEAVE_OUT = "tanpa-yang-menunggu"
_FIGURES = Text("Yang ditemukan", "What was found")
_READY = Text("baris siap diambil", "rows ready to be taken")
_WAITING = Text("baris menunggu perbaikan", "rows wait for a repair")
_FAULTS = Text("hal perlu diperbaiki atau dilihat", "things to repair or to look at")
_KINDS_TITLE = Text("Perlu diperbaiki atau dilihat", "To repair or to look at")
_NO_FAULTS = Text("Tidak ada yang perlu diperbaiki.", "There is nothing to repair.")
_OF_KIND = Text("{title} ({n})", "{title} ({n})")
_WAITS = Text("Barisnya menunggu sampai diperbaiki.", "The rows wait until it is repaired.")
_LOOK = Text("Barisnya tetap dipakai.", "The rows are used all the same.")
_READ_AS = Text("Cara berkas ini dibaca", "How this file is read")
_KNOWN = Text("{layout}, judul di baris {row}", "{layout}, headings in row {row}")
_UNKNOWN_LAYOUT = Text("tata letak tidak dikenal", "layout not known")
_NO_HEADER = Text("baris judul tidak ditemukan", "no header row was found")
_COLUMNS = Text("Periksa atau ubah kolomnya", "Check or change the columns")
_EVERY = Text("Lihat semua temuan", "See all that was found")
_MARKED = Text("Unduh berkas bertanda", "Download the marked file")
_MARKED_WHY = Text(
    "Berkas Anda sendiri, dengan sel yang perlu diperbaiki diwarnai dan diberi catatan. "
    "Perbaiki di sana, lalu unggah lagi.",
    "Your own file, its cells to repair coloured and noted. Repair it there, then upload it again.",
)
_BEFORE_TAKING = Text("Sebelum mengambil", "Before taking it")
_PREVIEW = Text("Yang akan berubah pada daftar", "What will change on the list")
_IN = Text("orang baru", "new people")
_RENEWED = Text("orang diperbarui", "people renewed")
_SAME = Text("sudah ada dan sama", "there already and alike")
_KEPT = Text("tetap seperti perbaikan tangan", "left as corrected by hand")
_TAKE = Text("Ambil {n} baris ke daftar", "Take {n} rows into the list")
_TAKE_WHY = Text(
    "Semua baris masuk sekaligus, atau tidak sama sekali.", "All rows enter at once, or none at all."
)
_TAKE_SOME_WHY = Text(
    "{waiting} baris lain tetap di luar daftar sampai berkas yang diperbaiki diunggah.",
    "{waiting} other rows stay out until the repaired file is uploaded.",
)
_NOTHING = Text(
    "Belum ada baris yang dapat diambil. Periksa kolomnya, atau perbaiki berkasnya.",
    "No row can be taken yet. Check the columns, or repair the file.",
)
_STOP = Text("Batalkan impor", "Cancel the import")
_STOP_WHY = Text("Berkas ini dihapus dan daftar tidak berubah.", "The file is removed, the list unchanged.")


def checked_parts(reader: Reader, brought: VoterImport) -> Iterator[object]:
    """The page of a file that was read and waits for a person."""
    own = str(brought.pk)
    faults = reader.to("voters-imports-faults", own)
    yield Stats(
        _FIGURES,
        (
            Stat(brought.ready, _READY),
            Stat(brought.waiting, _WAITING, href=f"{faults}?berat=perbaiki" if brought.waiting else ""),
            Stat(brought.faults, _FAULTS, href=faults if brought.faults else ""),
        ),
    )
    kinds = tuple(_kinds(brought, faults))
    every = Link(faults, _EVERY) if kinds else None
    yield TaskList(_KINDS_TITLE, kinds, nothing=_NO_FAULTS, all=every, most=len(kinds))
    if brought.faults:
        yield Button(reader.to("voters-imports-marked", own), _MARKED, _MARKED_WHY)
    yield Heading(_READ_AS)
    yield Facts(tuple(_sheets(brought)))
    yield Links([Link(reader.to("voters-imports-columns", own), _COLUMNS)])
    yield Heading(_BEFORE_TAKING)
    yield from _taking(reader, brought)
    yield Button(reader.to("voters-imports-cancel", own), _STOP, _STOP_WHY)


def _kinds(brought: VoterImport, faults: str) -> Iterator[Task]:
    """The kinds, those whose rows wait first, then the most frequent."""
    counts = {Kind(name): int(number) for name, number in json.loads(brought.counts or "{}").items()}
    for kind in sorted(counts, key=lambda one: (WORDINGS[one].weight is not Weight.REPAIR, -counts[one])):
        waits = WORDINGS[kind].weight is Weight.REPAIR
        yield Task(
            f"{faults}?jenis={kind.value}",
            _OF_KIND.fill(title=KINDS[kind], n=counts[kind]),
            note=_WAITS if waits else _LOOK,
            status=Status.TROUBLE if waits else Status.UNKNOWN,
        )


def _sheets(brought: VoterImport) -> Iterator[Line]:
    for proposal in mappings.read(brought.mapping):
        sheet = Text("{name}", "{name}").fill(name=proposal.sheet)
        mapping = proposal.mapping
        if mapping is None:
            yield Line(sheet, _NO_HEADER)
            continue
        layout = mapping.layout.label if mapping.layout else _UNKNOWN_LAYOUT
        yield Line(sheet, _KNOWN.fill(layout=layout, row=mapping.header_row))


def _taking(reader: Reader, brought: VoterImport) -> Iterator[object]:
    if not brought.ready:
        yield Note(_NOTHING)
        return
    changes = reader.to("voters-imports-changes", str(brought.pk))
    yield Stats(_PREVIEW, changes_of(brought, changes))
    yield Button(
        reader.to("voters-imports-take", str(brought.pk)),
        _TAKE.fill(n=brought.ready),
        _TAKE_SOME_WHY.fill(waiting=brought.waiting) if brought.waiting else _TAKE_WHY,
        ((LEAVE_OUT, "ya"),) if brought.waiting else (),
        main=True,
    )


def changes_of(brought: VoterImport, renewed: str = "") -> tuple[Stat, ...]:
    """New, renewed, alike and kept, as figures; `renewed` leads to those who are renewed."""
    figures = (
        (brought.added, _IN, ""),
        (brought.renewed, _RENEWED, renewed),
        (brought.same, _SAME, ""),
        (brought.kept, _KEPT, ""),
    )
    return tuple(Stat(number, label, href=href) for number, label, href in figures if number or label is _IN)
