"""Acts of the polling."""

from typing import ClassVar

from typing_extensions import override

from pilkades.acts.payload import Clock, Count, HalfKnownDay, Office, Payload, Row, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Polling(Payload):
    stage: ClassVar[Stage] = Stage.POLLING
    label: ClassVar[Text] = Text("tindakan pemungutan suara", "act of the polling")


class Station(Row):
    """A polling station of the plan."""

    label: ClassVar[Text] = Text("TPS", "polling station")
    name: str | None = fact("nama", "name")
    voters: Count | None = fact("jumlah pemilih terdaftar", "registered voters")


class PollingAnnounced(_Polling):
    """Time and place of the polling are set and announced."""

    label: ClassVar[Text] = Text("pengumuman waktu dan tempat pemilihan", "announcement of time and place")
    by: Office | None = fact("ditetapkan oleh", "set by")
    at_each_tps: Yes | None = fact("di masing-masing TPS", "at each polling station")
    readable_places: Yes | None = fact("di tempat yang mudah dibaca", "at places easy to read")


class TpsPlan(_Polling):
    """The polling stations and the voters of each."""

    label: ClassVar[Text] = Text("rencana TPS", "plan of polling stations")
    by: Office | None = fact("ditetapkan oleh", "set by")
    count: Count | None = fact("jumlah TPS", "number of polling stations")
    stations: list[Station] | None = fact("TPS", "polling stations")
    accessible: Yes | None = fact(
        "mudah dijangkau, termasuk oleh penyandang disabilitas", "within easy reach, also for disabled voters"
    )
    special: Yes | None = fact("TPS khusus disediakan", "special polling stations provided")
    special_needed: Yes | None = fact(
        "ada pemilih yang memerlukan TPS khusus", "voters in need of a special station"
    )


class Preparation(_Polling):
    """What the crew does before the first voter."""

    label: ClassVar[Text] = Text("kegiatan sebelum pemungutan suara", "before the polling")

    @classmethod
    @override
    def kind(cls) -> str:
        """Named for the polling, not for the stage of the same name."""
        return "polling_preparation"

    box_opened: Yes | None = fact("kotak suara dibuka", "box opened")
    box_shown_to_voters: Yes | None = fact(
        "kotak kosong diperlihatkan kepada para pemilih", "empty box shown to the voters"
    )
    box_shown_to_witnesses: Yes | None = fact(
        "kotak kosong diperlihatkan kepada saksi", "empty box shown to the witnesses"
    )
    box_locked_and_sealed: Yes | None = fact(
        "kotak dikunci dan disegel kertas berstempel", "box locked and sealed with stamped paper"
    )
    contents_taken_out: Yes | None = fact("seluruh isi kotak dikeluarkan", "all contents taken out")
    supplies_counted: Yes | None = fact(
        "dokumen dan peralatan diteliti dan dihitung", "papers and supplies identified and counted"
    )
    minutes: Yes | None = fact("berita acara peralatan dibuat", "berita acara of the supplies")
    minutes_signed: Yes | None = fact(
        "berita acara ditandatangani ketua dan sekurang-kurangnya 2 anggota",
        "signed by the chair and at least two members",
    )
    procedure_explained: Yes | None = fact(
        "tata cara dijelaskan kepada pemilih", "procedure explained to voters"
    )
    invalid_reasons_announced: Yes | None = fact(
        "alasan suara tidak sah diumumkan", "reasons for invalid votes announced"
    )
    witnesses_seated: Yes | None = fact(
        "saksi ditempatkan di tempat yang mudah memantau", "witnesses placed where they can watch"
    )
    key_held: Yes | None = fact("kunci kotak dipegang ketua", "the chair holds the key")
    supplies_present: Yes | None = fact("peralatan sudah di TPS", "supplies at the station")


