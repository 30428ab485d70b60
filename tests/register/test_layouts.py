"""The layouts named in the sources, each recognised and read."""

from dataclasses import replace
from datetime import date

import pytest
from tests.register.sheets import (
    A1_DP_1,
    A_KWK,
    COMMITTEE_EXPORT,
    KK,
    NIK,
    NIK_OF_HER,
    OPENSID,
    PLAIN_HEADER,
    SIAK,
    VILLAGE_DPT,
    plain,
    sheet,
)

from pilkades.base.day import Day
from pilkades.register.cells import Sheet, letters_of
from pilkades.register.headers import propose, propose_at
from pilkades.register.intake import intake, read
from pilkades.register.layouts import LAYOUTS, MARITAL_012, Column, Mapping
from pilkades.register.nik import Sex
from pilkades.register.troubles import Kind
from pilkades.register.voter import Disability, Marital
from pilkades.regulation.parameter import Evidence

POLL_DAY = date(2027, 2, 3)
BORN = Day.exactly(date(1980, 5, 12))


def mapping(one: Sheet) -> Mapping:
    (proposal,) = propose([one])
    assert proposal.mapping is not None
    return proposal.mapping


@pytest.mark.parametrize(
    ("layout", "one", "header_row"),
    [
        ("opensid", OPENSID, 3),
        ("siak", SIAK, 1),
        ("a-kwk", A_KWK, 4),
        ("a1-dp-1", A1_DP_1, 1),
        ("village-dpt", VILLAGE_DPT, 9),
        ("committee-export", COMMITTEE_EXPORT, 1),
    ],
)
def test_each_layout_is_recognised_under_its_title_rows(layout: str, one: Sheet, header_row: int) -> None:
    found = mapping(one)
    assert found.layout is not None
    assert (found.layout.id, found.header_row) == (layout, header_row)


@pytest.mark.parametrize("one", [OPENSID, SIAK, A_KWK, A1_DP_1, VILLAGE_DPT, COMMITTEE_EXPORT])
def test_the_same_man_is_read_from_each_layout(one: Sheet) -> None:
    result = intake([one], POLL_DAY)
    assert result.faults == ()
    first = result.voters[0]
    assert first.nik is not None
    assert first.nik.digits[6:] == NIK[6:]
    assert first.kk is not None
    assert first.kk.digits[6:] == KK[6:]
    assert (first.name.upper(), first.sex, first.birth) == ("CONTOH SATU", Sex.MALE, BORN)
    assert first.birth_place.upper() == "CONTOHAN"


def test_opensid_reads_words_for_marriage_and_a_dash_as_nothing() -> None:
    him, her = intake([OPENSID], POLL_DAY).voters
    assert (him.marital, her.marital) == (Marital.MARRIED, Marital.FORMERLY)
    assert (him.rt, him.rw, him.dusun) == ("004", "", "MELATI")
    assert (him.military_or_police, her.military_or_police) == (True, False)


def test_model_a_kwk_with_two_header_rows_a_numbering_and_a_repeated_header_gives_its_two_voters() -> None:
    him, her = intake([A_KWK], POLL_DAY).voters
    assert (him.address, him.rt, him.rw) == ("MELATI", "001", "002")
    assert her.disabilities == {Disability.SIGHT}
    assert her.nik is not None
    assert her.nik.digits == NIK_OF_HER
    assert (her.marital, her.sex, her.source and her.source.row) == (Marital.FORMERLY, Sex.FEMALE, 8)


def test_a_year_of_two_digits_is_read_where_only_one_century_is_left() -> None:
    (voter,) = intake([A1_DP_1], POLL_DAY).voters
    assert (voter.birth, voter.marital, voter.tps) == (BORN, Marital.MARRIED, "1")


def test_the_legend_0_1_2_is_used_where_the_layout_prints_it() -> None:
    voters = intake([VILLAGE_DPT], POLL_DAY).voters
    assert [voter.marital for voter in voters] == [Marital.MARRIED, Marital.FORMERLY, Marital.NEVER]
    assert [voter.sex for voter in voters] == [Sex.MALE, Sex.FEMALE, Sex.MALE]
    assert voters[1].birth == Day.exactly(date(1981, 5, 14))


def test_status_beside_a_marital_column_is_not_the_marriage() -> None:
    (voter,) = intake([COMMITTEE_EXPORT], POLL_DAY).voters
    assert (voter.marital, voter.rt, voter.tps) == (Marital.NEVER, "001", "3")


def test_numbers_for_marriage_are_explained_by_a_zero_among_them_and_else_by_nobody() -> None:
    with_zero = sheet(PLAIN_HEADER, plain(STATUS_PERKAWINAN="0"), plain(STATUS_PERKAWINAN="1"))
    without = sheet(PLAIN_HEADER, plain(STATUS_PERKAWINAN="1"), plain(STATUS_PERKAWINAN="2"))
    assert mapping(with_zero).marital_codes == MARITAL_012
    assert mapping(without).marital_codes == {}


