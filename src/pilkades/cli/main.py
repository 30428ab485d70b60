"""`pilkades`: all commands under one name, with one way to say what cannot be used."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException
from typer.main import get_command

from pilkades.base.errors import Fault
from pilkades.base.language import Text, same
from pilkades.cli.reporting import DONE, FAULTY, say_faults
from pilkades.cli.spoken_help import both, language_of, speak

_INTERRUPTED = 130
_ABOUT = Text(
    "Memeriksa pemilihan kepala desa menurut hukum yang berlaku pada harinya.",
    "Checks village-head elections against the law of their day.",
)
_MORE = Text(
    "Status keluar: 0 selesai, 1 ada temuan menurut --fail-on, 2 masukan tidak dapat dipakai.",
    "Exit status: 0 done, 1 findings by --fail-on, 2 input that cannot be used.",
)
_SEE_HELP = Text("Lihat: {command} --help.", "See: {command} --help.")

_VERSION = Text("Versi program.", "The program's version.")


def _say_version(asked: bool) -> None:  # noqa: FBT001 -- typer hands over the option's value by position
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 -- slow to import, and seldom asked

        sys.stdout.write(f"pilkades {version('pilkades')}\n")
        raise typer.Exit(DONE)


_FUNCTIONS = {
    "replay": ("pilkades.cli.replay", "replay_case"),
    "timetable": ("pilkades.cli.timetable", "show_timetable"),
    "count": ("pilkades.cli.count", "count_sheets"),
    "demo": ("pilkades.cli.demo", "show_demo"),
    "serve": ("pilkades.cli.serve", "serve"),
}
_GROUPS = {
    "law": "pilkades.cli.law",
    "register": "pilkades.cli.register.commands",
    "tps": "pilkades.cli.tps",
}
"""Commands that only hold others: alone they show what they hold."""
_ORDER = ("replay", "law", "timetable", "register", "tps", "count", "demo", "serve")


def about(
    *,
    asked: Annotated[
        bool, typer.Option("--version", help=both(_VERSION), is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Options of the program itself."""


def _app(arguments: Sequence[str]) -> typer.Typer:
    """The command that is asked for, alone: each brings much that the others do not need."""
    asked = next((word for word in arguments if not word.startswith("-")), None)
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=both(_ABOUT),
        epilog=both(_MORE),
    )
    app.callback()(about)
    for name in (asked,) if asked in _ORDER else _ORDER:
        if name in _GROUPS:
            module = import_module(_GROUPS[name])
            group = module.app_for(arguments) if hasattr(module, "app_for") else module.app
            app.add_typer(group, name=name, help=both(module.HELP))
        else:
            module = import_module(_FUNCTIONS[name][0])
            app.command(name, help=both(module.HELP))(getattr(module, _FUNCTIONS[name][1]))
    return app


def main() -> None:
    """Run what the command line asks for and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command; 0 done, 1 findings at or above `--fail-on`, 2 input that cannot be used."""
    _write_what_can_be_written()
    language = language_of(arguments, os.environ)
    command = get_command(_app(arguments))
    speak(command, language)
    try:
        status = command.main(args=list(arguments), prog_name="pilkades", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return DONE
    except Abort:
        return _INTERRUPTED
    except TyperException as error:
        if not arguments or arguments[-1] in _GROUPS:
            sys.stderr.write(error.format_message().strip() + "\n")
            return FAULTY
        path = getattr(getattr(error, "ctx", None), "command_path", "pilkades")
        remedy = _SEE_HELP.fill(command=path)
        say_faults(
            [Fault(path, "-", same(error.format_message()), remedy)], language, as_json="--json" in arguments
        )
        return FAULTY
    return status if isinstance(status, int) else DONE


def _write_what_can_be_written() -> None:
    """A terminal that cannot show a sign shows `?` in its place and goes on."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _close_quietly() -> None:
    """The reader is gone: what is left in the buffer goes nowhere, without a word at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
