from dataclasses import is_dataclass
from datetime import date, timedelta
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any

import pytest
from django.template import Template
from hypothesis import given
from hypothesis import strategies as st
from tests.web.shared import gallery

from pilkades.base.findings import VERDICTS, Verdict
from pilkades.base.language import Text, same
from pilkades.web.shared import components
from pilkades.web.shared.components.course import Course, Span, StageOfSteps, Step, Timeline
from pilkades.web.shared.components.decision import Download
from pilkades.web.shared.components.due import Task, TaskList
from pilkades.web.shared.components.record import Certainty, Ladder, Results, Tally
from pilkades.web.shared.components.status import Status, tag_of

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def _templates_named() -> set[str]:
    found = set()
    for module in iter_modules(components.__path__):
        for value in vars(import_module(f"{components.__name__}.{module.name}")).values():
            if isinstance(value, type) and is_dataclass(value) and hasattr(value, "template"):
                found.add(value.template)
    return found


def test_every_component_has_a_template_and_stands_in_the_gallery(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: set[str] = set()
    plain = Template.render

    def render(self: Template, *values: Any, **named: Any) -> Any:  # noqa: ANN401 -- as Django's own
        rendered.add(str(self.name))
        return plain(self, *values, **named)

    monkeypatch.setattr(Template, "render", render)
    for name in gallery.PAGES:
        gallery.render(name, "id")
    folder = resources.files("pilkades.web.shared") / "templates" / "shared" / "components"
    files = {f"shared/components/{file.name}" for file in folder.iterdir()}
    assert _templates_named() | {"shared/components/task_rows.html"} == files
    assert files <= rendered


def test_only_five_rows_of_work_are_shown() -> None:
    tasks = tuple(Task("#", same(str(number))) for number in range(7))
    assert TaskList(same("x"), tasks).shown == tasks[:5]


def test_a_stage_counts_what_is_done_and_what_needs_a_look() -> None:
    states = [Status.DONE, Status.DONE, Status.LATE, Status.TROUBLE, Status.NOT_STARTED]
    stage = StageOfSteps(1, same("x"), tuple(Step("1.1", same("x"), state) for state in states))
    assert (stage.done, stage.troubled) == (2, 2)


def test_a_step_that_cannot_start_is_no_link() -> None:
    html = gallery.render("course", "id")
    blocked = html.partition("Penetapan DPT (daftar pemilih tetap)")[0].rpartition("<li")[2]
    assert "<a " not in blocked
    assert "Menunggu langkah sebelumnya." in html


def test_only_the_current_stage_stands_open() -> None:
    html = gallery.render("course", "id").partition("<main")[2]
    assert html.count("<details open>") == 1
    assert html.partition("<details open>")[2].index("Pendaftaran pemilih") < 200


def test_the_button_of_a_gate_appears_when_nothing_is_missing() -> None:
    shut, _, opened = gallery.render("gate", "id").partition("gate-open")
    assert 'class="button"' not in shut
    assert 'class="button"' in opened
    assert "disabled" not in shut


@given(st.lists(st.tuples(DAYS, st.integers(0, 90)), min_size=1, max_size=12), DAYS)
def test_bars_lie_where_their_days_lie(windows: list[tuple[date, int]], today: date) -> None:
    spans = tuple(
        Span(same("x"), start, start + timedelta(days=length), Status.DONE) for start, length in windows
    )
    timeline = Timeline(same("x"), spans, today)
    whole = (timeline.end - timeline.start).days + 1
    for bar in timeline.bars:
        days = (bar.span.end - bar.span.start).days + 1
        assert abs(bar.left * whole - (bar.span.start - timeline.start).days * 10_000) < whole
        assert abs(bar.width * whole - days * 10_000) <= 2 * whole
        assert bar.left >= 0
        assert bar.left + bar.width <= 10_001
    assert bool(timeline.now) == (timeline.start <= today <= timeline.end)
    firsts = {day for day in (timeline.start + timedelta(days=n) for n in range(whole)) if day.day == 1}
    assert {tick.day for tick in timeline.ticks} <= firsts
    assert timeline.ticks[0].day == timeline.start
    assert sum(not tick.wide for tick in timeline.ticks) <= 4


def test_days_of_one_year_name_the_year_once() -> None:
    span = Span(same("x"), date(2026, 8, 7), date(2026, 8, 24), Status.DONE)
    assert span.days == Text(
        "Jumat, 7 Agustus sampai Senin, 24 Agustus 2026", "Friday, 7 August to Monday, 24 August 2026"
    )
    across = Span(same("x"), date(2026, 12, 29), date(2027, 1, 19), Status.DONE)
    assert across.days.id == "Selasa, 29 Desember 2026 sampai Selasa, 19 Januari 2027"


def test_the_table_beside_the_bars_says_the_same() -> None:
    html = gallery.render("timeline", "id")
    bars, _, table = html.partition("<table>")
    assert table.count('<th scope="row">') == bars.count('class="bar-text"') > 30
    assert "PP 16/2026" in table


def test_every_verdict_keeps_its_own_word() -> None:
    assert {tag_of(verdict).says.id.lower() for verdict in Verdict} == {word.id for word in VERDICTS.values()}


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_ladder_reaches_as_far_as_its_certainty(certainty: Certainty) -> None:
    ladder = Ladder(certainty)
    order = [Certainty.PROVISIONAL, Certainty.CHECKED, Certainty.ADOPTED]
    reached = order.index(certainty) + 1 if certainty in order else 0
    assert [rung.reached for rung in ladder.rungs] == [True] * reached + [False] * (3 - reached)
    assert [rung.current for rung in ladder.rungs].count(True) == min(reached, 1)


def test_shares_are_of_the_valid_votes_and_never_stand_without_them() -> None:
    # Bani Amas 2007: 290 of 811 valid votes are 35.76 per cent (replayed from its source), 35.8 to one place.
    results = Results(
        Ladder(Certainty.ADOPTED), (Tally(1, "A", 290), Tally(2, "B", 285), Tally(3, "C", 236)), 0
    )
    assert results.valid == 811
    assert [str(share) for _, share, _ in results.rows] == ["35.8", "35.1", "29.1"]
    assert Results(Ladder(Certainty.PROVISIONAL), (Tally(1, "A", 0),), 0).rows[0][2] == "0%"


def test_no_winner_is_named_or_marked_while_the_count_is_provisional() -> None:
    html = gallery.render("counting", "id").partition("<main")[2]
    assert "Hitungan sementara" in html
    assert "4 dari 6 TPS" in html
    assert not [word for word in ("terpilih", "menang", "unggul", "tag-ok", "M7.5 12.5") if word in html]


def test_a_file_says_its_kind_and_its_size_rounded_up() -> None:
    assert Download("#", same("x"), "PDF", 83_400).weight.id == "PDF, 84 KB"
    assert Download("#", same("x"), "PDF", 2_000_001).weight.id == "PDF, 2.001 KB"


def test_a_blank_answer_is_shown_as_not_filled_in() -> None:
    assert "Belum diisi" in gallery.render("check", "id")
    assert "Not filled in yet" in gallery.render("check", "en")


def test_the_course_is_an_ordered_list() -> None:
    assert Course.template.endswith("course.html")
    html = gallery.render("course", "id")
    assert html.count("<ol") == html.count("</ol>") == 5


@pytest.mark.parametrize(("name", "word"), [("rehearsal", "MODE LATIHAN"), ("demonstration", "DEMONSTRASI")])
def test_a_mode_that_is_not_real_is_said_at_head_and_foot(name: str, word: str) -> None:
    html = gallery.render(name, "id")
    head, _, foot = html.partition("<main")
    assert word in head
    assert word in foot.partition("<footer")[2]
    assert word not in gallery.render("desk", "id")


def test_every_page_says_who_publishes_it_and_that_it_is_not_kpu() -> None:
    for name in gallery.PAGES:
        assert "bukan KPU." in gallery.render(name, "id").partition("<footer")[2], name
