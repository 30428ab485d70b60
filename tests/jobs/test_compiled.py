import subprocess
import sys

from pilkades.jobs.compiled import compiled


def test_a_kernel_whose_machine_code_cannot_be_kept_still_runs() -> None:
    of_no_file = eval("lambda number: number + number")  # noqa: S307 -- where no file is, no cache can be
    assert compiled(of_no_file)(21) == 42


def test_nobody_waits_for_the_compiler_who_does_not_look_for_pairs() -> None:
    modules = ", ".join(
        f"pilkades.jobs.{name}" for name in ("columns", "settings", "evidence", "model", "pairs")
    )
    said = subprocess.run(  # noqa: S603 -- this Python
        [sys.executable, "-c", f"import sys, pilkades.jobs, {modules}; print('numba' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "False\n"
