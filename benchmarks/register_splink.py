"""The peer: Splink on DuckDB, one thread, with the settings that served it best.

The same blocking rules as ours; NIK and birth date in one comparison; names weighed by how frequent they are;
shares among different people counted by SQL and fixed; at most a million pairs to train on.
"""

from pathlib import Path
from typing import Any

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SAMPLE = 3000
PREPARED = """
create table prepared as
with words as (
  select *, regexp_replace(regexp_replace(upper(split_part(name, ',', 1)), '[^A-Z ]', '', 'g'),
    '^(H|HJ|DR|DRS|IR) ', '') as plain from read_parquet($file)
), single as (
  select *, replace(replace(replace(replace(replace(plain, 'MM', 'M'), 'LL', 'L'), 'NN', 'N'), 'SS', 'S'),
    'TT', 'T') as letters from words
), spelled as (
  select *, trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    replace(replace(replace(letters, 'OE', 'U'), 'DJ', 'J'), 'TJ', 'C'),
    '\\bMOH\\b|\\bMOCH\\b|\\bMUH\\b', 'MUHAMAD'), '\\bST\\b', 'SITI'), '\\bABD\\b', 'ABDUL'), ' +', ' ', 'g'))
    as full_name from single
)
select id as unique_id, nullif(full_name, '') as full_name,
  case when length(nik) between 15 and 17 then nik end as nik, kk, sex, village,
  array_to_string(list_sort(string_split(full_name, ' ')), ' ') as name_set,
  split_part(full_name, ' ', 1) as first_word, left(full_name, 2) as two_letters,
  left(regexp_replace(full_name, '[AEIOU ]', '', 'g'), 5) as consonants,
  year * 10000 + month * 100 + day as birth, year, month, day,
  year * 10000 + least(day, month) * 100 + greatest(day, month) as birth_either,
  left(nik, 8) as nik_head, right(nik, 8) as nik_tail, left(nik, 6) || right(nik, 4) as nik_place,
  substr(nik, 7, 6) as nik_date
from spelled
"""
SLIP = "damerau_levenshtein(nik_l, nik_r) = 1"
SWAPPED = "birth_either_l = birth_either_r"
NEAR = "(year_l = year_r)::int + (month_l = month_r)::int + (day_l = day_r)::int = 2"
UNKNOWN = "(nik_l is null or nik_r is null)"
TWINS = (
    "birth_l = birth_r and kk_l = kk_r and name_set_l <> name_set_r "
    f"and ({UNKNOWN} or left(nik_l, 6) = left(nik_r, 6))"
)
IDENTITY = {  # with where expectation and maximisation starts
    "nik_l = nik_r and birth_l = birth_r": 0.55,
    "nik_l = nik_r and birth_either_l = birth_either_r": 0.02,
    "nik_l = nik_r": 0.10,
    TWINS: 1e-9,  # so little that the same card does not outweigh it
    f"left(nik_l, 12) = left(nik_r, 12) and birth_l = birth_r and {SLIP}": 0.03,
    f"birth_l = birth_r and {SLIP}": 0.08,
    f"({SWAPPED} or {NEAR}) and {SLIP}": 0.02,
    f"{UNKNOWN} and birth_l = birth_r": 0.08,
    f"{UNKNOWN} and {SWAPPED}": 0.005,
    f"{UNKNOWN} and {NEAR}": 0.008,
    "birth_l = birth_r": 0.07,
    SWAPPED: 0.004,
    "left(nik_l, 6) = left(nik_r, 6) and right(nik_l, 4) = right(nik_r, 4) and (birth_l is null or birth_r is null)": 0.002,  # noqa: E501
    NEAR: 0.006,
}
NAMES = {
    "full_name_l = full_name_r": 0.72,
    "name_set_l = name_set_r": 0.03,
    "jaro_winkler_similarity(full_name_l, full_name_r) >= 0.95": 0.08,
    "jaro_winkler_similarity(full_name_l, full_name_r) >= 0.9": 0.08,
    "jaro_winkler_similarity(full_name_l, full_name_r) >= 0.8": 0.05,
}
SAME = 1e-9  # two people with one number: too rare for a sample


