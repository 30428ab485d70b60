"""The odd rules: each a function of its own, because no kind of rule says what it says."""

from collections.abc import Callable, Mapping

from pilkades.base.findings import Verdict
from pilkades.base.language import Text, joined
from pilkades.compliance.derived import ranked
from pilkades.compliance.look import Look
from pilkades.compliance.outcome import Outcome, complied, not_applicable, undecided, unknown, violated
from pilkades.count import identities, validity_rules
from pilkades.count.reported_reasons import Certainty, Reading, ReportedReason, readings_of
from pilkades.count.validity import ValidityRules
from pilkades.regulation.rule import FunctionRule

VALIDITY: Mapping[str, ValidityRules] = {
    "perda-bengkayang-13-2006": validity_rules.PERDA_BENGKAYANG_13_2006,
    "permendagri-112-2014": validity_rules.PERMENDAGRI_112_2014,
    "aturan-003": validity_rules.ATURAN_003,
}


def in_question(look: Look, text: str) -> tuple[tuple[Reading, int], ...]:
    """Groups of ballots held invalid of which the regime's words do not say that all must be."""
    reasons = look.fact("tally.reasons") or ()
    read = [
        (readings_of(ReportedReason(row.reason), VALIDITY[text], row.ballots), row.ballots or 0)
        for row in reasons
        if row.reason
    ]
    return tuple(
        (reading, count) for reading, count in read if reading.certainty is not Certainty.CERTAINLY_INVALID
    )


def invalid_ballots(rule: FunctionRule, look: Look) -> Outcome:
    """Ballots held invalid, reason by reason, against the regime's clauses on validity."""
    invalid, reasons = look.fact("tally.invalid"), look.fact("tally.reasons")
    if invalid is None:
        return unknown(look.label("tally.invalid"))
    if invalid == 0:
        return not_applicable(Text("Tidak ada suara tidak sah.", "There are no invalid votes."))
    if not reasons:
        return undecided(
            Text(
                "{invalid} suara dinyatakan tidak sah. Alasannya tidak tercatat; tidak dapat dicocokkan.",
                "{invalid} votes were held invalid. The reasons are not on record; nothing to compare.",
            ).fill(invalid=invalid)
        )
    doubtful = in_question(look, str(rule.arguments["text"]))
    if not doubtful:
        return complied(
            Text(
                "{invalid} suara tidak sah, semuanya dengan alasan yang disebut teks.",
                "{invalid} invalid votes, each for a reason that the text names.",
            ).fill(invalid=invalid)
        )
    message = joined(
        [
            *(reading.explanation for reading, _ in doubtful),
            Text(
                "Jumlah surat suara yang dipersoalkan: {count} dari {invalid}.",
                "Ballots in question: {count} of {invalid}.",
            ).fill(count=sum(count for _, count in doubtful), invalid=invalid),
        ]
    )
    return Outcome(Verdict.UNKNOWN, message, touched=sum(count for _, count in doubtful))


def sheet_identities(_rule: FunctionRule, look: Look) -> Outcome:
    """Every sum and bound of the figures, with zero tolerance."""
    results = identities.identities(look.sheet())
    failed = [result for result in results if result.standing is identities.Standing.FAILS]
    held = [result for result in results if result.standing is identities.Standing.HOLDS]
    if failed:
        head = Text("{failed} hubungan angka tidak cocok:", "{failed} relations of the figures do not hold:")
        worst = max((abs(item.difference) for item in failed if item.difference is not None), default=None)
        message = joined([head.fill(failed=len(failed)), _formulas(failed)])
        return Outcome(Verdict.VIOLATED, message, touched=worst)
    if not held:
        return unknown(look.label("tally.valid"), look.label("tally.votes"))
    tail = Text(
        "{open_} lagi belum dapat diperiksa karena angkanya tidak tercatat.",
        "{open_} more cannot be checked because a figure is not on record.",
    ).fill(open_=len(results) - len(held))
    head = Text("{held} hubungan angka cocok:", "{held} relations of the figures hold:").fill(held=len(held))
    return complied(joined([head, _formulas(held), tail]))


def _formulas(results: list[identities.IdentityResult]) -> Text:
    return joined([item.formula + Text(".", ".") for item in results])


def plurality(_rule: FunctionRule, look: Look) -> Outcome:
    """The candidate elect is the one with most votes."""
    declared = look.fact("winner_adopted.winner")
    votes = ranked(look.fact("tally.votes"))
    if not votes:
        return unknown(look.label("tally.votes"))
    if len(votes) > 1 and votes[0][1] == votes[1][1]:
        return undecided(Text("Suara terbanyak sama.", "The most votes are equal."))
    if len(votes) == 1:
        return undecided(
            Text(
                "Hanya suara {name} ({most}) yang tercatat; suara calon lain tidak tercatat.",
                "Only the votes of {name} ({most}) are on record; those of the others are not.",
            ).fill(name=votes[0][0], most=votes[0][1])
        )
    sentence = Text(
        "Suara terbanyak: {name}, {most}; berikutnya {second}, {next}. Selisih {margin}.",
        "Most votes: {name}, {most}; next {second}, {next}. Margin {margin}.",
    ).fill(
        name=votes[0][0],
        most=votes[0][1],
        second=votes[1][0],
        next=votes[1][1],
        margin=votes[0][1] - votes[1][1],
    )
    if declared is None:
        return undecided(joined([sentence, unknown(look.label("winner_adopted.winner")).message]))
    named = Text("Ditetapkan: {declared}.", "Adopted: {declared}.").fill(declared=declared)
    return (complied if declared == votes[0][0] else violated)(joined([sentence, named]))


def recapitulation(_rule: FunctionRule, look: Look) -> Outcome:
    """Whether the village's total can be recomputed from the sheets of its polling stations."""
    published = look.fact("tally.per_tps_published")
    stations = look.fact("derived.stations")
    if stations == 1:
        return not_applicable(Text("Hanya satu TPS.", "There is one polling station only."))
    if published:
        return complied(Text("Perolehan per TPS tersedia.", "Votes per polling station are available."))
    return undecided(
        Text(
            "Perolehan per TPS tidak tercatat; jumlah desa tidak dapat dihitung ulang.",
            "Votes per polling station are not on record; the village's total cannot be recomputed.",
        )
    )


FUNCTIONS: Mapping[str, Callable[[FunctionRule, Look], Outcome]] = {
    "invalid_ballots": invalid_ballots,
    "sheet_identities": sheet_identities,
    "plurality": plurality,
    "recapitulation": recapitulation,
}
