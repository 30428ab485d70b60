"""Replays as people and machines read them; figures from the sources' own tables."""

import json
import re
from importlib import resources
from pathlib import Path

import pytest
from tests.cli.conftest import Ask
from tests.cli.schema_check import complaints

from pilkades.base.findings import STAGES, Verdict
from pilkades.cases.load import load_case, shipped
from pilkades.cases.replay import replay
from pilkades.cli.sentences import ORDER, sentences

SCHEMA = json.loads((resources.files("pilkades.cli") / "replay.schema.json").read_text(encoding="utf-8"))
CASES = sorted(shipped())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("case", CASES)
def test_json_of_every_case_fits_its_schema(ask: Ask, case: str, language: str) -> None:
    said = ask("replay", case, "--json", "--lang", language)
    assert said.status == 0
    assert list(complaints(json.loads(said.out), SCHEMA, SCHEMA)) == []


def test_the_schema_refuses_what_it_does_not_name() -> None:
    data = {"case": "x", "surprise": 1}
    found = list(complaints(data, SCHEMA, SCHEMA))
    assert "$: surprise is not in the schema" in found
    assert "$: findings is missing" in found


def test_json_states_the_result_of_bani_amas_as_the_thesis_prints_it(ask: Ask) -> None:
    # 002:1715: 290, 285, 181 and 55 votes; 002:1671: 841 of 979 voters came
    result = json.loads(ask("replay", "bani-amas-2007", "--json").out)["result"]
    assert sorted(result["votes"].values()) == [55, 181, 285, 290]
    assert (result["elected"], result["valid"], result["margin"]) == ("Kasper Sitohang", 811, 5)
    assert result["share"] == "35.76"
    assert result["turnout"] == {"came": 841, "registered": 979, "share": "85.90"}


def test_json_keeps_codes_and_changes_only_the_texts_between_languages(ask: Ask) -> None:
    one, other = (json.loads(ask("replay", "balayan-2022", "--json", "--lang", x).out) for x in ("id", "en"))
    assert [f["rule"] for f in one["findings"]] == [f["rule"] for f in other["findings"]]
    assert one["counts"] == other["counts"]
    assert all(a["norm"] != b["norm"] for a, b in zip(one["findings"], other["findings"], strict=True))


@pytest.mark.parametrize("case", CASES)
def test_json_sorts_findings_by_stage_then_by_weight(ask: Ask, case: str) -> None:
    stages = [stage.value for stage in STAGES]
    weights = [verdict.value for verdict in ORDER]
    findings = json.loads(ask("replay", case, "--json").out)["findings"]
    keys = [(stages.index(f["stage"]), weights.index(f["verdict"])) for f in findings]
    assert keys == sorted(keys)
    assert len(findings) == len(replay(load_case(case)).findings)


def test_an_article_without_ayat_has_null_there(ask: Ask) -> None:
    findings = json.loads(ask("replay", "bani-amas-2007", "--json").out)["findings"]
    decree = next(f for f in findings if f["rule"] == "pp72-committee-decree")
    first = decree["articles"][0]
    assert (first["pasal"], first["ayat"], first["huruf"]) == ("35", None, "d")
    assert first["label"] == "PP 72/2005 Ps. 35 huruf d"


def test_the_text_tells_winner_margin_breach_article_and_evidence(ask: Ask) -> None:
    said = ask("replay", "bani-amas-2007")
    words = " ".join(said.out.split())
    assert said.status == 0
    assert "Kasper Sitohang, 290 dari 811 suara sah (35,76 %), selisih 5" in words
    assert "! Tidak terpenuhi Satu TPS paling banyak untuk 300 pemilih." in words
    assert "Perda Bengkayang 13/2006 Ps. 17 ayat (1)" in words
    assert "TPS 2 Sentagi: 350" in words
    assert "Bukti 002:" in words


