"""The frame round every page of somebody who is signed in."""

from collections.abc import Collection

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from pilkades.base.language import Language, Text, same
from pilkades.web.core.models import Role
from pilkades.web.shared.components.page import LanguageLink, Link, Page
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import active_language

ROLES = {
    Role.COUNTY: Text("Kabupaten", "County"),
    Role.DISTRICT: Text("Kecamatan", "District"),
    Role.VILLAGE_CHAIR: Text("Ketua panitia", "Committee chair"),
    Role.VILLAGE_SECRETARY: Text("Sekretaris panitia", "Committee secretary"),
    Role.VILLAGE_MEMBER: Text("Anggota panitia", "Committee member"),
    Role.BPD: Text("BPD", "BPD"),
    Role.CAMAT: Text("Camat", "Camat"),
    Role.SUPERVISOR: Text("Pengawas", "Supervisor"),
    Role.REGISTRAR: Text("Petugas pendaftaran pemilih", "Voter registrar"),
}
"""Each role by its name, in the order in which a page names a person's own."""


_ACCOUNT = Text("Akun Anda", "Your account")
_BOARD = Text("Papan kabupaten", "County board")


def person_of(request: HttpRequest) -> User:
    """The signed-in person; the views are behind `login_required`."""
    if not isinstance(request.user, User):
        raise TypeError("a view of the desk is not behind login_required")
    return request.user


def frame(request: HttpRequest, title: Text, user: User | None, roles: Collection[Role] = ()) -> Page:
    """The frame of a page without an election; `user` is None for somebody who is not signed in."""
    here = active_language()
    return Page(
        title=title,
        place=same("Pilkades"),
        home="/",
        person=user.full_name if user else "",
        sign_out=reverse("account_logout") if user else "",
        own=tuple(_own_links(roles)) if user else (),
        languages=tuple(LanguageLink("", language, current=language is here) for language in Language),
        language_action=reverse("set_language"),
        address=request.build_absolute_uri(request.path),
    )


def address_of(name: str) -> str:
    """The address of that name; empty where there is none, as in a site without that room."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


COUNTY_ROOM = "county:home"
"""The name under which the county's first page goes."""


def _own_links(roles: Collection[Role]) -> list[Link]:
    found = [Link(address_of("accounts:own"), _ACCOUNT)]
    if Role.COUNTY in roles:
        found.insert(0, Link(address_of(COUNTY_ROOM), _BOARD))
    return [link for link in found if link.href]
