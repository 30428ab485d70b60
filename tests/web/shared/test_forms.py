from datetime import date

import pytest
from django import forms
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from pilkades.web.shared.components.faults import FaultSummary
from pilkades.web.shared.forms import DateEntry


class _Form(forms.Form):
    on = DateEntry(label="Tanggal")
    choice = forms.ChoiceField(label="Tempat", choices=[("a", "A")], widget=forms.RadioSelect)
    number = forms.IntegerField(label="Jumlah")
    paper = forms.FileField(label="Berkas")


def _sent(day: str, month: str, year: str) -> _Form:
    return _Form({"on_0": day, "on_1": month, "on_2": year}, MultiValueDict())


@given(st.dates())
def test_every_day_of_the_calendar_can_be_typed(day: date) -> None:
    form = _sent(str(day.day), f"{day.month:02}", str(day.year))
    form.is_valid()
    assert form.cleaned_data["on"] == day


@pytest.mark.parametrize(
    "typed", [("31", "2", "2027"), ("29", "2", "2026"), ("0", "1", "2026"), ("1", "13", "2026")]
)
def test_a_day_that_no_calendar_has_is_refused_with_what_to_do(typed: tuple[str, str, str]) -> None:
    with translation.override("id"):
        assert _sent(*typed).errors["on"] == [
            "Tanggal ini tidak ada di kalender. Periksa tanggal, bulan, dan tahun."
        ]


@pytest.mark.parametrize("typed", [("", "", ""), ("3", "", "2026"), ("3", "4", "")])
def test_an_empty_box_asks_for_day_month_and_year(typed: tuple[str, str, str]) -> None:
    with translation.override("id"):
        assert _sent(*typed).errors["on"] == ["Isi tanggal, bulan, dan tahun."]


def test_letters_in_a_box_ask_for_numbers() -> None:
    with translation.override("id"):
        assert _sent("3", "Maret", "2026").errors["on"] == ["Isi dengan angka."]


def test_a_date_on_record_fills_the_boxes() -> None:
    html = str(_Form(initial={"on": date(2026, 12, 7)})["on"])
    assert [f'value="{part}"' in html for part in ("7", "12", "2026")] == [True] * 3
    assert html.count("<label") == 3
    assert html.count('inputmode="numeric"') == 3


def test_the_summary_follows_the_fields_and_leads_to_the_first_box() -> None:
    with translation.override("id"):
        summary = FaultSummary.of(_sent("", "", ""))
    assert [fault.href for fault in summary.faults] == ["#id_on_0", "#id_choice_0", "#id_number", "#id_paper"]


@pytest.mark.parametrize(("language", "said"), [("id", "Isi bagian ini."), ("en", "Fill this in.")])
def test_djangos_own_messages_are_said_in_plain_words(language: str, said: str) -> None:
    with translation.override(language):
        assert _sent("", "", "").errors["number"] == [said]
