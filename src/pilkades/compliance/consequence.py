"""What a finding means for the result: how many votes it touches, held against the margin."""

from pilkades.base.findings import Bound, Touch, Verdict
from pilkades.base.language import EMPTY, Text, joined
from pilkades.compliance.look import Look
from pilkades.compliance.outcome import Outcome
from pilkades.regulation.rule import Rule

_UNITS = {"voters": Text("pemilih", "voters"), "ballots": Text("surat suara", "ballots")}
_BOUNDS = {
    Bound.EXACTLY: EMPTY,
    Bound.AT_LEAST: Text("paling sedikit ", "at least "),
    Bound.AT_MOST: Text("paling banyak ", "at most "),
    Bound.UNKNOWN: EMPTY,
}
_SILENT = {Verdict.COMPLIED, Verdict.NOT_APPLICABLE}


def consequence_of(rule: Rule, outcome: Outcome, look: Look) -> tuple[Touch | None, Text]:
    """The touch, and the sentences on nullity and weight; nothing to say where nothing is open or broken."""
    if outcome.verdict in _SILENT or (outcome.verdict is Verdict.CLAIMED and rule.touch is None):
        return None, EMPTY
    touch = _touch(rule, outcome, look)
    return touch, joined([_nullity(rule, outcome), _weight(touch, outcome)])


def _nullity(rule: Rule, outcome: Outcome) -> Text:
    if rule.consequence:
        return rule.consequence
    if outcome.verdict is not Verdict.VIOLATED:
        return EMPTY
    if rule.nullity:
        return Text("Menurut pasal ini akibatnya batal.", "By this article the consequence is nullity.")
    return Text(
        "Tidak ada pasal dalam teks yang dibaca yang menyatakan hal ini membatalkan pemilihan.",
        "No article of the text read says that this voids the election.",
    )


def _touch(rule: Rule, outcome: Outcome, look: Look) -> Touch | None:
    margin = look.fact("derived.margin")
    spec = rule.touch
    if spec is None:
        return None
    if spec.row_field is not None:
        counts = [getattr(row, spec.row_field, None) for row in outcome.rows]
        known = [count for count in counts if count is not None]
        return Touch(
            spec.unit, Bound(spec.bound) if known else Bound.UNKNOWN, sum(known) if known else None, margin
        )
    count = outcome.touched
    if count is None and spec.fact:
        count = look.fact(spec.fact)
    return Touch(spec.unit, Bound(spec.bound) if count is not None else Bound.UNKNOWN, count, margin)


def _weight(touch: Touch | None, outcome: Outcome) -> Text:
    if touch is None:
        if outcome.verdict is Verdict.UNKNOWN:
            return EMPTY
        return Text(
            "Berapa suara yang tersentuh tidak dapat dihitung dari catatan ini.",
            "How many votes it touches cannot be counted from this record.",
        )
    unit = _UNITS[touch.unit]
    if touch.count is None:
        margin = (
            Text(" Margin: {margin} suara.", " Margin: {margin} votes.").fill(margin=touch.margin)
            if touch.margin is not None
            else EMPTY
        )
        return Text(
            "Jumlah {unit} yang tersentuh tidak tercatat.{margin}",
            "How many {unit} it touches is not on record.{margin}",
        ).fill(unit=unit, margin=margin)
    head = Text("Menyentuh {bound}{count} {unit}", "It touches {bound}{count} {unit}").fill(
        bound=_BOUNDS[touch.bound], count=touch.count, unit=unit
    )
    if touch.margin is None:
        return joined([head, Text("; margin tidak diketahui.", "; the margin is not known.")], "")
    reach = touch.reaches_margin
    if reach is None:
        tail = Text(
            "; margin {margin} suara, jadi pengaruhnya tidak dapat dipastikan.",
            "; the margin is {margin} votes, so the effect cannot be told.",
        )
    elif reach:
        tail = Text(
            "; margin {margin} suara. Tidak kurang dari margin: pengaruhnya tidak dapat dikesampingkan.",
            "; the margin is {margin} votes. No fewer than the margin: an effect cannot be ruled out.",
        )
    else:
        tail = Text(
            "; margin {margin} suara. Lebih kecil dari margin: hasil tidak dapat berubah karenanya.",
            "; the margin is {margin} votes. Fewer than the margin: this cannot change the result.",
        )
    return joined([head, tail.fill(margin=touch.margin)], "")


def remedy_of(rule: Rule, outcome: Outcome) -> Text:
    """What to do now: the rule's own remedy, or what such a verdict asks for."""
    if outcome.verdict in _SILENT:
        return EMPTY
    if rule.remedy:
        return rule.remedy
    return _REMEDIES[outcome.verdict]


_REMEDIES = {
    Verdict.VIOLATED: Text(
        "Catat penyimpangan ini dengan alasannya dan sampaikan kepada yang berwenang memutus.",
        "Record this deviation with its reason and lay it before whoever may decide.",
    ),
    Verdict.CLAIMED: Text(
        "Lampirkan dokumen yang menunjukkan faktanya.", "Attach the paper that shows the fact."
    ),
    Verdict.UNKNOWN: Text(
        "Cari dan catat fakta yang belum ada beserta dokumennya.",
        "Find and record the missing fact with its paper.",
    ),
    Verdict.CONTESTED: Text(
        "Cocokkan dengan dokumen asli; catat mana yang benar sebagai tindakan baru.",
        "Compare with the original paper; record which is right as a new act.",
    ),
    Verdict.AMBIGUOUS: Text(
        "Minta penegasan dari yang berwenang dan catat dasar keputusannya.",
        "Ask the competent office for its reading and record the basis of the decision.",
    ),
}