def test_the_text_points_out_findings_as_large_as_the_margin(ask: Ask) -> None:
    words = " ".join(ask("replay", "bani-amas-2007").out.split())
    touched = [f.touch for f in replay(load_case("bani-amas-2007")).findings if f.touch]
    reaching = sum(touch.reaches_margin is True for touch in touched)
    assert reaching > 0
    assert f"{reaching} temuan dapat menyentuh suara sebanyak margin (5) atau lebih." in words


def test_the_text_puts_open_findings_before_what_cannot_be_checked(ask: Ask) -> None:
    out = ask("replay", "bani-amas-2007", "--lang", "en").out
    heads = ("WHAT NEEDS ATTENTION", "CANNOT BE CHECKED (", "ONLY CLAIMED (", "\nCOMPLIED WITH (")
    places = [out.index(head) for head in heads]
    assert places == sorted(places)
    assert "\nNOT APPLICABLE (" not in out


def test_all_lists_also_what_does_not_apply(ask: Ask) -> None:
    out = ask("replay", "bani-amas-2007", "--all", "--lang", "en").out
    assert "\nNOT APPLICABLE (" in out


def test_the_text_says_which_figures_do_not_fit_and_what_the_proof_found(ask: Ask) -> None:
    # 003:509 and its tables: 960 ballots in the box, 553 voters came, 797 in the DPT
    words = " ".join(ask("replay", "bandar-agung-2019").out.split())
    assert "Surat suara dalam kotak 960 ≤ pemilih yang datang 553 (selisih 407)" in words
    assert "3 angka: 286 susunan dicoba, 0 membuat semuanya cocok." in words
    assert "Program ini tidak mengubah angka mana pun." in words
    assert "Tercetak 98,6 %: berbeda." in words


def test_the_counts_add_up_to_the_findings(ask: Ask) -> None:
    out = ask("replay", "balayan-2022").out
    listed = out[out.index("JUMLAH TEMUAN") :]
    assert sum(int(n) for n in re.findall(r"^ +(\d+)  ", listed, re.MULTILINE)) == len(
        replay(load_case("balayan-2022")).findings
    )


def test_sentences_start_with_a_capital_and_abbreviations_end_none() -> None:
    assert sentences("surat: ya. batas ps. sebelas") == "Surat: ya. Batas ps. sebelas"
    assert sentences("lihat Ps. satu s.d. dua. itu saja.") == "Lihat Ps. satu s.d. dua. Itu saja."


@pytest.mark.parametrize("case", CASES)
def test_no_message_of_a_case_starts_a_sentence_in_small_letters(ask: Ask, case: str) -> None:
    for finding in json.loads(ask("replay", case, "--json").out)["findings"]:
        assert not finding["message"][:1].islower()


@pytest.mark.parametrize("case", CASES)
def test_fail_on_asks_for_that_weight_or_more(ask: Ask, case: str) -> None:
    present = {finding.verdict for finding in replay(load_case(case)).findings}
    for place, verdict in enumerate(ORDER[: ORDER.index(Verdict.CLAIMED) + 1]):
        expected = int(bool(present & set(ORDER[: place + 1])))
        assert ask("replay", case, "--json", "--fail-on", verdict.value).status == expected


def test_balayan_does_not_fail_on_violated_but_on_contested(ask: Ask) -> None:
    assert ask("replay", "balayan-2022", "--fail-on", "violated").status == 0
    assert ask("replay", "balayan-2022", "--fail-on", "contested").status == 1


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(ask: Ask, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for case in CASES:
        assert max(len(line) for line in ask("replay", case, "--all").out.splitlines()) <= columns


def test_without_a_terminal_there_is_no_colour_and_every_sign_has_its_word(ask: Ask) -> None:
    out = ask("replay", "bani-amas-2007").out
    assert "\x1b" not in out
    assert "≠ Pernyataan sumber berbeda" in out
    assert "⇄ Teks punya dua bacaan" in out


def test_a_case_file_is_replayed_by_its_path(ask: Ask, tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    copy.write_text(shipped()["balayan-2022"].read_text(encoding="utf-8"), encoding="utf-8")
    assert ask("replay", str(copy)).out == ask("replay", "balayan-2022").out
