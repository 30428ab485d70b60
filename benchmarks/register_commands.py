"""How long a person waits for `pilkades register` on a village's file: whole processes, start included.

`python benchmarks/register_commands.py [rows]`; with more than 20,000 rows the file is a CSV and every
command runs once. The peak is that of the largest process so far.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path

from pilkades.exchange import lists
from pilkades.register.invented import evenly, people

DAY = date(2026, 12, 6)
RUNS = 5
LONG = 20_000
_LAW = ["--polling-day", DAY.isoformat(), "--county", "33.28"]
COMMANDS = {
    "check": _LAW,
    "build": [*_LAW, "--out", "{folder}/dps.csv"],
    "summary": _LAW,
    "duplicates": ["--polling-day", DAY.isoformat()],
}


def main() -> None:
    """Make the file, run the commands, print a table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        file = made(Path(folder), rows)
        print(f"{rows:,} rows, {file.stat().st_size / 1e6:.1f} MB, {file.suffix[1:]}\n")
        print("| command | wall s, median | CPU s, median | peak MB |")
        print("|---|---|---|---|")
        for command, options in COMMANDS.items():
            told = [option.format(folder=folder) for option in options]
            runs = [timed(command, file, told) for _ in range(1 if rows > LONG else RUNS)]
            wall, cpu = (statistics.median(run[at] for run in runs) for at in (0, 1))
            print(f"| `register {command}` | {wall:.2f} | {cpu:.2f} | {peak_of_children():.0f} |", flush=True)


def made(folder: Path, rows: int) -> Path:
    """The village's file: its people one after the other, as many as are wanted."""
    voters = enumerate(islice(people("waktu", evenly(rows), DAY), rows), 1)
    page = lists.page_of("Pemilih", (), lists.WHOLE, voters)
    if rows <= LONG:
        file = folder / "desa.xlsx"
        lists.write_xlsx(file, [page])
        return file
    file = folder / "desa.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        lists.write_csv(target, page)
    return file


def timed(command: str, file: Path, options: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one run from its start to its end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    program = [str(Path(sys.executable).with_name("pilkades")), "register", command, str(file), *options]
    ended = subprocess.run(program, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own program
    if ended.returncode not in {0, 1}:
        sys.exit(f"register {command} ended with {ended.returncode}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_of_children() -> float:
    """The largest process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
