"""The three documented elections against the law of their day.

The expectations were read off the sources and the articles by hand, article by article and line by line.
"""

from decimal import Decimal
from functools import cache

import pytest

from pilkades.base.article import Article
from pilkades.base.findings import Bound, Finding, Verdict
from pilkades.base.language import Language
from pilkades.cases.load import load_case
from pilkades.cases.replay import Replay, replay, spoken_result
from pilkades.count.claims import Match
from pilkades.count.identities import Standing
from pilkades.count.margins import Majority
from pilkades.count.result import Outcome

PERDA = "perda-bengkayang-13-2006"
PP72 = "pp-72-2005"


@cache
def replayed(case: str) -> Replay:
    return replay(load_case(case))


def citing(case: str, notation: str) -> list[Finding]:
    article = Article.parse(notation)
    return [finding for finding in replayed(case).findings if article in finding.articles]


# Bani Amas: what each article of the Perda and the PP finds. Several verdicts: one for each duty in it.
BANI_AMAS = {
    f"{PP72}:43(1)": {"violated", "not_applicable"},  # no written notice; so its six months cannot run
    f"{PERDA}:2(1)": {"violated", "not_applicable"},
    f"{PP72}:43(2)": {"ambiguous"},  # 8 March: too late to start, or rightly within the last four months
    f"{PERDA}:2(2)": {"ambiguous"},
    f"{PERDA}:2(3)": {"unknown"},
    f"{PERDA}:3(1)": {"complied"},
    f"{PERDA}:3(2)": {"violated", "unknown", "complied"},  # SK Camat; consensus not told; offices there
    f"{PP72}:35.d": {"violated"},
    f"{PERDA}:3(3)": {"complied"},
    f"{PERDA}:3(4)": {"complied"},  # 11 = 3 + 4 + 4
    f"{PERDA}:3(5)": {"complied", "unknown"},  # KPPS by SK Panitia 01/2007; registrars not told
    f"{PERDA}:3(6)": {"unknown"},
    f"{PERDA}:4.a": {"complied"},
    f"{PERDA}:4.b": {"unknown"},
    f"{PERDA}:5.a": {"unknown"},
    f"{PERDA}:6.a": {"complied"},
    f"{PERDA}:6.b": {"unknown", "claimed"},
    f"{PERDA}:6.c": {"unknown"},  # "7 hari", but of which kind: 7 working days run to 17 April
    f"{PERDA}:6.d": {"not_applicable"},
    f"{PERDA}:6.e": {"unknown"},
    f"{PERDA}:7(2).d": {"complied"},  # SMA, SLTP, SMEA, Sarjana
    f"{PERDA}:7(2).e": {"complied"},  # 34, 39, 31, 33 between 25 and 60
    f"{PERDA}:7(2).f": {"claimed"},
    f"{PERDA}:7(2).m": {"unknown"},
    f"{PERDA}:8(1).a": {"complied"},
    f"{PERDA}:8(2)": {"complied", "unknown"},
    f"{PERDA}:8(3)": {"not_applicable"},  # four registered: the extension was not called for
    f"{PERDA}:8(4)": {"not_applicable"},
    f"{PERDA}:8(5)": {"not_applicable"},
    f"{PERDA}:9(1)": {"contested", "claimed"},  # "dipenuhi", yet the committee prepared the blanks
    f"{PERDA}:9(2).c": {"claimed"},
    f"{PERDA}:9(3)": {"complied"},
    f"{PERDA}:10": {"complied"},
    f"{PP72}:48(2)": {"ambiguous"},  # PP: the committee adopts; Perda: the BPD
    f"{PERDA}:11(2)": {"unknown"},
    f"{PERDA}:12(1)": {"not_applicable"},  # "dapat": setting no maximum is no breach
    f"{PERDA}:12(2)": {"not_applicable"},
    f"{PERDA}:13(1)": {"complied"},
    f"{PERDA}:13(2)": {"unknown"},  # the source never says that lots were drawn
    f"{PERDA}:14(1).g": {"complied"},
    f"{PERDA}:14(1).i": {"complied"},  # five days of seven at most
    f"{PERDA}:14(2).b": {"contested"},  # "tidak ada yang melanggar" against the later chapter
    f"{PERDA}:14(3)": {"unknown"},
    f"{PERDA}:15(1)": {"claimed"},
    f"{PERDA}:16(1)": {"complied", "unknown"},
    f"{PERDA}:16(2)": {"violated", "unknown"},  # some delivered late; receipts not told
    f"{PERDA}:16(3)": {"not_applicable"},
    f"{PERDA}:17(1)": {"violated"},
    f"{PERDA}:17(2)": {"unknown"},
    f"{PERDA}:18(2)": {"violated", "claimed"},  # closed at 12.00 instead of 14.00; at the set place
    f"{PERDA}:19(1)": {"complied"},
    f"{PERDA}:19(2)": {"not_applicable"},
    f"{PERDA}:20(3)": {"violated"},  # "walaupun tertinggal masih diberikan toleransi"
    f"{PERDA}:20(4)": {"complied", "unknown"},
    f"{PERDA}:21(2)": {"not_applicable"},  # the one replacement was for a torn ballot
    f"{PERDA}:23(1).h": {"unknown"},
    f"{PERDA}:23(2).i": {"unknown"},
    f"{PERDA}:23(3)": {"unknown"},
    f"{PERDA}:24(1)": {"complied"},
    f"{PERDA}:24(2)": {"not_applicable"},
    f"{PERDA}:24(3)": {"not_applicable"},
    f"{PERDA}:25(1)": {"complied"},
    f"{PERDA}:25(2)": {"contested"},  # witnessed at "tiga TPS" of four
    f"{PERDA}:25(3)": {"not_applicable"},
    f"{PERDA}:26(2)": {"complied"},
    f"{PERDA}:27(2)": {"complied"},
    f"{PERDA}:28(1)": {"not_applicable"},
    f"{PERDA}:28(2)": {"not_applicable"},
    f"{PERDA}:28(5)": {"not_applicable"},
    f"{PP72}:50(1)": {"complied"},
    f"{PERDA}:29(1)": {"complied", "unknown"},
    f"{PERDA}:29(2)": {"complied"},  # 11 to 15 June
    f"{PERDA}:29(3)": {"unknown"},
    f"{PP72}:51(1)": {"unknown"},
    f"{PP72}:51(2)": {"not_applicable"},
    f"{PERDA}:30": {"not_applicable"},
    f"{PP72}:53(2).o": {"unknown"},  # a fee was taken; the law as read neither allows nor forbids it
}


