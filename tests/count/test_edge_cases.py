from collections.abc import Callable, Mapping
from functools import partial

import pytest
from tests.count.edge_cases import EDGE_CASES, EdgeCase

from pilkades.count.csv_sheets import read_sheets
from pilkades.count.identities import Standing, identities
from pilkades.count.recapitulation import gather, merged, recapitulate
from pilkades.count.result import Outcome, Result, decide
from pilkades.count.sheet import PLAIN_FIGURES, Sheet
from pilkades.count.ties import (
    ATURAN_003_TIE,
    PERDA_BENGKAYANG_TIE,
    PERMENDAGRI_112_TIE,
    PP_16_TIE,
    PP_43_TIE,
    TieStep,
)

Counting = Callable[[EdgeCase], Result]


def straight(case: EdgeCase) -> Result:
    return decide(case.votes)


def by_chain(chain: tuple[TieStep, ...], case: EdgeCase) -> Result:
    return decide(case.votes, chain)


def village_votes(sheets: tuple[Sheet, ...], expected: int) -> Mapping[str, int | None]:
    recap = recapitulate(gather(sheets), [str(number + 1) for number in range(expected)])
    assert recap.complete
    return recap.village.votes


def over_sheets(case: EdgeCase) -> Result:
    return decide(village_votes(case.sheets, len(case.tps)))


def over_merged_sheets(case: EdgeCase) -> Result:
    one_by_one = gather([])
    for sheet in reversed(case.sheets):
        one_by_one = merged(gather([sheet]), one_by_one)
    recap = recapitulate(one_by_one, [str(number + 1) for number in range(len(case.tps))])
    return decide(recap.village.votes)


def over_csv(case: EdgeCase) -> Result:
    heads = ["tps", *PLAIN_FIGURES, *(f"suara:{name}" for name in case.candidates)]
    rows = [",".join(heads)]
    for sheet in case.sheets:
        figures = [sheet.figure(key) for key in PLAIN_FIGURES]
        cells = [sheet.tps, *("" if value is None else str(value) for value in figures)]
        rows.append(",".join([*cells, *(str(sheet.votes[name]) for name in case.candidates)]))
    return decide(village_votes(read_sheets("\n".join(rows)), len(case.tps)))


METHODS: dict[str, Counting] = {
    "straight": straight,
    "over sheets": over_sheets,
    "over merged sheets": over_merged_sheets,
    "over csv": over_csv,
    "bengkayang": partial(by_chain, PERDA_BENGKAYANG_TIE),
    "permendagri 112": partial(by_chain, PERMENDAGRI_112_TIE),
    "pp 43": partial(by_chain, PP_43_TIE),
    "pp 16": partial(by_chain, PP_16_TIE),
    "003": partial(by_chain, ATURAN_003_TIE),
}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS.keys())
@pytest.mark.parametrize("case", EDGE_CASES, ids=lambda case: case.name)
def test_every_way_of_counting_gets_through_every_edge_case(case: EdgeCase, method: Counting) -> None:
    result = method(case)
    assert (result.outcome, result.elected, result.margin) == (case.outcome, case.elected, case.margin)
    assert result.valid == sum(case.votes.values())
    assert all(line.id and line.en and "None" not in line.id for line in result.lines)
    open_end = result.outcome is not Outcome.ELECTED
    assert bool(result.questions) is open_end


@pytest.mark.parametrize("case", EDGE_CASES, ids=lambda case: case.name)
def test_the_sheets_of_every_edge_case_add_up(case: EdgeCase) -> None:
    standings = {result.code: result.standing for sheet in case.sheets for result in identities(sheet)}
    assert Standing.FAILS not in standings.values()
    assert [code for code, standing in standings.items() if standing is not Standing.HOLDS] == ["reasons"]
