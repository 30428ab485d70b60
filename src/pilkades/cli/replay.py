"""`pilkades replay`: a real election against the law of its day."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.findings import Verdict
from pilkades.base.language import Language, Text
from pilkades.cases.load import load_case
from pilkades.cases.replay import Replay, replay
from pilkades.cli.options import AsJson, Lang
from pilkades.cli.replay_json import described
from pilkades.cli.replay_text import write_replay
from pilkades.cli.report import report
from pilkades.cli.reporting import FOUND, answering, unwritable, write_json
from pilkades.cli.sentences import weighs_at_least
from pilkades.cli.spoken_help import both
from pilkades.cli.writing import write_whole

HELP = Text(
    "Putar ulang pemilihan nyata menurut hukum pada harinya.",
    "Replay a real election against the law of its day.",
)
_WRITTEN = Text("Laporan ditulis: {file}", "Report written: {file}")


class Threshold(StrEnum):
    """Verdicts that `--fail-on` may name, from the one that weighs most."""

    VIOLATED = "violated"
    CONTESTED = "contested"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    CLAIMED = "claimed"


def replay_case(
    case: Annotated[
        str,
        typer.Argument(
            metavar="CASE",
            help=both(
                Text(
                    "Kasus yang ikut dalam program, atau berkas kasus.", "A case that ships, or a case file."
                )
            ),
        ),
    ],
    *,
    as_json: AsJson = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help=both(Text("Tulis laporan dalam satu berkas HTML.", "Write the report as one HTML file.")),
        ),
    ] = None,
    language: Lang = Language.ID,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=both(
                Text(
                    "Rinci juga yang tidak berlaku dan semua bukti.",
                    "Also list what does not apply, and all evidence.",
                )
            ),
        ),
    ] = False,
    fail_on: Annotated[
        Threshold | None,
        typer.Option(
            "--fail-on",
            help=both(
                Text(
                    "Status keluar 1 bila ada temuan seberat ini atau lebih.",
                    "Exit with 1 if a finding weighs as much or more.",
                )
            ),
        ),
    ] = None,
) -> None:
    """Replay a case and say what the law and the arithmetic say of it."""
    with answering(f"pilkades replay {case}", language, as_json=as_json):
        replayed = replay(load_case(case))
        if html is not None:
            _write_report(replayed, html, language)
    if as_json:
        write_json(described(replayed, language))
    elif html is not None:
        typer.echo(_WRITTEN.fill(file=html).to(language))
    else:
        write_replay(replayed, language, everything=everything)
    if fail_on is not None and reaches(replayed, fail_on):
        raise typer.Exit(FOUND)


def reaches(replayed: Replay, threshold: Threshold) -> bool:
    """Whether a finding weighs as much as the threshold, or more."""
    return any(weighs_at_least(found.verdict, Verdict(threshold.value)) for found in replayed.findings)


def _write_report(replayed: Replay, file: Path, language: Language) -> None:
    page = report(replayed, language)
    try:
        write_whole(file, page)
    except OSError as error:
        raise unwritable(str(file), error) from error
