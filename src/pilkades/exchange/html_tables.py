"""Tables of an HTML page as rows of cells, as village systems save them under the name .xls."""

from html.parser import HTMLParser

from typing_extensions import override

from pilkades.register.cells import Cell, Row

_WIDEST = 200  # a span beyond this is a slip, not a table


class _Tables(HTMLParser):
    """Collects the cells; one that spans several keeps its text in the first and leaves the others empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self._open: list[list[list[Cell]]] = []
        self._words: list[str] | None = None
        self._span = 1
        # Cells still covered from above: column -> rows left.
        self._covered: list[dict[int, int]] = []
        self._down = 1

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._close_cell()
            self._open.append([])
            self._covered.append({})
        elif tag == "tr" and self._open:
            self._close_row()
            self._open[-1].append([])
        elif tag in {"td", "th"} and self._open:
            self._close_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            spans = dict(attrs)
            self._span, self._down = _number(spans.get("colspan")), _number(spans.get("rowspan"))
            self._words = []
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_row()
            self._covered.pop()
            rows = self._open.pop()
            if any(any(cell is not None for cell in row) for row in rows):
                self.tables.append(rows)

    @override
    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def _close_cell(self) -> None:
        if self._words is None or not self._open:
            return
        row, covered = self._open[-1][-1], self._covered[-1]
        self._fill_covered()
        text = " ".join("".join(self._words).split())
        for step in range(self._span):
            if self._down > 1:
                covered[len(row)] = self._down - 1
            row.append((text or None) if step == 0 else None)
        self._words = None

    def _fill_covered(self) -> None:
        row, covered = self._open[-1][-1], self._covered[-1]
        while covered.get(len(row), 0):
            covered[len(row)] -= 1
            row.append(None)

    def _close_row(self) -> None:
        """Cells from above may cover the end of a row, too."""
        self._close_cell()
        if self._open[-1]:
            self._fill_covered()

    @override
    def close(self) -> None:
        """A page cut short still gives the tables that were open."""
        super().close()
        while self._open:
            self.handle_endtag("table")


def _number(written: str | None) -> int:
    return min(int(written), _WIDEST) if written and written.isdigit() and int(written) > 0 else 1


def tables_in(page: str) -> tuple[tuple[Row, ...], ...]:
    """The tables of the page that hold any text, in the order in which they end."""
    parser = _Tables()
    parser.feed(page)
    parser.close()
    return tuple(tuple(tuple(row) for row in table) for table in parser.tables)
