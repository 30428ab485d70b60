"""A village for its people: dates and which they are, who stands, what was told, who runs it."""

from datetime import date, datetime

import pytest
from tests.web.public.content import PEOPLE, VOTES, addresses, append, filled, queries, read, words
from tests.web.scenes import draft, election

from pilkades.base.findings import STAGES
from pilkades.web.core.models import Election
from pilkades.web.core.queries.states import state_of
from pilkades.web.public.course import schedule_shown
from pilkades.web.public.dates import dates_of

pytestmark = pytest.mark.django_db
ADOPTED = [
    {"key": "dps-posting", "stage": "voters", "name": "pengumuman DPS", "first": "2026-10-20",
     "last": "2026-10-24"},
    {"key": "polling", "stage": "polling", "name": "pemungutan suara", "first": "2026-12-06",
     "last": "2026-12-06"},
    {"key": "tambahan", "stage": "campaign", "name": "debat terbuka calon", "last": "2026-11-30"},
]  # fmt: skip


def at(held: Election, rest: str = "", language: str = "") -> str:
    return f"/publik/{language}desa/{held.key}/{rest}"


def test_all_seven_stages_stand_on_the_page_with_their_days() -> None:
    """Kepbup Tegal 713/2026: DPS posted from 19 October, quiet days 2 to 4 December for 6 December 2026."""
    held = election()
    section = read(at(held)).partition("Tahapan dan tanggal")[2].partition("</section>")[0]
    assert section.count('class="stage-no"') == 7
    order = [section.index(f">{label.id}<") for label in STAGES.values()]
    assert order == sorted(order)
    text = words(at(held))
    assert "Kampanye dan masa tenang" in text
    assert "sampai Jumat, 4 Desember 2026" in text


def test_the_timetable_names_every_step_with_its_days_and_its_article() -> None:
    held = election()
    state = state_of(held, date(2026, 8, 3))
    text = words(at(held, "jadwal/"))
    missing = [row.label.id for row in state.timetable if row.label.id.lower() not in text.lower()]
    assert (len(state.timetable) > 30, missing) == (True, [])
    assert "Rabu, 2 Desember sampai Jumat, 4 Desember 2026" in text
    assert "Kepbup Tegal 713/2026 Lampiran angka 28" in text


def test_a_proposal_is_called_a_proposal_everywhere() -> None:
    held = election()
    for rest in ("", "jadwal/"):
        assert "Tanggal ini usulan menurut hukum yang berlaku" in words(at(held, rest))
    assert "(usulan jadwal)" in words(at(held))
    assert "These dates are proposed by the law in force" in words(at(held, language="en/"))


def test_once_a_timetable_is_adopted_its_days_stand_everywhere_and_it_is_said() -> None:
    held = election()
    append(held, draft("schedule_adopted", date="2026-08-10", document="7/PAN/2026", steps=ADOPTED))
    said = "jadwal yang ditetapkan panitia Senin, 10 Agustus 2026. Surat: 7/PAN/2026."
    for rest in ("", "jadwal/"):
        text = words(at(held, rest))
        assert said in text
        assert "usulan" not in text.lower()
    assert "Pengumuman dan perbaikan DPS, Selasa, 20 Oktober sampai Sabtu, 24 Oktober 2026" in words(at(held))
    assert "Debat terbuka calon Senin, 30 November 2026" in words(at(held, "jadwal/"))
    assert "menurut jadwal panitia: pengumuman dan perbaikan DPS" in words("/publik/kabupaten/33.28/")
    assert dates_of(state_of(held, date(2026, 8, 3))).of(next(iter(STAGES))) == ()


def test_what_is_past_its_day_is_told_as_two_facts_and_nobody_is_called_late() -> None:
    held = election()
    append(held, draft("term", ends="2026-12-26"))
    shown = schedule_shown(state_of(held, date(2026, 10, 1)))
    tags = {step.tag.says.id for stage in shown.stages for step in (*stage.steps, *stage.limits) if step.tag}
    assert tags <= {"Ada dalam catatan", "Belum ada dalam catatan", "Hanya bila diperlukan"}
    assert "Belum ada dalam catatan" in tags
    for rest in ("", "jadwal/"):
        text = words(at(held, rest)).lower()
        assert [word for word in ("lewat batas", "terlambat", "perlu dilihat") if word in text] == []


def test_a_step_whose_act_is_recorded_says_so() -> None:
    held = election()

    def tag() -> str:
        held.head.refresh_from_db()
        shown = schedule_shown(state_of(held, date(2026, 10, 1)))
        [step] = [step for step in shown.stages[0].steps if step.label.id.startswith("Pembentukan panitia")]
        assert step.tag is not None
        return step.tag.says.id

    before = tag()
    append(held, draft("committee_established", date="2026-07-03"))
    assert (before, tag()) == ("Belum ada dalam catatan", "Ada dalam catatan")


def test_without_a_list_of_steps_the_days_are_said_to_be_unknown() -> None:
    """For 2007 in Bengkayang no list of steps is held."""
    held = election("61.07.01.2001", law="bengkayang")
    Election.objects.filter(pk=held.pk).update(polling_day=date(2007, 6, 7))
    for rest in ("", "jadwal/"):
        assert "Tanggal belum diketahui." in words(at(held, rest))
    assert "jadwal.ics" not in read(at(held))


