"""The result and the arithmetic of a replay, for a terminal."""

from decimal import Decimal

from pilkades.base.language import Language, Text, percent, say
from pilkades.cases.replay import Replay, spoken_result
from pilkades.cli import replay_words as words
from pilkades.cli.paper import Paper
from pilkades.cli.sentences import capital, sentences
from pilkades.count.identities import IdentityResult, Standing
from pilkades.count.repair import Repair
from pilkades.count.result import Result
from pilkades.count.sheet import Sheet, name_of

_WAYS = 4


def write_result(paper: Paper, replay: Replay, language: Language) -> None:
    """Who, with how many votes, by what margin, line by line."""
    paper.section(words.RESULT.to(language))
    paper.line((spoken_result(replay).to(language), "bold"))
    if replay.result is not None:
        write_lines(paper, replay.result, language)
    for caution in cautions(replay):
        paper.line(("! ", "bold"), caution.to(language), hang=2)
    paper.labelled(words.AS_REPORTED.to(language), replay.reported_winner or "")
    write_turnout(paper, replay.sheet, language)


def cautions(replay: Replay) -> tuple[Text, ...]:
    """What stands beside a result: figures that do not fit, findings as large as the margin.

    Design section 6: a margin smaller than what is in question is always pointed out.
    """
    failing = sum(item.standing is Standing.FAILS for item in replay.identities)
    reaching = sum(
        found.touch is not None and found.touch.reaches_margin is True for found in replay.findings
    )
    margin = replay.result.margin if replay.result else None
    said = [words.DO_NOT_FIT.fill(n=failing)] if failing else []
    said += [words.REACH_MARGIN.fill(n=reaching, margin=margin)] if reaching else []
    return tuple(said)


def write_lines(paper: Paper, result: Result, language: Language) -> None:
    """The count, line by line."""
    for line in result.lines:
        paper.item(line.to(language))


def write_turnout(paper: Paper, sheet: Sheet, language: Language) -> None:
    """Voters who came, of those registered; nothing where one of the two is not known."""
    if sheet.came is None or not sheet.registered:
        return
    share: Decimal = percent(sheet.came, sheet.registered)
    spoken = words.OF_REGISTERED.fill(came=sheet.came, registered=sheet.registered, share=share)
    paper.labelled(words.TURNOUT.to(language), spoken.to(language))


def write_figures(paper: Paper, replay: Replay, language: Language, *, everything: bool) -> None:
    """Sums and bounds, the least number of figures that must differ, percentages held against figures."""
    paper.section(words.FIGURES.to(language))
    write_identities(paper, replay.identities, language, everything=everything)
    if replay.repair is not None:
        _repair(paper, replay.repair, language)
    explained = [claim.explanation for claim in replay.claims]
    explained += [replay.majority.explanation] if replay.majority else []
    if explained:
        paper.heading(words.CLAIMS.to(language))
        for explanation in explained:
            paper.item(sentences(explanation.to(language)))


def write_identities(
    paper: Paper, identities: tuple[IdentityResult, ...], language: Language, *, everything: bool
) -> None:
    """What does not fit, what fits, and which figures are missing for the rest."""
    for standing, label in words.STANDINGS.items():
        group = [item for item in identities if item.standing is standing]
        if not group:
            continue
        paper.heading(label.fill(n=len(group)).to(language))
        if standing is Standing.CANNOT_BE_CHECKED and not everything:
            missing = dict.fromkeys(name_of(key) for item in group for key in item.missing)
            paper.line(words.NOT_RECORDED.fill(names=list(missing)).to(language), indent=2, hang=2)
            continue
        for item in group:
            difference = f" ({words.DIFFERENCE.fill(n=item.difference).to(language)})"
            shown = difference if standing is Standing.FAILS else ""
            paper.item(capital(item.formula.to(language)) + shown)
            if item.note:
                paper.line(item.note.to(language), indent=4)


def _repair(paper: Paper, repair: Repair, language: Language) -> None:
    paper.heading(words.REPAIR.to(language))
    paper.line(repair.statement.to(language))
    for level in repair.proof:
        proof = words.PROOF.fill(size=level.size, sets=level.sets, holding=level.holding)
        paper.item(proof.to(language))
    if repair.ways:
        paper.line(words.WAYS.to(language))
        for way in repair.ways[:_WAYS]:
            paper.item(say([name_of(key) for key in way.figures], language))
        if len(repair.ways) > _WAYS:
            paper.line("…", indent=2)
    paper.line(repair.caution.to(language))
