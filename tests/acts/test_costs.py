from tests.acts.conftest import act_id, make_draft

from pilkades.acts.act import Act
from pilkades.acts.announced import announcements
from pilkades.acts.costs import costs, expenses, planned
from pilkades.acts.record import Record, append

PLAN = [
    {"item": "Surat suara", "rupiah": 3_000_000, "source": "APBD"},
    {"item": "Honor KPPS", "rupiah": 5_400_000, "source": "APBDesa"},
]


def record(*drafts: Act) -> Record:
    held = Record("99.01.01.2001-2026-12-06")
    for one in drafts:
        held = append(held, one, held.head)
    return held


def test_plan_spending_and_rest_of_each_item_by_hand() -> None:
    held = record(
        make_draft(1, "budget", lines=PLAN),
        make_draft(2, "expense", item="surat  SUARA", rupiah=1_250_000),
        make_draft(3, "expense", item="Surat suara", rupiah=2_000_000),
        make_draft(4, "expense", item="Konsumsi", rupiah=400_000),
    )
    found = {one.item: (one.planned, one.spent, one.left) for one in costs(held)}
    assert found == {
        "Surat suara": (3_000_000, 3_250_000, -250_000),
        "Honor KPPS": (5_400_000, 0, 5_400_000),
        "Konsumsi": (None, 400_000, -400_000),
    }


def test_a_later_plan_stands_in_place_of_the_earlier_and_an_act_without_items_does_not() -> None:
    held = record(
        make_draft(1, "budget", lines=PLAN),
        make_draft(2, "budget", lines=PLAN[:1]),
        make_draft(3, "budget", approved_on="2026-09-01"),
    )
    assert [line.item for line in planned(held)] == ["Surat suara"]


def test_a_corrected_expense_counts_once_with_its_corrected_amount() -> None:
    held = record(
        make_draft(1, "expense", item="Tinta", rupiah=90_000, paid_to="Toko Maju"),
        make_draft(2, "expense", corrects=act_id(1), rupiah=80_000),
    )
    (one,) = expenses(held)
    assert (one.rupiah, one.paid_to, one.act.id) == (80_000, "Toko Maju", act_id(1))


def test_announcements_come_newest_first_as_they_stand_today() -> None:
    held = record(
        make_draft(1, "announcement", title="Pendaftaran dibuka", words="Mulai 14 September."),
        make_draft(2, "announcement", title="Jadwal kampanye"),
        make_draft(3, "announcement", corrects=act_id(1), words="Mulai 15 September."),
    )
    assert [(one.title, one.words) for one in announcements(held)] == [
        ("Jadwal kampanye", ""),
        ("Pendaftaran dibuka", "Mulai 15 September."),
    ]
