"""`pilkades serve`: the site until it is stopped, as a process of its own, for the web is a neighbour."""

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Annotated

import typer

from pilkades.base.language import Language, Text
from pilkades.cli.options import Lang
from pilkades.cli.spoken_help import both

HELP = Text("Buka situs sampai dihentikan.", "Serve the site until it is stopped.")
Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help=both(
            Text(
                "Alamat komputer ini; 0.0.0.0 membukanya bagi jaringan.",
                "Address of this computer; 0.0.0.0 opens it to the network.",
            )
        ),
    ),
]
Port = Annotated[int, typer.Option("--port", metavar="N", help=both(Text("Nomor port.", "Port number.")))]


def serve(*, host: Host = "127.0.0.1", port: Port = 8000, language: Lang = Language.ID) -> None:
    """Check that the site may be served, bring its tables up to date, and answer until it is stopped."""
    raise typer.Exit(run_web(["serve", "--host", host, "--port", str(port), "--lang", language]))


def run_web(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run the web's command line as another process and give its status; else it gets our environment.

    Ctrl-C reaches the whole group, so the other process ends by itself; a request to terminate is handed on.
    """
    sys.stdout.flush()
    command = [sys.executable, "-m", "pilkades.web", *arguments]
    with subprocess.Popen(command, env=environment) as process:  # noqa: S603 -- our own program

        def hand_on(number: int, _frame: FrameType | None) -> None:
            if number == signal.SIGTERM:
                process.terminate()

        before = {one: signal.signal(one, hand_on) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            return process.wait()
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
