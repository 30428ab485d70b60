"""What is generated stands in the tree as it is generated now, and leaves nothing of the law out."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.compliance.stated import IDS
from tests.docs.blocks import ROOT
from tools.tree import LARGEST_FILE

from pilkades.acts.act import KINDS
from pilkades.base.article import Article
from pilkades.cli.law_pages import pages, write_pages
from pilkades.cli.law_pages_rows import tests_of as files_testing
from pilkades.cli.law_pages_scope import Scope, place_of, scopes
from pilkades.cli.law_pages_tests import EVERY_RULE, names_in_tests
from pilkades.cli.vocabulary_page import main, vocabulary_page
from pilkades.regulation.checks import uncovered
from pilkades.regulation.instrument import NO_RULE
from pilkades.regulation.loader import shipped_law

LAW = ROOT / "docs" / "law"
# A page beyond this is shown as plain text where our pages are read most (half a mebibyte).
LONGEST_SHOWN = 512 * 1024

each_scope = pytest.mark.parametrize("scope", list(scopes(shipped_law())), ids=lambda scope: str(scope.id))


@cache
def _stated() -> dict[str, tuple[str, ...]]:
    return dict(names_in_tests(ROOT / "tests"))


@cache
def _pages() -> dict[str, str]:
    return pages(shipped_law(), _stated())


def test_the_pages_of_the_law_are_those_that_the_data_gives_now(tmp_path: Path) -> None:
    written = write_pages(tmp_path)
    fresh = {path.name: path.read_text(encoding="utf-8") for path in written}
    kept = {path.name: path.read_text(encoding="utf-8") for path in LAW.iterdir()}
    stale = sorted(name for name in fresh.keys() | kept.keys() if fresh.get(name) != kept.get(name))
    assert stale == [], "run: make docs"


def test_there_is_a_page_for_each_regime_and_each_county() -> None:
    assert set(_pages()) == {
        "README.md",
        *(f"{name}.md" for name in ("pp72-2005", "uu6-2014", "uu3-2024", "pp16-2026")),
        *(f"{name}.md" for name in ("bengkayang", "aturan-003", "tegal")),
    }


def test_every_provision_of_every_regime_and_county_is_accounted_for() -> None:
    assert [str(article) for article in uncovered(shipped_law())] == []
    assert not [name for name, text in _pages().items() if "NOT ACCOUNTED FOR" in text]


@each_scope
def test_a_page_has_one_row_for_each_provision_and_wording(scope: Scope) -> None:
    text = _pages()[f"{scope.id}.md"]
    rows = (
        text.count("\n| ") - text.split("\n## ", 3)[1].count("\n| ") - text.split("\n## ", 3)[2].count("\n| ")
    )
    heads = len(scope.instruments)
    assert rows == len(scope.provisions) + heads
    assert f"| Ketentuan / Provisions | {len(scope.provisions)} |" in text


def test_every_provision_stands_on_a_page() -> None:
    shown = {item for scope in scopes(shipped_law()) for item in scope.provisions}
    assert [item.article.notation for item in shipped_law().provisions if item not in shown] == []


def test_every_rule_stands_on_a_page_with_its_file() -> None:
    law = shipped_law()
    text = "".join(_pages().values())
    assert [located.rule.id for located in law.rules if f"`{located.rule.id}`" not in text] == []
    assert [located.file for located in law.rules if f"data/{located.file}\n" not in text] == []


def test_every_link_of_a_page_leads_to_a_file() -> None:
    for text in _pages().values():
        targets = dict(re.findall(r"^\[([^\]]+)\]: (.+)$", text, re.MULTILINE))
        used = set(re.findall(r"\]\[([^\]]+)\]", text))
        assert used == set(targets)
        assert [target for target in targets.values() if not (LAW / target).resolve().is_file()] == []


@each_scope
def test_a_rule_shown_as_held_by_the_test_of_every_rule_is_one_of_its_cases(scope: Scope) -> None:
    cases = {name.split("@")[0] for name in IDS}
    shown = [
        located.rule for located in scope.rules if EVERY_RULE in files_testing(located, scope, _stated())
    ]
    assert shown
    assert [rule.id for rule in shown if not cases & set(scope.defined_by(rule))] == []


def test_a_pages_words_are_the_laws_words() -> None:
    # UU 6/2014 Ps. 37 ayat (1), as printed.
    words = "Calon Kepala Desa yang dinyatakan terpilih adalah calon yang memperoleh suara terbanyak."
    (row,) = [line for line in _pages()["uu6-2014.md"].splitlines() if words in line]
    assert row.startswith("| Ps. 37 ayat (1) |")


def test_a_page_says_why_a_provision_has_no_rule() -> None:
    # PP 16/2026 Ps. 1 angka 17 defines "Hari".
    (row,) = [line for line in _pages()["pp16-2026.md"].splitlines() if "| Hari adalah hari kerja. |" in line]
    assert NO_RULE["definition"].id in row
    assert NO_RULE["definition"].en in row


def test_a_page_shows_the_value_taken_from_an_article() -> None:
    # PP 47/2015 Ps. 41 ayat (3) huruf e: "paling lama 3 (tiga) Hari"; Hari are working days.
    (row,) = [
        line
        for line in _pages()["uu6-2014.md"].splitlines()
        if "pelaksanaan kampanye calon kepala Desa paling lama 3 (tiga) Hari" in line
    ]
    assert "`campaign.length`" in row
    assert "3 hari kerja / 3 working days" in row
    assert "`primary`" in row


def test_a_test_is_found_by_the_names_that_it_states(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "base").mkdir()
    for package in ("compliance", "count", "regulation", "timetable"):
        (tmp_path / package).mkdir()
    code = 'PERDA = "perda-bengkayang-13-2006"\nEXPECTED = {f"{PERDA}:3(4)": 1, f"{other()}:3(5)": 2}\n'
    (tmp_path / "cases/test_a.py").write_text(code, encoding="utf-8")
    (tmp_path / "count/b.toml").write_text('[[entry]]\nrule = "tie"\n', encoding="utf-8")
    (tmp_path / "base/test_c.py").write_text('NAME = "tie"\n', encoding="utf-8")
    found = names_in_tests(tmp_path)
    assert found["perda-bengkayang-13-2006:3(4)"] == ("tests/cases/test_a.py",)
    assert not [name for name in found if name.endswith(":3(5)") and name.startswith("perda")]
    assert found["tie"] == ("tests/count/b.toml",)


def test_articles_stand_in_the_order_of_the_print() -> None:
    places = [
        "9",
        "10(1)",
        "10(2)",
        "33.a",
        "33.k",
        "34",
        "34A(1)",
        "34A(2)",
        "lampiran.2",
        "lampiran.10",
        "penj.9",
    ]
    articles = [Article.parse(f"uu-3-2024:{place}") for place in places]
    assert sorted(set(articles), key=place_of) == articles
    listed = [Article.parse(f"aturan-003:#{place}") for place in ("1.a.2", "1.a.10", "1.b.2.a", "2.a.1")]
    assert sorted(set(listed), key=place_of) == listed


def test_pages_are_short_enough_to_be_shown() -> None:
    sizes = {name: len(text.encode()) for name, text in _pages().items()}
    assert max(sizes.values()) < LONGEST_SHOWN < LARGEST_FILE


def test_the_vocabulary_page_is_the_one_that_the_vocabulary_gives_now() -> None:
    kept = (ROOT / "docs/developers/vocabulary.md").read_text(encoding="utf-8")
    command = "python -m pilkades.cli.vocabulary_page docs/developers/vocabulary.md"
    assert kept == vocabulary_page(), f"run: {command}"


def test_the_vocabulary_page_names_every_kind_and_every_fact() -> None:
    text = vocabulary_page()
    for kind, payload in KINDS.items():
        section = text.split(f"\n### `{kind}`\n", 1)[1].split("\n### ", 1)[0]
        own = [
            name
            for name in payload.model_fields
            if name not in {"done", "date", "until", "document", "place"}
        ]
        assert [name for name in own if f"| `{name}` |" not in section] == []


def test_the_vocabulary_page_is_written_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "page.md")]) == 0
    assert main([]) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == capsys.readouterr().out == vocabulary_page()
