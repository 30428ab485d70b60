import json
from collections.abc import Callable
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from benchmarks.invented_register import Register, register, second_register
from hypothesis import given
from hypothesis import strategies as st
from tests.jobs.people_on_columns import CARD, HERE, THERE, columns, person

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.jobs.columns import Columns
from pilkades.jobs.evidence import PATTERNS, Agreement, NameLevel, evidence_of
from pilkades.jobs.kernel import Rows, pattern_of
from pilkades.jobs.linking import find_pairs, train
from pilkades.jobs.model import Model
from pilkades.jobs.packing import packed, with_rarity, words_of
from pilkades.jobs.pairs import Pairs
from pilkades.jobs.settings import Scope, Settings
from pilkades.jobs.training import rules_of
from pilkades.register import names
from pilkades.register.nik import Kk, Nik, Sex
from pilkades.register.voter import Voter

written = st.text("ABEHIJOSTUabdhjnorstu .,-'’éß\u00b4\u0301", max_size=30)
titled = st.lists(st.sampled_from(["H.", "HJ", "Dr.", "SITI", "Moch", "S.Pd", "Djoko", ",", "-"]), max_size=5)


@pytest.fixture(scope="module")
def village() -> Register:
    return register(2000, seed=3)


@pytest.fixture(scope="module")
def pairs(village: Register) -> Pairs:
    return find_pairs(village.columns)


@given(st.lists(written | titled.map(" ".join), max_size=20))
def test_names_are_read_word_by_word_as_the_register_reads_them_whole(rows: list[str]) -> None:
    words = words_of(pl.Series(rows, dtype=pl.String))
    signs, ends = words.token_signs.tobytes().decode(), [0, *words.token_ends.tolist()]
    for row, name in enumerate(rows):
        of_row = words.of_row[words.starts[row] : words.starts[row + 1]]
        tokens = [
            t
            for word in of_row
            for t in words.tokens[words.token_starts[word] : words.token_starts[word + 1]]
        ]
        assert tuple(signs[ends[token] : ends[token + 1]] for token in tokens) == names.tokens(name)


def test_the_pairs_are_those_that_comparing_every_row_with_every_row_gives(village: Register) -> None:
    columns = Columns.of_frame(village.columns.frame.head(1000))
    found = find_pairs(columns)
    rows = packed(columns)
    with_rarity(rows.fields, dict(found.model.common))
    rules = rules_of(found.model.kept_patterns(), Scope.EVERYWHERE)
    probabilities = found.model.probabilities()
    expected = {}
    for one, other in combinations(range(len(rows)), 2):
        if np.any((rows.keys[one] == rows.keys[other]) & (rows.keys[one] != 0)):
            pattern = pattern_of(Rows(rows.fields, rows.letters), rules, one, other)
            same_nik = pattern >= 0 and pattern // (PATTERNS // 31) in range(25, 30)
            if pattern >= 0 and (probabilities[pattern] >= 0.05 or same_nik):
                expected[tuple(sorted((int(rows.ids[one]), int(rows.ids[other]))))] = probabilities[pattern]
    assert len(expected) > 10
    assert expected == {(pair.one, pair.other): pair.probability for pair in found}


def test_the_answer_is_the_same_on_any_number_of_threads_and_in_any_order(
    village: Register, pairs: Pairs
) -> None:
    alone = find_pairs(village.columns, Settings(threads=1))
    many = find_pairs(village.columns, Settings(threads=5))
    mixed = find_pairs(Columns(village.columns.frame.reverse()), model=pairs.model)
    assert alone.frame().equals(pairs.frame())
    assert many.frame().equals(pairs.frame())
    assert mixed.frame().equals(pairs.frame())


def test_each_pair_stands_once_with_the_smaller_number_first(pairs: Pairs) -> None:
    order = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    assert order == sorted(set(order))
    assert all(one < other for one, other in order)


@pytest.mark.parametrize(
    ("made", "precision", "recall"), [(register, 0.80, 0.88), (second_register, 0.75, 0.80)]
)
def test_most_of_what_is_shown_as_likely_is_true(
    made: Callable[[int, int], Register], precision: float, recall: float
) -> None:
    whole = made(20_000, 11)
    likely = find_pairs(whole.columns).frame().filter(pl.col("probability") >= 0.5)
    truth = whole.true_pairs()
    right = likely.join(truth, on=["one", "other"], how="semi").height
    assert right / likely.height > precision
    assert right / truth.height > recall


def test_a_model_written_down_gives_the_same_answer(village: Register, pairs: Pairs) -> None:
    model = Model.of_json(json.loads(json.dumps(pairs.model.to_json())))
    assert model == pairs.model
    assert find_pairs(village.columns, model=model).frame().equals(pairs.frame())
    assert train(village.columns) == pairs.model


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"same": 1}'])
def test_what_is_no_model_is_refused(text: str) -> None:
    with pytest.raises(PilkadesError, match="model-notation"):
        Model.of_json(text)


