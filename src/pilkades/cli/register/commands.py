"""`pilkades register`: check a voter list, draw a list up from it, sum it up."""

import typer

from pilkades.base.language import Text
from pilkades.cli.register import build, check, summary
from pilkades.cli.spoken_help import both

HELP = Text("Daftar pemilih: periksa, susun, ringkas.", "Voter lists: check, draw up, sum up.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command("check", help=both(check.HELP))(check.check_list)
app.command("build", help=both(build.HELP))(build.build_list)
app.command("summary", help=both(summary.HELP))(summary.sum_up)
