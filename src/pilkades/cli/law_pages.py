"""The law article by article, as pages: words, values, rules, tests, and what is not ruled and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from pilkades.base.language import Language, Text, say
from pilkades.cli.law_pages_rows import DATA, KINDS, Links, both, evidence, heading, markdown, row, tests_of
from pilkades.cli.law_pages_scope import Scope, regimes_of, scopes
from pilkades.cli.law_pages_tests import names_in_tests, tests_folder
from pilkades.regulation.checks import uncovered
from pilkades.regulation.instrument import NO_RULE, Instrument
from pilkades.regulation.law import Law
from pilkades.regulation.loader import data_folder, shipped_law

_WRITTEN = (
    "<!-- Ditulis oleh `make docs` dari data hukum; jangan diubah di sini. "
    "/ Written by `make docs` from the law's data; do not edit. -->\n\n"
)
_READING = """Satu baris untuk tiap ketentuan, butir demi butir. Bunyi yang panjang dapat dibuka. Nilai
disertai satuan, hari berlaku, dan tanda buktinya. Aturan yang berbunyi sama digabung menjadi satu temuan.
Uji sebuah aturan dijalankan dengan `pytest tests/compliance/test_every_rule.py -k "<aturan>@"`.
Garis (–) berarti tidak ada.

One row for each provision, item by item. Long words fold open. A value stands with its unit, its days in
force and its evidence tag. Rules that say the same are merged into one finding. A rule's test is run with
`pytest tests/compliance/test_every_rule.py -k "<rule>@"`. A dash (–) means none.

