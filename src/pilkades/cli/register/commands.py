"""`pilkades register`: check a voter list, compare its rows, draw a list up from it, sum it up."""

from collections.abc import Sequence
from importlib import import_module

import typer

from pilkades.base.language import Text
from pilkades.cli.spoken_help import both

HELP = Text(
    "Daftar pemilih: periksa, cari yang sama, susun, ringkas.",
    "Voter lists: check, compare, draw up, sum up.",
)
_COMMANDS = {
    "check": "check_list",
    "build": "build_list",
    "duplicates": "find_duplicates",
    "summary": "sum_up",
}


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command that is asked for, alone: each brings much that the others do not need."""
    asked = next((word for word in arguments if word in _COMMANDS), None)
    app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    for name in (asked,) if asked else tuple(_COMMANDS):
        module = import_module(f"pilkades.cli.register.{name}")
        app.command(name, help=both(module.HELP))(getattr(module, _COMMANDS[name]))
    return app