@pytest.mark.parametrize(("notation", "verdicts"), BANI_AMAS.items(), ids=BANI_AMAS)
def test_bani_amas_article_by_article(notation: str, verdicts: set[str]) -> None:
    assert {finding.verdict.value for finding in citing("bani-amas-2007", notation)} == verdicts


def test_bani_amas_breaks_exactly_these_articles_and_no_other() -> None:
    broken = {
        article.notation
        for finding in replayed("bani-amas-2007").findings
        if finding.verdict is Verdict.VIOLATED
        for article in finding.articles
    }

    assert broken == {
        f"{PP72}:43(1)",
        f"{PERDA}:2(1)",
        f"{PP72}:35.d",
        f"{PP72}:47(1)",
        f"{PERDA}:3(2)",
        f"{PERDA}:16(2)",
        f"{PERDA}:17(1)",
        f"{PERDA}:18(2)",
        f"{PERDA}:20(3)",
    }


def test_bani_amas_elected_kasper_sitohang_with_290_of_811_and_a_margin_of_5() -> None:
    found = replayed("bani-amas-2007")

    assert found.result is not None
    assert (found.result.elected, found.result.valid, found.result.margin) == ("Kasper Sitohang", 811, 5)
    assert found.result.share == Decimal("35.76")
    assert "290 dari 811" in spoken_result(found).to(Language.ID)


def test_bani_amas_quorum_is_841_of_979_against_653() -> None:
    (quorum,) = citing("bani-amas-2007", f"{PERDA}:24(1)")

    assert quorum.verdict is Verdict.COMPLIED
    assert "841 dari 979" in quorum.message.id
    assert "653" in quorum.message.id


def test_bani_amas_tps_2_exceeds_its_cap_by_50_and_touches_more_voters_than_the_margin() -> None:
    (cap,) = citing("bani-amas-2007", f"{PERDA}:17(1)")

    assert "TPS 2 Sentagi: 350" in cap.message.id
    assert "lebih 50" in cap.message.id
    assert cap.touch is not None
    assert (cap.touch.count, cap.touch.margin, cap.touch.reaches_margin) == (350, 5, True)


def test_bani_amas_closed_two_hours_early_with_138_voters_who_had_not_voted() -> None:
    hours = next(f for f in citing("bani-amas-2007", f"{PERDA}:18(2)") if f.verdict is Verdict.VIOLATED)

    assert "120 menit" in hours.message.id
    assert hours.touch is not None
    assert (hours.touch.count, hours.touch.bound, hours.touch.reaches_margin) == (138, Bound.AT_MOST, True)


def test_bani_amas_two_punches_may_be_valid_and_30_ballots_in_question_exceed_the_margin() -> None:
    (invalid,) = citing("bani-amas-2007", f"{PERDA}:23(1).h")

    assert "dua tanda dalam satu kotak: sah" in invalid.message.id
    assert invalid.touch is not None
    assert (invalid.touch.count, invalid.touch.reaches_margin) == (30, True)


