"""A bar for work that takes a while, on standard error, where somebody sees it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pilkades.base.language import Language, Text

Advance = Callable[[int], None]

_STEP = 500


@contextmanager
def progress(label: Text, total: int, language: Language, *, asked: bool | None) -> Iterator[Advance]:
    """Count rows on a bar; without a terminal, and where nobody asked for it, nothing is shown."""
    if asked is False or (asked is None and not sys.stderr.isatty()):
        yield lambda _: None
        return
    # Imported here: most runs show no bar.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=asked is None) as bar:
        task = bar.add_task(label.to(language), total=total)
        counted = 0

        def advance(rows: int) -> None:
            nonlocal counted
            counted += rows
            if counted >= _STEP:
                bar.advance(task, counted)
                counted = 0

        yield advance
        bar.update(task, completed=total)
