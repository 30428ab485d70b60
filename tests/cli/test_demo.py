"""The first thing a newcomer sees."""

import re
import shlex

import pytest
from tests.cli.conftest import Ask

from pilkades.cases.load import shipped

# What a window of a laptop shows; a phone turned sideways scrolls once.
ONE_SCREEN = 40


def test_the_demo_tells_every_case_oldest_first(ask: Ask) -> None:
    said = ask("demo", "--no-serve")
    assert said.status == 0
    heads = ["BANI AMAS, BENGKAYANG, 2007", "BANDAR AGUNG, ", "BALAYAN, "]
    places = [said.out.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_story_fits_on_one_screen(ask: Ask, language: str) -> None:
    stories = re.split(r"\n(?=[A-Z][A-Z ,]+\d{4}\n-+\n)", ask("demo", "--no-serve", "--lang", language).out)[
        1:
    ]
    assert len(stories) == len(shipped())
    assert max(story.count("\n") for story in stories) <= ONE_SCREEN


def test_a_story_says_winner_breach_article_and_what_cannot_be_checked(ask: Ask) -> None:
    words = " ".join(ask("demo", "--no-serve", "--lang", "en").out.split())
    assert "Most votes: Kasper Sitohang, 290 of 811 valid votes (35.76 %), 5 ahead of Sudianto" in words
    assert "One polling station serves at most 300 voters." in words or "at most 300" in words
    assert "Perda Bengkayang 13/2006 Ps. 17 ayat (1)" in words
    assert "Touches at most 138 voters; margin 5 votes." in words
    assert "Touches at most 30 ballots; margin 5 votes." in words
    assert "Touches at most 152 ballots; margin 89 votes." in words
    assert "is 69.39 %. Printed 98.6 %: it differs" in words
    assert "Whether 362 votes are more than half cannot be established." in words
    assert "Cannot be checked: " in words
    assert "it cannot be recomputed" in words


def test_every_command_that_the_demo_names_works(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.chdir(str(tmp_path))
    commands = re.findall(r"^ +pilkades (.+)$", ask("demo", "--no-serve").out, re.MULTILINE)
    assert len(commands) >= 5
    for command in commands:
        assert ask(*shlex.split(command)).status == 0, command


def test_the_english_story_holds_no_indonesian_verdict(ask: Ask) -> None:
    out = ask("demo", "--no-serve", "--lang", "en").out
    assert "Tidak terpenuhi" not in out
    assert "tidak terpenuhi" not in out
