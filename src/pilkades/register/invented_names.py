"""Names of people and places that nobody bears on purpose: common first names, family names put together."""

from collections.abc import Callable

Draw = Callable[[int], int]
"""A whole number from 0 to below the one given."""

_PARTS = {
    part: tuple(words.split())
    for part, words in {
        "man": "Adi Agung Agus Ahmad Aldi Andi Anton Ardi Arif Bagus Bambang Bayu Beni Budi Cahyo Damar Dani "
        "Darma Dedi Deni Dimas Eko Fajar Ferdi Gilang Hadi Hari Hendra Heru Imam Indra Irfan Jaya Joko Kardi "
        "Krisna Lukman Made Mulyadi Nanda Nugroho Oki Pandu Purnomo Rahmat Rangga Rizki Rudi Rusdi Saiful "
        "Samsul Sandi Slamet Sugeng Surya Susanto Taufik Teguh Tono Udin Wahyu Wawan Wisnu Yanto Yoga Yudi "
        "Yusuf Zainal",
        "woman": "Aisyah Ambar Anggun Anisa Asih Ayu Bunga Cahaya Citra Dewi Dian Diah Eka Endang Erna "
        "Fatimah Fitri Galuh Hartati Hesti Ida Indah Intan Ira Jamilah Juwita Kartika Kasih Kurnia Laras "
        "Lestari Lilis Maya Mega Melati Mira Murni Nanik Novi Nur Nurul Putri Rahayu Ratna Retno Rika Rini "
        "Rohani Rosa Sari Sekar Siti Sri Sulastri Suryani Tari Tika Titin Tri Tuti Utami Wati Widya Wulan "
        "Yani Yanti Yuli Yuni Zahra",
        "head": "Am Bar Cen Dar Gam Han Jar Kar Lam Man Nar Pan Ran Sam Sen Tam Tan War Wir Yan",
        "middle": "a i u adi ami andi ari asi ati awi ula umi undi usi uwi",
        "tail": "gan jaya kus lana manto nata pura rata sana tama tung wan yasa",
    }.items()
}

PLACES = (
    *("Sungai Lawai", "Rantau Kelapit", "Batu Ampira", "Tanjung Serati", "Lubuk Pandara", "Muara Tebasi"),
    *("Bukit Kenari", "Padang Rimbani", "Karang Sawita", "Ujung Betari"),
)
"""Where the invented people were born."""

HAMLETS = ("Melati", "Kenanga", "Cempaka", "Anggrek", "Mawar", "Flamboyan", "Dahlia", "Teratai", "Kamboja")
"""Names of dusun, each a flower."""

STREETS = ("Jalan Contoh", "Jalan Rekaan", "Jalan Karangan", "Jalan Khayal", "Jalan Umpama")
"""Streets whose names say what they are."""


def family_name(draw: Draw) -> str:
    """A name put together from syllables."""
    return "".join(_one_of(part, draw) for part in ("head", "middle", "tail"))


def first_name(draw: Draw, *, woman: bool) -> str:
    """A common first name, now and then two."""
    part = "woman" if woman else "man"
    name, other = _one_of(part, draw), _one_of(part, draw)
    return f"{name} {other}" if draw(3) == 0 and other != name else name


def _one_of(part: str, draw: Draw) -> str:
    words = _PARTS[part]
    return words[draw(len(words))]
