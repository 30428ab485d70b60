"""A plan of stations as JSON of a stable form."""

from collections.abc import Iterable

from pilkades.base.digest import Json
from pilkades.base.language import Language
from pilkades.cli.article_json import described_article
from pilkades.cli.law_diff import described_law
from pilkades.cli.tps_made import Made
from pilkades.polling.checking import Remark
from pilkades.polling.explaining import Explained, StationLine, deciding, explain, summary
from pilkades.polling.problem import WALKS


def described_plan(made: Made, language: Language) -> Json:
    """The plan, its stations, its parts with their reasons, and what is to be looked at."""
    plan, cap = made.plan, made.plan.problem.cap
    explained = explain(plan)
    law = described_law(made.rulebook, language) if made.rulebook is not None else {}
    return {
        "file": made.file,
        "language": language.value,
        **law,
        "rows": made.read.rows,
        "waiting": len(made.read.waiting),
        "left_out": made.left_out,
        "undecided": made.undecided,
        "voters": plan.problem.voters,
        "cap": {
            "voters": cap.voters,
            "by_law": cap.by_law,
            "article": described_article(cap.article) if cap.article else None,
            "evidence": cap.evidence.value if cap.evidence else None,
            "question": cap.question.to(language),
            "basis": cap.basis,
        },
        "fewest_by_count": plan.problem.least,
        "method": plan.method.value,
        "proven": plan.proven,
        "aims": [
            {"aim": figure.term.value, "value": figure.value, "at_least": figure.at_least}
            for figure in plan.figures
            if plan.ways_known or figure.term not in WALKS
        ],
        "decided": [{"aim": term.value, "moves": count} for term, count in deciding(explained)],
        "stations": [_station(line, language) for line in summary(plan)],
        "parts": [_part(one, plan.stations[one.part.station].name, language) for one in explained],
        "remarks": _remarks(made.remarks, language),
        "as_listed": None if made.as_listed is None else _remarks(made.as_listed, language),
    }


def _station(line: StationLine, language: Language) -> Json:
    return {
        "name": line.name,
        "voters": line.voters,
        "cap": line.cap,
        "share": str(line.share),
        "areas": [part.label.to(language) for part in line.parts],
        "longest_walk": line.longest_walk,
        "accessible": line.accessible,
        "needing": line.needing,
    }


def _part(one: Explained, station: str, language: Language) -> Json:
    area = one.part.area
    return {
        "dusun": area.dusun,
        "rw": area.rw,
        "rt": area.rt,
        "families": one.part.families,
        "station": station,
        "voters": one.part.voters,
        "walk": one.walk,
        "why": one.sentence.to(language),
        "alternatives": [
            {
                "station": other.station,
                "aim": other.term.value if other.term else None,
                "before": other.before,
                "after": other.after,
            }
            for other in one.alternatives
        ],
    }


def _remarks(remarks: Iterable[Remark], language: Language) -> list[Json]:
    return [
        {
            "kind": remark.kind.value,
            "weight": remark.weight.value,
            "station": remark.station,
            "voters": remark.voters,
            "message": remark.message.to(language),
            "remedy": remark.remedy.to(language),
            "articles": [described_article(article) for article in remark.articles],
        }
        for remark in remarks
    ]
