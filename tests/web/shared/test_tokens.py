import gzip
import re
from collections.abc import Iterator
from importlib import resources

import pytest

from pilkades.web.shared.components.status import TONES, Tone

STATIC = resources.files("pilkades.web.shared") / "static" / "shared"
TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")
SITE = (STATIC / "site.css").read_text(encoding="utf-8")

# ui.md section 3, with the lowest ratio its table prints for each ink.
LIGHT = {
    "bg": "#FFFFFF", "surface": "#F3F6F7", "text": "#14181B", "text-2": "#465157", "link": "#094E76",
    "visited": "#5A3A8E", "primary": "#0B5368", "on-primary": "#FFFFFF", "danger": "#951F17",
    "danger-tint": "#FBEAE8", "warn": "#744000", "warn-tint": "#FFF3DC", "ok": "#0A5838",
    "ok-tint": "#E5F3EC", "info": "#0B4A7A", "info-tint": "#E6F0F8", "border": "#5B676D", "line": "#C3CCD1",
}  # fmt: skip
DARK = {
    "bg": "#101416", "surface": "#1B2226", "text": "#F1F4F5", "text-2": "#B9C3C8", "link": "#8CC7EA",
    "visited": "#C9B3F2", "primary": "#7CC4D8", "on-primary": "#07181D", "danger": "#FF9D94",
    "danger-tint": "#3A1512", "warn": "#FFC46B", "warn-tint": "#33240A", "ok": "#7FD8A8",
    "ok-tint": "#0E2A1D", "info": "#9CCBF2", "info-tint": "#10263A", "border": "#8E9BA1", "line": "#3A454A",
}  # fmt: skip
PAIRS = [
    *((ink, ground) for ink in ("text", "text-2", "link", "visited") for ground in ("bg", "surface")),
    *((tone, f"{tone}-tint") for tone in ("danger", "warn", "ok", "info")),
    *((tone, ground) for tone in ("danger", "warn", "ok", "info") for ground in ("bg", "surface")),
    ("link", "warn-tint"),
    ("on-primary", "primary"),
]


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-F]{6})\b", block))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _themes() -> Iterator[tuple[str, dict[str, str]]]:
    light, _, rest = TOKENS.partition("prefers-color-scheme:dark")
    yield "light", _tokens(light)
    yield "dark", {**_tokens(light), **_tokens(rest.partition("@media print")[0])}


def test_the_formula_gives_the_published_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "printed"), [("light", LIGHT), ("dark", DARK)])
def test_the_tokens_are_those_of_the_design(theme: str, printed: dict[str, str]) -> None:
    held = dict(_themes())[theme]
    assert {name: held[name] for name in printed} == printed


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_ink_stands_out_from_its_ground_seven_to_one(theme: str, ink: str, ground: str) -> None:
    tokens = dict(_themes())[theme]
    assert contrast(tokens[ink], tokens[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_of_inputs_stand_out_three_to_one(theme: str) -> None:
    tokens = dict(_themes())[theme]
    assert min(contrast(tokens["border"], tokens[ground]) for ground in ("bg", "surface")) >= 3


def test_the_focus_is_seen_on_light_and_on_dark() -> None:
    light = dict(_themes())["light"]
    assert (light["focus"], light["focus-glow"]) == ("#0B0C0C", "#FFDD00")
    assert contrast(light["focus"], LIGHT["bg"]) >= 3
    assert contrast(light["focus-glow"], DARK["bg"]) >= 3
    assert "outline:none" not in SITE
    assert "outline:0" not in SITE


def test_the_style_sheets_of_the_whole_site_weigh_less_than_eight_kilobytes_as_they_are_sent() -> None:
    """WhiteNoise sends them compressed; of the 50 KB of a public page they may take a sixth."""
    assert sum(len(gzip.compress(sheet.encode(), 6)) for sheet in (TOKENS, SITE)) < 8_000


def test_the_style_sheets_load_nothing_from_elsewhere() -> None:
    assert re.findall(r"url\(|@import|@font-face", TOKENS + SITE) == []


def test_colours_stand_in_the_tokens_alone() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", SITE) == []


def test_red_is_kept_for_what_must_be_repaired() -> None:
    assert [state.value for state, tone in TONES.items() if tone is Tone.DANGER] == ["trouble"]
