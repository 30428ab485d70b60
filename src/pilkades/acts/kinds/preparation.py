"""Acts of the preparation (persiapan)."""

from typing import ClassVar

from pilkades.acts.payload import Count, HalfKnownDay, Office, Payload, Row, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Preparation(Payload):
    stage: ClassVar[Stage] = Stage.PREPARATION
    label: ClassVar[Text] = Text("tindakan persiapan", "act of preparation")


class TimetableStep(Row):
    """A step of an adopted timetable; `key` is its name in the list of steps that it was proposed from."""

    label: ClassVar[Text] = Text("langkah jadwal", "step of the timetable")
    key: str | None = fact("kunci langkah", "key of the step")
    stage: str | None = fact("tahap", "stage")
    name: str | None = fact("nama langkah", "name of the step")
    who: str | None = fact("pelaksana", "carried out by")
    first: HalfKnownDay | None = fact("hari pertama", "first day")
    last: HalfKnownDay | None = fact("hari terakhir", "last day")


class KeptDifference(Row):
    """A difference between a step and its limit that was kept, with the written basis for keeping it."""

    label: ClassVar[Text] = Text("selisih yang dipertahankan", "difference that was kept")
    key: str | None = fact("kunci langkah", "key of the step")
    difference: str | None = fact("selisih", "difference")
    basis: str | None = fact("dasar tertulis", "written basis")


class BudgetLine(Row):
    """An item of the plan of costs."""

    label: ClassVar[Text] = Text("rincian biaya", "item of the costs")
    item: str | None = fact("keperluan", "item")
    rupiah: Count | None = fact("jumlah (rupiah)", "amount (rupiah)")
    source: str | None = fact("sumber dana", "source of the money")


class Term(_Preparation):
    """The outgoing head's term of office: not an act, but the anchor of the first periods."""

    label: ClassVar[Text] = Text("masa jabatan kepala desa", "the village head's term of office")
    began: HalfKnownDay | None = fact("awal masa jabatan", "start of the term")
    ends: HalfKnownDay | None = fact("akhir masa jabatan", "end of the term")
    years: Count | None = fact("lama masa jabatan (tahun)", "length of the term (years)")
    ended_early: Yes | None = fact(
        "jabatan kosong sebelum masa jabatan berakhir", "office vacant before the term ended"
    )
    stopped_on: HalfKnownDay | None = fact(
        "tanggal kepala desa berhenti", "day on which the head left office"
    )
    cause: str | None = fact("sebab", "cause")
    incumbent_stands: Yes | None = fact(
        "kepala desa mencalonkan diri kembali", "the village head stands again"
    )
    vacancy_reported: Yes | None = fact(
        "BPD melaporkan kekosongan kepada bupati melalui camat",
        "vacancy reported by the BPD to the bupati through the camat",
    )


class Village(_Preparation):
    """The village: what the sources say of its standing and size."""

    label: ClassVar[Text] = Text("desa", "the village")
    inhabitants: Count | None = fact("jumlah penduduk", "number of inhabitants")
    customary: Yes | None = fact("kesatuan masyarakat hukum adat", "customary-law community")
    bpd_members: Count | None = fact("jumlah anggota BPD", "number of BPD members")


class Wave(_Preparation):
    """How the county groups its villages' elections (serentak, gelombang)."""

    label: ClassVar[Text] = Text("pemilihan serentak", "simultaneous elections")
    same_day: Yes | None = fact("pada hari yang sama", "on the same day")
    waves: Count | None = fact("jumlah gelombang", "number of waves")
    policy_by_perda: Yes | None = fact("kebijakan ditetapkan dengan perda", "policy set by Perda")
    interval_years: Count | None = fact("selang gelombang (tahun)", "interval of the waves (years)")
    postponed: Yes | None = fact("pemilihan ditunda", "election postponed")
    postponed_by: Office | None = fact("yang menunda", "who postponed")
    postponement_minutes: Yes | None = fact("berita acara penundaan", "berita acara of the postponement")
    postponement_policy: Yes | None = fact(
        "penundaan karena kebijakan umum, bukan karena jumlah calon",
        "postponed by a general policy, not for want of candidates",
    )
    pandemic: Yes | None = fact(
        "dalam kondisi bencana nonalam Covid-19", "in the Covid-19 non-natural disaster"
    )