def test_a_column_filled_down_is_reported_and_hides_nobody() -> None:
    filled = [
        person(f"Orang {'ABCDEFGHIJ'[at % 10]}{at}", "9901011203800001", year=1960 + at) for at in range(40)
    ]
    twice = [person("Nurkartika Sumbogo", "9901011203800001", year=1950) for _ in range(2)]
    found = find_pairs(columns(*filled, *twice), Settings(largest_block=30))
    assert [(crowd.words, crowd.rows) for crowd in found.crowds][:1] == [("nik", 42)]
    assert (40, 41) in {(pair.one, pair.other) for pair in found}


def test_each_scope_looks_at_its_own_pairs() -> None:
    rows = columns(
        person("Karsono Wibawa"), person("Karsono Wibawa"), person("Karsono Wibawa", village=THERE)
    )
    by_scope = {
        scope: [(pair.one, pair.other) for pair in find_pairs(rows, Settings(scope=scope))] for scope in Scope
    }
    assert by_scope == {
        Scope.EVERYWHERE: [(0, 1), (0, 2), (1, 2)],
        Scope.WITHIN_VILLAGES: [(0, 1)],
        Scope.ACROSS_VILLAGES: [(0, 2), (1, 2)],
    }


def test_the_evidence_says_which_fields_agree() -> None:
    (pair,) = find_pairs(columns(person("Karsono Wibawa"), person("KARSONO WIBAWO", sex=None, village=THERE)))
    evidence = pair.evidence
    assert evidence.name in {NameLevel.SIMILAR, NameLevel.NEARLY_SAME}
    assert (evidence.card, evidence.sex, evidence.village) == (
        Agreement.SAME,
        Agreement.UNKNOWN,
        Agreement.DIFFERENT,
    )
    assert evidence.nik.name == evidence.birth.name == "SAME"


def test_every_pattern_can_be_read() -> None:
    assert len({evidence_of(pattern) for pattern in range(PATTERNS)}) == PATTERNS


@pytest.mark.parametrize("many", [0, 1, 2])
def test_a_list_of_hardly_anybody_has_no_pairs(many: int) -> None:
    people = [person("Ada", "9901011203800001"), person("Beno", "9907030211710004", year=1971, village=THERE)]
    assert len(find_pairs(columns(*people[:many]))) == 0


def test_the_run_tells_how_far_it_is_and_can_be_stopped(village: Register) -> None:
    steps: list[tuple[int, int]] = []
    find_pairs(village.columns, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1][0] == steps[-1][1]
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_pairs(village.columns, progress=stop)


def test_voters_become_columns() -> None:
    voter = Voter(
        name="Contoh Satu",
        nik=Nik.parse("9901011203800001"),
        kk=Kk.parse(CARD),
        sex=Sex.MALE,
        birth=Day.parse("1980-03-12"),
    )
    partial = Voter(name="Contoh Dua", birth=Day.parse("1980"))
    frame = Columns.of_voters([voter, partial], HERE).frame
    assert frame.row(0) == (0, "Contoh Satu", "9901011203800001", CARD, "L", 1980, 3, 12, HERE)
    assert frame.row(1) == (1, "Contoh Dua", None, None, None, 1980, None, None, HERE)
    with pytest.raises(PilkadesError, match="columns-length"):
        Columns.of_voters([voter], [HERE, THERE])


def test_files_become_columns(tmp_path_factory: pytest.TempPathFactory, village: Register) -> None:
    folder = tmp_path_factory.mktemp("register")
    village.columns.frame.write_parquet(folder / "r.parquet")
    village.columns.frame.write_csv(folder / "r.csv")
    assert Columns.read(folder / "r.parquet").frame.equals(village.columns.frame)
    assert Columns.read(folder / "r.csv").frame.equals(village.columns.frame)
    born = pl.DataFrame({"name": ["Contoh"], "nik": [None], "birth": ["1980-03-12"]})
    assert Columns.of_frame(born).frame.row(0)[5:8] == (1980, 3, 12)
    unread = pl.DataFrame(
        {"name": ["Contoh"], "nik": [None], "year": ["1980"], "month": ["Mei"], "day": [""]}
    )
    assert Columns.of_frame(unread).frame.row(0)[5:8] == (1980, None, None)
    for frame, code in (
        (pl.DataFrame({"name": ["Contoh"]}), "columns-missing"),
        (pl.concat([village.columns.frame] * 2), "columns-ids"),
    ):
        with pytest.raises(PilkadesError, match=code):
            Columns.of_frame(frame)
    with pytest.raises(PilkadesError, match="columns-file"):
        Columns.read(folder / "r.xlsx")
