"""Names of a county that is plainly made up ("supposedly", "for instance"), and of people nobody knows."""

from pilkades.web.demonstration.seed import number

COUNTY_CODE = "99.01"
COUNTY = "Kabupaten Andaikata"
DISTRICTS = {"99.01.01": "Umpama", "99.01.02": "Misalnya", "99.01.03": "Seandainya"}
VILLAGES = {
    "99.01.01.2001": "Rekajaya",
    "99.01.01.2002": "Contohrejo",
    "99.01.01.2003": "Khayalan",
    "99.01.01.2004": "Umpamasari",
    "99.01.02.2001": "Misalmulyo",
    "99.01.02.2002": "Andaimakmur",
    "99.01.02.2003": "Rekasari",
    "99.01.02.2004": "Contohharjo",
    "99.01.03.2001": "Bayangsari",
    "99.01.03.2002": "Seumpama",
    "99.01.03.2003": "Anganjaya",
    "99.01.03.2004": "Lamunan",
}
_FIRST = (
    "Agus", "Ani", "Bambang", "Citra", "Darmi", "Dewi", "Eko", "Endang", "Fitri", "Gunadi", "Hadi", "Indah",
    "Joko", "Kartini", "Lestari", "Mulyadi", "Ningsih", "Oman", "Purnomo", "Ratna", "Rukmini", "Slamet",
    "Sri", "Suryani", "Tarsono", "Tuti", "Udin", "Wahyuni", "Wasis", "Yanto", "Yuli", "Zaenal",
)  # fmt: skip
_LAST = (
    "Andaiwati", "Bayangkara", "Contohadi", "Ibarat", "Khayalani", "Misaldi", "Perumpamaan", "Rekanto",
    "Seumpamawan", "Tersebutlah", "Umpamaningsih", "Wujudanto",
)  # fmt: skip


def person(*words: str) -> str:
    """A name for these words; the second part says that nobody bears it."""
    return f"{_FIRST[number(len(_FIRST), 'first', *words)]} {_LAST[number(len(_LAST), 'last', *words)]}"


def people(count: int, *words: str) -> tuple[str, ...]:
    """So many different names."""
    found: dict[str, None] = {}
    turn = 0
    while len(found) < count:
        found.setdefault(person(*words, str(turn)))
        turn += 1
    return tuple(found)
