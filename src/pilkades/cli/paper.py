"""Lines on a terminal: wrapped to its width, coloured only where it can show colour."""

import sys
from typing import NoReturn

from rich.console import Console
from rich.text import Text as Styled
from typing_extensions import override

from pilkades.base.findings import Verdict

_WIDEST = 100
_NARROWEST = 24
Part = str | tuple[str, str]

STYLES = {
    Verdict.VIOLATED: "bold red",
    Verdict.CONTESTED: "bold magenta",
    Verdict.AMBIGUOUS: "bold yellow",
    Verdict.UNKNOWN: "bold cyan",
    Verdict.CLAIMED: "bold blue",
    Verdict.COMPLIED: "green",
    Verdict.NOT_APPLICABLE: "",
}


class _Console(Console):
    @override
    def on_broken_pipe(self) -> NoReturn:
        """A reader that has seen enough (`| head`) is no fault."""
        raise BrokenPipeError


class Paper:
    """Writes headings, paragraphs and labelled lines to standard output."""

    def __init__(self) -> None:
        self._console = _Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
        self.width = max(_NARROWEST, min(self._console.width, _WIDEST))

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def title(self, words: str) -> None:
        """The heading of everything."""
        self.line((words, "bold"))
        self.line("=" * min(len(words), self.width))

    def section(self, words: str) -> None:
        """A heading with a line under it, and room above."""
        self.blank()
        self.line((words.upper(), "bold"))
        self.line("-" * min(len(words), self.width))

    def heading(self, words: str) -> None:
        """A heading inside a section."""
        self.blank()
        self.line((words, "bold"))

    def line(self, *parts: Part, indent: int = 0, hang: int = 0) -> None:
        """A paragraph, wrapped: `indent` for all lines, `hang` more for those after the first."""
        whole = Styled.assemble(*parts)
        room = max(_NARROWEST // 2, self.width - indent - hang)
        for number, piece in enumerate(whole.wrap(self._console, room)):
            piece.rstrip()
            margin = " " * (indent + (hang if number else 0))
            self._console.print(Styled(margin) + piece if piece else piece)

    def labelled(self, label: str, words: str, indent: int = 0) -> None:
        """`Label: words`; nothing where there are no words."""
        if words:
            self.line((f"{label}: ", "bold"), words, indent=indent, hang=2)

    def item(self, *parts: Part, indent: int = 0) -> None:
        """An entry of a list."""
        self.line("- ", *parts, indent=indent, hang=2)


def write_exactly(words: str) -> None:
    """Write text with its own line ends, on every system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode())
    sys.stdout.buffer.flush()
