from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.language import Text
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.status import STATUS_WORDS, Status
from pilkades.web.shared.components.words import long_moment
from pilkades.web.shared.templatetags.signs import SIGNS


def _said(source: str, language: str = "id", **values: object) -> str:
    with translation.override(language):
        return Template("{% load pilkades %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Text("tujuh belas", "seventeen"), "tujuh belas", "seventeen"),
        (2418, "2.418", "2,418"),
        (Decimal("61.3"), "61,3", "61.3"),
        (date(2026, 12, 7), "7 Desember 2026", "7 December 2026"),
        (Day.parse("2007-06-07"), "7 Juni 2007", "7 June 2007"),
        (None, "", ""),
    ],
)
def test_a_value_is_said_in_the_readers_language(value: object, indonesian: str, english: str) -> None:
    assert _said("{{ value|say }}", value=value) == indonesian
    assert _said("{{ value|say }}", "en", value=value) == english


def test_what_people_typed_is_escaped() -> None:
    assert _said("{{ value|say }}", value="<b>TPS</b>") == "&lt;b&gt;TPS&lt;/b&gt;"


@pytest.mark.parametrize(
    ("notation", "citation"),
    [
        ("pp-16-2026:39(2).d", "PP 16/2026 Pasal 39 ayat (2) huruf d"),
        ("permendagri-112-2014:16", "Permendagri 112/2014 Pasal 16"),
        ("kepbup-tegal-713-2026:lampiran.4", "Kepbup Tegal 713/2026 Lampiran angka 4"),
        ("unknown-1-2026:3", "unknown-1-2026 Pasal 3"),
    ],
)
def test_an_article_is_cited_by_the_instruments_short_name(notation: str, citation: str) -> None:
    cited = _said("{{ place|article }}", place=Article.parse(notation))
    assert cited.replace("\N{NO-BREAK SPACE}", " ") == citation


def test_the_letter_of_a_huruf_stays_on_its_line() -> None:
    cited = _said("{{ place|article }}", place=Article.parse("pp-16-2026:39(2).d"))
    assert cited.endswith("huruf\N{NO-BREAK SPACE}d")


@pytest.mark.parametrize(("hours", "zone"), [(7, "WIB"), (8, "WITA"), (9, "WIT")])
def test_a_moment_names_the_weekday_and_the_zone(hours: int, zone: str) -> None:
    moment = datetime(2026, 12, 7, 14, 5, tzinfo=timezone(timedelta(hours=hours)))
    assert long_moment(moment).id == f"Senin, 7 Desember 2026, 14.05 {zone}"
    assert f">Monday, 7 December 2026, 14:05 {zone}</time>" in _said("{{ at|moment }}", "en", at=moment)


def test_a_day_is_a_time_element_with_its_weekday() -> None:
    assert (
        _said("{{ day|day }}", day=date(2026, 12, 7))
        == '<time datetime="2026-12-07">Senin, 7 Desember 2026</time>'
    )


TODAY = date(2026, 12, 7)


@pytest.mark.parametrize(
    ("until", "left", "unit", "indonesian", "english", "status"),
    [
        (
            date(2026, 12, 22),
            11,
            "working_day",
            "Sisa 11 hari kerja",
            "11 working days left",
            Status.ON_SCHEDULE,
        ),
        (date(2026, 12, 10), 3, "working_day", "Sisa 3 hari kerja", "3 working days left", Status.DUE),
        (
            date(2026, 12, 11),
            4,
            "calendar_day",
            "Sisa 4 hari kalender",
            "4 calendar days left",
            Status.ON_SCHEDULE,
        ),
        (date(2026, 12, 8), 1, "working_day", "Sisa 1 hari kerja", "1 working day left", Status.DUE),
        (TODAY, 0, "working_day", "Batas hari ini", "Due today", Status.DUE),
        (date(2026, 12, 3), -2, "working_day", "Lewat 2 hari kerja", "2 working days past", Status.LATE),
        (date(2026, 12, 6), 0, "working_day", "Batas sudah lewat", "The limit has passed", Status.LATE),
        (
            date(2026, 12, 13),
            0,
            "working_day",
            "Tidak ada hari kerja tersisa",
            "No working day is left",
            Status.DUE,
        ),
        (date(2026, 12, 22), None, "working_day", "", "", Status.ON_SCHEDULE),
    ],
)
def test_what_is_left_is_said_in_working_or_calendar_days(
    until: date, left: int | None, unit: str, indonesian: str, english: str, status: Status
) -> None:
    limit = Deadline(until, TODAY, left, unit)
    assert (limit.remaining.id, limit.remaining.en, limit.status) == (indonesian, english, status)


def test_a_limit_in_one_line_says_day_rest_and_article() -> None:
    basis = Basis(Article.parse("pp-16-2026:39(2).d"))
    limit = Deadline(date(2026, 12, 22), TODAY, 11, basis=(basis,))
    line = _said("{% countdown limit %}", limit=limit).replace("\N{NO-BREAK SPACE}", " ")
    assert ">Selasa, 22 Desember 2026</time>" in line
    assert ">sisa 11 hari kerja</span>" in line
    assert line.endswith("PP 16/2026 Pasal 39 ayat (2) huruf d")
    assert "H-" not in line


def test_a_limit_with_an_hour_says_the_hour_and_the_zone() -> None:
    assert (
        Deadline(TODAY, TODAY, 0, at=time(23, 59), zone="WIB").day.id == "Senin, 7 Desember 2026, 23.59 WIB"
    )


def test_an_unverified_source_is_said_to_be_so() -> None:
    basis = Basis(Article.parse("pp-16-2026:39(2).d"), "unverified")
    assert "(sumber belum dipastikan)" in _said("{% show basis %}", basis=basis)
    assert "(" not in _said("{% show basis %}", basis=Basis(Article.parse("pp-16-2026:39"), "primary"))


@pytest.mark.parametrize("state", list(Status))
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_state_has_its_own_sign_and_word(state: Status, language: str) -> None:
    shown = _said("{% status state %}", language, state=state.value)
    word = STATUS_WORDS[state]
    assert (word.en if language == "en" else word.id) in shown
    assert SIGNS[state.value] in shown
    assert 'aria-hidden="true"' in shown


def test_no_two_states_share_a_sign() -> None:
    assert len({SIGNS[state.value] for state in Status}) == len(Status)


def test_a_state_may_bring_its_own_word() -> None:
    shown = _said("{% status 'done' word %}", word=Text("Sesuai", "In order"))
    assert "Sesuai</span>" in shown


def test_nothing_is_shown_for_nothing() -> None:
    assert _said("{% show nothing %}", nothing=None) == ""
