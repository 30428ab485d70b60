"""The frame round every page of somebody who is signed in."""

from django.http import HttpRequest
from django.urls import reverse

from pilkades.base.language import Language, Text, same
from pilkades.web.core.models import Role
from pilkades.web.shared.components.page import LanguageLink, Page
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
}
"""Each role by its name, in the order in which a page names a person's own."""


def person_of(request: HttpRequest) -> User:
    """The signed-in person; the views are behind `login_required`."""
    if not isinstance(request.user, User):
        raise TypeError("a view of the desk is not behind login_required")
    return request.user


def frame(request: HttpRequest, title: Text, user: User) -> Page:
    """The frame of a page without an election."""
    here = active_language()
    return Page(
        title=title,
        place=same("Pilkades"),
        home=reverse("committee:elections"),
        person=user.full_name,
        sign_out=reverse("account_logout"),
        languages=tuple(LanguageLink("", language, current=language is here) for language in Language),
        language_action=reverse("set_language"),
        address=request.build_absolute_uri(request.path),
    )
