"""How long a newcomer waits from a fresh clone to the first page: `python -m tools.fresh_demo`."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PORT = "8798"
ROOT = Path(__file__).parents[1]
_ADDRESS = re.compile(r"http://\S+/demonstrasi/")
_INSTALLED = ".venv/.installed-runtime"


def main() -> int:
    """Print the seconds until the packages stand, until the address is said and until its page is read."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "pilkades"
        _run("git", "clone", "--quiet", str(ROOT), str(clone))
        began = time.time()
        with subprocess.Popen(  # noqa: S603 -- our own Makefile
            ["make", "demo", f"DEMO_ARGS=--port {PORT}"],  # noqa: S607 -- the make that is installed
            cwd=clone,
            env={
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("PILKADES_", "PYTHON"))
            },
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                address = next(found[0] for line in process.stdout or () if (found := _ADDRESS.search(line)))
                said = time.time()
                with urllib.request.urlopen(address) as answer:  # noqa: S310 -- our own server
                    answer.read()
                shown = time.time()
            finally:
                os.killpg(process.pid, signal.SIGINT)
                process.communicate()
        installed = (clone / _INSTALLED).stat().st_mtime
    for what, moment in (("packages", installed), ("address", said), ("first page", shown)):
        sys.stdout.write(f"{what}: {moment - began:.1f} s\n")
    return 0


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 -- our own commands


if __name__ == "__main__":
    sys.exit(main())
