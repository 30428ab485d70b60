"""Who can be signed in as with one click: a few to begin with, then everybody by place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pilkades.base.language import EMPTY, Text, same
from pilkades.web.core.access import public_elections
from pilkades.web.core.frame import ROLES
from pilkades.web.core.models import Election, Grant, Role
from pilkades.web.core.queries.laws import rulebook_on
from pilkades.web.demonstration.names import COUNTY_CODE
from pilkades.web.demonstration.published import CODES
from pilkades.web.demonstration.residents import POSTED
from pilkades.web.demonstration.stages import STAGES
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import article

_CAN: Mapping[Role, Text] = {
    Role.COUNTY: Text(
        "Melihat semua desa, membuka gelombang, mencatat tindakan bupati.",
        "Sees every village, opens waves, records the bupati's acts.",
    ),
    Role.SUPERVISOR: Text(
        "Melihat semua, tidak mengubah apa pun. Membuka berkas orang selalu dicatat.",
        "Sees everything, changes nothing. Opening a person's paper is always logged.",
    ),
    Role.DISTRICT: Text("Melihat semua desa di kecamatannya.", "Sees every village of the district."),
    Role.CAMAT: Text(
        "Melihat semua desa di kecamatannya, mencatat tindakan camat.",
        "Sees every village of the district, records the camat's acts.",
    ),
    Role.VILLAGE_CHAIR: Text(
        "Menjalankan pemilihan satu desa: mencatat dan membetulkan tindakan.",
        "Runs one village's election: records and corrects acts.",
    ),
    Role.VILLAGE_SECRETARY: Text("Sama seperti ketua.", "The same as the chair."),
    Role.VILLAGE_MEMBER: Text(
        "Mencatat tindakan panitia, tanpa membetulkan.", "Records the committee's acts, corrects none."
    ),
    Role.BPD: Text("Mencatat tindakan BPD di desanya.", "Records the BPD's acts in the village."),
    Role.REGISTRAR: Text(
        "Mendata pemilih dari rumah ke rumah. Hanya melihat halaman Pendataan.",
        "Registers voters from house to house. Sees the registrar's page alone.",
    ),
}
_SHORT = {
    Role.VILLAGE_CHAIR: Text("Ketua", "Chair"),
    Role.VILLAGE_SECRETARY: Text("Sekretaris", "Secretary"),
    Role.VILLAGE_MEMBER: Text("Anggota", "Member"),
    Role.REGISTRAR: Text("Petugas", "Registrar"),
}
_OPERATOR = Text("Operator", "Operator")
_OPERATOR_CAN = Text(
    "Menjaga mesin. Hanya melihat, dan hanya selama akses yang tercatat.",
    "Keeps the machine running. Only sees, and only while access that is logged lasts.",
)
_POLL = Text("{wave}. Pemungutan suara {day}.", "{wave}. Poll on {day}.")
_LAW_OF = Text("Menurut hukum {day}.", "By the law of {day}.")
_TODAY = Text("{wave}. Pemungutan suara hari ini.", "{wave}. The poll is today.")
_FIRST = (
    (
        "99.01.03.2001",
        Role.VILLAGE_CHAIR,
        Text("Jadwal sudah ditetapkan. Apa yang berikutnya?", "The timetable is adopted. What is next?"),
    ),
    (
        "99.01.03.2004",
        Role.BPD,
        Text("Belum ada apa-apa. Mulai dari surat BPD.", "Nothing is there. Begin with the BPD's letter."),
    ),
    (
        COUNTY_CODE,
        Role.COUNTY,
        Text("Desa di satu papan, yang terlambat dahulu.", "Villages on one board, the late first."),
    ),
    (
        "99.01.02.2001",
        Role.VILLAGE_CHAIR,
        Text("Dua berkas tidak sama. Lihat Temuan.", "Two papers differ. See Findings."),
    ),
    (
        POSTED,
        Role.VILLAGE_CHAIR,
        Text("DPS diumumkan, warga mengusulkan. Lihat Pemilih.", "The DPS is posted. See Voters."),
    ),
    (
        POSTED,
        Role.REGISTRAR,
        Text("Dari rumah ke rumah, dengan HP.", "From house to house, with a phone."),
    ),
    (
        "98.01.01.2001",
        Role.VILLAGE_CHAIR,
        Text("Tahun 2007, menurut hukum pada harinya.", "The year 2007, by the law of its day."),
    ),
)


@dataclass(frozen=True, slots=True)
class Button:
    """Somebody to become: the role on the button, the name for those who hear the page."""

    user_id: int
    role: Text
    name: str
    where: str = ""
    why: Text = EMPTY


@dataclass(frozen=True, slots=True)
class First:
    """A few people to begin with, each with what there is to see."""

    template: ClassVar[str] = "demonstration/first.html"
    title: ClassVar[Text] = Text("Mulai dari sini", "Begin here")

    buttons: Sequence[Button]
    public: Link


_MORE_WAVES = Text(
    "Agar semua tahap terlihat pada satu hari, gelombangnya lebih dari {n}, batas menurut {basis}.",
    "To show every stage on one day there are more than {n} waves, the limit of {basis}.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its people, when its poll is and how far it has come."""

    name: str
    buttons: Sequence[Button]
    poll: Text = EMPTY
    stands: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Places:
    """Several places under one heading."""

    template: ClassVar[str] = "demonstration/places.html"

    title: Text
    sentence: Text
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Roles:
    """What each role sees and may do."""

    template: ClassVar[str] = "demonstration/roles.html"
    title: ClassVar[Text] = Text("Siapa boleh apa", "Who may do what")

    rows: Sequence[tuple[Text, Text]] = (
        *((ROLES[role], words) for role, words in _CAN.items()),
        (_OPERATOR, _OPERATOR_CAN),
    )


