"""One provision as a row: words, values taken from it, rules, tests; or why there is no rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pilkades.base.language import Language, Text, say
from pilkades.cli.law_pages_scope import Scope
from pilkades.cli.law_pages_tests import EVERY_RULE
from pilkades.cli.sentences import shortened
from pilkades.regulation.instrument import NO_RULE, Provision
from pilkades.regulation.law import LocatedParameter, LocatedRule
from pilkades.regulation.parameter import EVIDENCE, DatedValue, Evidence
from pilkades.regulation.rule import FunctionRule

DATA = "src/pilkades/regulation/data"
ODD = "src/pilkades/compliance/odd.py"
LONGEST_WORDS = 220
"""Characters; longer provisions fold open."""

KINDS = {
    "requirement": Text("syarat", "requirement"),
    "form": Text("bentuk", "form"),
    "competence": Text("kewenangan", "competence"),
    "prohibition": Text("larangan", "prohibition"),
    "bound": Text("batas jumlah", "bound"),
    "quota": Text("susunan", "quota"),
    "deadline": Text("tenggat", "deadline"),
    "window": Text("lama waktu", "window"),
    "hours": Text("jam", "hours"),
    "order": Text("urutan", "order"),
    "permission": Text("kebolehan", "permission"),
    "sanction": Text("sanksi", "sanction"),
    "tie": Text("suara sama", "tie"),
    "gap": Text("tidak diputus teks", "gap"),
    "function": Text("fungsi tersendiri", "function"),
}

_NO_TEST = Text("belum ada uji", "no test yet")
_NOT_ACCOUNTED = Text("BELUM DIURAI", "NOT ACCOUNTED FOR")
_MERGED = Text("digabung ke", "merged into")
_FROM, _UNTIL = Text("sejak", "from"), Text("sampai sebelum", "until before")
_STEP = Text("langkah jadwal", "timetable step")


@dataclass
class Links:
    """Files a page points to; the addresses stand once, at its end."""

    names: dict[str, str] = field(default_factory=dict)

    def to(self, words: str, file: str) -> str:
        """Markdown that links the words to a file of the source tree."""
        # Named after the file and not numbered, so that one more link changes no other row.
        name = file.removeprefix(f"{DATA}/").rsplit(".", 1)[0]
        self.names[name] = file
        return f"[{words}][{name}]"

    def listed(self) -> str:
        """The addresses, as seen from docs/law."""
        return "".join(f"[{name}]: ../../{file}\n" for name, file in sorted(self.names.items()))


def both(text: Text) -> str:
    """Indonesian, then English."""
    return markdown(text.id) if text.id == text.en else f"{markdown(text.id)} / {markdown(text.en)}"


def markdown(words: str) -> str:
    """Words that Markdown and a table cell leave as they are."""
    for sign in "\\|*_`[]~":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip().replace("\n", "<br>")


def heading() -> str:
    """The head of the table of provisions."""
    heads = (
        "Pasal / Article",
        "Bunyi / Words",
        "Nilai / Values",
        "Aturan dan kode / Rule and code",
        "Uji / Tests",
    )
    return f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"


def row(provision: Provision, scope: Scope, tests: Mapping[str, tuple[str, ...]], links: Links) -> str:
    """The row of one provision."""
    rules = scope.rules_by_article.get(provision.article, ())
    cells = (
        _place(provision, scope),
        _words(provision),
        _values(provision, scope, links),
        _lines(_rule(located, scope, links) for located in rules) if rules else _no_rule(provision),
        _tests(provision, rules, scope, tests, links) if rules else "–",
    )
    return f"| {' | '.join(cells)} |\n"


def _place(provision: Provision, scope: Scope) -> str:
    instrument = scope.instruments[provision.article.instrument]
    dates = []
    if provision.start != instrument.start:
        dates.append(_dated(_FROM, provision.start))
    if provision.end is not None and provision.end != instrument.end:
        dates.append(_dated(_UNTIL, provision.end))
    tag = [] if provision.evidence is instrument.evidence else [evidence(provision.evidence)]
    return _lines([markdown(provision.article.place), *dates, *tag])


def _dated(word: Text, day: object) -> str:
    return f"<sub>{_said(word, day)}</sub>"


def _said(word: Text, day: object) -> str:
    return both(Text(f"{word.id} {say(day, Language.ID)}", f"{word.en} {say(day, Language.EN)}"))


def evidence(tag: Evidence) -> str:
    """The tag as the files write it, and what it means."""
    return f"`{tag.value}` ({both(EVIDENCE[tag])})"


def _words(provision: Provision) -> str:
    whole = markdown(provision.text)
    if len(provision.text) <= LONGEST_WORDS:
        return whole
    first = markdown(shortened(provision.text, LONGEST_WORDS * 2 // 3))
    return f"<details><summary>{first}</summary>{whole}</details>"


def _values(provision: Provision, scope: Scope, links: Links) -> str:
    own = [
        value_line(parameter, value, links)
        for parameter, value in scope.values
        if value.article == provision.article and provision.holds_on(max(value.start, provision.start))
    ]
    steps = [
        f"{both(_STEP)} {links.to(f'`{step.id}`', _steps_file(scope))}"
        for step in scope.steps
        if provision.article in step.articles
    ]
    return _lines([*own, *steps]) or "–"


def _steps_file(scope: Scope) -> str:
    return f"{DATA}/{f'county/{scope.county}' if scope.county else 'national'}/steps.toml"


def value_line(parameter: LocatedParameter, value: DatedValue, links: Links) -> str:
    """A value with its unit, its file, its days and its evidence."""
    name = links.to(f"`{parameter.name}`", f"{DATA}/{parameter.file}")
    held = both(value.unknown) if value.unknown else f"**{_value(value.value)}**"
    until = f", {_said(_UNTIL, value.end)}" if value.end is not None else ""
    note = f"; {both(value.note)}" if value.note else ""
    since = _said(_FROM, value.start)
    return f"{name} = {held} ({both(parameter.entry.label)}); {since}{until}; `{value.evidence.value}`{note}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{markdown(str(key))}: {_value(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    return both(Text(say(value, Language.ID), say(value, Language.EN)))


def _rule(located: LocatedRule, scope: Scope, links: Links) -> str:
    rule = located.rule
    named = links.to(f"`{rule.id}`", f"{DATA}/{located.file}")
    function = f" → {links.to(f'`odd.{rule.function}`', ODD)}" if isinstance(rule, FunctionRule) else ""
    chiefs = scope.defined_by(rule)
    merged = "" if rule.id in chiefs else f" ({both(_MERGED)} {', '.join(f'`{chief}`' for chief in chiefs)})"
    return f"{named} · {both(KINDS[rule.kind])}{function}{merged}: {both(rule.norm)}"


def _no_rule(provision: Provision) -> str:
    if provision.no_rule is None:
        return f"**{both(_NOT_ACCOUNTED)}**"
    note = f"<br>{both(provision.note)}" if provision.note else ""
    return f"– `{provision.no_rule}`: {both(NO_RULE[provision.no_rule])}{note}"


def tests_of(located: LocatedRule, scope: Scope, tests: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The test files that hold a rule; a rule merged into another is held by that one's."""
    rule = located.rule
    named = [file for name in (rule.id, *scope.defined_by(rule)) for file in tests.get(name, ())]
    every = [EVERY_RULE] if any(EVERY_RULE in files for files in tests.values()) else []
    return tuple(dict.fromkeys([*([] if isinstance(rule, FunctionRule) else every), *named]))


def _tests(
    provision: Provision,
    rules: tuple[LocatedRule, ...],
    scope: Scope,
    tests: Mapping[str, tuple[str, ...]],
    links: Links,
) -> str:
    files = [
        *(file for located in rules for file in tests_of(located, scope, tests)),
        *tests.get(provision.article.notation, ()),
    ]
    return _lines(links.to(_short(file), file) for file in dict.fromkeys(files)) or f"**{both(_NO_TEST)}**"


def _short(file: str) -> str:
    name = file.rsplit("/", 1)[-1]
    return markdown(name.removesuffix(".py").removesuffix(".toml").removeprefix("test_"))


def _lines(parts: Iterable[str]) -> str:
    return "<br>".join(parts)
