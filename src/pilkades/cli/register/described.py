"""What the commands on voter lists say, as JSON; docs/developers/json.md says what each key means."""

from collections import Counter

from pilkades.base.digest import Json
from pilkades.base.findings import VERDICTS
from pilkades.base.language import Language
from pilkades.cli.article_json import described_article
from pilkades.cli.law_diff import described_law
from pilkades.cli.register.checking import Checked, Near
from pilkades.cli.register.sources import STATED, Source
from pilkades.register.headers import Proposal
from pilkades.register.reasons import REQUIREMENTS, Poll
from pilkades.register.troubles import CellFault, Kind, Weight, in_order
from pilkades.timetable.days import Answer


def described_head(source: Source, poll: Poll, language: Language) -> dict[str, Json]:
    """The file, how it is read, the law, and what the committee states of all."""
    return {
        "file": source.file,
        "language": language.value,
        **described_law(poll.rulebook, language),
        "polling_day": poll.day.isoformat(),
        "dps_adopted": poll.dps_adopted.notation if poll.dps_adopted else None,
        "stated": [fact for fact in STATED if getattr(poll.stated, fact)],
        "sheets": [_sheet(proposal, language) for proposal in source.proposals],
    }


def _sheet(proposal: Proposal, language: Language) -> Json:
    mapping = proposal.mapping
    if mapping is None:
        return {"sheet": proposal.sheet, "layout": None, "header_row": None, "first_row": None, "columns": []}
    layout = mapping.layout
    return {
        "sheet": proposal.sheet,
        "layout": {"id": layout.id, "label": layout.label.to(language), "evidence": layout.evidence.value}
        if layout
        else None,
        "header_row": mapping.header_row,
        "first_row": mapping.first_row,
        "columns": [
            {"letters": letters, "heading": heading, "column": column.value if column else None}
            for letters, heading, column in mapping.shown()
        ],
    }


def described_check(source: Source, poll: Poll, checked: Checked, language: Language) -> dict[str, Json]:
    """What a check found; never a NIK, a KK or a name."""
    order = [proposal.sheet for proposal in source.proposals]
    return {
        **described_head(source, poll, language),
        "rows": checked.rows,
        "ready": checked.ready,
        "waiting": checked.waiting,
        "nik_elsewhere": checked.elsewhere,
        "eligibility": described_answers(checked, language),
        "borderline": [_near(item, language) for item in checked.near],
        "kinds": described_kinds(checked.kinds),
        "weights": {weight.value: checked.weights[weight] for weight in Weight},
        "cells": [described_fault(fault, language) for fault in in_order(checked.faults, order)],
    }


def described_answers(checked: Checked, language: Language) -> dict[str, Json]:
    """Who may vote, who may not and why, who cannot be decided and what is missing."""
    return {
        "may_vote": checked.answers[Answer.YES],
        "may_not": checked.answers[Answer.NO],
        "undecided": checked.answers[Answer.UNDECIDED],
        "why": [
            {
                "requirement": why.requirement.value,
                "label": REQUIREMENTS[why.requirement].to(language),
                "verdict": why.verdict.value,
                "verdict_label": VERDICTS[why.verdict].to(language),
                "count": count,
                "articles": [described_article(article) for article in why.articles],
            }
            for why, count in checked.why.most_common()
        ],
        "missing": [
            {"what": what.to(language), "count": count} for what, count in checked.missing.most_common()
        ],
    }


def _near(item: Near, language: Language) -> Json:
    return {
        "sheet": item.source.sheet,
        "row": item.source.row,
        "requirement": item.requirement.value,
        "message": item.message.to(language),
    }


def described_kinds(kinds: Counter[Kind]) -> list[Json]:
    """How often each kind of fault stands in the file, the most frequent first."""
    return [{"kind": kind.value, "count": count} for kind, count in kinds.most_common()]


def described_fault(fault: CellFault, language: Language) -> dict[str, Json]:
    """One fault with its place; `row` is null for a whole sheet."""
    return {
        "sheet": fault.sheet,
        "cell": fault.cell,
        "row": fault.row,
        "kind": fault.kind.value,
        "weight": fault.weight.value,
        "problem": fault.problem.to(language),
        "remedy": fault.remedy.to(language),
    }