class BpdNotice(_Preparation):
    """BPD tells the head in writing that the term ends."""

    label: ClassVar[Text] = Text(
        "pemberitahuan BPD tentang akhir masa jabatan", "the BPD's notice of the end of term"
    )
    written: Yes | None = fact("tertulis", "in writing")
    by: Office | None = fact("yang memberitahukan", "who gave notice")
    copy_to_bupati: Yes | None = fact("tembusan kepada bupati", "copy to the bupati")


class ProcessStarted(_Preparation):
    """BPD takes up the election."""

    label: ClassVar[Text] = Text("BPD mulai memproses pemilihan", "the BPD takes up the election")
    by: Office | None = fact("yang memproses", "who took it up")


class CamatLetter(_Preparation):
    """The camat's letter on the election."""

    label: ClassVar[Text] = Text(
        "surat camat tentang pemilihan kepala desa", "the camat's letter on the election"
    )


class CommitteeMeeting(_Preparation):
    """The meeting that forms the committee."""

    label: ClassVar[Text] = Text("musyawarah pembentukan panitia", "meeting that forms the committee")
    convened_by: Office | None = fact("penyelenggara", "convened by")
    by_consensus: Yes | None = fact("secara musyawarah mufakat", "by deliberation and consensus")
    with_elements: Yes | None = fact("unsur masyarakat diundang", "groups of the village invited")


class CommitteeEstablished(_Preparation):
    """The decree that sets up the committee."""

    label: ClassVar[Text] = Text("penetapan panitia pemilihan", "establishment of the committee")
    formed_by: Office | None = fact("yang membentuk", "formed by")
    decree_by: Office | None = fact("keputusan ditetapkan oleh", "decree issued by")
    members: Count | None = fact("jumlah anggota panitia", "number of committee members")
    chair: Yes | None = fact("ada ketua", "has a chair")
    secretary: Yes | None = fact("ada sekretaris", "has a secretary")
    treasurer: Yes | None = fact("ada bendahara", "has a treasurer")
    ordinary_members: Yes | None = fact("ada anggota", "has ordinary members")
    elements: dict[str, Count] | None = fact("susunan unsur", "members per group")
    from_officials: Yes | None = fact("unsur perangkat desa", "village officials among them")
    from_institutions: Yes | None = fact("unsur lembaga kemasyarakatan", "community institutions among them")
    from_figures: Yes | None = fact("unsur tokoh masyarakat", "community figures among them")
    independent: Yes | None = fact("mandiri dan tidak memihak", "independent and impartial")


class CommitteeReported(_Preparation):
    """BPD reports the committee to the bupati."""

    label: ClassVar[Text] = Text("penyampaian panitia kepada bupati", "report of the committee to the bupati")
    by: Office | None = fact("yang menyampaikan", "reported by")
    via_camat: Yes | None = fact("melalui camat", "through the camat")
    written: Yes | None = fact("tertulis", "in writing")


class IntegrityPact(_Preparation):
    """Committee members sign before they work."""

    label: ClassVar[Text] = Text("pakta integritas panitia", "the committee's integrity pact")
    before_work: Yes | None = fact("ditandatangani sebelum bertugas", "signed before work")


