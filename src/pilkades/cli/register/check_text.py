"""What a check says to people: how the file was read, who may vote, what to repair and where."""

from collections.abc import Iterable

from pilkades.base.findings import VERDICTS
from pilkades.base.language import Language, Text, say, weekday
from pilkades.cli.covering import covered
from pilkades.cli.law_text import law_name
from pilkades.cli.paper import Paper
from pilkades.cli.register.checking import Checked
from pilkades.cli.register.sources import Source
from pilkades.cli.sentences import capital, cited
from pilkades.register.headers import Proposal
from pilkades.register.kinds import KINDS, WEIGHTS
from pilkades.register.layouts import COLUMNS
from pilkades.register.reasons import REQUIREMENTS, Poll
from pilkades.register.troubles import CellFault, Weight, in_order
from pilkades.timetable.days import Answer

SHOWN = 40
"""So many cells and people are listed on a screen; `--json` and `--marked` have all."""

_TITLE = Text("Pemeriksaan daftar pemilih {file}", "Check of the voter list {file}")
_LAW = Text("Hukum yang dipakai", "Law used")
_POLLING_DAY = Text("Pemungutan suara", "Polling day")
_DPS = Text("DPS disahkan", "DPS adopted")
_NOT_GIVEN = Text("belum disebut (--dps-adopted)", "not given (--dps-adopted)")
_READ_AS = Text("Cara lembar dibaca", "How the sheets are read")
_SHEET = Text("Lembar {name}", "Sheet {name}")
_HEADER = Text("judul di baris {row}", "headings on row {row}")
_LAYOUT = Text("tata letak", "layout")
_READ = Text("dibaca", "read")
_NOT_READ = Text("tidak dibaca", "not read")
_NO_HEADER = Text("baris judul tidak ditemukan (--header-row)", "no header row was found (--header-row)")
_ROWS = Text("Baris", "Rows")
_ROWS_FOUND = Text(
    "{rows} baris orang: {ready} siap, {waiting} menunggu perbaikan.",
    "{rows} rows of persons: {ready} ready, {waiting} waiting for a repair.",
)
_ELSEWHERE = Text(
    "{n} NIK pertama terdaftar di kabupaten lain. Itu biasa.",
    "{n} NIK were first registered in another county. That is usual.",
)
_MAY_VOTE = Text("Hak pilih baris yang siap", "Who of the ready rows may vote")
_ANSWERS = Text(
    "Berhak {yes}; tidak berhak {no}; belum dapat diputuskan {undecided}.",
    "May vote {yes}; may not {no}; cannot be decided {undecided}.",
)
_MISSING = Text("Yang belum disebut", "What is not stated")
_STATE_IT = Text(
    "Bila panitia menyatakannya untuk semua: --stated (lihat --help).",
    "If the committee states it of all: --stated (see --help).",
)
_NEAR = Text("Dekat batas ({n})", "Near a limit ({n})")
_REPAIR = Text("Yang perlu dilihat ({n})", "What to look at ({n})")
_NOTHING = Text("Tidak ada yang perlu diperbaiki.", "There is nothing to repair.")
_CELLS = Text("Sel demi sel", "Cell by cell")
_MORE = Text(
    "Dan {n} lagi. Semuanya: --marked BERKAS.xlsx atau --json.",
    "And {n} more. All of them: --marked FILE.xlsx or --json.",
)
_MORE_PEOPLE = Text("Dan {n} lagi. Semuanya: --json.", "And {n} more. All of them: --json.")


def write_head(paper: Paper, title: Text, source: Source, poll: Poll, language: Language) -> None:
    """The file, the law and the days."""
    paper.title(covered(title.fill(file=source.file).to(language)))
    book = poll.rulebook
    paper.labelled(_LAW.to(language), f"{law_name(book, language)}; {book.regime.label.to(language)}")
    day = f"{weekday(poll.day, language)}, {say(poll.day, language)}"
    paper.labelled(_POLLING_DAY.to(language), day)
    paper.labelled(_DPS.to(language), (poll.dps_adopted or _NOT_GIVEN).to(language))


