"""NIK and KK: sixteen digits each, never shown in full where nobody asked for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from typing_extensions import override

from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text

LENGTH = 16
WOMEN_ADD = 40  # a woman's day of birth is written plus 40 (41 to 71)
LONGEST_MONTH = 31
CENTURIES = (1900, 2000)
# No rule: the age above which one of two centuries is taken for a slip rather than for a person.
OLDEST = 115


class Sex(StrEnum):
    """As the papers state it."""

    MALE = "L"
    FEMALE = "P"


SEXES = {Sex.MALE: Text("laki-laki", "male"), Sex.FEMALE: Text("perempuan", "female")}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at; never a reason to leave a person out (a NIK is not reissued)."""

    code: str
    message: Text
    remedy: Text


def _sixteen_digits(written: str, code: str) -> str:
    """The digits, or an error that tells how many there were and never which."""
    if len(written) != LENGTH or not (written.isascii() and written.isdigit()):
        raise PilkadesError(code, characters=len(written), digits=sum(sign.isdigit() for sign in written))
    return written


@dataclass(frozen=True, slots=True, repr=False, order=True)
class Kk:
    """The number of a family card: sixteen digits; what they mean is not read here."""

    digits: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read sixteen digits.

        Raises:
            PilkadesError: code `kk-notation`, with the number of signs and never the number itself.
        """
        return cls(_sixteen_digits(written, "kk-notation"))

    @property
    def masked(self) -> str:
        """The form for everybody: the area alone."""
        return masked(self.digits)

    @override
    def __str__(self) -> str:
        return self.masked

    @override
    def __repr__(self) -> str:
        return f"Kk({self.masked})"


@dataclass(frozen=True, slots=True, repr=False, order=True)
class Nik:
    """A person's number: 6 digits of area, day (women plus 40), month, year of two digits, 4 of serial.

    The area is that of the first registration and the number is permanent (Dukcapil), so it may differ from
    where a person lives now and from a birth date that was corrected later.
    """

    digits: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read sixteen digits.

        Raises:
            PilkadesError: code `nik-notation`, with the number of signs and never the number itself.
        """
        return cls(_sixteen_digits(written, "nik-notation"))

    @property
    def province(self) -> str:
        """Two digits."""
        return self.digits[:2]

    @property
    def county(self) -> str:
        """The kabupaten or kota as its code is written: `99.01`."""
        return f"{self.digits[:2]}.{self.digits[2:4]}"

    @property
    def district(self) -> str:
        """The kecamatan as its code is written: `99.01.02`."""
        return f"{self.county}.{self.digits[4:6]}"

    @property
    def sex(self) -> Sex | None:
        """What the day of birth says; None where it is no day at all."""
        day = int(self.digits[6:8])
        if 1 <= day <= LONGEST_MONTH:
            return Sex.MALE
        return Sex.FEMALE if 1 <= day - WOMEN_ADD <= LONGEST_MONTH else None

    @property
    def serial(self) -> str:
        """The last four digits, from 0001."""
        return self.digits[12:]

    @property
    def tail(self) -> str:
        """The form for the committee's own desk, to tell two rows apart: `…0003`."""
        return f"…{self.serial}"

    @property
    def masked(self) -> str:
        """The form for everybody: the area alone; birth date and serial are covered."""
        return masked(self.digits)

    @override
    def __str__(self) -> str:
        return self.masked

    @override
    def __repr__(self) -> str:
        return f"Nik({self.masked})"


def masked(digits: str) -> str:
    """Cover all but the six digits of area, which most neighbours share."""
    return digits[:6] + "*" * (len(digits) - 6)


def birth_days(nik: Nik) -> tuple[date, ...]:
    """The days of birth that the number may mean, one for each century in which that day exists."""
    return tuple(_birth_days(nik))


def _birth_days(nik: Nik) -> Iterator[date]:
    day, month, year = (int(nik.digits[at : at + 2]) for at in (6, 8, 10))
    for century in CENTURIES:
        try:
            yield date(century + year, month, day - WOMEN_ADD if day > WOMEN_ADD else day)
        except ValueError:
            continue


