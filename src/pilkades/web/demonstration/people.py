"""Who can be signed in as with one click, by place, with how far each place is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pilkades.acts.act import KINDS
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.core.access import public_elections
from pilkades.web.core.frame import ROLES
from pilkades.web.core.models import ActRow, Election, Grant, Role
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.models import User

_CAN: Mapping[Role, Text] = {
    Role.COUNTY: Text(
        "Melihat semua desa, membuka gelombang, mencatat tindakan bupati.",
        "Sees every village, opens waves, records the bupati's acts.",
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
        "Mencatat tindakan panitia; tidak membetulkan.", "Records the committee's acts; corrects none."
    ),
    Role.BPD: Text("Mencatat tindakan BPD di desanya.", "Records the BPD's acts in the village."),
    Role.SUPERVISOR: Text(
        "Melihat semua, tidak mengubah apa pun. Membuka berkas orang dicatat.",
        "Sees everything, changes nothing. Opening a person's paper is logged.",
    ),
}
_OPERATOR = Text("Operator", "Operator")
_OPERATOR_CAN = Text(
    "Menjaga mesin. Hanya melihat, dan hanya selama akses yang tercatat.",
    "Keeps the machine running. Only sees, and only while access that is logged lasts.",
)
_NO_DATE = Text("Belum ada tindakan.", "No act yet.")
_LATEST = Text("Tindakan terakhir: {act}.", "Latest act: {act}.")
_POLL = Text("Pemungutan suara {day}", "Poll on {day}")


@dataclass(frozen=True, slots=True)
class Button:
    """Somebody to become: the role on the button, the name beside it."""

    user_id: int
    role: Text
    name: str


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

    title: Text
    rows: Sequence[tuple[Text, Text]]
    link: Link


def roles(public: Link) -> Roles:
    """Every role with its sentence, and the way in for somebody without one."""
    rows = [(ROLES[role], words) for role, words in _CAN.items()]
    return Roles(Text("Siapa boleh apa", "Who may do what"), (*rows, (_OPERATOR, _OPERATOR_CAN)), public)


def groups(today: date) -> Iterator[Places]:
    """The made-up county, its villages by polling day, and the elections of published research.

    Three queries, whatever their number.
    """
    people = _people()
    ours, theirs = _by_code(people, "99."), _by_code(people, "98.")
    operators = tuple(
        Button(user.pk, _OPERATOR, user.full_name) for user in User.objects.filter(is_operator=True)
    )
    above = {code: names for code, names in ours.items() if code.count(".") < 3}  # noqa: PLR2004 -- a village has four parts
    county = [Place(name, buttons) for name, buttons in above.values()]
    yield Places(
        Text("Kabupaten rekaan", "The made-up county"),
        Text("Orang, desa, dan angkanya tidak ada.", "Its people, villages and figures do not exist."),
        (*county, *([Place("", operators)] if operators else [])),
    )
    stands = _standings()
    for title, sentence, codes in (
        (
            Text("Dua belas desa, dua belas tahap", "Twelve villages, twelve stages"),
            Text(
                "Agar semua tahap terlihat pada satu hari, gelombangnya lebih banyak daripada yang "
                "dibolehkan PP 16/2026 (paling banyak 4 dalam 8 tahun).",
                "To show every stage on one day there are more waves than PP 16/2026 allows "
                "(at most 4 in 8 years).",
            ),
            ours,
        ),
        (
            Text("Tiga pemilihan dari penelitian terbit", "Three elections of published research"),
            Text(
                "Desanya nyata; catatannya hanya yang tertulis di sumber. Akunnya jabatan, bukan orang.",
                "The villages are real; the record holds what the sources say. Accounts are offices.",
            ),
            theirs,
        ),
    ):
        places = [
            Place(codes[code][0], codes[code][1], *_words(election, act, today))
            for code, (election, act) in stands.items()
            if code in codes
        ]
        yield Places(title, sentence, places)


def _people() -> list[Grant]:
    order = list(_CAN)
    found = Grant.objects.select_related("user", "county", "district", "village__district")
    return sorted(found, key=lambda one: (_code(one), order.index(Role(one.role))))


def _code(grant: Grant) -> str:
    place = grant.village or grant.district or grant.county
    return place.code if place else ""


def _by_code(people: Sequence[Grant], prefix: str) -> dict[str, tuple[str, list[Button]]]:
    found: dict[str, tuple[str, list[Button]]] = {}
    for one in people:
        place = one.village or one.district or one.county
        if place is None or not place.code.startswith(prefix):
            continue
        name = f"Kecamatan {place}" if one.district else str(place)
        _, buttons = found.setdefault(place.code, (name, []))
        buttons.append(Button(one.user_id, ROLES[Role(one.role)], one.user.full_name))
    return found


def _standings() -> dict[str, tuple[Election, str]]:
    elections = list(public_elections().order_by("polling_day", "village__code"))
    heads = [election.head.digest for election in elections]
    latest = dict(ActRow.objects.filter(digest__in=heads).values_list("election", "kind"))
    return {one.village.code: (one, latest.get(one.pk, "")) for one in elections}


def _words(election: Election, kind: str, today: date) -> tuple[Text, Text]:
    poll = _POLL.fill(day=long_day(election.polling_day))
    if election.polling_day == today:
        poll = Text("Pemungutan suara hari ini", "The poll is today")
    stands = _LATEST.fill(act=KINDS[kind].label) if kind else _NO_DATE
    return Text("{wave}. {poll}", "{wave}. {poll}").fill(wave=same(str(election.wave)), poll=poll), stands