class CommitteeConflict(_Preparation):
    """A member who stands, or who is kin of a candidate."""

    label: ClassVar[Text] = Text("benturan kepentingan panitia", "conflict of interest in the committee")
    member_stood: Yes | None = fact(
        "ada anggota panitia yang mencalonkan diri", "a committee member stood as candidate"
    )
    member_resigned: Yes | None = fact("anggota itu mengundurkan diri", "that member resigned")
    replaced_same_element: Yes | None = fact("diganti dari unsur yang sama", "replaced from the same group")
    kin_of_candidate: Yes | None = fact(
        "ada anggota yang berhubungan darah dengan calon", "a member is kin of a candidate"
    )
    kin_replaced: Yes | None = fact("BPD mengganti anggota itu", "the BPD replaced that member")
    member: str | None = fact("nama anggota", "name of the member")
    element: str | None = fact("unsur yang diwakili", "group that the member stood for")
    replaced_by: str | None = fact("nama pengganti", "name of the one who took the place")
    replaced_on: HalfKnownDay | None = fact("tanggal penggantian", "day of the replacement")
    decree: str | None = fact("nomor keputusan penggantian", "number of the decree that replaced")


class CountyCommittee(_Preparation):
    """The county committee and its standing tasks."""

    label: ClassVar[Text] = Text("panitia pemilihan kabupaten", "the county committee")
    decree_by: Office | None = fact("keputusan ditetapkan oleh", "decree issued by")
    training: Yes | None = fact("bimbingan teknis kepada panitia desa", "trained the village committee")
    ballots_fixed: Yes | None = fact(
        "jumlah surat suara dan kotak ditetapkan", "number of ballots and boxes fixed"
    )
    printing_helped: Yes | None = fact("pencetakan surat suara difasilitasi", "printing of ballots provided")
    ballots_delivered: Yes | None = fact("surat suara dan kotak disampaikan", "ballots and boxes delivered")
    problems_handled: Yes | None = fact("permasalahan difasilitasi", "problems handled")
    evaluated: Yes | None = fact("evaluasi dan laporan dibuat", "evaluated and reported")


class FinalReport(_Preparation):
    """The head's report at the end of the term."""

    label: ClassVar[Text] = Text("laporan akhir masa jabatan", "the head's final report")
    written: Yes | None = fact("tertulis", "in writing")
    to_bpd: Yes | None = fact("disampaikan kepada BPD", "sent to the BPD")
    to_bupati: Yes | None = fact("disampaikan kepada bupati", "sent to the bupati")
    via_camat: Yes | None = fact("melalui camat", "through the camat")
    contents_complete: Yes | None = fact(
        "memuat ringkasan, rencana sisa jabatan, hasil, dan hal yang perlu diperbaiki",
        "states summary, plan for the rest of the term, results and what needs improvement",
    )


class RulesAdopted(_Preparation):
    """The committee's rules of procedure."""

    label: ClassVar[Text] = Text("tata tertib dan tata cara", "rules of procedure")
    by: Office | None = fact("ditetapkan oleh", "adopted by")


class ScheduleAdopted(_Preparation):
    """The committee's timetable."""

    label: ClassVar[Text] = Text("jadwal pemilihan", "the timetable")
    by: Office | None = fact("ditetapkan oleh", "adopted by")
    whole_course: Yes | None = fact(
        "memuat pencalonan, pemilihan, dan pelantikan", "covers candidacy, election and inauguration"
    )
    steps: list[TimetableStep] | None = fact("langkah-langkah", "the steps")
    kept: list[KeptDifference] | None = fact("selisih yang dipertahankan", "differences that were kept")


