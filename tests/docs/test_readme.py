"""What README shows is what the program says."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_sample_is_what_the_demo_prints() -> None:
    sample = re.search(r"<!-- sample -->.*?```text\n(.*?)```", README, re.DOTALL)
    assert sample is not None
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "from pilkades.cli.main import main; main()",
            "demo",
            "--no-serve",
            "--lang",
            "en",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
    ).stdout

    assert sample[1] in said


def test_the_picture_is_there() -> None:
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
        assert (Path(__file__).parents[2] / picture).is_file()
