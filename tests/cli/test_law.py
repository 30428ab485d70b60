"""Values, articles and comparisons of the law, against the printed law."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from tests.cli.conftest import Ask

from pilkades.regulation.rulebook import Rulebook


def _json(ask: Ask, *words: str) -> dict[str, Any]:
    said = ask(*words, "--json")
    assert said.status == 0, said.err
    read: dict[str, Any] = json.loads(said.out)
    return read


def test_the_list_holds_every_value_of_the_day(ask: Ask) -> None:
    found = _json(ask, "law", "list", "--on", "2026-10-03", "--county", "33.28")
    book = Rulebook.at(date(2026, 10, 3), "tegal")
    assert found["county"] == "tegal"
    assert found["rulebook_digest"] == book.digest
    assert [value["parameter"] for value in found["parameters"]] == sorted(book.parameters)


def test_a_value_is_shown_with_the_words_of_its_article(ask: Ask) -> None:
    # Perda Bengkayang 13/2006 Ps. 17 ayat (1): a TPS for at most 300 voters
    words = ("law", "show", "tps.max_voters", "--on", "2007-06-07", "--county", "bengkayang")
    found = _json(ask, *words)
    assert (found["value"], found["article"]) == (300, "perda-bengkayang-13-2006:17(1)")
    assert "300" in found["words"]
    text = " ".join(ask(*words).out.split())
    assert "Perda Bengkayang 13/2006 Ps. 17 ayat (1)" in text
    assert "naskah resmi dibaca" in text


def test_a_norm_of_lower_rank_stands_beside_the_one_that_decides(ask: Ask) -> None:
    # PP 43/2014 Ps. 41(4)c: wider area; Permendagri 112/2014 Ps. 42(2): the TPS with most voters
    found = _json(ask, "law", "show", "count.tie_chain", "--on", "2019-07-01")
    assert found["article"] == "pp-43-2014:41(4).c"
    assert [other["article"] for other in found["beside"]] == ["permendagri-112-2014:42(2)"]
    text = ask("law", "show", "count.tie_chain", "--on", "2019-07-01").out
    assert text.index("PP 43/2014") < text.index("Permendagri 112/2014 Ps. 42")


def test_a_question_that_the_text_leaves_open_is_shown_as_one(ask: Ask) -> None:
    out = " ".join(ask("law", "show", "polling.opens", "--on", "2026-10-03").out.split())
    assert "Teks tidak menentukan. Pukul berapa pemungutan suara dimulai?" in out


def test_the_comparison_shows_that_the_term_went_from_six_to_eight_years(ask: Ask) -> None:
    # UU 6/2014 Ps. 39(1): 6 years; UU 3/2024 Ps. 39(1): 8 years
    found = _json(ask, "law", "diff", "2019-07-01", "2026-10-03")
    term = next(change for change in found["parameters"] if change["parameter"] == "term.years")
    assert (term["first"]["value"], term["second"]["value"]) == (6, 8)
    assert term["value_differs"] is True
    assert any("pp-16-2026:44(1)" in json.dumps(rule) for rule in found["rules_only_in_second"])


def test_a_law_does_not_differ_from_itself(ask: Ask) -> None:
    found = _json(ask, "law", "diff", "2026-10-03@tegal", "33.28", "--on", "2026-10-03")
    assert found["first"] == found["second"]
    assert (found["parameters"], found["rules_only_in_first"], found["rules_only_in_second"]) == ([], [], [])


def test_a_bare_date_is_compared_in_the_county_that_the_option_names(ask: Ask) -> None:
    found = _json(ask, "law", "diff", "2026-10-03", "2026-11-03", "--county", "tegal")
    assert (found["first"]["county"], found["second"]["county"]) == ("tegal", "tegal")


def test_an_article_shows_all_that_lies_in_it_and_the_rules_that_cite_it(ask: Ask) -> None:
    found = _json(ask, "law", "article", "pp-43-2014:41(4)")
    shown = {item["article"]["notation"]: item for item in found["provisions"]}
    assert set(shown) == {f"pp-43-2014:41(4){part}" for part in ("", ".a", ".b", ".c")}
    assert shown["pp-43-2014:41(4)"]["no_rule"] == "lead_in"
    assert "count.tie_chain" in shown["pp-43-2014:41(4).c"]["parameters"]
    assert shown["pp-43-2014:41(4).b"]["rules"][0]["rule"] == "winner-most-votes"
    out = " ".join(ask("law", "article", "pp-43-2014:41(4).c").out.split())
    assert "wilayah perolehan suara yang lebih luas" in out


def test_pages_of_the_law_are_written_where_they_are_asked_for(ask: Ask, tmp_path: Path) -> None:
    said = ask("law", "pages", "--out", str(tmp_path / "law"), "--json")
    assert said.status == 0, said.err
    pages = [Path(page) for page in json.loads(said.out)["pages"]]
    assert pages
    assert all(page.is_file() and page.is_relative_to(tmp_path) for page in pages)
