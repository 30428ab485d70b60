"""Acts of the adoption (penetapan), to the inauguration."""

from typing import ClassVar

from pilkades.acts.payload import Count, HalfKnownDay, Office, Payload, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Adoption(Payload):
    stage: ClassVar[Stage] = Stage.ADOPTION
    label: ClassVar[Text] = Text("tindakan penetapan", "act of adoption")


class ResultReported(_Adoption):
    """The committee reports to the BPD."""

    label: ClassVar[Text] = Text("laporan panitia kepada BPD", "the committee's report to the BPD")
    by: Office | None = fact("dilaporkan oleh", "reported by")
    copy_to_camat: Yes | None = fact("tembusan kepada camat", "copy to the camat")
    conduct_reported: Yes | None = fact(
        "laporan pelaksanaan pemilihan dibuat", "report on the conduct of the election"
    )


class WinnerAdopted(_Adoption):
    """The candidate elect is adopted."""

    label: ClassVar[Text] = Text("penetapan calon terpilih", "adoption of the candidate elect")
    by: Office | None = fact("ditetapkan oleh", "adopted by")
    winner: str | None = fact("calon terpilih", "candidate elect")
    on_minutes: Yes | None = fact("berdasarkan berita acara pemilihan", "on the berita acara of the election")
    on_report: Yes | None = fact("berdasarkan laporan panitia", "on the committee's report")


class SentToBupati(_Adoption):
    """BPD sends the result to the bupati."""

    label: ClassVar[Text] = Text("penyampaian calon terpilih kepada bupati", "result sent to the bupati")
    by: Office | None = fact("disampaikan oleh", "sent by")
    via_camat: Yes | None = fact("melalui camat", "through the camat")
    copy_to_head: Yes | None = fact("tembusan kepada kepala desa", "copy to the village head")
    received_on: HalfKnownDay | None = fact("tanggal diterima bupati", "day received by the bupati")


class BupatiDecree(_Adoption):
    """The bupati's decree."""

    label: ClassVar[Text] = Text("keputusan bupati tentang pengesahan", "the bupati's decree")
    by: Office | None = fact("ditetapkan oleh", "issued by")


class Inauguration(_Adoption):
    """The inauguration."""

    label: ClassVar[Text] = Text("pelantikan", "the inauguration")
    by: Office | None = fact("dilantik oleh", "inaugurated by")
    in_village: Yes | None = fact("di desa di hadapan masyarakat", "in the village, before its people")
    oath: Yes | None = fact("mengucapkan sumpah/janji", "oath taken")


class NewTerm(_Adoption):
    """The winner's term, as stated."""

    label: ClassVar[Text] = Text("masa jabatan baru", "the new term")
    years: Count | None = fact("lama (tahun)", "length (years)")
    from_year: Count | None = fact("dari tahun", "from the year")
    to_year: Count | None = fact("sampai tahun", "to the year")


class ResultDispute(_Adoption):
    """An objection to the result."""

    label: ClassVar[Text] = Text("perselisihan hasil", "dispute of the result")
    filed: Yes | None = fact("ada keberatan atas hasil", "an objection was filed")
    filed_on: HalfKnownDay | None = fact("tanggal diajukan", "day filed")
    decided_on: HalfKnownDay | None = fact("tanggal diputus", "day decided")
    decided_by: Office | None = fact("diputus oleh", "decided by")
    inauguration_went_on: Yes | None = fact("pelantikan tetap dilaksanakan", "the inauguration went on")


