"""Close a rehearsal: how much goes out of sight, then the closing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pilkades.base.language import Text
from pilkades.web.core.access import Need, NotThereError, access_wave
from pilkades.web.core.queries.amounts import amount_of
from pilkades.web.core.services.close_rehearsal import close_rehearsal
from pilkades.web.county.frame import answer, mode_of, official_at
from pilkades.web.shared.components.decision import Check, CheckRow
from pilkades.web.shared.components.page import Link

_TITLE = Text("Tutup latihan {wave}", "Close the rehearsal {wave}")
_EFFECT = Text(
    "Latihan ini tidak tampil lagi di mana pun dan tidak dapat dibuka kembali. Catatannya tetap tersimpan.",
    "This rehearsal shows nowhere any more and cannot be opened again. Its record stays on disk.",
)
_SUBMIT = Text("Tutup latihan: {acts} tindakan", "Close the rehearsal: {acts} acts")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, county_id: int, wave_id: int) -> HttpResponse:
    """The amount, and the button.

    Raises:
        NotThereError: the wave is no rehearsal, is closed, or is not there for this person.
    """
    official = official_at(request, county_id, Need.OPEN)
    wave = access_wave(official.user, wave_id, Need.OPEN)
    if not wave.rehearsal or wave.county_id != county_id:
        raise NotThereError
    if request.method == "POST":
        close_rehearsal(official.user, wave_id)
        answered = HttpResponseRedirect(reverse("county:home"))
        answered.status_code = 303
        return answered
    amount = amount_of(wave)
    title = _TITLE.fill(wave=wave.name)
    check = Check(
        title=title,
        rows=(
            CheckRow(Text("Desa", "Villages"), amount.elections),
            CheckRow(Text("Tindakan latihan", "Acts of the rehearsal"), amount.acts),
            CheckRow(Text("Berkas latihan", "Papers of the rehearsal"), amount.papers),
        ),
        effect=_EFFECT,
        submit=_SUBMIT.fill(acts=amount.acts),
        back=Link(official.to("board", wave.pk), Text("Kembali ke papan", "Back to the board")),
    )
    return answer(request, official, title, (check,), heading=False, mode=mode_of(rehearsal=True))
