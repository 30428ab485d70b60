"""A replay as one HTML file: style inside, nothing loaded from elsewhere, readable without scripts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pilkades.base.findings import STAGES, VERDICTS, Stage, Verdict
from pilkades.base.language import Language, Text, percent, say
from pilkades.cases.replay import Replay
from pilkades.cli import replay_words as words
from pilkades.cli.figures_text import cautions
from pilkades.cli.replay_json import described
from pilkades.cli.sentences import OPEN, ORDER, SIGNS, capital, titled
from pilkades.count.result import Result
from pilkades.count.sheet import name_of

_WORDS = {
    "skip": Text("Langsung ke isi", "Skip to the content"),
    "kicker": Text(
        "Pemilihan nyata menurut hukum pada harinya", "A real election against the law of its day"
    ),
    "summary": Text("Ringkasan", "Summary"),
    "candidate": Text("Calon", "Candidate"),
    "votes": Text("Suara", "Votes"),
    "votes_caption": Text("Perolehan suara dan bagian dari suara sah", "Votes and share of the valid votes"),
    "evidence_at": Text("Sumber", "Source"),
    "evidence_all": Text("Bukti", "Evidence"),
    "difference": Text("selisih", "difference"),
    "district": words.DISTRICT,
    "law_day": words.LAW_DAY,
    "regime": words.REGIME,
    "rulebook": words.RULEBOOK,
    "record": words.RECORD,
    "source": words.SOURCE,
    "result": words.RESULT,
    "as_reported": words.AS_REPORTED,
    "turnout": words.TURNOUT,
    "figures": words.FIGURES,
    "repair": words.REPAIR,
    "ways": words.WAYS,
    "claims": words.CLAIMS,
    "open": words.OPEN,
    "none_open": words.NONE_OPEN,
    "articles": words.ARTICLES,
    "happened": words.HAPPENED,
    "consequence": words.CONSEQUENCE,
    "remedy": words.REMEDY,
    "decides": words.DECIDES,
    "used": words.USED,
    "contradictions": words.CONTRADICTIONS,
    "disagreements": words.DISAGREEMENTS,
    "defects": words.DEFECTS,
    "questions": words.QUESTIONS,
    "not_a_judgement": words.NOT_A_JUDGEMENT,
}
_NOT_STATED = Text("tidak disebut", "not stated")

_PARTS = {
    Verdict.UNKNOWN: words.NOT_CHECKED,
    Verdict.CLAIMED: words.ONLY_CLAIMED,
    Verdict.COMPLIED: words.COMPLIED,
    Verdict.NOT_APPLICABLE: words.NOT_APPLICABLE,
}
_ANCHORS = {verdict: "perhatian" if verdict in OPEN else f"v-{verdict.value}" for verdict in ORDER}


def report(replay: Replay, language: Language) -> str:
    """Write the page: what was decided before is only set in type here."""
    data = described(replay, language)
    page: str = _template().render(data=data, **_prepared(replay, data, language))
    return page


@cache
def _template() -> Any:  # noqa: ANN401 -- jinja2 types a compiled template as Any
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, finalize=_unbroken
    )
    return environment.from_string(_shipped("report.html"))


def _unbroken(value: object) -> object:
    """Keep a number and its per cent sign on one line."""
    plain = isinstance(value, str) and not isinstance(value, Markup)
    return value.replace(" %", "\u00a0%") if plain and isinstance(value, str) else value


def _shipped(name: str) -> str:
    return (resources.files("pilkades.cli") / name).read_text(encoding="utf-8")


def _prepared(replay: Replay, data: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Everything besides the data itself that the page shows, in its language and order."""
    repair = data["figures"]["repair"]
    questions = [*data["questions"], *data["result"]["questions"]]
    return {
        "style": Markup(_shipped("report.css")),  # noqa: S704 -- our own file, no outside text in it
        "w": {
            "title": words.TITLE.fill(village=replay.case.village).to(language),
            **{name: text.to(language) for name, text in _WORDS.items()},
        },
        "law_day": say(replay.case.law_day, language),
        "signs": {verdict.value: sign for verdict, sign in SIGNS.items()},
        "verdicts": {verdict.value: capital(text.to(language)) for verdict, text in VERDICTS.items()},
        "anchors": {verdict.value: anchor for verdict, anchor in _ANCHORS.items()},
        "order": [verdict.value for verdict in ORDER],
        "votes": _votes(replay.result, language),
        "cautions": [caution.to(language) for caution in cautions(replay)],
        "lines": _lines(replay.result, language),
        "turnout": _turnout(data["result"]["turnout"], language),
        "identities": _identities(data, language),
        "proof": [words.PROOF.fill(**level).to(language) for level in repair["proof"]] if repair else [],
        "ways": [say([name_of(key) for key in way], language) for way in repair["ways"]] if repair else [],
        "open_stages": _stages(data["findings"], OPEN, language),
        "parts": [_part(data, verdict, language) for verdict in _PARTS if data["counts"][verdict.value]],
        "questions": questions,
        "sources": {
            key: titled(source.title, source.kind.to(language)) for key, source in replay.case.sources.items()
        },
    }


def _votes(result: Result | None, language: Language) -> list[dict[str, Any]]:
    if result is None:
        return []
    most = max((count for count in result.votes.values() if count is not None), default=0)
    ordered = sorted(result.votes.items(), key=lambda pair: -(pair[1] or 0))
    return [
        {
            "name": name,
            "count": _NOT_STATED.to(language) if count is None else say(count, language),
            "share": say(percent(count, result.valid), language)
            if count is not None and result.valid
            else "",
            "width": count * 100 // most if count and most and result.valid else 0,
            "first": name == result.elected,
        }
        for name, count in ordered
    ]


def _lines(result: Result | None, language: Language) -> list[str]:
    """What was said after the list of votes, which the table already shows."""
    return [line.to(language) for line in result.lines[len(result.votes) :]] if result else []


def _turnout(turnout: Mapping[str, Any], language: Language) -> str:
    if turnout["share"] is None:
        return ""
    share = percent(turnout["came"], turnout["registered"])
    return (words.OF_REGISTERED.fill(came=turnout["came"], registered=turnout["registered"], share=share)).to(
        language
    )


def _identities(data: Mapping[str, Any], language: Language) -> list[dict[str, Any]]:
    grouped = []
    for standing, label in words.STANDINGS.items():
        items = [item for item in data["figures"]["identities"] if item["standing"] == standing.value]
        grouped.append(
            {"standing": standing.value, "label": label.fill(n=len(items)).to(language), "items": items}
        )
    return grouped


def _stages(
    findings: Iterable[Mapping[str, Any]], verdicts: Iterable[Verdict], language: Language
) -> list[dict[str, Any]]:
    wanted = {verdict.value for verdict in verdicts}
    kept = [finding for finding in findings if finding["verdict"] in wanted]
    return [
        {"label": STAGES[Stage(stage)].to(language), "findings": list(group)}
        for stage, group in groupby(kept, key=lambda finding: finding["stage"])
    ]


def _part(data: Mapping[str, Any], verdict: Verdict, language: Language) -> dict[str, Any]:
    stages = _stages(data["findings"], (verdict,), language)
    remedies = Counter(
        finding["remedy"] for stage in stages for finding in stage["findings"] if finding["remedy"]
    ).most_common(1)
    return {
        "anchor": _ANCHORS[verdict],
        "title": _PARTS[verdict].title.fill(n=data["counts"][verdict.value]).to(language),
        "explanation": _PARTS[verdict].explanation.to(language),
        "remedy": remedies[0][0] if remedies else "",
        "stages": stages,
    }
