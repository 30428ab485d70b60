"""Where a rule stands: instrument, pasal, ayat, huruf, angka."""

import re
from dataclasses import dataclass
from typing import Self

from typing_extensions import override

from pilkades.base.errors import PilkadesError

_NOTATION = re.compile(
    r"^(?P<instrument>[a-z0-9-]+):"
    r"(?:#(?P<butir>[0-9a-z.]+)"
    r"|(?P<penjelasan>penj\.)?(?P<pasal>[0-9]+[A-Z]?|[IVX]+|menimbang|lampiran)(?:\((?P<ayat>[0-9]+[a-z]?)\))?"
    r"(?:\.(?P<huruf>[a-z]{1,2}))?(?:\.(?P<angka>[0-9]+))?)$"
)


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """A place in an instrument, as officials cite it.

    `butir` is the running number of a text that has no articles (rules that a source lists without them).
    """

    instrument: str
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""
    angka: str = ""
    butir: str = ""
    elucidation: bool = False

    @classmethod
    def parse(cls, notation: str) -> Self:
        """Read `pp-43-2014:41(2).a`, `uu-6-2014:33.g`, `pp-16-2026:43(2).a.1` or `aturan-003:#3.a.2`.

        Raises:
            PilkadesError: code `article-notation` when the notation does not fit.
        """
        match = _NOTATION.match(notation)
        if match is None:
            raise PilkadesError("article-notation", notation=notation)
        parts = match.groupdict(default="")
        return cls(
            instrument=parts["instrument"],
            pasal=parts["pasal"],
            ayat=parts["ayat"],
            huruf=parts["huruf"],
            angka=parts["angka"],
            butir=parts["butir"],
            elucidation=bool(parts["penjelasan"]),
        )

    @property
    def place(self) -> str:
        """The place inside the instrument: `Ps. 17 ayat (1) huruf a angka 2`."""
        if self.butir:
            return f"butir {self.butir}"
        name = self.pasal.capitalize() if self.pasal in {"menimbang", "lampiran"} else f"Ps. {self.pasal}"
        words = ["Penjelasan"] if self.elucidation else []
        words.append(name)
        words += [f"ayat ({self.ayat})"] if self.ayat else []
        words += [f"huruf {self.huruf}"] if self.huruf else []
        words += [f"angka {self.angka}"] if self.angka else []
        return " ".join(words)

    @property
    def notation(self) -> str:
        """The short form that `parse` reads."""
        if self.butir:
            return f"{self.instrument}:#{self.butir}"
        head = f"{self.instrument}:{'penj.' if self.elucidation else ''}{self.pasal}"
        head += f"({self.ayat})" if self.ayat else ""
        head += f".{self.huruf}" if self.huruf else ""
        return head + (f".{self.angka}" if self.angka else "")

    def covers(self, other: "Article") -> bool:
        """Whether the other place lies in this one: a pasal covers its ayat, an ayat its huruf."""
        if self.instrument != other.instrument or self.elucidation != other.elucidation:
            return False
        if self.butir:
            return other.butir == self.butir or other.butir.startswith(f"{self.butir}.")
        mine = (self.pasal, self.ayat, self.huruf, self.angka)
        theirs = (other.pasal, other.ayat, other.huruf, other.angka)
        return all(not own or own == its for own, its in zip(mine, theirs, strict=True))

    @override
    def __str__(self) -> str:
        return self.notation