def write_check(source: Source, poll: Poll, checked: Checked, language: Language) -> None:
    """Everything a check found, the first of it cell by cell."""
    paper = Paper()
    write_head(paper, _TITLE, source, poll, language)
    paper.section(_READ_AS.to(language))
    for proposal in source.proposals:
        _write_sheet(paper, proposal, language)
    paper.section(_ROWS.to(language))
    found = _ROWS_FOUND.fill(rows=checked.rows, ready=checked.ready, waiting=checked.waiting)
    paper.line(found.to(language))
    if checked.elsewhere:
        paper.line(_ELSEWHERE.fill(n=checked.elsewhere).to(language))
    write_answers(paper, checked, language)
    _write_near(paper, checked, language)
    _write_faults(paper, source, checked, language)


def _write_sheet(paper: Paper, proposal: Proposal, language: Language) -> None:
    mapping = proposal.mapping
    name = covered(_SHEET.fill(name=proposal.sheet).to(language))
    if mapping is None:
        paper.item((name, "bold"), f": {_NO_HEADER.to(language)}")
        return
    head = [_HEADER.fill(row=mapping.header_row).to(language)]
    if mapping.layout is not None:
        head.append(f"{_LAYOUT.to(language)} {mapping.layout.label.to(language)}")
    paper.item((name, "bold"), f": {'; '.join(head)}")
    shown = mapping.shown()
    read = [
        f"{letters} {covered(heading)} = {COLUMNS[column].to(language)}"
        for letters, heading, column in shown
        if column
    ]
    ignored = [
        f"{letters} {covered(heading)}" for letters, heading, column in shown if not column and heading
    ]
    paper.labelled(_READ.to(language), "; ".join(read), indent=2)
    paper.labelled(_NOT_READ.to(language), "; ".join(ignored), indent=2)


def write_answers(paper: Paper, checked: Checked, language: Language) -> None:
    """How many may vote, and why the others may not or not yet."""
    paper.section(_MAY_VOTE.to(language))
    counts = checked.answers
    answers = _ANSWERS.fill(yes=counts[Answer.YES], no=counts[Answer.NO], undecided=counts[Answer.UNDECIDED])
    paper.line((answers.to(language), "bold"))
    for why, count in checked.why.most_common():
        label = capital(REQUIREMENTS[why.requirement].to(language))
        articles = "; ".join(cited(article) for article in why.articles)
        where = f" [{articles}]" if articles else ""
        paper.item(f"{say(count, language)} × {label}: {VERDICTS[why.verdict].to(language)}{where}")
    if checked.missing:
        missing = "; ".join(
            f"{what.to(language)} ({say(n, language)})" for what, n in checked.missing.most_common()
        )
        paper.labelled(_MISSING.to(language), missing)
        paper.line(_STATE_IT.to(language))


def _write_near(paper: Paper, checked: Checked, language: Language) -> None:
    if not checked.near:
        return
    paper.section(_NEAR.fill(n=len(checked.near)).to(language))
    for item in checked.near[:SHOWN]:
        paper.item(covered(f"{item.source.sheet} {item.source.row}: {item.message.to(language)}"))
    _write_more(paper, _MORE_PEOPLE, len(checked.near) - SHOWN, language)


def _write_faults(paper: Paper, source: Source, checked: Checked, language: Language) -> None:
    total = checked.kinds.total()
    paper.section(_REPAIR.fill(n=total).to(language))
    if not total:
        paper.line(_NOTHING.to(language))
        return
    for weight in Weight:
        if checked.weights[weight]:
            words = f"{capital(WEIGHTS[weight].to(language))}: {say(checked.weights[weight], language)}"
            paper.line((words, "bold"))
    for kind, count in checked.kinds.most_common():
        paper.item(f"{say(count, language)} × {KINDS[kind].to(language)}")
    paper.section(_CELLS.to(language))
    order = [proposal.sheet for proposal in source.proposals]
    # What keeps a row waiting stands first, so that it is not lost among things to look at.
    listed = sorted(in_order(checked.faults, order), key=lambda fault: fault.weight is not Weight.REPAIR)
    write_cells(paper, listed[:SHOWN], language)
    _write_more(paper, _MORE, total - SHOWN, language)


def write_cells(paper: Paper, faults: Iterable[CellFault], language: Language) -> None:
    """One line for each: sheet, cell, what is wrong, what to do."""
    for fault in faults:
        paper.item(covered(fault.to(language)))


def _write_more(paper: Paper, words: Text, more: int, language: Language) -> None:
    if more > 0:
        paper.line(words.fill(n=more).to(language))
