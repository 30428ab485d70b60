"""A timetable as an iCalendar file (RFC 5545), so that it can be put into any calendar."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from pilkades.base.digest import digest
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Language, Text, joined
from pilkades.timetable.days import ONE_DAY
from pilkades.timetable.rows import Row

_FOLD_OCTETS = 75
_PRODUCT = "-//pilkades//timetable//ID"


def icalendar(rows: Iterable[Row], scope: str, stamp: datetime, language: Language = Language.ID) -> str:
    """Write the rows as whole-day events, lines ended by CRLF and folded at 75 octets (RFC 5545 3.1).

    `scope` names the election (county, village, wave) and makes the identifiers unique; an identifier depends
    on scope and step alone, so a later version of the file moves the event and does not double it. A row
    without an end is no event. `stamp` is the moment of writing, with its zone.

    Raises:
        PilkadesError: code `stamp-without-zone`.
    """
    if stamp.tzinfo is None:
        raise PilkadesError("stamp-without-zone", stamp=stamp)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for row in rows:
        lines += _event(row, scope, stamp, language)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(row: Row, scope: str, stamp: datetime, language: Language) -> Iterator[str]:
    if row.end is None:
        return
    start = row.start or row.end
    yield "BEGIN:VEVENT"
    yield f"UID:{digest([scope, str(row.key)])[:32]}@pilkades"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(start)}"
    # DTEND is the first day that no longer belongs to the event (RFC 5545 3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(row.end + ONE_DAY)}"
    yield f"SUMMARY:{escaped(_summary(row).to(language))}"
    yield f"DESCRIPTION:{escaped(_description(row).to(language))}"
    yield f"CATEGORIES:{escaped(row.stage.value)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(row: Row) -> Text:
    if not row.cohort:
        return row.label
    return Text("{label} ({cohort})", "{label} ({cohort})").fill(label=row.label, cohort=row.cohort)


def _description(row: Row) -> Text:
    articles = ", ".join(article.notation for article in row.articles)
    return joined([row.who, Text(articles, articles), row.explanation], "\n")


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def escaped(words: str) -> str:
    """Escape a text value: backslash, semicolon, comma, line break (RFC 5545 3.3.11)."""
    for character in "\\;,":
        words = words.replace(character, f"\\{character}")
    return words.replace("\r\n", "\n").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """Cut a line so that no piece is longer than 75 octets, never inside a character."""
    piece, room = "", _FOLD_OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", _FOLD_OCTETS - 1
        piece += character
        room -= size
    yield piece
