"""The only place where the program asks what time it is."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)  # noqa: TID251 -- the command line is the outer edge: the clock is read here alone


def today() -> date:
    """This day where the program runs."""
    return now().astimezone().date()
