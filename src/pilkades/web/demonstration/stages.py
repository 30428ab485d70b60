"""At which stage each made-up village stands when the demonstration begins, and what is odd about it."""

from collections.abc import Mapping

from pilkades.base.language import Text
from pilkades.web.demonstration.names import VILLAGES

_IN_ORDER = (
    Text(
        "Sudah dilantik: calon tunggal melawan kolom kosong.",
        "Inaugurated: a single candidate against the empty column.",
    ),
    Text(
        "Sudah direkapitulasi: dua calon sama suaranya, laporan ke BPD terlambat.",
        "Recapitulated: two candidates are level, the report to the BPD is late.",
    ),
    Text(
        "Menunggu keputusan bupati: ada keberatan atas hasil, seorang calon tanpa suara.",
        "Awaits the bupati's decree: the result is disputed, one candidate has no vote.",
    ),
    Text("Hari pemungutan suara.", "Polling day."),
    Text(
        "Masa tenang: dua berkas menyebut hari yang berbeda.", "Quiet period: two papers name different days."
    ),
    Text("Masa kampanye.", "Campaign."),
    Text(
        "Calon sudah diumumkan: ada keberatan yang belum dijawab.",
        "The candidates are announced: an objection is open.",
    ),
    Text(
        "DPS sedang diumumkan: panitia dulu terlambat dibentuk, laporan akhir belum ada.",
        "The DPS is posted: the committee was formed late, the final report is missing.",
    ),
    Text(
        "Jadwal sudah ditetapkan: di daftar pemilih ada baris yang mirip.",
        "The timetable is adopted: on the register some rows are alike.",
    ),
    Text(
        "Panitia sudah dibentuk: berkas pemilih perlu diperbaiki.",
        "The committee is formed: a file of voters waits for repairs.",
    ),
    Text("BPD sudah memberi tahu akhir masa jabatan.", "The BPD gave notice of the end of the term."),
    Text("Belum ada tindakan.", "Nothing is done yet."),
)
STAGES: Mapping[str, Text] = dict(zip(VILLAGES, _IN_ORDER, strict=True))
"""By the village's code, from the last stage to the first."""
