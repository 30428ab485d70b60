"""`pilkades register`: check a voter list, compare its rows, draw a list up from it, sum it up."""

import typer

from pilkades.base.language import Text
from pilkades.cli.register import build, check, duplicates, summary
from pilkades.cli.spoken_help import both

HELP = Text(
    "Daftar pemilih: periksa, cari yang sama, susun, ringkas.",
    "Voter lists: check, compare, draw up, sum up.",
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command("check", help=both(check.HELP))(check.check_list)
app.command("build", help=both(build.HELP))(build.build_list)
app.command("duplicates", help=both(duplicates.HELP))(duplicates.find_duplicates)
app.command("summary", help=both(summary.HELP))(summary.sum_up)
