"""The public log: every act, its office, its days and figures; nobody's name, paper or free words."""

import re
from typing import Any

import pytest
from tests.web.public.content import append, filled, read, words
from tests.web.scenes import draft, election

from pilkades.acts.act import KINDS
from pilkades.acts.verification import Break, BrokenLink, Verification
from pilkades.base.errors import PilkadesError
from pilkades.base.language import same
from pilkades.web.core.models import ActRow, Election
from pilkades.web.public.record_page import ON_A_PAGE, PERSONAL, WORDS_SHOWN, facts_of, withheld_of

pytestmark = pytest.mark.django_db


def log(held: Election, query: str = "") -> str:
    return f"/publik/desa/{held.key}/catatan/{query}"


def test_the_log_names_office_act_day_and_figure_and_no_person() -> None:
    held = filled(election())
    text = words(log(held))
    assert "Ketua panitia pemilihan: penetapan calon" in text
    assert "Tanggal: Senin, 23 November 2026" in text
    assert "Jumlah anggota panitia: 7" in text
    assert "Yang membentuk: BPD" in text
    own = ("Siti Rahayu", "Bambang", "Budi Santoso", "Bu Rini", "Jalan Melati", "Balai desa")
    assert [name for name in own if name in text] == []
    assert "1 keterangan tidak ditampilkan." in text


def test_of_applicants_only_the_days_are_shown() -> None:
    act = draft("applications", date="2026-09-20", health=False, identity=True)
    assert [(fact.label.id, fact.value.id) for fact in facts_of(act)] == [
        ("Tanggal", "Minggu, 20 September 2026")
    ]
    assert withheld_of(act).id == "2 keterangan tidak ditampilkan."


def test_every_kind_named_as_personal_is_a_kind() -> None:
    assert set(KINDS) >= PERSONAL


def test_free_words_of_any_kind_of_act_are_left_out() -> None:
    """Whatever kind is added later: a fact in free words shows nothing unless it is named here."""
    shown = []
    for kind, payload in KINDS.items():
        for name, field in payload.model_fields.items():
            if "str" in str(field.annotation) and "Office" not in str(field.annotation):
                stated: dict[str, Any] = {name: "Pak Sukirman"}
                try:
                    act = draft(kind, **stated)
                except PilkadesError:
                    continue  # a list takes no words
                shown += [name for fact in facts_of(act) if "Sukirman" in fact.value.id]
    assert set(shown) == WORDS_SHOWN


def test_the_chain_is_verified_and_its_head_stands_whole() -> None:
    held = filled(election())
    text = words(log(held))
    assert "Rantai catatan utuh" in text
    assert held.head.digest in text
    assert all(row.digest[:16] in text for row in ActRow.objects.filter(election=held))
    assert "Berkas catatan belum dapat diunduh di sini." in text


def test_a_record_that_does_not_hold_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    held = filled(election())
    link = BrokenLink(1, None, Break.CONTENT, same("-"), same("-"))
    broken = Verification(held.key, 1, held.head.digest, link, (), ())
    monkeypatch.setattr("pilkades.web.public.record_page.verify", lambda _record: broken)
    assert "Rantai catatan perlu diperiksa" in words(log(held))


def test_a_correction_leads_to_the_act_that_it_corrects_on_whichever_page() -> None:
    held = election()
    first = append(held, draft(date="2026-06-02"))[-1]
    append(held, *(draft() for _ in range(ON_A_PAGE)))
    append(held, draft(date="2026-06-03"), corrects=first.id)
    text = read(log(held))
    [target] = re.findall(r'href="(\?halaman=\d+#c-[0-9a-f]+)">tindakan nomor 1<', text)
    assert target == f"?halaman=2#c-{first.digest[:12]}"
    assert f'id="c-{first.digest[:12]}"' in read(log(held, "?halaman=2"))


def test_facts_on_which_sources_differ_are_both_shown() -> None:
    act = draft("tps_plan", count=6)
    two = draft("tps_plan", count=7)
    both = {"count": (*act.facts["count"], *two.facts["count"])}
    [fact] = facts_of(type(act)(id=act.id, kind=act.kind, facts=both))
    assert fact.value.id == "6 / 7 (sumber berbeda)"


def test_what_was_not_done_is_said() -> None:
    assert [fact.value.id for fact in facts_of(draft("dps_announced", done=False))] == ["tidak"]
    assert facts_of(draft("dps_announced", done=True)) == ()


def test_an_empty_record_says_so() -> None:
    assert "Belum ada tindakan yang dicatat." in words(log(election()))
