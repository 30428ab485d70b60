"""`pilkades law`: what the law says on a day in a county, in its own words."""

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.article import Article
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.cli.clock import today
from pilkades.cli.law_diff import described_difference, described_law, difference
from pilkades.cli.law_text import write_article, write_difference, write_list, write_value
from pilkades.cli.law_values import described_value
from pilkades.cli.options import AsJson, County, Lang, On, a_county, a_day, is_county
from pilkades.cli.provisions import cited_by, described_provisions, resting_on, words_at
from pilkades.cli.reporting import answering, unwritable, write_json
from pilkades.cli.spoken_help import both
from pilkades.regulation.rulebook import Rulebook

HELP = Text(
    "Hukum sebagai data: nilai, pasal, perbandingan.", "The law as data: values, articles, comparison."
)
_LIST = Text("Daftar nilai yang berlaku.", "List the values in force.")
_SHOW = Text("Satu nilai dengan bunyi pasalnya.", "One value with the words of its article.")
_DIFF = Text(
    "Bandingkan hukum A dan B: tanggal, kabupaten, atau TANGGAL@KABUPATEN.",
    "Compare the law of A and B: a date, a county, or DATE@COUNTY.",
)
_ARTICLE = Text(
    "Bunyi suatu pasal dan aturan yang mengutipnya.", "The words of an article and the rules citing it."
)
_PAGES = Text("Tulis halaman hukum ke folder.", "Write the pages of the law into a folder.")
_SIDE = Text(
    "2019-07-01, tegal, 33.28, atau 2026-10-03@tegal.", "2019-07-01, tegal, 33.28 or 2026-10-03@tegal."
)
_NOT_A_SIDE = (
    Text(
        "{words} bukan tanggal dan bukan kabupaten yang dikenal.",
        "{words} is no date and no county that is known.",
    ),
    Text("Tulis 2019-07-01, tegal, atau 2026-10-03@tegal.", "Write 2019-07-01, tegal or 2026-10-03@tegal."),
)
_NO_ARTICLE = (
    Text("pasal {notation} tidak ada dalam naskah yang dibaca.", "the text read has no article {notation}."),
    Text("Instrumen yang dikenal: {known}.", "Instruments known: {known}."),
)
_NO_GENERATOR = (
    Text(
        "pembuat halaman hukum belum ada dalam pemasangan ini.",
        "this installation has no writer of law pages.",
    ),
    Text("Pasang versi pilkades yang lengkap.", "Install a complete version of pilkades."),
)
_WRITTEN = Text("{n} halaman ditulis di {folder}.", "{n} pages written in {folder}.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def _law(on: str | None, county: str | None, command: str) -> Rulebook:
    day = a_day(on, command, "--on") if on else today()
    return Rulebook.at(day, a_county(county))


@app.command("list", help=both(_LIST))
def list_values(
    *, on: On = None, county: County = None, as_json: AsJson = False, language: Lang = Language.ID
) -> None:
    """List every value of the law of a day."""
    with answering("pilkades law list", language, as_json=as_json):
        book = _law(on, county, "pilkades law list")
    if as_json:
        values = [described_value(held, language) for _, held in sorted(book.parameters.items())]
        write_json({**described_law(book, language), "parameters": [*values]})
    else:
        write_list(book, language)


@app.command("show", help=both(_SHOW))
def show_value(
    parameter: Annotated[str, typer.Argument(metavar="PARAM")],
    *,
    on: On = None,
    county: County = None,
    as_json: AsJson = False,
    language: Lang = Language.ID,
) -> None:
    """Show a value, its article's words, what it stands on and what stands beside it."""
    with answering("pilkades law show", language, as_json=as_json):
        book = _law(on, county, "pilkades law show")
        held = book.held(parameter)
    if not as_json:
        write_value(book, held, language)
        return
    provision = book.provisions.get(held.article) if held.article else None
    write_json(
        {
            **described_law(book, language),
            **described_value(held, language),
            "words": provision.text if provision else None,
            "beside": [described_value(other, language) for other in held.beside],
        }
    )


@app.command("diff", help=both(_DIFF))
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help=both(_SIDE))],
    second: Annotated[str, typer.Argument(metavar="B", help=both(_SIDE))],
    *,
    on: On = None,
    county: County = None,
    as_json: AsJson = False,
    language: Lang = Language.ID,
) -> None:
    """Compare two laws; `--on` and `--county` fill in what A and B leave out."""
    command = "pilkades law diff"
    with answering(command, language, as_json=as_json):
        otherwise = a_day(on, command, "--on") if on else today()
        sides = [_side(words, key, otherwise, county) for words, key in ((first, "A"), (second, "B"))]
        found = difference(*sides)
    if as_json:
        write_json(described_difference(found, language))
    else:
        write_difference(found, language)


def _side(words: str, key: str, otherwise: date, county: str | None) -> Rulebook:
    command = "pilkades law diff"
    day, at, place = words.partition("@")
    if at:
        return Rulebook.at(a_day(day, command, key), a_county(place))
    if is_county(words):
        return Rulebook.at(otherwise, a_county(words))
    try:
        return Rulebook.at(a_day(words, command, key), a_county(county))
    except FaultyInput:
        problem, remedy = _NOT_A_SIDE
        raise FaultyInput([Fault(command, key, problem.fill(words=words), remedy)]) from None


@app.command("article", help=both(_ARTICLE))
def show_article(
    notation: Annotated[str, typer.Argument(metavar="NOTATION")],
    *,
    as_json: AsJson = False,
    language: Lang = Language.ID,
) -> None:
    """Show the words of an article, or of all that lies in it, and what was drawn from it."""
    with answering("pilkades law article", language, as_json=as_json):
        article = Article.parse(notation.strip())
        provisions = words_at(article)
        if not provisions:
            problem, remedy = _NO_ARTICLE
            raise FaultyInput(
                [
                    Fault(
                        "pilkades law article",
                        "NOTATION",
                        problem.fill(notation=notation),
                        remedy.fill(known=_instruments()),
                    )
                ]
            )
    if as_json:
        write_json(described_provisions(article, provisions, language))
    else:
        write_article(provisions, cited_by, resting_on, language)


def _instruments() -> list[str]:
    from pilkades.regulation.loader import shipped_law  # noqa: PLC0415 -- only this message needs it

    return sorted(shipped_law().instruments)


@app.command("pages", help=both(_PAGES))
def write_law_pages(
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    *,
    as_json: AsJson = False,
    language: Lang = Language.ID,
) -> None:
    """Write the pages of the law, article by article."""
    with answering("pilkades law pages", language, as_json=as_json):
        pages = _pages(out)
    if as_json:
        write_json({"pages": [str(page) for page in pages]})
    else:
        typer.echo(_WRITTEN.fill(n=len(pages), folder=str(out)).to(language))


def _pages(out: Path) -> list[Path]:
    try:
        generator = import_module("pilkades.cli.law_pages")
    except ModuleNotFoundError:
        raise FaultyInput([Fault("pilkades law pages", "-", *_NO_GENERATOR)]) from None
    try:
        written: Iterable[Path] = generator.write_pages(out)
    except OSError as error:
        raise unwritable(str(out), error) from error
    return list(written)