def run(file: Path, out: Path) -> None:
    """Prepare, train, predict; pairs go to a Parquet file."""
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.execute(PREPARED, {"file": str(file)})
    api = DuckDBAPI(connection=connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            _levels(connection, "identity", IDENTITY),
            _levels(connection, "name", NAMES, frequency="full_name"),
            _equal(connection, "kk", 0.5),
            _equal(connection, "sex", 0.99),
            _equal(connection, "village", 0.55),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("nik"),
            block_on("birth_either", "two_letters"),
            block_on("birth_either", "consonants"),
            block_on("name_set", "village"),
            block_on("nik_head", "first_word"),
            block_on("nik_tail", "first_word"),
            block_on("name_set", "nik_place"),
            block_on("name_set", "nik_date"),
        ],
        retain_matching_columns=False,
    )
    linker = Linker(api.register("prepared"), settings, log_level="ERROR")
    training: Any = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nik"), block_on("full_name", "birth")], recall=0.85
    )
    training.estimate_parameters_using_expectation_maximisation(block_on("nik"), max_pairs=1e6)
    training.estimate_parameters_using_expectation_maximisation(
        block_on("full_name", "village"), max_pairs=1e6
    )
    found = linker.inference.predict(threshold_match_probability=0.02)
    connection.execute(
        "copy (select least(unique_id_l, unique_id_r) as one, greatest(unique_id_l, unique_id_r) as other, "  # noqa: S608
        f"match_probability as probability from {found.physical_name}) to '{out}' (format parquet)"
    )


def _levels(
    connection: duckdb.DuckDBPyConnection, name: str, levels: dict[str, float], frequency: str = ""
) -> cl.CustomComparison:
    """Levels with the shares that a sample's pairs show, fixed."""
    cases = " ".join(f"when {sql} then {at}" for at, sql in enumerate(levels))
    columns = [row[0] for row in connection.execute("describe prepared").fetchall()]
    left, right = (", ".join(f"{column} as {column}_{side}" for column in columns) for side in "lr")
    sample = f"from prepared where hash(unique_id) % (select count(*) // {SAMPLE} + 1 from prepared) = 0"  # noqa: S608
    counted = dict(
        connection.execute(
            f"select case {cases} else -1 end as level, count(*) from (select {left} {sample}) as l, "  # noqa: S608
            f"(select {right} {sample}) as r where unique_id_l < unique_id_r group by 1"
        ).fetchall()
    )
    pairs = sum(counted.values())
    made = []
    for at, (sql, share) in enumerate(levels.items()):
        least = {TWINS: 5e-7}.get(sql, SAME if "nik_l = nik_r" in sql else 0.3 / pairs)
        level = cll.CustomLevel(sql, f"{name} {at}").configure(
            m_probability=share,
            u_probability=SAME if least == SAME else max(counted.get(at, 0) / pairs, least),
            fix_u_probability=True,
            fix_m_probability=sql == TWINS,
        )
        if frequency and at == 0:
            level.configure(tf_adjustment_column=frequency)
        made.append(level)
    nothing = "full_name_l is null or full_name_r is null" if name == "name" else (
        f"{UNKNOWN} and (birth_l is null or birth_r is null)"
    )  # fmt: skip
    rest = cll.ElseLevel().configure(
        m_probability=1 - sum(levels.values()),
        u_probability=counted.get(-1, 1) / pairs,
        fix_u_probability=True,
    )
    return cl.CustomComparison(
        output_column_name=name,
        comparison_levels=[cll.CustomLevel(nothing).configure(is_null_level=True), *made, rest],
    )


def _equal(connection: duckdb.DuckDBPyConnection, column: str, share: float) -> cl.CustomComparison:
    """The same or not, with the exact share of pairs that are."""
    rows = connection.execute(
        f"select sum(n * (n - 1.0)) / (sum(n) * (sum(n) - 1.0)) from (select count({column}) as n "  # noqa: S608
        f"from prepared where {column} is not null group by {column})"
    ).fetchall()
    same = min(max(float(rows[0][0]), 1e-6), 1 - 1e-6)  # a register of one village
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column).configure(
                m_probability=share, u_probability=same, fix_u_probability=True
            ),
            cll.ElseLevel().configure(
                m_probability=1 - share, u_probability=1 - same, fix_u_probability=True
            ),
        ],
    )