def test_a_person_may_name_the_meaning_of_the_numbers() -> None:
    one = sheet(PLAIN_HEADER, plain(STATUS_PERKAWINAN="2"))
    (proposal,) = propose([one])
    corrected = replace(proposal, mapping=mapping(one).with_marital_codes(MARITAL_012))
    (voter,) = read([one], [corrected], POLL_DAY).voters
    assert voter.marital is Marital.FORMERLY


def test_a_person_may_point_at_another_column() -> None:
    one = sheet(
        ["NAMA", "NIK", "TGL LAHIR", "NAMA KK", "ALIAS"], ["Salah", NIK, "12-05-1980", "-", "Contoh Satu"]
    )
    (proposal,) = propose([one])
    corrected = replace(proposal, mapping=mapping(one).with_column(Column.NAME, 4))
    (voter,) = read([one], [corrected], POLL_DAY).voters
    assert voter.name == "Contoh Satu"


def test_a_place_serves_one_column_and_a_column_may_be_read_from_nowhere() -> None:
    changed = mapping(SIAK).with_column(Column.KK, 0)
    assert changed.columns[Column.KK] == 0
    assert Column.NIK not in changed.columns
    assert Column.RT not in mapping(SIAK).with_column(Column.RT, None).columns


def test_the_mapping_is_shown_column_by_column_with_what_is_not_read() -> None:
    shown = mapping(OPENSID).shown()
    assert shown[2] == ("C", "NIK", Column.NIK)
    assert shown[3] == ("D", "Tag Id Card", None)
    assert shown[18] == ("S", "Nama Ayah", None)


def test_the_group_above_merged_cells_is_shown_with_each_column() -> None:
    shown = mapping(A_KWK).shown()
    assert [label for _, label, _ in shown[8:11]] == ["ALAMAT JALAN/DUKUH", "ALAMAT RT", "ALAMAT RW"]


def test_a_blank_sheet_is_left_out_and_every_other_one_is_read() -> None:
    other = sheet(
        PLAIN_HEADER, plain(NIK=NIK_OF_HER, JENIS_KELAMIN="P", TANGGAL_LAHIR="14-05-1981"), name="RW 2"
    )
    result = intake([sheet([None, ""], name="Kosong"), SIAK, other], POLL_DAY)
    assert [voter.source and voter.source.sheet for voter in result.voters] == ["Lembar1", "RW 2"]


def test_place_and_date_in_one_cell_are_parted() -> None:
    one = sheet(
        ["NAMA", "NIK", "TTL"],
        ["Contoh Satu", NIK, "Contohan, 12-05-1980"],
        ["Dua", NIK_OF_HER, "Kota Dua 14 Mei 1981"],
    )
    first, second = intake([one], POLL_DAY).voters
    assert (first.birth_place, first.birth) == ("Contohan", BORN)
    assert (second.birth_place, second.birth) == ("Kota Dua", Day.exactly(date(1981, 5, 14)))


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letters_of(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_a_sheet_without_a_header_is_read_by_a_mapping_that_a_person_makes() -> None:
    one = sheet(["Contoh Satu", NIK, "12-05-1980"], ["Contoh Dua", NIK_OF_HER, "14-05-1981"])
    (proposal,) = propose([one])
    assert proposal.mapping is None
    made = Mapping("Lembar1", 0, 1, {Column.NAME: 0, Column.NIK: 1, Column.BIRTH: 2})
    result = read([one], [replace(proposal, mapping=made)], POLL_DAY)
    assert ([voter.name for voter in result.voters], result.faults) == (["Contoh Satu", "Contoh Dua"], ())


def test_a_layout_says_how_well_it_is_known() -> None:
    by_evidence = {layout.id: layout.evidence for layout in LAYOUTS}
    assert by_evidence["opensid"] is Evidence.PRIMARY
    assert by_evidence["a1-dp-1"] is Evidence.SECONDARY
    assert by_evidence["a-kwk"] is Evidence.UNVERIFIED


def test_a_title_that_looks_like_a_column_does_not_hide_the_header() -> None:
    one = sheet(["NAMA DESA", "CONTOHAN"], ["RT", "001"], PLAIN_HEADER, plain())
    assert (mapping(one).header_row, len(intake([one], POLL_DAY).voters)) == (3, 1)
    assert Kind.NO_HEADER not in {fault.kind for fault in intake([one], POLL_DAY).faults}


def test_a_person_may_point_at_the_header_where_it_is_not_found() -> None:
    one = sheet(["DAFTAR"], ["Orang", "Nama", "Ket."], ["x", "Contoh Satu", "-"])
    assert propose([one])[0].mapping is None
    found = propose_at(one, 2).mapping
    assert found is not None
    assert (found.header_row, found.first_row, dict(found.columns)) == (
        2,
        3,
        {Column.NAME: 1, Column.REMARK: 2},
    )


@pytest.mark.parametrize("row", [0, 4])
def test_a_header_outside_the_sheet_is_none(row: int) -> None:
    assert propose_at(sheet(["NAMA", "NIK"], ["a"], ["b"]), row).mapping is None
