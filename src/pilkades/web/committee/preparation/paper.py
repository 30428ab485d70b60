"""What a printed paper of the preparation says at its head and foot."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pilkades.base.language import EMPTY, Text
from pilkades.web.committee.frame import Reader
from pilkades.web.shared.components.words import long_day

WORDS: Mapping[str, Text] = {
    "back": Text("Kembali", "Back"),
    "how": Text("Cetak dengan menu peramban (Ctrl+P).", "Print with the browser's menu (Ctrl+P)."),
    "publisher": Text("Panitia Pemilihan Kepala Desa", "Committee for the Election of the Village Head"),
    "rehearsal": Text("MODE LATIHAN, bukan data asli", "REHEARSAL, not real data"),
    "polling": Text("Pemungutan suara", "Polling"),
    "document": Text("Nomor keputusan", "Number of the decision"),
    "number": Text("Nomor catatan", "Number in the record"),
    "chair": Text("Ketua panitia,", "Chair of the committee,"),
    "secretary": Text("Sekretaris panitia,", "Secretary of the committee,"),
    "expenses": Text("Pengeluaran", "Expenses"),
    "no": Text("No.", "No."),
    "kept": Text("Selisih yang dipertahankan", "Differences that were kept"),
    "basis": Text("Dasar tertulis:", "Written basis:"),
}


def printed(
    request: HttpRequest, reader: Reader, template: str, title: Text, back: str, **more: object
) -> HttpResponse:
    """A paper of the election: who publishes it, what it is, how far it has come; no navigation."""
    election = reader.election
    context = {
        "w": WORDS,
        "title": title,
        "village": election.village,
        "district": election.village.district,
        "county": election.village.district.county,
        "polling_day": long_day(election.polling_day),
        "status": EMPTY,
        "made": reader.at,
        "rehearsal": election.rehearsal,
        "back": back,
        **more,
    }
    return render(request, template, context)


def number_of(reader: Reader, act_id: str) -> str:
    """The act's number as its receipt shows it."""
    acts = [act.id for act in reader.state.record.acts]
    return f"{reader.election.key}/{acts.index(act_id) + 1}"
