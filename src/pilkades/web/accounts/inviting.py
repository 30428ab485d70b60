"""Inviting: the form, and the printed paper with the code, shown once."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.register.layouts import Column
from pilkades.register.values import read_area
from pilkades.web.accounts.frame import HTTP_FAULTS, answer, local
from pilkades.web.accounts.parts import Doors, Facts, Letter, Said
from pilkades.web.accounts.people import BACK, ReasonForm, reach_or_nothing
from pilkades.web.accounts.words import moment_words, place_words, role_words, time_words, zone_of
from pilkades.web.core import clock
from pilkades.web.core.access import NotThereError
from pilkades.web.core.frame import person_of
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.models import County, District, Role, Village
from pilkades.web.core.queries.people import Reach, grants_at, places_for
from pilkades.web.core.services.grant_role import Order, Place
from pilkades.web.core.services.invite import Printed, invite
from pilkades.web.core.services.renew_password import give_password_code
from pilkades.web.shared.components.decision import CheckRow, Decision
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_moment
from pilkades.web.shared.forms import DateEntry, lazily
from pilkades.web.shared.templatetags.pilkades import say

_NAMES: Mapping[type[Place], str] = {County: "kabupaten", District: "kecamatan", Village: "desa"}
_GROUPS = {
    County: Text("Kabupaten", "County"),
    District: Text("Kecamatan", "Districts"),
}
_CHOOSE_ROLE = Text("Pilih tugasnya.", "Choose the role.")
_CHOOSE_PLACE = Text("Pilih tempat tugasnya.", "Choose the place.")
_AREAS_FAULT = Text(
    "Tulis nomor RT, dipisah koma: 001, 002.", "Write numbers of RTs, parted by commas: 001, 002."
)
_AREAS_OF_REGISTRARS = Text(
    "Kosongkan RT: hanya petugas pendaftaran pemilih bekerja per RT.",
    "Leave this empty: only voter registrars work by RT.",
)
_ONCE = Text(
    "Kode ini hanya tampil sekali. Cetak halaman ini dari menu peramban, atau salin dengan tangan.",
    "This code is shown once. Print this page from the browser's menu, or copy it by hand.",
)
_KEEP_TO_YOURSELF = Text(
    "Jangan berikan kode ini kepada orang lain. Kode hanya dapat dipakai sekali.",
    "Give this code to nobody else. It works once.",
)


def key_of(place: Place) -> str:
    """The name of a place in a form."""
    return f"{_NAMES[type(place)]}-{place.pk}"


class InviteForm(forms.Form):
    """Who, to which role, where, from when until when."""

    invited = forms.CharField(
        label=lazily(Text("Nama orang yang diundang", "Name of the person")),
        help_text=lazily(Text("Seperti di surat keputusan.", "As the decree writes it.")),
        max_length=200,
    )
    role = forms.ChoiceField(
        label=lazily(Text("Tugas", "Role")),
        error_messages={"required": lazily(_CHOOSE_ROLE), "invalid_choice": lazily(_CHOOSE_ROLE)},
    )
    place = forms.ChoiceField(
        label=lazily(Text("Tempat", "Place")),
        error_messages={"required": lazily(_CHOOSE_PLACE), "invalid_choice": lazily(_CHOOSE_PLACE)},
    )
    areas = forms.CharField(
        label=lazily(Text("RT petugas pendaftaran", "RTs of a registrar")),
        help_text=lazily(
            Text(
                "Hanya untuk petugas pendaftaran pemilih. Contoh: 001, 002. Kosong berarti seluruh desa.",
                "Only for a voter registrar. Example: 001, 002. Empty means the whole village.",
            )
        ),
        required=False,
        max_length=200,
    )
    starts = DateEntry(label=lazily(Text("Mulai", "From")))
    until = DateEntry(
        label=lazily(Text("Hari terakhir", "Last day")),
        help_text=lazily(
            Text(
                "Hari itu masih termasuk. Sesudahnya tugas berakhir sendiri.",
                "That day is included. After it the role ends by itself.",
            )
        ),
    )

    def __init__(self, reach: Reach, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        self.places = {key_of(place): place for place in places_for(reach)}
        roles = [role for role in Role if role in reach.roles]
        self._choices(
            "role", [("", say(_CHOOSE_ROLE)), *((str(role), say(role_words(role))) for role in roles)]
        )
        self._choices("place", [("", say(_CHOOSE_PLACE)), *_grouped(self.places)])
        if len(self.places) == 1:
            self.fields["place"].initial = next(iter(self.places))

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(name)
        field.choices = choices

    def clean_areas(self) -> tuple[str, ...]:
        """The RTs as the register writes them; a word that is no RT is a fault."""
        read = [read_area(words, Column.RT) for words in re.split(r"[,;]", self.cleaned_data["areas"])]
        if any(troubles for _, troubles in read):
            raise forms.ValidationError(say(_AREAS_FAULT), code="areas")
        return tuple(sorted({area for area, _ in read if area}))

    @override
    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("areas") and values.get("role") not in {None, str(Role.REGISTRAR)}:
            self.add_error("areas", say(_AREAS_OF_REGISTRARS))
        first, last = values.get("starts"), values.get("until")
        if first and last and last < first:
            said_so = Text("Hari terakhir mendahului hari mulai.", "The last day comes before the first.")
            self.add_error("until", say(said_so))
        return values

    def order(self) -> Order:
        """The order that was filled in, on the clock of its county."""
        typed = self.cleaned_data
        place = self.places[typed["place"]]
        zone = zone_of(place)
        return Order(
            Role(typed["role"]),
            place,
            datetime.combine(typed["starts"], time(), zone),
            datetime.combine(typed["until"] + timedelta(days=1), time(), zone),
            typed["areas"],
        )


def _grouped(places: Mapping[str, Place]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    def group(item: tuple[str, Place]) -> str:
        place = item[1]
        return place.district.name if isinstance(place, Village) else say(_GROUPS[type(place)])

    for name, items in groupby(places.items(), key=group):
        yield name, [(key, place.name) for key, place in items]


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite_somebody(request: HttpRequest) -> HttpResponse:
    """Ask whom to invite; then show the paper, this once."""
    now = clock.now()
    reach = reach_or_nothing(request, now)
    data = request.POST if request.method == "POST" else None
    today: date = local(now).date()
    asked = {"starts": today, "role": request.GET.get("tugas", ""), "place": request.GET.get("tempat", "")}
    form = InviteForm(reach, data, initial={name: value for name, value in asked.items() if value})
    if form.is_bound and form.is_valid():
        order = form.order()
        try:
            return _paper(
                request, invite(person_of(request), form.cleaned_data["invited"], order, at=now), order
            )
        except PilkadesError as error:
            _tell(form, error, order)
    title = Text("Undang orang", "Invite somebody")
    lead = Text(
        "Orang itu menerima kode di kertas dan membuat akunnya sendiri.",
        "The person gets a code on paper and makes the account alone.",
    )
    back = Link(reverse("accounts:people"), BACK)
    shown = Decision(title, form, Text("Buat kode undangan", "Make the code"), lead=lead, back=back)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)


def _tell(form: InviteForm, error: PilkadesError, order: Order) -> None:
    if error.code == "grant-place":
        words = MESSAGES["grant-place"].fill(role=role_words(order.role), place=place_words(order.place))
        form.add_error("place", say(words))
    else:
        form.add_error("until", say(said(error)))


def _paper(request: HttpRequest, made: Printed, order: Order) -> HttpResponse:
    zone, user = zone_of(order.place), person_of(request)
    title = Text("Undangan bertugas", "Invitation")
    facts = Facts(
        (
            CheckRow(Text("Untuk", "For"), made.invitation.invited),
            CheckRow(Text("Tugas", "Role"), role_words(order.role)),
            CheckRow(Text("Tempat", "Place"), place_words(order.place)),
            *([CheckRow(Text("RT", "RT"), ", ".join(order.areas))] if order.areas else []),
            CheckRow(Text("Masa tugas", "Time"), time_words(order.starts, order.until, zone)),
            CheckRow(Text("Diundang oleh", "Invited by"), user.full_name),
        )
    )
    address = request.build_absolute_uri(reverse("accounts:invitation"))
    letter = Letter(
        code=made.code,
        until=moment_words(made.invitation.expires_at, zone),
        steps=(
            Text("Buka {address} di HP atau komputer.", "Open {address} on a phone or computer.").fill(
                address=address
            ),
            Text(
                "Ketik kode di atas. Periksa nama desa dan tugasnya.",
                "Type the code above. Check village and role.",
            ),
            Text(
                "Buat nama pengguna dan kata sandi, lalu ikuti petunjuk di layar.",
                "Make a user name and a password, then follow the screen.",
            ),
        ),
        warning=_KEEP_TO_YOURSELF,
        lost=Text(
            "Kode hilang? {name} dapat menariknya dan membuat yang baru.",
            "Code lost? {name} can withdraw it and make a new one.",
        ).fill(name=user.full_name),
    )
    done = Doors((Link(reverse("accounts:people"), Text("Sudah dicetak, kembali", "Printed, go back")),))
    return answer(request, title, (Said((_ONCE,), screen=True), facts, letter, done))


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password_code(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give somebody who forgot the password, or lost the phone, a code for a new one."""
    now = clock.now()
    held = grants_at(reach_or_nothing(request, now)).filter(user=user_id).first()
    if held is None or user_id == person_of(request).pk:
        raise NotThereError
    whose = held.user
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = give_password_code(person_of(request), user_id, form.cleaned_data["reason"], at=now)
        except PilkadesError as error:
            form.add_error("reason", say(said(error)))
        else:
            return _password_paper(request, made.code, whose.full_name, local(made.held.expires_at))
    title = Text("Kode kata sandi untuk {name}", "Password code for {name}").fill(name=whose.full_name)
    lead = Text(
        "Pastikan Anda berhadapan dengan orangnya. Kode dua langkahnya dipasang ulang.",
        "Make sure that you face the person. The two-step codes are set up anew.",
    )
    back = Link(reverse("accounts:people"), BACK)
    shown = Decision(title, form, Text("Buat kode", "Make the code"), lead=lead, back=back)
    return answer(request, title, (shown,), status=HTTP_FAULTS if form.errors else 200, heading=False)


def _password_paper(request: HttpRequest, code: str, name: str, until: datetime) -> HttpResponse:
    title = Text("Kode kata sandi baru", "Code for a new password")
    address = request.build_absolute_uri(reverse("accounts:invitation"))
    letter = Letter(
        code=code,
        until=long_moment(until),
        steps=(
            Text("Buka {address} di HP atau komputer.", "Open {address} on a phone or computer.").fill(
                address=address
            ),
            Text("Ketik kode di atas.", "Type the code above."),
            Text("Pilih kata sandi baru, lalu masuk.", "Choose a new password, then sign in."),
        ),
        warning=_KEEP_TO_YOURSELF,
    )
    facts = Facts((CheckRow(Text("Untuk", "For"), same(name)),))
    done = Doors((Link(reverse("accounts:people"), Text("Sudah dicetak, kembali", "Printed, go back")),))
    return answer(request, title, (Said((_ONCE,), screen=True), facts, letter, done))
