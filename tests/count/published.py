"""Figures that sources print, used by several tests."""

from pilkades.count.sheet import Sheet

BANDAR_AGUNG = Sheet(
    "Bandar Agung",
    registered=797,
    came=553,
    absent=244,
    supplied=900,
    given=625,
    in_box=960,
    invalid=152,
    valid=808,
    votes={
        "Slamet Harianto": 286,
        "Iwan": 103,
        "Markum": 135,
        "Martinus Malelak": 87,
        "Lukas Mangku Arso": 197,
    },
)
"""Seed 003, Tabel 3 and 4 (berita acara, as printed)."""

BANI_AMAS = Sheet(
    "Bani Amas",
    registered=979,
    came=841,
    in_box=841,
    valid=811,
    invalid=30,
    invalid_by_reason={"salah coblos": 10, "dua tusukan": 20},
    votes={"Kasper Sitohang": 290, "Sitai Alimus": 181, "Daniel": 55, "Sudianto Keuko": 285},
)
"""Seed 002: the village's figures; the box is read from "841 voted", of which 811 valid and 30 invalid."""
