"""`pilkades register check`: every fault of a voter list, and who of it may vote."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.cli.covering import all_covered
from pilkades.cli.options import AsJson, Lang
from pilkades.cli.register.checking import Checked, check
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
from pilkades.cli.register.sources import How, Source, poll_of, source_of
from pilkades.cli.reporting import FOUND, answering, unwritable, write_json
from pilkades.cli.spoken_help import both
from pilkades.cli.writing import whole
from pilkades.register.reasons import Poll
from pilkades.register.troubles import Weight
from pilkades.timetable.days import Answer

HELP = Text("Periksa daftar pemilih sel demi sel.", "Check a voter list cell by cell.")
COMMAND = "pilkades register check"
READING = Text("Membaca", "Reading")
_MARKED = Text(
    "Tulis berkas yang sama dengan sel yang perlu dilihat ditandai (xlsx).",
    "Write the same file with the cells to look at marked (xlsx).",
)
_FAIL_ON = Text(
    "Status keluar 1 bila ada yang seberat ini atau lebih.", "Exit with 1 if anything weighs as much or more."
)
_WRITTEN = Text("Berkas bertanda ditulis: {file}", "Marked file written: {file}")
# Above this a marked file is written through temporary files beside it, not held.
_HELD = 100_000
_ENOUGH = 5_000


class Threshold(StrEnum):
    """What `--fail-on` may name, from what weighs most."""

    REPAIR = "repair"
    UNDECIDED = "undecided"
    LOOK = "look"


def check_list(  # noqa: PLR0913 -- each is an option of its own; what belongs together is put together below
    file: File,
    *,
    polling_day: PollingDay,
    county: CountyOf,
    as_json: AsJson = False,
    dps_adopted: DpsAdopted = None,
    stated: Stated = None,
    layout: LayoutOf = None,
    maps: Maps = None,
    header_row: HeaderRow = None,
    marital: MaritalCodes = None,
    sheets: OnlySheets = None,
    marked: Annotated[Path | None, typer.Option("--marked", metavar="OUT.xlsx", help=both(_MARKED))] = None,
    fail_on: Annotated[Threshold | None, typer.Option("--fail-on", help=both(_FAIL_ON))] = None,
    show_progress: Progress = None,
    language: Lang = Language.ID,
) -> None:
    """Read the list as it is, name every fault with its cell, and say who may vote on the polling day."""
    how = How(layout=layout, maps=maps or (), header_row=header_row, marital=marital, sheets=sheets or ())
    with answering(COMMAND, language, as_json=as_json):
        if marked is not None:
            refuse_target(COMMAND, "--marked", marked, [".xlsx"], [file])
        source, poll = both_of(file, how, COMMAND, (polling_day, county, dps_adopted, stated or []))
        with progress(READING, source.lines, language, asked=show_progress) as advance:
            checked = check(source, poll, None if as_json or marked else _ENOUGH, advance)
        if marked is not None:
            _write_marked(marked, source, checked, language)
    _say(source, poll, checked, language, as_json=as_json)
    if marked is not None and not as_json:
        typer.echo(_WRITTEN.fill(file=marked).to(language))
    if fail_on is not None and _reaches(checked, fail_on):
        raise typer.Exit(FOUND)


_NO_FORM = Text("{file} tidak berakhir {forms}.", "{file} does not end in {forms}.")
_FORM = Text("Beri nama yang berakhir {forms}.", "Give a name ending in {forms}.")
_ITSELF = Text("{file} adalah berkas yang dibaca.", "{file} is the file that is read.")
_OTHER = Text("Pilih nama lain; berkas asal tidak diubah.", "Choose another name; the source is not changed.")


def refuse_target(command: str, key: str, target: Path, forms: Sequence[str], read: Sequence[str]) -> None:
    """Refuse to write another kind of file, or over a file that is being read.

    Raises:
        FaultyInput: with what to do instead.
    """
    if target.suffix.casefold() not in forms:
        fault = Fault(
            command, key, _NO_FORM.fill(file=target, forms=list(forms)), _FORM.fill(forms=list(forms))
        )
        raise FaultyInput([fault])
    if target.resolve() in {Path(file).resolve() for file in read}:
        raise FaultyInput([Fault(command, key, _ITSELF.fill(file=target), _OTHER)])


def both_of(
    file: str, how: How, command: str, law: tuple[str, str, str | None, list[str]]
) -> tuple[Source, Poll]:
    """The file and the law; faults of both are named at once.

    Raises:
        FaultyInput: all that is wrong with either.
    """
    faults: list[Fault] = []
    poll: Poll | None = None
    source: Source | None = None
    polling_day, county, dps_adopted, stated = law
    try:
        poll = poll_of(command, polling_day, county, dps_adopted, stated)
    except FaultyInput as error:
        faults += error.faults
    try:
        source = source_of(file, command, how)
    except FaultyInput as error:
        faults += error.faults
    if faults or poll is None or source is None:
        raise FaultyInput(faults)
    return source, poll


def _say(source: Source, poll: Poll, checked: Checked, language: Language, *, as_json: bool) -> None:
    # Only one of the two is needed, and each brings modules of its own.
    if as_json:
        from pilkades.cli.register.described import described_check  # noqa: PLC0415

        write_json(all_covered(described_check(source, poll, checked, language)))
    else:
        from pilkades.cli.register.check_text import write_check  # noqa: PLC0415

        write_check(source, poll, checked, language)


def _write_marked(file: Path, source: Source, checked: Checked, language: Language) -> None:
    from pilkades.exchange.marked import write_marked  # noqa: PLC0415 -- only where it is asked for

    pages = [(table.name, table.rows()) for table in source.tables]
    try:
        with whole(file) as beside:
            write_marked(beside, pages, checked.faults, language, on_disk=source.lines > _HELD)
    except OSError as error:
        raise unwritable(str(file), error) from error


def _reaches(checked: Checked, threshold: Threshold) -> bool:
    weighs = {
        Threshold.REPAIR: checked.weights[Weight.REPAIR],
        Threshold.UNDECIDED: checked.answers[Answer.UNDECIDED],
        Threshold.LOOK: checked.weights[Weight.LOOK],
    }
    order = list(Threshold)
    return any(weighs[one] for one in order[: order.index(threshold) + 1])
