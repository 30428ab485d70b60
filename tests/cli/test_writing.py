import os
import subprocess
import sys
from pathlib import Path

import pytest

from pilkades.cli.writing import write_whole


def test_a_report_that_does_not_fit_the_disk_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "laporan.html"
    page.write_text("laporan lama", encoding="utf-8")
    command = 'ulimit -f 8; exec "$@"'  # blocks of 1 KB: the report is far larger
    program = "from pilkades.cli.main import run; import sys; sys.exit(run(sys.argv[1:]))"
    run = ["bash", "-c", command, "bash", sys.executable, "-c", program]
    done = subprocess.run(  # noqa: S603 -- our own program
        [*run, "replay", "balayan-2022", "--html", str(page)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert str(page) in done.stderr
    assert page.read_text(encoding="utf-8") == "laporan lama"
    assert list(tmp_path.iterdir()) == [page]


def test_a_new_file_is_open_to_whom_the_shell_lets(tmp_path: Path) -> None:
    page = tmp_path / "baru.html"
    before = os.umask(0o027)
    try:
        write_whole(page, "isi")
    finally:
        os.umask(before)
    assert (page.read_text(encoding="utf-8"), page.stat().st_mode & 0o777) == ("isi", 0o640)


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    page, link = tmp_path / "asli.html", tmp_path / "tautan.html"
    page.write_text("lama", encoding="utf-8")
    link.symlink_to(page)
    write_whole(link, "baru")
    assert link.is_symlink()
    assert page.read_text(encoding="utf-8") == "baru"


def test_a_pipe_is_written_to_as_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    write_whole(Path("/dev/stdout"), "isi")
    assert capfd.readouterr().out == "isi"