def plausible_birth_days(nik: Nik, on: date, oldest: int = OLDEST) -> tuple[date, ...]:
    """Those birth days on which a living person may have been born, looked at from that day.

    More than one is left only for people of a hundred or more, or for children born in these years.
    """
    return tuple(day for day in birth_days(nik) if day <= on and on.year - day.year <= oldest)


_CHECK_CARD = Text("Cocokkan dengan KTP atau KK.", "Compare with the identity card or family card.")
_NEVER_REISSUED = Text(
    "Cocokkan dengan KTP atau KK. NIK tidak diubah walaupun tanggal lahir diperbaiki.",
    "Compare with the identity card or family card. A NIK stays even when a birth date is corrected.",
)


def form_remarks(nik: Nik) -> tuple[Remark, ...]:
    """What is unusual in the number itself; all are warnings.

    The area is held against the shape of the codes only (kabupaten 01 to 69, kota 71 to 99), not against a
    list of areas that exist.
    """
    return tuple(_form_remarks(nik, birth_days(nik)))


def _form_remarks(nik: Nik, days: tuple[date, ...]) -> Iterator[Remark]:
    county = int(nik.digits[2:4])
    if nik.province == "00" or county in {0, 70} or nik.digits[4:6] == "00":
        yield Remark(
            "nik-area",
            Text(
                "Enam angka pertama NIK tidak berbentuk kode wilayah.",
                "The first six digits of the NIK do not look like an area code.",
            ),
            _CHECK_CARD,
        )
    if not days:
        yield Remark(
            "nik-date",
            Text(
                "Angka ke-7 sampai ke-12 NIK bukan tanggal yang ada.",
                "Digits 7 to 12 of the NIK are no day that exists.",
            ),
            _CHECK_CARD,
        )
    if nik.serial == "0000":
        yield Remark(
            "nik-serial",
            Text(
                "Empat angka terakhir NIK 0000; nomor urut mulai dari 0001.",
                "The last four digits of the NIK are 0000; serials start at 0001.",
            ),
            _CHECK_CARD,
        )


def remarks(
    nik: Nik, *, sex: Sex | None = None, birth: Day | None = None, county_code: str | None = None
) -> tuple[Remark, ...]:
    """What the number says against the row's own sex, birth date and county: warnings, never a rejection."""
    days = birth_days(nik)
    found = list(_form_remarks(nik, days))
    if sex is not None and nik.sex is not None and sex is not nik.sex:
        found.append(
            Remark(
                "nik-sex",
                Text(
                    "Jenis kelamin di baris ini {row}; menurut NIK {number}.",
                    "This row says {row}; the NIK says {number}.",
                ).fill(row=SEXES[sex], number=SEXES[nik.sex]),
                _CHECK_CARD,
            )
        )
    if birth is not None and days and not any(birth.earliest <= day <= birth.latest for day in days):
        found.append(_other_date(birth, days))
    if county_code is not None and nik.county != county_code:
        found.append(
            Remark(
                "nik-county",
                Text(
                    "NIK dari wilayah {number}, bukan {here}. Ini biasa bagi yang pertama terdaftar di "
                    "tempat lain.",
                    "The NIK is of area {number}, not {here}. This is usual for people first registered "
                    "elsewhere.",
                ).fill(number=nik.county, here=county_code),
                Text("Tidak perlu diubah.", "Nothing to change."),
            )
        )
    return tuple(found)


def _other_date(birth: Day, days: tuple[date, ...]) -> Remark:
    if birth.known and _swapped(birth.earliest) in days:
        return Remark(
            "nik-birth-swapped",
            Text(
                "Hari dan bulan lahir mungkin tertukar: menurut NIK terbalik.",
                "Day and month of birth may be swapped: the NIK has them the other way round.",
            ),
            _NEVER_REISSUED,
        )
    return Remark(
        "nik-birth",
        Text(
            "Tanggal lahir di baris ini berbeda dari tanggal di NIK.",
            "The birth date of this row differs from the date in the NIK.",
        ),
        _NEVER_REISSUED,
    )


def _swapped(day: date) -> date | None:
    try:
        return date(day.year, day.day, day.month)
    except ValueError:
        return None
