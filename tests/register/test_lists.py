"""DPS, DPTb and DPT: fixed versions, what changed between them, and the closed DPT of Ps. 20."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import BENGKAYANG, PERMENDAGRI, adult, born

from pilkades.acts.payload import Office
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.register.act_facts import corrections_facts, dps_facts, dpt_facts, dptb_facts
from pilkades.register.changes import (
    ChangeKind,
    ClosedDpt,
    RemovalReason,
    changes,
    may_touch,
    note_death,
)
from pilkades.register.lists import (
    Entry,
    ListKind,
    ListVersion,
    OrderBy,
    adopt,
    copies,
    draw_up,
    freeze,
    order_of,
)
from pilkades.register.reasons import Stated
from pilkades.regulation.rulebook import Rulebook

ATURAN_003 = Rulebook.at(date(2019, 8, 1), "aturan-003")


def entry(person: str, name: str, **changes_: object) -> Entry:
    return Entry(person, adult(name=name, **changes_), nik_mark=f"mark-{person}")


def names(version: ListVersion) -> list[str]:
    return [item.voter.name for item in version.entries]


PEOPLE = [
    entry("p1", "Dewi", rt="002", tps="1"),
    entry("p2", "Agus", rt="002", tps="1"),
    entry("p3", "citra", rt="001", tps="2"),
    entry("p4", "Budi", rt="001", tps="1"),
]
DPS = freeze(ListKind.DPS, PEOPLE, [OrderBy.NAME])


def test_perda_bengkayang_orders_the_dps_by_the_alphabet() -> None:
    """Ps. 6 huruf b: menyusun daftar pemilih sementara menurut abjad."""
    order = order_of(BENGKAYANG.rulebook)
    assert order == (OrderBy.NAME,)
    assert names(freeze(ListKind.DPS, PEOPLE, order)) == ["Agus", "Budi", "citra", "Dewi"]


def test_source_003_orders_the_dps_by_the_alphabet_within_each_rt() -> None:
    """Butir 2.g.8: secara alfabetis pada masing-masing RT."""
    order = order_of(ATURAN_003)
    assert order == (OrderBy.RT, OrderBy.NAME)
    assert names(freeze(ListKind.DPS, PEOPLE, order)) == ["Budi", "citra", "Agus", "Dewi"]


def test_the_permendagri_sets_no_order_and_the_committee_must_choose() -> None:
    assert order_of(PERMENDAGRI.rulebook) is None


@given(st.permutations(PEOPLE))
def test_the_same_people_give_the_same_list_and_digest_in_whatever_order_they_come(
    people: list[Entry],
) -> None:
    assert freeze(ListKind.DPS, people, [OrderBy.NAME]) == DPS


def test_any_changed_row_and_the_kind_of_list_give_another_digest() -> None:
    corrected = [*PEOPLE[:3], entry("p4", "Budiman", rt="001", tps="1")]
    digests = {
        DPS.digest,
        freeze(ListKind.DPS, corrected, [OrderBy.NAME]).digest,
        freeze(ListKind.DPS, PEOPLE[:3], [OrderBy.NAME]).digest,
        freeze(ListKind.DPT, PEOPLE, [OrderBy.NAME]).digest,
    }
    assert len(digests) == 4


def test_the_digest_depends_on_the_marks_and_never_on_the_numbers_themselves() -> None:
    bare = [Entry(item.person, replace(item.voter, nik=None, kk=None), item.nik_mark) for item in PEOPLE]
    assert freeze(ListKind.DPS, bare, [OrderBy.NAME]).digest == DPS.digest
    marked_otherwise = [replace(PEOPLE[0], nik_mark="other"), *PEOPLE[1:]]
    assert freeze(ListKind.DPS, marked_otherwise, [OrderBy.NAME]).digest != DPS.digest


def test_nobody_stands_on_a_list_twice() -> None:
    with pytest.raises(PilkadesError, match="listed-twice"):
        freeze(ListKind.DPS, [PEOPLE[0], PEOPLE[0]], [OrderBy.NAME])


def test_each_polling_station_has_its_copy_under_the_numbers_of_the_whole_list() -> None:
    per_tps = copies(DPS, OrderBy.TPS)
    assert {tps: [number for number, _ in rows] for tps, rows in per_tps.items()} == {
        "1": [1, 2, 4],
        "2": [3],
    }


def test_people_are_parted_by_the_law_of_the_polling_day() -> None:
    child = Entry("p5", born(date(2012, 1, 1)))
    silent = Entry("p6", replace(adult(), disenfranchised=None))
    drawn = draw_up([*PEOPLE, child, silent], replace(PERMENDAGRI, stated=Stated()))
    assert [item.person for item in drawn.listed] == ["p1", "p2", "p3", "p4"]
    assert [item.person for item, _ in drawn.left_out] == ["p5"]
    assert [item.person for item, _ in drawn.undecided] == ["p6"]


def test_the_change_list_names_who_was_added_corrected_and_removed_and_why() -> None:
    after = freeze(
        ListKind.DPS,
        [entry("p1", "Dewi Sartika", rt="002", tps="1"), *PEOPLE[1:3], entry("p7", "Eka")],
        [OrderBy.NAME],
    )
    found = changes(DPS, after, {"p4": RemovalReason.DIED})
    assert [(item.kind, item.person, item.fields, item.reason) for item in found] == [
        (ChangeKind.REMOVED, "p4", (), RemovalReason.DIED),
        (ChangeKind.CORRECTED, "p1", ("name",), None),
        (ChangeKind.ADDED, "p7", (), None),
    ]
    assert changes(DPS, DPS, {}) == ()


def test_nobody_is_removed_without_a_reason() -> None:
    with pytest.raises(PilkadesError, match="removal-without-reason"):
        changes(DPS, freeze(ListKind.DPS, PEOPLE[1:], [OrderBy.NAME]), {})


def test_two_additions_and_five_corrections_become_the_facts_of_bani_amas() -> None:
    """Bani Amas 2007: two voters added and five names corrected."""
    before = freeze(ListKind.DPS, [entry(f"v{n}", f"Warga {n}") for n in range(20)], [OrderBy.NAME])
    corrected = [entry(f"v{n}", f"Warga {n}" if n >= 5 else f"Warga Baru {n}") for n in range(20)]
    after = freeze(
        ListKind.DPS, [*corrected, entry("a1", "Tambahan"), entry("a2", "Tambahan")], [OrderBy.NAME]
    )
    facts = corrections_facts(changes(before, after, {}))
    assert (facts.additions, facts.corrections) == (2, 5)


def test_a_plan_of_stations_is_no_correction_of_names() -> None:
    """The act counts "perbaikan nama"; a committee that shares out its stations corrects nobody."""
    before = freeze(ListKind.DPS, [entry(f"v{n}", f"Warga {n}") for n in range(4)], [OrderBy.NAME])
    shared_out = [
        replace(one, voter=replace(one.voter, tps="2", name="Warga Betul" if at == 0 else one.voter.name))
        for at, one in enumerate(before.entries)
    ]
    found = changes(before, freeze(ListKind.DPS, shared_out, [OrderBy.NAME]), {})
    assert corrections_facts(found).corrections == 1
    assert sum(change.kind is ChangeKind.PLACED for change in found) == 3


def test_the_dpt_is_the_corrected_dps_and_the_additional_list() -> None:
    """Permendagri 112/2014 Ps. 16."""
    additional = freeze(ListKind.DPTB, [entry("p8", "Ayu")], [OrderBy.NAME])
    dpt = adopt(DPS, additional, [OrderBy.NAME])
    assert (dpt.kind, dpt.count, names(dpt)[:2]) == (ListKind.DPT, 5, ["Agus", "Ayu"])
    with pytest.raises(PilkadesError, match="listed-twice"):
        adopt(DPS, freeze(ListKind.DPTB, [PEOPLE[0]], [OrderBy.NAME]), [OrderBy.NAME])


DPT = ClosedDpt(freeze(ListKind.DPT, PEOPLE, [OrderBy.NAME]))


def test_a_death_is_noted_beside_the_row_with_the_words_of_ps_20_and_the_list_stays() -> None:
    noted = note_death(DPT, "p3", Day.parse("2019-11-10"))
    assert noted.version == DPT.version
    assert (noted.remark_of("p3"), noted.remark_of("p1")) == ("meninggal dunia", "")
    assert (noted.version.count, noted.living) == (4, 3)
    assert noted.version.digest == DPT.version.digest
    assert noted.digest != DPT.digest


def test_a_death_is_noted_once_and_only_of_who_is_listed() -> None:
    noted = note_death(DPT, "p3", Day.parse("2019-11-10"))
    with pytest.raises(PilkadesError, match="death-noted"):
        note_death(noted, "p3", Day.parse("2019-11-11"))
    with pytest.raises(PilkadesError, match="not-listed"):
        note_death(DPT, "p9", Day.parse("2019-11-10"))


@pytest.mark.parametrize(
    ("rulebook", "article"),
    [(PERMENDAGRI.rulebook, "permendagri-112-2014:20"), (ATURAN_003, "aturan-003:#2.g.21")],
)
def test_only_death_may_mark_a_closed_dpt(rulebook: Rulebook, article: str) -> None:
    assert may_touch(RemovalReason.DIED, rulebook).verdict is Verdict.COMPLIED
    for other in (RemovalReason.MOVED, RemovalReason.NOT_QUALIFIED, ChangeKind.ADDED, ChangeKind.CORRECTED):
        answer = may_touch(other, rulebook)
        assert answer.verdict is Verdict.VIOLATED
        assert answer.article is not None
        assert answer.article.notation == article


def test_the_law_of_2005_does_not_rule_on_changes_of_a_closed_dpt() -> None:
    assert may_touch(RemovalReason.MOVED, BENGKAYANG.rulebook).verdict is Verdict.UNKNOWN


def test_the_lists_state_the_facts_of_their_acts() -> None:
    assert dps_facts(DPS, Office.COMMITTEE).alphabetical is True
    assert dptb_facts(Office.COMMITTEE).by is Office.COMMITTEE
    facts = dpt_facts(DPT, Office.COMMITTEE)
    assert (facts.voters, facts.changed_after, facts.deaths, facts.deaths_noted) == (4, False, None, None)
    died = dpt_facts(note_death(DPT, "p3", Day.parse("2019-11-10")), Office.COMMITTEE)
    assert (died.voters, died.deaths, died.deaths_noted) == (4, True, True)


def test_a_list_shows_no_person_to_a_log() -> None:
    assert "Agus" not in repr(DPS.entries)
    assert "mark-" not in repr(PEOPLE[0])
