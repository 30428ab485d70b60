"""The first page: for a visitor what this is, for somebody signed in the place of work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from pilkades.base.language import Language, Text
from pilkades.web.accounts.frame import answer, roles_of
from pilkades.web.accounts.parts import Doors, Rows, Said
from pilkades.web.core import clock
from pilkades.web.core.frame import COUNTY_ROOM, address_of
from pilkades.web.core.models import Role
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.models import User
from pilkades.web.shared.templatetags.pilkades import active_language

CODE = Text("Saya punya kode undangan", "I have an invitation code")


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Say what this is, or lead to the work."""
    if not isinstance(request.user, User):
        return _for_visitors(request)
    roles = roles_of(request.user, clock.now())
    board = address_of(COUNTY_ROOM)
    if Role.COUNTY in roles and board:
        return redirect(board)
    if roles:
        return redirect("committee:elections")
    if request.user.is_operator:
        return redirect("accounts:operator")
    return _without_role(request)


def _for_visitors(request: HttpRequest) -> HttpResponse:
    title = Text("Pemilihan kepala desa, langkah demi langkah", "Electing a village head, step by step")
    lead = Text(
        "Panitia bekerja menurut jadwal dan pasal. Warga melihat dan memeriksa hasilnya.",
        "The committee works by timetable and article. Citizens see the result and check it.",
    )
    public = reverse("public:en:counties" if active_language() is Language.EN else "public:counties")
    rows = (
        (
            Link(public, Text("Halaman untuk warga", "Pages for citizens")),
            Text("Jadwal, calon, TPS, dan hasil setiap desa.", "Timetable, candidates, TPS and results."),
        ),
        (
            Link(reverse("accounts:invitation"), CODE),
            Text("Untuk panitia, BPD, camat, dan pengawas.", "For committee, BPD, camat and supervisors."),
        ),
    )
    about = Said(
        (
            Text(
                "Situs ini dijalankan kabupaten bersama panitia desa. Ini bukan situs KPU.",
                "This site is run by the county with the village committees. It is not a site of KPU.",
            ),
            Text(
                "Setiap tindakan dicatat dengan tanggal, jabatan, dan dasarnya, lalu tidak dihapus.",
                "Every act is recorded with its date, office and basis, and is not erased.",
            ),
        ),
        Text("Tentang situs ini", "About this site"),
    )
    doors = Doors((Link(reverse("account_login"), Text("Masuk", "Sign in")),))
    return answer(request, title, (doors, Rows(rows), about), lead=lead)


def _without_role(request: HttpRequest) -> HttpResponse:
    title = Text("Anda belum memegang tugas", "You hold no role yet")
    lead = Text(
        "Tugas diberikan dengan kode undangan di kertas. Tugas yang lewat waktu sudah berakhir.",
        "A role is given by a code on paper. A role whose time is over has ended.",
    )
    doors = Doors(
        (
            Link(reverse("accounts:invitation"), CODE),
            Link(reverse("accounts:own"), Text("Lihat akun Anda", "See your account")),
        )
    )
    said = Said(
        (
            Text(
                "Belum punya kode? Minta kepada BPD desa Anda atau Desk Pilkades kabupaten.",
                "No code yet? Ask your village's BPD or the county's Pilkades desk.",
            ),
        )
    )
    return answer(request, title, (doors, said), lead=lead)