def test_bani_amas_late_invitations_are_measured_by_delivery_against_4_june() -> None:
    late = next(f for f in citing("bani-amas-2007", f"{PERDA}:16(2)") if f.verdict is Verdict.VIOLATED)

    assert "4 Juni 2007" in late.message.id
    assert any("3 (tiga) hari" in item.quote for item in late.evidence)


def test_no_breach_of_bani_amas_is_called_a_nullity_but_gifts_name_their_sanction() -> None:
    for finding in replayed("bani-amas-2007").findings:
        if finding.verdict is Verdict.VIOLATED:
            assert finding.consequence.id.startswith("Tidak ada pasal dalam teks yang dibaca")
    (gifts,) = citing("bani-amas-2007", f"{PERDA}:14(2).b")
    assert "Ps. 14 ayat (3)" in gifts.consequence.id


@pytest.mark.parametrize("case", ["bani-amas-2007", "bandar-agung-2019", "balayan-2022"])
def test_whatever_is_broken_or_contested_shows_its_evidence_and_what_to_do(case: str) -> None:
    for finding in replayed(case).findings:
        if finding.verdict in {Verdict.VIOLATED, Verdict.CONTESTED, Verdict.CLAIMED}:
            assert finding.evidence, finding.rule
            assert all(item.place and item.quote for item in finding.evidence), finding.rule
        if finding.verdict in {Verdict.VIOLATED, Verdict.CONTESTED, Verdict.UNKNOWN, Verdict.AMBIGUOUS}:
            assert finding.remedy.id, finding.rule
            assert finding.remedy.en, finding.rule


def test_bandar_agungs_berita_acara_holds_in_two_blocks_that_exclude_each_other() -> None:
    by_code = {item.code: item for item in replayed("bandar-agung-2019").identities}

    assert {code: by_code[code].standing for code in ("attendance", "box-content", "votes")} == dict.fromkeys(
        ("attendance", "box-content", "votes"), Standing.HOLDS
    )
    assert {code: item.difference for code, item in by_code.items() if item.standing is Standing.FAILS} == {
        "box-within-came": 407,
        "box-within-given": 335,
        "box-within-supplied": 60,
        "box-within-registered": 163,
        "given-accounted": 72,
        "valid-within-came": 255,
        "valid-within-registered": 11,
    }


def test_no_change_of_one_two_or_three_figures_repairs_bandar_agung_and_none_is_applied() -> None:
    found = replayed("bandar-agung-2019")

    assert found.repair is not None
    assert found.repair.least == 4
    assert [level.holding for level in found.repair.proof] == [0, 0, 0, 0, 4]
    assert found.sheet.figure("in_box") == 960


def test_bandar_agungs_turnout_is_69_39_percent_and_the_claim_divides_the_wrong_way() -> None:
    turnout, share = replayed("bandar-agung-2019").claims

    assert turnout.computed == Decimal("69.39")
    assert turnout.match is Match.DIFFERS
    assert [(r.part_value, r.whole_value) for r in turnout.reproduced_by] == [(797, 808)]
    assert share.match is Match.TRUNCATED


def test_bandar_agungs_quorum_of_400_is_reached_by_the_553_of_the_berita_acara() -> None:
    quorum = next(
        f for f in replayed("bandar-agung-2019").findings if "quorum" in f.rule and f.kind == "bound"
    )

    assert quorum.verdict in {Verdict.COMPLIED, Verdict.NOT_APPLICABLE}
    assert "400" in quorum.message.id


def test_balayans_winner_stands_as_reported_and_no_majority_can_be_established() -> None:
    found = replayed("balayan-2022")

    assert found.result is not None
    assert found.result.outcome is Outcome.UNKNOWN
    assert "Rustam terpilih dengan suara terbanyak, 362 suara" in spoken_result(found).to(Language.ID)
    assert found.majority is not None
    assert found.majority.standing is Majority.CANNOT_BE_ESTABLISHED
    assert "1.213" in found.majority.explanation.id


def test_balayans_year_and_number_of_candidates_contradict_each_other_in_the_source() -> None:
    found = {item.fact: item for item in replayed("balayan-2022").contradictions}

    assert set(found) >= {"polling.date", "candidates_adopted.count"}
    assert {str(statement.value) for statement in found["polling.date"].statements} == {"2022-11", "2023"}


def test_the_same_case_gives_the_same_digests_at_every_replay() -> None:
    first, second = replay(load_case("bani-amas-2007")), replay(load_case("bani-amas-2007"))

    assert first.rulebook.digest == second.rulebook.digest
    assert first.case.record.head == second.case.record.head
    assert first.findings == second.findings