"""
_WHOLE = Text(
    "Seluruhnya {provisions} ketentuan, {rules} aturan, {parameters} parameter; {missing} belum diurai.",
    "In all {provisions} provisions, {rules} rules, {parameters} parameters; {missing} not accounted for.",
)
_OVERLAP = Text(
    "Ketentuan yang berlaku pada beberapa masa berdiri di tiap halaman; jumlah kolomnya melebihi seluruhnya.",
    "A provision in force in several times stands on each page; the columns add up to more than the whole.",
)


def write_pages(out: Path) -> list[Path]:
    """Write one page per regime and county and an index; the same law and tests give the same bytes.

    Raises:
        FaultyInput: when the folder of tests is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in pages(shipped_law(), names_in_tests(tests_folder())).items():
        path = out / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def pages(law: Law, tests: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Name of the file -> its text; `tests` says which test files state a name."""
    made = list(scopes(law))
    return {"README.md": _index(law, made, tests)} | {f"{scope.id}.md": _page(scope, tests) for scope in made}


def _period(start: object, end: object) -> str:
    words = Text(f"sejak {say(start, Language.ID)}", f"from {say(start, Language.EN)}")
    if end is not None:
        words += Text(f" sampai sebelum {say(end, Language.ID)}", f" until before {say(end, Language.EN)}")
    return both(words)


def _page(scope: Scope, tests: Mapping[str, tuple[str, ...]]) -> str:
    links = Links()
    parts = [
        _WRITTEN,
        f"# {both(scope.label)}\n\n",
        f"{_period(scope.start, scope.end)}\n\n",
        _county(scope),
        _READING,
        _totals(scope, tests),
        _questions(scope),
    ]
    for name, instrument in scope.instruments.items():
        parts.append(_instrument(name, instrument, links))
        parts.append(heading())
        parts += [
            row(item, scope, tests, links) for item in scope.provisions if item.article.instrument == name
        ]
        parts.append("\n")
    return "".join(parts) + links.listed()


def _county(scope: Scope) -> str:
    if scope.county is None:
        return ""
    note = scope.law.counties[scope.county].note
    regimes = ", ".join(f"[{regime}]({regime}.md)" for regime in regimes_of(scope))
    said = f"{both(note)}\n\n" if note else ""
    return f"{said}Hukum nasional pada masa itu / National law of that time: {regimes}\n\n"


def _totals(scope: Scope, tests: Mapping[str, tuple[str, ...]]) -> str:
    reasons: Counter[str] = Counter(item.no_rule for item in scope.uncited if item.no_rule is not None)
    kinds: Counter[str] = Counter(located.rule.kind for located in scope.rules)
    missing = sum(1 for item in scope.uncited if item.no_rule is None)
    tested = sum(1 for located in scope.rules if tests_of(located, scope, tests))
    lines = [
        ("Ketentuan / Provisions", len(scope.provisions)),
        ("– dengan aturan / with a rule", len(scope.provisions) - len(scope.uncited)),
        ("– tanpa aturan, dengan alasan / without a rule, with its reason", sum(reasons.values())),
        *((f"– – `{name}`: {both(NO_RULE[name])}", reasons[name]) for name in NO_RULE if reasons[name]),
        ("– belum diurai / not accounted for", missing),
        ("Aturan / Rules", len(scope.rules)),
        *((f"– {both(label)}", kinds[name]) for name, label in KINDS.items() if kinds[name]),
        ("– dengan uji / with a test", tested),
        ("Nilai / Values", sum(1 for _, value in scope.values if not value.unknown)),
        ("Pertanyaan terbuka / Open questions", len(scope.questions)),
    ]
    return "## Jumlah / Totals\n\n| | |\n|---|---:|\n" + _rows(lines) + "\n"


def _rows(lines: Iterable[tuple[object, ...]]) -> str:
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def _questions(scope: Scope) -> str:
    head = "## Yang belum diketahui / What is not known\n\n"
    if not scope.questions:
        return f"{head}–\n\n"
    table = "| Tempat / Where | Pertanyaan / Question |\n|---|---|\n"
    return head + table + _rows((f"`{where}`", both(question)) for where, question in scope.questions) + "\n"


def _instrument(name: str, instrument: Instrument, links: Links) -> str:
    files = ", ".join(
        links.to(f"`{file.rsplit('/', 1)[-1]}`", f"{DATA}/{file}") for file in _files(name, instrument.county)
    )
    lines = [
        f"## {markdown(instrument.short)}\n",
        f"{markdown(instrument.title)}\n",
        f"- Berlaku / In force: {_period(instrument.start, instrument.end)}",
        f"- Tingkat / Rank: {instrument.rank}",
        f"- Bukti / Evidence: {evidence(instrument.evidence)}",
        f"- Sumber / Source: {markdown(instrument.source)}",
        f"- Berkas / Files: {files}\n",
    ]
    return "\n".join(lines) + "\n"


def _files(instrument: str, county: str | None) -> list[str]:
    """The files of an instrument's articles: its own in `articles/`, or those in its county's folder."""
    names = sorted(file.name for file in (data_folder() / "articles").iterdir())
    own = [f"articles/{name}" for name in names if name.split(".")[0] == instrument]
    place = data_folder() / "county" / (county or "")
    if own or county is None or not place.is_dir():
        return own
    names = sorted(file.name for file in place.iterdir())
    return [f"county/{county}/{name}" for name in names if name.split(".")[0] == "articles"]


def _index(law: Law, made: Iterable[Scope], tests: Mapping[str, tuple[str, ...]]) -> str:
    heads = (
        "Halaman / Page",
        "Hukum / Law",
        "Berlaku / In force",
        "Ketentuan / Provisions",
        "Dengan aturan / With a rule",
        "Tanpa aturan / Without",
        "Aturan / Rules",
        "Diuji / Tested",
        "Pertanyaan / Questions",
    )
    head = f"| {' | '.join(heads)} |\n|---|---|---|{'---:|' * (len(heads) - 3)}\n"
    lines = [
        (
            f"[{scope.id}]({scope.id}.md)",
            both(scope.label),
            _period(scope.start, scope.end),
            len(scope.provisions),
            len(scope.provisions) - len(scope.uncited),
            len(scope.uncited),
            len(scope.rules),
            sum(1 for located in scope.rules if tests_of(located, scope, tests)),
            len(scope.questions),
        )
        for scope in made
    ]
    whole = _WHOLE.fill(
        provisions=len(law.provisions),
        rules=len(law.rules),
        parameters=len(law.parameters),
        missing=len(uncovered(law)),
    )
    title = "# Hukum pasal demi pasal / The law, article by article"
    return f"{_WRITTEN}{title}\n\n{both(whole)}\n\n{both(_OVERLAP)}\n\n{head}{_rows(lines)}"
