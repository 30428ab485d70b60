"""Phrases that several components share."""

from datetime import date, datetime, timedelta

from pilkades.base.language import Language, Text, say, weekday

EVIDENCE_WORDS = {
    "secondary": Text(
        "dari kutipan, naskah asli belum dibaca", "quoted elsewhere, the text itself was not read"
    ),
    "local_practice": Text(
        "kebiasaan daerah, bukan bunyi pasal", "local practice, not the words of an article"
    ),
    "unverified": Text("sumber belum dipastikan", "source not verified"),
}

_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def long_day(day: date, *, year: bool = True) -> Text:
    """`Senin, 7 Desember 2026`: a day on screen never stands without its weekday (ui.md, wording rule 8)."""
    words = [f"{weekday(day, language)}, {say(day, language)}" for language in (Language.ID, Language.EN)]
    return Text(*(words if year else [said.removesuffix(f" {day.year}") for said in words]))


def clock(moment: datetime) -> Text:
    """`14.05 WIB`; a moment without a zone of Indonesia is written without one."""
    zone = _ZONES.get(moment.utcoffset() or timedelta(0), "")
    return Text(
        *(f"{say(moment.time(), language)} {zone}".rstrip() for language in (Language.ID, Language.EN))
    )


def long_moment(moment: datetime) -> Text:
    """`Senin, 7 Desember 2026, 14.05 WIB`."""
    return Text("{day}, {clock}", "{day}, {clock}").fill(day=long_day(moment.date()), clock=clock(moment))
