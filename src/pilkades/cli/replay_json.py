"""A replay as JSON; docs/developers/json.md says what each key means, replay.schema.json what it may hold."""

from collections import Counter

from pilkades.base.digest import Json
from pilkades.base.findings import Evidence, Finding, Touch, Used
from pilkades.base.language import Language, percent
from pilkades.cases.replay import Contradiction, Replay, spoken_result
from pilkades.cli.article_json import described_article
from pilkades.cli.sentences import ORDER, capital, in_order, sentences
from pilkades.compliance.look import said
from pilkades.count.claims import ClaimResult
from pilkades.count.identities import IdentityResult
from pilkades.count.repair import Repair
from pilkades.count.result import Outcome, Result
from pilkades.count.sheet import Sheet
from pilkades.regulation.rulebook import Rulebook


def described(replay: Replay, language: Language) -> dict[str, Json]:
    """All that a replay says, texts in one language, keys and codes alike in both."""
    case = replay.case
    findings = in_order(replay.findings)
    counts = Counter(finding.verdict for finding in findings)
    return {
        "case": case.id,
        "language": language.value,
        "village": case.village,
        "district": case.district,
        "county": case.county_name,
        "law_day": case.law_day.isoformat(),
        "law_day_note": case.law_day_note.to(language),
        "regime": {"id": replay.rulebook.regime.id, "label": replay.rulebook.regime.label.to(language)},
        "rulebook_digest": replay.rulebook.digest,
        "record_head": case.record.head,
        "sources": {
            key: {"title": source.title, "kind": source.kind.to(language)}
            for key, source in case.sources.items()
        },
        "result": _result(replay, language),
        "figures": _figures(replay, language),
        "findings": [_finding(finding, replay.rulebook, language) for finding in findings],
        "contradictions": [_contradiction(item, language) for item in replay.contradictions],
        "disagreements": [
            {
                "about": item.about.to(language),
                "statements": [{"place": one.place, "quote": one.quote} for one in item.statements],
            }
            for item in case.disagreements
        ],
        "defects": [
            {"place": item.at.place, "quote": item.at.quote, "problem": item.problem.to(language)}
            for item in case.defects
        ],
        "questions": [question.to(language) for question in replay.questions],
        "counts": {verdict.value: counts[verdict] for verdict in ORDER},
    }


def _result(replay: Replay, language: Language) -> Json:
    described_result = described_count(replay.result, language)
    return {
        **described_result,
        "reported": replay.reported_winner,
        "turnout": turnout(replay.sheet),
        "summary": spoken_result(replay).to(language),
    }


def described_count(result: Result | None, language: Language) -> dict[str, Json]:
    """The end of a count; without any candidate's votes its outcome is unknown."""
    if result is None:
        return {
            "outcome": Outcome.UNKNOWN.value,
            "elected": None,
            "votes": {},
            "valid": None,
            "margin": None,
            "share": None,
            "lines": [],
            "questions": [],
        }
    return {
        "outcome": result.outcome.value,
        "elected": result.elected,
        "votes": dict(result.votes),
        "valid": result.valid,
        "margin": result.margin,
        "share": str(result.share) if result.share is not None else None,
        "lines": [line.to(language) for line in result.lines],
        "questions": [question.to(language) for question in result.questions],
    }


def turnout(sheet: Sheet) -> dict[str, Json]:
    """Voters who came, of those registered; the share is null where one of the two is not known."""
    share = percent(sheet.came, sheet.registered) if sheet.came is not None and sheet.registered else None
    return {
        "came": sheet.came,
        "registered": sheet.registered,
        "share": str(share) if share is not None else None,
    }


def _figures(replay: Replay, language: Language) -> Json:
    majority = replay.majority
    return {
        "identities": [described_identity(item, language) for item in replay.identities],
        "repair": _repair(replay.repair, language) if replay.repair else None,
        "claims": [_claim(item, language) for item in replay.claims],
        "majority": {
            "standing": majority.standing.value,
            "explanation": majority.explanation.to(language),
        }
        if majority
        else None,
    }


def described_identity(item: IdentityResult, language: Language) -> dict[str, Json]:
    """One sum or bound of a sheet, with its numbers written out."""
    return {
        "code": item.code,
        "formula": capital(item.formula.to(language)),
        "standing": item.standing.value,
        "difference": item.difference,
        "missing": list(item.missing),
        "note": item.note.to(language),
    }


def _repair(repair: Repair, language: Language) -> Json:
    return {
        "least": repair.least,
        "statement": repair.statement.to(language),
        "caution": repair.caution.to(language),
        "proof": [{"size": one.size, "sets": one.sets, "holding": one.holding} for one in repair.proof],
        "ways": [list(way.figures) for way in repair.ways],
    }


def _claim(claim: ClaimResult, language: Language) -> Json:
    return {
        "claimed": str(claim.claimed),
        "computed": str(claim.computed) if claim.computed is not None else None,
        "match": claim.match.value,
        "explanation": sentences(claim.explanation.to(language)),
    }


def _finding(finding: Finding, rulebook: Rulebook, language: Language) -> Json:
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "articles": [described_article(article) for article in finding.articles],
        "verdict": finding.verdict.value,
        "stage": finding.stage.value,
        "norm": finding.norm.to(language),
        "message": sentences(finding.message.to(language)),
        "evidence": [_evidence(item, language) for item in finding.evidence],
        "consequence": finding.consequence.to(language),
        "remedy": finding.remedy.to(language),
        "decides": finding.decides.to(language),
        "regime": finding.regime,
        "touch": _touch(finding.touch) if finding.touch else None,
        "used": [_used(item, rulebook, language) for item in finding.used],
    }


def _evidence(item: Evidence, language: Language) -> Json:
    return {"place": item.place, "quote": item.quote, "reading": item.reading.to(language)}


def _touch(touch: Touch) -> Json:
    return {
        "unit": touch.unit,
        "count": touch.count,
        "bound": touch.bound.value,
        "margin": touch.margin,
        "reaches_margin": touch.reaches_margin,
    }


def _used(item: Used, rulebook: Rulebook, language: Language) -> Json:
    known = item.parameter in rulebook.parameters
    return {
        "parameter": item.parameter,
        "value": rulebook.held(item.parameter).to(language) if known else item.value,
        "article": item.article.notation if item.article else None,
        "evidence": item.evidence,
    }


def _contradiction(item: Contradiction, language: Language) -> Json:
    return {
        "fact": item.fact,
        "label": item.label.to(language),
        "statements": [
            {
                "value": said(one.value, language),
                "place": one.source.place if one.source else "",
                "quote": one.source.quote if one.source else "",
            }
            for one in item.statements
        ],
    }
