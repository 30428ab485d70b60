"""Acts of the counting and of the result."""

from typing import ClassVar

from pilkades.acts.payload import Count, HalfKnownDay, Office, Payload, Row, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Counting(Payload):
    stage: ClassVar[Stage] = Stage.COUNTING
    label: ClassVar[Text] = Text("tindakan penghitungan suara", "act of the counting")


class Votes(Row):
    """A candidate's votes."""

    label: ClassVar[Text] = Text("perolehan suara", "votes")
    candidate: str | None = fact("calon", "candidate")
    votes: Count | None = fact("suara", "votes")


class Reason(Row):
    """Ballots held invalid for one reason, as the source words it."""

    label: ClassVar[Text] = Text("alasan tidak sah", "reason of invalidity")
    reason: str | None = fact("alasan", "reason")
    words: str | None = fact("kata-kata sumber", "the source's words")
    ballots: Count | None = fact("lembar", "ballots")


class Ballots(_Counting):
    """What became of the ballots, village-wide."""

    label: ClassVar[Text] = Text("surat suara", "the ballots")
    supplied: Count | None = fact("surat suara tersedia", "ballots supplied")
    given: Count | None = fact("surat suara diberikan kepada pemilih", "ballots given to voters")
    in_box: Count | None = fact("surat suara di dalam kotak", "ballots in the box")
    replaced: Count | None = fact("surat suara diganti", "ballots replaced")
    unused: Count | None = fact("surat suara tidak terpakai", "ballots not used")
    signed_by_chair: Yes | None = fact(
        "surat suara ditandatangani ketua panitia", "ballots signed by the committee's chair"
    )


class Tally(_Counting):
    """The village's figures."""

    label: ClassVar[Text] = Text("hasil penghitungan suara", "the count")
    valid: Count | None = fact("suara sah", "valid votes")
    invalid: Count | None = fact("suara tidak sah", "invalid votes")
    reasons: list[Reason] | None = fact("rincian tidak sah", "invalid votes by reason")
    votes: list[Votes] | None = fact("perolehan suara calon", "votes of the candidates")
    per_tps_published: Yes | None = fact(
        "perolehan per TPS diterbitkan", "votes per polling station published"
    )
    turnout_claimed: str | None = fact("partisipasi menurut sumber (%)", "turnout as claimed (%)")
    winner_share_claimed: str | None = fact(
        "bagian suara pemenang menurut sumber (%)", "winner's share as claimed (%)"
    )
    majority_claimed: Yes | None = fact(
        "sumber menyebut kemenangan mutlak", "the source speaks of an absolute victory"
    )


class CountAtTps(_Counting):
    """The counting at the polling stations."""

    label: ClassVar[Text] = Text("penghitungan suara di TPS", "counting at the polling stations")
    after_polling: Yes | None = fact("sesudah pemungutan suara selesai", "after the polling ended")
    finished_at_tps: Yes | None = fact("selesai di TPS", "finished at the polling station")
    finished_same_day: Yes | None = fact("selesai pada hari pemungutan suara", "finished on the polling day")
    witnessed_at_all: Yes | None = fact("disaksikan di semua TPS", "witnessed at every polling station")
    stations_witnessed: Count | None = fact("jumlah TPS yang disaksikan", "number of stations witnessed")
    witnesses_of_all_candidates: Yes | None = fact(
        "saksi semua calon hadir", "witnesses of every candidate present"
    )
    figures_before_counting: Yes | None = fact(
        "pemilih, surat suara tidak terpakai dan dikembalikan dihitung dahulu",
        "voters, unused and returned ballots counted first",
    )
    box_inspected: Yes | None = fact(
        "keadaan kotak diperiksa sebelum dibuka", "state of the box checked before opening"
    )
    ballots_back_in_box: Yes | None = fact(
        "surat suara yang sudah dihitung dimasukkan ke kotak", "counted ballots put back into the box"
    )
    each_ballot_shown: Yes | None = fact(
        "setiap surat suara diperlihatkan kepada saksi", "each ballot shown to the witnesses"
    )
    number_called: Yes | None = fact(
        "nomor urut disebut dan dicatat di papan", "numbers called and written on the board"
    )
    counted_per_dusun: Yes | None = fact("dihitung terpisah per dusun", "counted separately per dusun")
    joint_tps: Yes | None = fact("TPS gabungan beberapa dusun", "station shared by several dusun")
    minutes_per_tps: Yes | None = fact("berita acara dibuat di tiap TPS", "berita acara at each station")
    signed_by_chair: Yes | None = fact("ditandatangani ketua", "signed by the chair")
    signed_by_two_members: Yes | None = fact(
        "ditandatangani sekurang-kurangnya 2 anggota", "signed by at least two members"
    )
    signed_by_witnesses: Yes | None = fact("ditandatangani saksi", "signed by the witnesses")
    reported_at_once: Yes | None = fact(
        "dilaporkan kepada panitia saat itu juga", "reported to the committee at once"
    )
    reported_on: HalfKnownDay | None = fact("tanggal dilaporkan", "day reported")
    copies_to_witnesses: Yes | None = fact(
        "salinan untuk saksi yang hadir", "copies for the witnesses present"
    )
    posted: Yes | None = fact("sertifikat hasil ditempel di tempat umum", "result posted in public")
    sealed_in_box: Yes | None = fact(
        "berita acara dimasukkan ke kotak bersegel", "berita acara in the sealed box"
    )
    handed_to_bpd: Yes | None = fact("diserahkan kepada BPD segera", "handed to the BPD at once")
    stored_safely: Yes | None = fact("perlengkapan disimpan aman", "materials stored safely")
    disputes_decided_jointly: Yes | None = fact(
        "beda pendapat tentang sah diputus dengan saksi", "disputes on validity decided with the witnesses"
    )
    disputes: Yes | None = fact("ada beda pendapat tentang sah", "validity was disputed")


class Recapitulation(_Counting):
    """The committee's berita acara and announcement."""

    label: ClassVar[Text] = Text("rekapitulasi dan pengumuman hasil", "recapitulation and announcement")
    minutes: Yes | None = fact("berita acara pemilihan dibuat", "berita acara drawn up")
    signed: Yes | None = fact("ditandatangani panitia", "signed by the committee")
    announced: Yes | None = fact("hasil diumumkan", "result announced")
    before_witnesses: Yes | None = fact(
        "diumumkan di hadapan calon, saksi, dan warga",
        "announced before candidates, witnesses and villagers",
    )
    handed_to_bpd_on: HalfKnownDay | None = fact(
        "tanggal berita acara diserahkan kepada ketua BPD", "day handed to the BPD's chair"
    )


class Rerun(_Counting):
    """A second poll among those who tied."""

    label: ClassVar[Text] = Text("pemilihan ulang", "rerun")
    among_tied: Yes | None = fact("diikuti calon yang sama suaranya", "among those who tied")
    decided_by_bpd_on: HalfKnownDay | None = fact("tanggal BPD memutus", "day the BPD decided")
    by: Office | None = fact("diadakan oleh", "held by")