def parts(today: date, public: Link) -> Iterator[object]:
    """The whole page: whom to begin with, the made-up county, its villages, the real elections, the roles.

    Three queries, whatever their number.
    """
    held = _held()
    yield First(tuple(_first(held)), public)
    above = [
        _place(grants)
        for code, grants in held.items()
        if code.startswith(COUNTY_CODE) and grants[0].village is None
    ]
    operators = [Button(user.pk, _OPERATOR, user.full_name) for user in User.objects.filter(is_operator=True)]
    yield Places(
        Text("Kabupaten rekaan", "The made-up county"),
        Text("Orang, desa, dan angkanya tidak ada.", "Its people, villages and figures do not exist."),
        (*above, Place(_OPERATOR.id, operators)),
    )
    elections = {one.village.code: one for one in public_elections().order_by("polling_day", "village__code")}
    yield Places(
        Text("Dua belas desa, dua belas tahap", "Twelve villages, twelve stages"),
        _more_waves(today),
        [_village(held, elections[code], STAGES[code], today) for code in STAGES if code in elections],
    )
    yield Places(
        Text("Tiga pemilihan dari penelitian terbit", "Three elections of published research"),
        Text(
            "Desanya nyata; catatannya hanya yang tertulis di sumber. Akunnya jabatan, bukan orang.",
            "The villages are real; the record holds what the sources say. Accounts are offices, not people.",
        ),
        [_past(held, elections[code]) for code in CODES.values() if code in elections],
    )
    yield Roles()


def _more_waves(today: date) -> Text:
    """That there are more waves than the law of the day lets a county hold, with the law's own number."""
    law = rulebook_on(today, None)
    most = law.held("wave.max")
    basis = article(most.article) if most.article else law.regime.label
    return _MORE_WAVES.fill(n=most.value, basis=basis)


def _held() -> dict[str, list[Grant]]:
    """The grants of each place by its code; those of a place in the order of the roles above."""
    order = list(_CAN)
    found: dict[str, list[Grant]] = {}
    for one in Grant.objects.select_related("user", "county", "district", "village"):
        place = one.village or one.district or one.county
        found.setdefault(place.code if place else "", []).append(one)
    for grants in found.values():
        grants.sort(key=lambda one: order.index(Role(one.role)))
    return dict(sorted(found.items()))


def _first(held: Mapping[str, list[Grant]]) -> Iterator[Button]:
    for code, role, why in _FIRST:
        for one in held.get(code, ()):
            if one.role == role:
                where = str(one.village or one.county)
                yield Button(one.user_id, ROLES[role], one.user.full_name, where, why)


def _buttons(grants: Sequence[Grant]) -> tuple[Button, ...]:
    return tuple(
        Button(one.user_id, _SHORT.get(Role(one.role), ROLES[Role(one.role)]), one.user.full_name)
        for one in grants
    )


def _place(grants: Sequence[Grant]) -> Place:
    held = grants[0].district
    return Place(f"Kecamatan {held}" if held else str(grants[0].county), _buttons(grants))


def _village(held: Mapping[str, list[Grant]], election: Election, stands: Text, today: date) -> Place:
    words = _TODAY if election.polling_day == today else _POLL
    poll = words.fill(wave=same(str(election.wave)), day=long_day(election.polling_day))
    return Place(str(election.village), _buttons(held.get(election.village.code, ())), poll, stands)


def _past(held: Mapping[str, list[Grant]], election: Election) -> Place:
    """Its day may be one that was chosen where the source states none: only the law of that day is named."""
    village = election.village
    county = same(village.district.county.name)
    words = _LAW_OF.fill(day=long_day(election.law_day))
    return Place(str(village), _buttons(held.get(village.code, ())), words, county)
