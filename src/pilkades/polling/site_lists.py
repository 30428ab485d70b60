"""Read sites and points from the text of CSV files: one row each; every fault of every row at once.

Sites: `tps` (its name), and where known `lintang`, `bujur` (decimal degrees) or `timur`, `utara` (metres on a
local map), `akses` (ya, tidak, or empty for not looked at), `kapasitas`. Points of homes: `dusun`, `rw`,
`rt`, and a point in the same way. Each heading has an English twin; order is free.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.polling.groups import Area
from pilkades.polling.places import Degrees, Grid, Point, Site

_ALIASES = {
    "nama": "tps",
    "name": "tps",
    "station": "tps",
    "latitude": "lintang",
    "lat": "lintang",
    "longitude": "bujur",
    "lon": "bujur",
    "long": "bujur",
    "east": "timur",
    "north": "utara",
    "accessible": "akses",
    "access": "akses",
    "capacity": "kapasitas",
}
_DECIMAL = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,10})?")
_WHOLE = re.compile(r"-?[0-9]{1,7}")
_ANSWERS = {"ya": True, "yes": True, "y": True, "tidak": False, "no": False, "t": False, "n": False, "": None}
_MICRO = 1_000_000
_MOST_LATITUDE, _MOST_LONGITUDE = 90 * _MICRO, 180 * _MICRO


@dataclass(slots=True)
class _Rows:
    """Rows by heading, and the faults found so far."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def of(self, text: str, wanted: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        lines = text.removeprefix("\ufeff")
        heading = lines.partition("\n")[0]
        delimiter = ";" if heading.count(";") > heading.count(",") else ","
        rows = [row for row in csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter) if any(row)]
        names = [cell.strip().casefold() for cell in rows[0]] if rows else []
        names = [_ALIASES.get(name, name) for name in names]
        for name in wanted:
            if name not in names:
                self.wrong(1, name, _NO_COLUMN, _ADD_COLUMN.fill(name=name))
        if self.faults:
            return
        for number, row in enumerate(rows[1:], start=2):
            yield number, dict(zip(names, (cell.strip() for cell in row), strict=False))

    def wrong(self, row: int, column: str, problem: Text, remedy: Text) -> None:
        self.faults.append(Fault(self.file, f"{row}/{column}", problem, remedy))

    def point(self, number: int, cells: dict[str, str]) -> Point | None:
        if cells.get("lintang") or cells.get("bujur"):
            latitude = self._degrees(number, "lintang", cells, _MOST_LATITUDE)
            longitude = self._degrees(number, "bujur", cells, _MOST_LONGITUDE)
            return None if latitude is None or longitude is None else Degrees(latitude, longitude)
        if cells.get("timur") or cells.get("utara"):
            east, north = self.whole(number, "timur", cells), self.whole(number, "utara", cells)
            return None if east is None or north is None else Grid(east, north)
        return None

    def _degrees(self, number: int, column: str, cells: dict[str, str], most: int) -> int | None:
        words = cells.get(column, "")
        if _DECIMAL.fullmatch(words):
            found = int((Decimal(words.replace(",", ".")) * _MICRO).to_integral_value())
            if abs(found) <= most:
                return found
        self.wrong(number, column, _NOT_DEGREES.fill(words=words), _WRITE_DEGREES)
        return None

    def whole(self, number: int, column: str, cells: dict[str, str]) -> int | None:
        words = cells.get(column, "")
        if _WHOLE.fullmatch(words):
            return int(words)
        self.wrong(number, column, _NOT_WHOLE.fill(words=words), _WRITE_WHOLE)
        return None


def read_sites(text: str, file: str = "SITES.csv") -> tuple[Site, ...]:
    """Read where stations may stand.

    Raises:
        FaultyInput: with every fault of every row.
    """
    rows = _Rows(file)
    sites: list[Site] = []
    for number, cells in rows.of(text, ("tps",)):
        name, answer = cells["tps"], cells.get("akses", "").casefold()
        if not name:
            rows.wrong(number, "tps", _NO_NAME, _WRITE_NAME)
        elif any(site.name.casefold() == name.casefold() for site in sites):
            rows.wrong(number, "tps", _TWICE.fill(name=name), _ONCE)
        if answer not in _ANSWERS:
            rows.wrong(number, "akses", _NOT_ANSWER.fill(words=answer), _WRITE_ANSWER)
        capacity = rows.whole(number, "kapasitas", cells) if cells.get("kapasitas") else None
        if capacity is not None and capacity < 1:
            rows.wrong(number, "kapasitas", _NOT_WHOLE.fill(words=cells["kapasitas"]), _WRITE_WHOLE)
        sites.append(Site(name, rows.point(number, cells), _ANSWERS.get(answer), capacity))
    _one_kind(rows, [site.point for site in sites])
    if rows.faults:
        raise FaultyInput(rows.faults)
    return tuple(sites)


def read_points(text: str, file: str = "POINTS.csv") -> dict[Area, Point]:
    """Read where the homes of an RT lie, one point for each.

    Raises:
        FaultyInput: with every fault of every row.
    """
    rows = _Rows(file)
    points: dict[Area, Point] = {}
    for number, cells in rows.of(text, ("dusun", "rt")):
        area = Area(
            " ".join(cells["dusun"].split()), _number(cells.get("rw", "")), _number(cells.get("rt", ""))
        )
        point = rows.point(number, cells)
        if area in points:
            rows.wrong(number, "rt", _TWICE.fill(name=area.label), _ONCE)
        if point is not None:
            points[area] = point
    _one_kind(rows, list(points.values()))
    if rows.faults:
        raise FaultyInput(rows.faults)
    return points


def _number(words: str) -> str:
    """RT and RW as lists write them: three digits."""
    return words.zfill(3) if words.isascii() and words.isdigit() else words


def _one_kind(rows: _Rows, points: list[Point | None]) -> None:
    if len({type(point) for point in points if point is not None}) > 1:
        rows.wrong(1, "-", _TWO_KINDS, _ONE_KIND)


_NO_COLUMN = Text("kolom ini belum ada.", "this column is missing.")
_ADD_COLUMN = Text("Tambahkan kolom {name} pada baris judul.", "Add the column {name} to the heading.")
_NO_NAME = Text("nama TPS belum diisi.", "the station has no name.")
_WRITE_NAME = Text("Isi namanya, misalnya TPS 1.", "Write its name, such as TPS 1.")
_TWICE = Text("{name} tertulis dua kali.", "{name} stands there twice.")
_ONCE = Text("Tulis satu kali.", "Write it once.")
_NOT_ANSWER = Text("“{words}” bukan jawaban.", "“{words}” is no answer.")
_WRITE_ANSWER = Text(
    "Tulis ya atau tidak; kosongkan bila belum diperiksa.", "Write yes or no; leave it empty if unknown."
)
_NOT_DEGREES = Text("“{words}” bukan derajat.", "“{words}” is no number of degrees.")
_WRITE_DEGREES = Text(
    "Tulis lintang dan bujur seperti -6,123456 dan 109,123456.",
    "Write latitude and longitude like -6.123456 and 109.123456.",
)
_NOT_WHOLE = Text("“{words}” bukan bilangan bulat.", "“{words}” is no whole number.")
_WRITE_WHOLE = Text("Tulis bilangan bulat.", "Write a whole number.")
_TWO_KINDS = Text(
    "sebagian titik dalam derajat, sebagian dalam meter.", "some points are in degrees, some in metres."
)
_ONE_KIND = Text("Pakai satu cara untuk semua titik.", "Use one way for all points.")
