import pytest

from pilkades.count.reported_reasons import Certainty, ReportedReason, readings_of
from pilkades.count.validity import ValidityRules, Verdict
from pilkades.count.validity_rules import (
    ATURAN_003,
    PERDA_BENGKAYANG_13_2006,
    PERMENDAGRI_112_2014,
    VALIDITY_RULES,
)

BENGKAYANG, M112, R003 = PERDA_BENGKAYANG_13_2006, PERMENDAGRI_112_2014, ATURAN_003
R, C = ReportedReason, Certainty


def test_the_twenty_double_punches_of_bani_amas_depend_on_where_the_marks_are() -> None:
    reading = readings_of(R.DOUBLE_PUNCH, BENGKAYANG, 20)
    assert reading.certainty is C.DEPENDS
    said = {
        case.what.en: (case.verdict, [place.notation for place in case.articles]) for case in reading.cases
    }
    bengkayang = "perda-bengkayang-13-2006:23"
    assert said["two marks in one box"] == (Verdict.VALID, [f"{bengkayang}(1).h"])
    assert said["marks in the boxes of two candidates"] == (Verdict.INVALID, [f"{bengkayang}(2).i"])
    assert reading.explanation.id.startswith("20 surat suara.")


def test_a_reading_shows_the_article_of_each_case() -> None:
    explanation = readings_of(R.DOUBLE_PUNCH, BENGKAYANG, 20).explanation
    assert "dua tanda dalam satu kotak: sah (Ps. 23 ayat (1) huruf h);" in explanation.id
    assert "one mark in a box, one outside: not decided by the text." in explanation.en


def test_in_the_rules_of_003_a_missing_signature_depends_on_who_else_signed() -> None:
    nobody, tps_chair = readings_of(R.UNSIGNED, R003).cases
    assert (nobody.verdict, [place.butir for place in nobody.articles]) == (Verdict.INVALID, ["3.a.4.f.2"])
    assert tps_chair.verdict is Verdict.VALID


def test_salah_coblos_is_no_ground_that_bengkayang_names() -> None:
    reading = readings_of(R.WRONG_PUNCH, BENGKAYANG, 10)
    assert not reading.named_in_text
    assert reading.certainty is C.DEPENDS
    assert "tidak mengenal alasan dengan nama itu" in reading.explanation.id
    assert "knows no ground of that name" in reading.explanation.en


@pytest.mark.parametrize(
    ("reason", "bengkayang", "m112", "r003"),
    [
        (R.DOUBLE_PUNCH, C.DEPENDS, C.DEPENDS, C.DEPENDS),
        (R.TRIPLE_PUNCH, C.CERTAINLY_INVALID, C.DEPENDS, C.DEPENDS),
        (R.SEVERAL_CANDIDATES, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID),
        (R.OUTSIDE, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID),
        (R.NONE, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID),
        (R.ON_LINE, C.TEXT_SILENT, C.CERTAINLY_VALID, C.TEXT_SILENT),
        (R.SPANNING, C.TEXT_SILENT, C.TEXT_SILENT, C.TEXT_SILENT),
        (R.DAMAGED, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.CERTAINLY_INVALID),
        (R.UNSIGNED, C.CERTAINLY_INVALID, C.CERTAINLY_INVALID, C.DEPENDS),
        (R.UNSTAMPED, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.NOT_A_GROUND),
        (R.NOT_INITIALLED, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.NOT_A_GROUND),
        (R.WRITING, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.CERTAINLY_INVALID),
        (R.OTHER_TOOL, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.CERTAINLY_INVALID),
        (R.NOT_OFFICIAL, C.CERTAINLY_INVALID, C.NOT_A_GROUND, C.CERTAINLY_INVALID),
    ],
)
def test_each_reported_reason_is_read_by_the_words_of_each_regime(
    reason: ReportedReason, bengkayang: Certainty, m112: Certainty, r003: Certainty
) -> None:
    found = tuple(readings_of(reason, rules).certainty for rules in (BENGKAYANG, M112, R003))
    assert found == (bengkayang, m112, r003)


@pytest.mark.parametrize("rules", VALIDITY_RULES.values(), ids=VALIDITY_RULES.keys())
@pytest.mark.parametrize("reason", ReportedReason)
def test_every_reading_is_explained_in_both_languages(reason: ReportedReason, rules: ValidityRules) -> None:
    explanation = readings_of(reason, rules).explanation
    assert explanation.id.endswith(".")
    assert explanation.en.endswith(".")
    assert "{" not in explanation.id + explanation.en