class Budget(_Preparation):
    """The cost of the election: plan, request, approval, source."""

    label: ClassVar[Text] = Text("biaya pemilihan", "the election's cost")
    planned: Yes | None = fact("rencana biaya disusun", "plan drawn up")
    with_village_government: Yes | None = fact(
        "disusun dengan pemerintah desa", "drawn up with the village government"
    )
    proposed_on: HalfKnownDay | None = fact("tanggal diajukan", "day proposed")
    proposed_by: Office | None = fact("diajukan oleh", "proposed by")
    via_camat: Yes | None = fact("melalui camat", "through the camat")
    approved_on: HalfKnownDay | None = fact("tanggal disetujui", "day approved")
    approved_by: Office | None = fact("disetujui oleh", "approved by")
    from_apbd: Yes | None = fact("dibebankan pada APBD kabupaten", "borne by the county budget")
    from_apbdesa: Yes | None = fact("bantuan APBDesa", "help from the village budget")
    apbdesa_for_polling_only: Yes | None = fact(
        "APBDesa hanya untuk pelaksanaan pemungutan suara", "village budget only for the poll itself"
    )
    lines: list[BudgetLine] | None = fact("rincian rencana biaya", "items of the plan")


class Expense(_Preparation):
    """Money that was spent on the election, with its evidence."""

    label: ClassVar[Text] = Text("pengeluaran biaya pemilihan", "an expense of the election")
    item: str | None = fact("keperluan", "item")
    rupiah: Count | None = fact("jumlah (rupiah)", "amount (rupiah)")
    paid_to: str | None = fact("dibayarkan kepada", "paid to")


class Announcement(_Preparation):
    """Words that the committee made public."""

    label: ClassVar[Text] = Text("pengumuman panitia", "the committee's announcement")
    title: str | None = fact("judul pengumuman", "title of the announcement")
    words: str | None = fact("isi pengumuman", "words of the announcement")
    posted_at: str | None = fact("tempat ditempel", "places where it is posted")


class CandidateFee(_Preparation):
    """Money that candidates paid to the committee."""

    label: ClassVar[Text] = Text("biaya pencalonan", "fee for candidates")
    rupiah: Count | None = fact("jumlah (rupiah per calon)", "amount (rupiah per candidate)")


class Socialisation(_Preparation):
    """The committee makes the election known."""

    label: ClassVar[Text] = Text("sosialisasi pemilihan", "making the election known")
    by: Office | None = fact("oleh", "by")


class RegistrarsAppointed(_Preparation):
    """The registrars (petugas pendaftaran pemilih, pantarlih)."""

    label: ClassVar[Text] = Text("pembentukan petugas pendaftaran pemilih", "appointment of the registrars")
    by: Office | None = fact("ditetapkan oleh", "appointed by")


class HelpersAppointed(_Preparation):
    """The committee's helpers, whatever the county calls them."""

    label: ClassVar[Text] = Text("penetapan pembantu panitia", "appointment of the committee's helpers")
    by: Office | None = fact("ditetapkan oleh", "appointed by")


class KppsAppointed(_Preparation):
    """The crews of the polling stations."""

    label: ClassVar[Text] = Text("pembentukan KPPS", "appointment of the KPPS")
    by: Office | None = fact("ditetapkan oleh", "appointed by")
    largest: Count | None = fact(
        "jumlah anggota KPPS terbanyak di satu TPS", "largest crew of one polling station"
    )
    chair_secretary_members: Yes | None = fact(
        "ada ketua, sekretaris, dan anggota", "has chair, secretary and members"
    )
    reported_on: HalfKnownDay | None = fact("tanggal disampaikan kepada bupati", "day reported to the bupati")


class ActingHead(_Preparation):
    """The acting head (penjabat) while the office is vacant."""

    label: ClassVar[Text] = Text("penjabat kepala desa", "acting village head")
    in_office: Yes | None = fact("sudah ada penjabat", "an acting head is in office")
    proposed: Yes | None = fact("BPD mengusulkan kepada bupati", "proposed by the BPD to the bupati")
    appointed_by: Office | None = fact("diangkat oleh", "appointed by")
    civil_servant: Yes | None = fact("pegawai negeri sipil kabupaten", "a civil servant of the county")
    years: Count | None = fact("lama menjabat (tahun)", "time in office (years)")
    extended: Yes | None = fact("masa jabatan penjabat diperpanjang", "the acting head's time was extended")