class ByElection(_Adoption):
    """An election within a term by village meeting (antarwaktu)."""

    label: ClassVar[Text] = Text("pemilihan antarwaktu", "by-election")
    meeting_on: HalfKnownDay | None = fact("tanggal musyawarah desa", "day of the village meeting")
    committee_on: HalfKnownDay | None = fact("tanggal panitia dibentuk", "day the committee was formed")
    budget_proposed_on: HalfKnownDay | None = fact("tanggal biaya diajukan", "day the budget was proposed")
    budget_approved_on: HalfKnownDay | None = fact("tanggal biaya disetujui", "day the budget was approved")
    registration_from: HalfKnownDay | None = fact("awal pendaftaran", "start of the registration")
    registration_until: HalfKnownDay | None = fact("akhir pendaftaran", "end of the registration")
    screening_from: HalfKnownDay | None = fact("awal penelitian", "start of the screening")
    screening_until: HalfKnownDay | None = fact("akhir penelitian", "end of the screening")
    candidates: Count | None = fact("jumlah calon", "number of candidates")
    registered: Count | None = fact("jumlah pendaftar", "number registered")
    extension_from: HalfKnownDay | None = fact("awal perpanjangan pendaftaran", "start of the extension")
    extension_until: HalfKnownDay | None = fact("akhir perpanjangan pendaftaran", "end of the extension")
    registered_after_extension: Count | None = fact(
        "jumlah pendaftar sesudah perpanjangan", "number registered after the extension"
    )
    second_extension_from: HalfKnownDay | None = fact(
        "awal perpanjangan kedua", "start of the second extension"
    )
    second_extension_until: HalfKnownDay | None = fact(
        "akhir perpanjangan kedua", "end of the second extension"
    )
    registered_finally: Count | None = fact(
        "jumlah pendaftar sesudah perpanjangan kedua", "number registered after the second extension"
    )
    deliberated: Yes | None = fact(
        "panitia dan BPD bermusyawarah tentang calon tunggal",
        "committee and BPD deliberated on the single candidate",
    )
    single_by_consensus: Yes | None = fact(
        "calon tunggal ditetapkan secara mufakat", "single candidate adopted in consensus"
    )
    facilitated_by: Office | None = fact("difasilitasi oleh", "facilitated by")
    reported_to_bpd_on: HalfKnownDay | None = fact("tanggal dilaporkan kepada BPD", "day reported to the BPD")
    meeting_adopted_on: HalfKnownDay | None = fact(
        "tanggal musyawarah mengesahkan", "day the meeting adopted the winner"
    )
    reported_to_bupati_on: HalfKnownDay | None = fact(
        "tanggal dilaporkan kepada bupati", "day reported to the bupati"
    )
    via_acting_head: Yes | None = fact("melalui penjabat", "through the acting head")
    decree_on: HalfKnownDay | None = fact("tanggal keputusan bupati", "day of the bupati's decree")
    inaugurated_on: HalfKnownDay | None = fact("tanggal pelantikan", "day of the inauguration")
    needed: Yes | None = fact(
        "sisa masa jabatan lebih dari 1 tahun", "more than one year of the term is left"
    )
    by: Office | None = fact("diselenggarakan oleh", "held by")
    approved_by_meeting: Yes | None = fact(
        "calon disahkan musyawarah desa", "candidates approved by the meeting"
    )
    by_consensus_or_vote: Yes | None = fact("mufakat atau pemungutan suara", "by consensus or vote")
    led_by: Office | None = fact("musyawarah dipimpin oleh", "meeting led by")
    conducted_by: Office | None = fact("teknis pemilihan dilaksanakan oleh", "conducted by")
    helped_by_government: Yes | None = fact(
        "difasilitasi pemerintah desa", "assisted by the village government"
    )
    participants_complete: Yes | None = fact(
        "diikuti pemerintah desa, BPD, dan unsur masyarakat",
        "attended by village government, BPD and groups of the village",
    )
    from_apbdesa: Yes | None = fact("biaya dibebankan pada APB Desa", "borne by the village budget")
    qualified: Count | None = fact("jumlah yang memenuhi syarat", "number qualified")
    extra_selection: Yes | None = fact("seleksi tambahan dilakukan", "extra selection held")
    reported_to_meeting: Yes | None = fact(
        "hasil dilaporkan kepada musyawarah desa", "result reported to the meeting"
    )
    meeting_adopted: Yes | None = fact(
        "musyawarah desa mengesahkan calon terpilih", "the meeting adopted the winner"
    )
    reported_to_bupati_by: Office | None = fact("dilaporkan kepada bupati oleh", "reported to the bupati by")
    rest_of_term: Yes | None = fact(
        "menjabat sampai habis sisa masa jabatan, terhitung sejak pelantikan",
        "serves the rest of the term, counted from the inauguration",
    )
