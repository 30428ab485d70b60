"""The same kernel on Spark: rows go where their key is, and each partition walks its blocks.

Only this file knows pyspark and pyarrow. Spark decides where a row is compared and nothing else: keys are
made, names read and pairs weighed by the code that runs locally, so the same pairs come out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import polars as pl
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from pilkades.jobs.blocking import Walked, blocks_of, pieces, walked
from pilkades.jobs.columns import SCHEMA, Columns
from pilkades.jobs.kernel import Rows
from pilkades.jobs.kernel_packing import PLACE
from pilkades.jobs.model import Model
from pilkades.jobs.packing import Packed, packed, with_rarity
from pilkades.jobs.pairs import RULES, Crowd, Pairs, shown
from pilkades.jobs.settings import Settings
from pilkades.jobs.training import rules_of

Batches = Iterator[pa.RecordBatch]
_LENGTH = np.uint64(255)
_START = np.uint64(16)
_BLOCK = "rule int, key long, id long, fields binary, keys binary, letters binary"
_PAIR = "one long, other long, pattern int, compared long"


def find_pairs_on_spark(columns: Columns, settings: Settings, model: Model) -> Pairs:
    """Open a session at the master that the settings name, and find the pairs of these rows by this model."""
    with _session(settings.engine) as session:
        schema = pa.schema([(name, _arrow(kind)) for name, kind in SCHEMA.items()])
        arrow = columns.frame.to_arrow().cast(schema)
        return find_pairs_in(session.createDataFrame(arrow), settings, model)


def find_pairs_in(register: DataFrame, settings: Settings, model: Model) -> Pairs:
    """The pairs of a Spark frame with the columns of `columns.SCHEMA`, wherever it is stored, however large.

    Only the pairs come back here.
    """
    blocks = register.select(*SCHEMA).mapInArrow(_packing(model), _BLOCK).persist()
    crowds = blocks.groupBy("rule", "key").count().where(sql.col("count") > settings.largest_block).collect()
    crowded = frozenset((row["rule"], row["key"]) for row in crowds)
    compared_rows = blocks.repartition("rule", "key").mapInArrow(_walking(model, settings, crowded), _PAIR)
    found = pl.DataFrame(pl.from_arrow(compared_rows.toArrow()))
    blocks.unpersist()
    compared = int(found["compared"].sum())
    found = found.filter(pl.col("pattern") >= 0)
    pairs = shown(
        found["one"].to_numpy(),
        found["other"].to_numpy(),
        found["pattern"].cast(pl.UInt16).to_numpy(),
        model,
        settings.least,
    )
    order = sorted((row["rule"], row["count"]) for row in crowds)
    return Pairs(*pairs, model, tuple(Crowd(rule, rows) for rule, rows in order), compared)


@contextmanager
def _session(master: str) -> Iterator[SparkSession]:
    session = (
        SparkSession.builder.master(master)
        .appName("pilkades")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 100_000)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    try:
        yield session
    finally:
        session.stop()


def _arrow(kind: pl.DataType) -> pa.DataType:
    if kind == pl.Int64():
        return pa.int64()
    return pa.int32() if kind == pl.Int32() else pa.string()


def _packing(model: Model) -> Callable[[Batches], Batches]:
    """Each row once for every key that it has."""
    common = dict(model.common)

    def pack(batches: Batches) -> Batches:
        for batch in batches:
            rows = packed(Columns(pl.DataFrame(pl.from_arrow(pa.Table.from_batches([batch])))))
            with_rarity(rows.fields, common)
            yield from _blocks(rows)

    return pack


def _blocks(rows: Packed) -> Batches:
    fields = _binary(rows.fields)
    keys = _binary(rows.keys)
    starts = (rows.fields[:, PLACE] >> _START).astype(np.int64)
    ends = starts + (rows.fields[:, PLACE] & _LENGTH).astype(np.int64)
    whole = rows.letters.tobytes()
    letters = pa.array([whole[start:end] for start, end in zip(starts, ends, strict=True)], pa.binary())
    for rule in range(len(RULES)):
        at = pa.array(np.flatnonzero(rows.keys[:, rule]))
        key = pa.array(rows.keys[:, rule].view(np.int64))
        columns = [key, pa.array(rows.ids), fields, keys, letters]
        yield pa.RecordBatch.from_arrays(
            [pa.array(np.full(len(at), rule, np.int32)), *(column.take(at) for column in columns)],
            names=["rule", "key", "id", "fields", "keys", "letters"],
        )


def _binary(table: np.ndarray[tuple[int, int], np.dtype[np.uint64]]) -> pa.Array:
    buffers = [None, pa.py_buffer(table.tobytes())]
    fixed = pa.FixedSizeBinaryArray.from_buffers(pa.binary(64), len(table), buffers)
    return fixed.cast(pa.binary())


def _walking(
    model: Model, settings: Settings, crowded: frozenset[tuple[int, int]]
) -> Callable[[Batches], Batches]:
    """Walk the blocks of a partition, a rule at a time, by the rules of the model."""
    kept = model.kept_patterns()

    def compare(batches: Batches) -> Batches:
        table = pl.DataFrame(pl.from_arrow(pa.Table.from_batches(batches, _block_schema())))
        rows = _unpacked(table, crowded)
        rules = rules_of(kept, settings.scope)
        of_rule = table["rule"].to_numpy()
        for rule in range(len(RULES)):
            blocks = blocks_of(np.where(of_rule == rule, rows.keys[:, rule], np.uint64(0)), rule)
            for piece in pieces(blocks):
                found = walked(Rows(rows.fields, rows.letters), rules, rows.keys, blocks, piece)
                yield _pairs(rows, found)

    return compare


def _unpacked(block: pl.DataFrame, crowded: frozenset[tuple[int, int]]) -> Packed:
    """The rows of a block as the kernel reads them, with the keys of crowds taken away."""
    fields = np.frombuffer(b"".join(block["fields"].to_list()), np.uint64).reshape(-1, 8).copy()
    keys = np.frombuffer(b"".join(block["keys"].to_list()), np.uint64).reshape(-1, 8).copy()
    for rule, key in crowded:
        keys[keys[:, rule] == np.int64(key).view(np.uint64), rule] = 0
    letters = block["letters"].to_list()
    lengths = np.fromiter(map(len, letters), np.uint64, len(letters))
    starts = np.concatenate((np.zeros(1, np.uint64), np.cumsum(lengths)[:-1]))
    beside = (np.uint64(1) << _START) - np.uint64(1)
    fields[:, PLACE] = (fields[:, PLACE] & beside) | (starts << _START)
    return Packed(block["id"].to_numpy(), fields, keys, np.frombuffer(b"".join(letters), np.uint8))


def _pairs(rows: Packed, found: Walked) -> pa.RecordBatch:
    """Kept pairs, and one more row that says how many were compared."""
    counts = np.zeros(len(found.one) + 1, np.int64)
    counts[-1] = found.compared
    return pa.RecordBatch.from_arrays(
        [
            pa.array(np.append(rows.ids[found.one], 0)),
            pa.array(np.append(rows.ids[found.other], 0)),
            pa.array(np.append(found.pattern.astype(np.int32), -1).astype(np.int32)),
            pa.array(counts),
        ],
        names=["one", "other", "pattern", "compared"],
    )


def _block_schema() -> pa.Schema:
    return pa.schema(
        [("rule", pa.int32()), ("key", pa.int64()), ("id", pa.int64())]
        + [(name, pa.binary()) for name in ("fields", "keys", "letters")]
    )