def test_no_name_stands_on_the_page_before_the_candidates_are_announced() -> None:
    held = election()
    append(held, draft("candidates_adopted", date="2026-11-23", people=PEOPLE))
    before = [words(where) for where in addresses(held).values()]
    append(held, draft("candidates_announced", date="2026-11-24"))
    after = words(at(held))
    assert [text for text in before if "Siti Rahayu" in text] == []
    assert (
        "Calon sudah ditetapkan. Pengumumannya belum dicatat."
        in before[list(addresses(held)).index("village")]
    )
    assert "2 calon: nomor 1 Siti Rahayu; nomor 2 Bambang Supriyadi." in after
    for where in addresses(held).values():
        assert [own for own in ("jalan melati", "41 tahun", "umur") if own in words(where).lower()] == []


def test_when_sources_differ_on_the_candidates_no_name_is_shown() -> None:
    held = election()
    append(
        held,
        draft("candidates_adopted", date="2026-11-23", people=PEOPLE),
        draft("candidates_adopted", date="2026-11-23", people=PEOPLE[:1]),
        draft("candidates_announced", date="2026-11-24"),
    )
    text = words(at(held))
    assert "Sumber berbeda tentang nama calon" in text
    assert "Siti Rahayu" not in text


def test_those_who_stand_on_the_result_are_named_even_without_an_announcement() -> None:
    held = election()
    append(held, draft("candidates_adopted", people=PEOPLE), draft("tally", votes=VOTES))
    assert "nomor 1 Siti Rahayu" in words(at(held))


def test_an_announcement_stands_with_its_own_words_its_place_and_its_day() -> None:
    held = election()
    assert "Belum ada pengumuman yang dicatat." in words(at(held))
    append(
        held,
        draft("dps_announced", date="2026-10-19"),
        draft(
            "announcement", date="2026-10-21", title="Perbaikan DPS", posted_at="Balai RW 02",
            words="Bawa KTP ke balai desa.",
        ),
    )  # fmt: skip
    text = words(at(held)).partition("Pengumuman ")[2]
    assert "Perbaikan DPS Rabu, 21 Oktober 2026. Tempat: Balai RW 02. Bawa KTP ke balai desa." in text
    assert text.index("Perbaikan DPS Rabu") < text.index("Pengumuman DPS Senin, 19 Oktober 2026")
    append(held, draft("dptb_announced", done=False))
    assert "Pengumuman daftar pemilih tambahan" not in words(at(held))


def test_the_committee_is_told_as_its_decree_forms_it() -> None:
    held = election()
    assert "Penetapan panitia belum dicatat." in words(at(held))
    append(
        held,
        draft("committee_established", date="2026-07-10", members=7, chair=True, secretary=True,
              formed_by="bpd", document="141/3/2026"),
    )  # fmt: skip
    text = words(at(held))
    assert "Panitia ditetapkan Jumat, 10 Juli 2026. Yang membentuk: BPD. Surat: 141/3/2026." in text
    assert "Jumlah anggota: 7. Susunan: ketua, sekretaris." in text
    assert "Budi Santoso" not in text


@pytest.mark.parametrize(
    ("day", "lead"),
    [
        ("2026-12-05T02:00:00+00:00", "Pemungutan suara: Minggu, 6 Desember 2026."),
        ("2026-12-05T18:00:00+00:00", "Pemungutan suara hari ini, Minggu, 6 Desember 2026."),
        (
            "2026-12-06T18:00:00+00:00",
            "Hari pemungutan suara: Minggu, 6 Desember 2026. Hari itu sudah lewat.",
        ),
    ],
)
def test_the_first_sentence_follows_the_day_where_the_village_lies(
    monkeypatch: pytest.MonkeyPatch, day: str, lead: str
) -> None:
    monkeypatch.setattr("pilkades.web.core.clock.now", lambda: datetime.fromisoformat(day))
    assert lead in words(at(election()))


def test_a_village_asks_as_often_for_thirty_acts_as_for_one() -> None:
    counts = []
    for code, several in (("33.28.01.2001", 1), ("33.28.01.2002", 30)):
        held = election(code)
        append(held, *(draft() for _ in range(several)))
        counts.append([len(queries(at(held, rest))) for rest in ("", "jadwal/", "jadwal.ics", "catatan/")])
    assert counts == [[2, 2, 2, 2], [2, 2, 2, 2]]


def test_english_pages_hold_no_indonesian_sentence() -> None:
    held = filled(election())
    for name, where in addresses(held).items():
        if name.startswith("en:"):
            text = words(where)
            for said in ("Belum", "Pemungutan suara:", "Catatan ini", "Diterbitkan", "Menurut", "Halaman"):
                assert said not in text, (where, said)


@pytest.mark.parametrize(("code", "law"), [("33.28.01.2001", "tegal"), ("33.29.01.2001", "")])
def test_when_the_candidates_will_be_known_is_said_under_county_and_national_steps(
    code: str, law: str
) -> None:
    text = words(at(election(code, law=law)))
    answer = text.partition("Siapa calonnya?")[2].partition("Apakah saya terdaftar?")[0]
    assert "Belum diumumkan. Menurut usulan jadwal, " in answer
    assert "pengumuman calon: " in answer
    assert answer.rstrip(" .").endswith("2026")