class Polling(_Polling):
    """The polling itself; its date is the polling day."""

    label: ClassVar[Text] = Text("pemungutan suara", "the polling")
    day_set_by: Office | None = fact("hari dan tanggal ditetapkan oleh", "day set by")
    by: Office | None = fact("dilaksanakan oleh", "carried out by")
    opened_at: Clock | None = fact("dimulai pukul", "opened at")
    closed_at: Clock | None = fact("ditutup pukul", "closed at")
    voted: Count | None = fact("pemilih yang menggunakan hak pilih", "voters who voted")
    absent: Count | None = fact("pemilih yang tidak datang", "voters who did not come")
    extended: Yes | None = fact("waktu diperpanjang", "time extended")
    extended_minutes: Count | None = fact("lama perpanjangan (menit)", "length of the extension (minutes)")
    by_crew: Yes | None = fact("dilaksanakan KPPS", "carried out by the KPPS")
    at_set_place: Yes | None = fact("di tempat yang ditentukan panitia", "at the place set by the committee")
    direct: Yes | None = fact("langsung", "direct")
    general: Yes | None = fact("umum", "general")
    free: Yes | None = fact("bebas", "free")
    secret: Yes | None = fact("rahasia", "secret")
    honest: Yes | None = fact("jujur", "honest")
    fair: Yes | None = fact("adil", "fair")
    in_booths: Yes | None = fact("di bilik suara", "in booths")
    tool_supplied: Yes | None = fact("dengan alat dari panitia", "with the committee's tool")
    one_vote_each: Yes | None = fact("satu pemilih satu suara", "one vote each")
    by_proxy: Yes | None = fact("ada suara yang diwakilkan", "votes by proxy")
    candidates_at_hall: Yes | None = fact(
        "calon ditempatkan di balai desa", "candidates placed at the village hall"
    )
    candidates_voted: Yes | None = fact("panitia dan calon memilih", "committee and candidates voted")
    candidate_absent: Yes | None = fact("ada calon yang tidak hadir", "a candidate was absent")
    on_showing_invitation: Yes | None = fact(
        "surat suara diberikan dengan menunjukkan undangan", "ballots given on showing the invitation"
    )
    without_invitation: Count | None = fact("pemilih tanpa undangan", "voters without invitation")
    in_order_of_arrival: Yes | None = fact("menurut urutan kehadiran", "in order of arrival")
    damaged_replaced: Yes | None = fact("surat suara rusak diganti", "damaged ballots replaced")
    damaged_handed_back: Yes | None = fact(
        "surat suara rusak diserahkan kembali", "damaged ballots handed back"
    )
    mistaken_replaced: Yes | None = fact("surat suara keliru coblos diganti", "mispunched ballots replaced")
    replaced_more_than_once: Yes | None = fact(
        "penggantian lebih dari satu kali untuk seorang pemilih", "replaced more than once for one voter"
    )
    folded_into_box: Yes | None = fact(
        "surat suara dimasukkan ke kotak dalam keadaan terlipat", "ballots put into the box folded"
    )
    assisted: Yes | None = fact("ada pemilih yang dibantu", "voters were assisted")
    assisted_as_required: Yes | None = fact("bantuan sesuai ketentuan", "assisted as required")
    assistance_secret: Yes | None = fact("pembantu merahasiakan pilihan", "helpers kept the vote secret")
    by_punch: Yes | None = fact("dengan mencoblos", "by punching")
    by_custom: Yes | None = fact(
        "berdasarkan kebiasaan masyarakat desa setempat", "by the custom of the village"
    )
    health_protocol: Yes | None = fact("dengan protokol kesehatan", "under the health protocol")
    ballot_complete: Yes | None = fact(
        "surat suara berisi nomor, foto, dan nama calon", "ballot with number, photograph and name"
    )
    empty_column: Yes | None = fact(
        "surat suara calon tunggal berkolom kosong", "single candidate's ballot with an empty column"
    )
    photo_on_seat: Yes | None = fact(
        "foto calon yang tidak hadir ditempel di kursi", "photograph of an absent candidate on the seat"
    )
    mandates_on: HalfKnownDay | None = fact(
        "tanggal mandat saksi diserahkan", "day witnesses' mandates were handed in"
    )
    mandates: Yes | None = fact("saksi membawa surat mandat", "witnesses carried mandates")
