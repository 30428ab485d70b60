"""Acts on the candidacy (pencalonan), from the call to the ballot numbers."""

from typing import ClassVar

from pilkades.acts.payload import Count, HalfKnownDay, Office, Payload, Row, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Candidacy(Payload):
    stage: ClassVar[Stage] = Stage.CANDIDACY
    label: ClassVar[Text] = Text("tindakan pencalonan", "act on the candidacy")


class Person(Row):
    """What the sources say of one (prospective) candidate."""

    label: ClassVar[Text] = Text("calon", "candidate")
    name: str | None = fact("nama", "name")
    number: Count | None = fact("nomor urut", "ballot number")
    age: Count | None = fact("umur (tahun)", "age (years)")
    born: HalfKnownDay | None = fact("tanggal lahir", "date of birth")
    education: str | None = fact("pendidikan menurut sumber", "education as stated")
    education_level: Count | None = fact(
        "jenjang pendidikan (1 SD, 2 SLTP, 3 SLTA, 4 diploma, 5 sarjana, 6 magister, 7 doktor)",
        "level of education (1 primary, 2 lower secondary, 3 upper secondary, "
        "4 diploma, 5 bachelor, 6 master, 7 doctor)",
    )
    address: str | None = fact("alamat", "address")
    occupation: str | None = fact("pekerjaan", "occupation")
    incumbent: Yes | None = fact("kepala desa yang sedang atau baru menjabat", "incumbent village head")
    civil_servant: Yes | None = fact("pegawai negeri sipil", "civil servant")
    village_official: Yes | None = fact("perangkat desa", "village official")
    terms_served: Count | None = fact("masa jabatan yang pernah dijalani", "terms served")
    served_from: HalfKnownDay | None = fact("pernah menjabat kepala desa sejak", "served as head from")
    served_until: HalfKnownDay | None = fact("pernah menjabat kepala desa sampai", "served as head until")
    kin_of: str | None = fact("berkerabat dengan calon", "kin of the candidate")
    exam_score: Count | None = fact("nilai ujian", "exam score")


class Call(_Candidacy):
    """The call for candidates."""

    label: ClassVar[Text] = Text("pengumuman penjaringan bakal calon", "call for candidates")
    by: Office | None = fact("diumumkan oleh", "announced by")
    readable_places: Yes | None = fact("di tempat yang mudah dibaca", "at places easy to read")
    requirements_explained: Yes | None = fact(
        "syarat dan tata cara pencalonan dan pemilihan dijelaskan", "requirements and procedure explained"
    )
    written: Yes | None = fact("tertulis", "in writing")
    oral: Yes | None = fact("lisan di tempat umum", "orally in public places")
    states_deadline: Yes | None = fact("memuat batas waktu dan syarat", "states deadline and requirements")


class Registration(_Candidacy):
    """Registration of prospective candidates."""

    label: ClassVar[Text] = Text("pendaftaran bakal calon", "registration of prospective candidates")
    by: Office | None = fact("diterima oleh", "received by")
    registered: Count | None = fact("jumlah pendaftar", "number registered")
    receipts: Yes | None = fact("diberi tanda bukti", "receipts given")
    completion_until: HalfKnownDay | None = fact("batas melengkapi syarat", "last day to complete papers")
    incomplete: Yes | None = fact("ada berkas belum lengkap", "some papers incomplete")
    by_proxy: Yes | None = fact("diwakilkan dengan surat kuasa", "by proxy with a power of attorney")


class RegistrationExtended(_Candidacy):
    """The registration is extended because too few came."""

    label: ClassVar[Text] = Text("perpanjangan pendaftaran", "extension of the registration")
    registered: Count | None = fact(
        "jumlah pendaftar sesudah perpanjangan", "number registered after the extension"
    )
    qualified: Count | None = fact(
        "jumlah yang memenuhi syarat sesudah perpanjangan", "number qualified after the extension"
    )
    second_date: HalfKnownDay | None = fact("awal perpanjangan kedua", "start of the second extension")
    second_until: HalfKnownDay | None = fact("akhir perpanjangan kedua", "end of the second extension")
    second_done: Yes | None = fact("diperpanjang untuk kedua kali", "extended a second time")
    registered_finally: Count | None = fact(
        "jumlah pendaftar sesudah perpanjangan kedua", "number registered after the second extension"
    )
    qualified_excluded: Yes | None = fact(
        "bakal calon yang sudah memenuhi syarat tidak mendaftar ulang",
        "those already qualified need not register again",
    )


class Applications(_Candidacy):
    """The letters of application and their enclosures; each fact is about all of them."""

    label: ClassVar[Text] = Text("surat permohonan bakal calon", "letters of application")
    handwritten: Yes | None = fact("ditulis dengan tangan sendiri", "written by the applicant's own hand")
    black_ink: Yes | None = fact("tinta hitam", "in black ink")
    stamped: Yes | None = fact("bermeterai cukup", "duly stamped")
    copies: Count | None = fact("rangkap", "number of copies")
    to_chair: Yes | None = fact("disampaikan kepada ketua panitia", "handed to the committee's chair")
    to_bupati_via_committee: Yes | None = fact(
        "kepada bupati melalui panitia", "to the bupati through the committee"
    )
    with_papers: Yes | None = fact("dilengkapi persyaratan calon", "with the required papers")
    devout: Yes | None = fact("surat pernyataan bertakwa", "declaration of devotion to God")
    pancasila: Yes | None = fact(
        "surat pernyataan setia Pancasila dan UUD 1945",
        "declaration of loyalty to Pancasila and the Constitution",
    )
    diploma: Yes | None = fact("ijazah dilegalisasi", "certified diplomas")
    identity: Yes | None = fact("KTP dan KK", "identity card and family card")
    residence: Yes | None = fact("surat keterangan tempat tinggal", "certificate of residence")
    residence_letter: Yes | None = fact(
        "surat keterangan bertempat tinggal dari RT/RW dan kepala desa",
        "residence letter of RT/RW and village head",
    )
    birth: Yes | None = fact("akta kelahiran", "birth certificate")
    health: Yes | None = fact("surat keterangan sehat", "health certificate")
    no_conviction: Yes | None = fact(
        "surat keterangan pengadilan tidak pernah dipidana", "court letter: no conviction"
    )
    voting_right: Yes | None = fact(
        "surat keterangan tidak dicabut hak pilih", "court letter: not disenfranchised"
    )
    citizenship: Yes | None = fact("surat keterangan warga negara", "certificate of citizenship")
    curriculum: Yes | None = fact("daftar riwayat hidup dan pekerjaan", "curriculum vitae")
    permit: Yes | None = fact("surat izin bagi PNS, TNI, Polri", "permit for civil servants, army, police")
    photographs: Yes | None = fact("pas foto", "photographs")
    residence_pledge: Yes | None = fact(
        "pernyataan sanggup bertempat tinggal di desa", "pledge to live in the village"
    )
    willing: Yes | None = fact("pernyataan bersedia dicalonkan", "declaration of willingness")
    no_withdrawal: Yes | None = fact("pernyataan tidak mengundurkan diri", "pledge not to withdraw")
    vision: Yes | None = fact("naskah visi dan misi", "written vision and mission")
    terms: Yes | None = fact("keterangan masa jabatan yang pernah dijalani", "certificate of terms served")


class CandidateRequirements(_Candidacy):
    """Whether all candidates meet the requirements; each fact is about all of them."""

    label: ClassVar[Text] = Text("syarat calon", "requirements of candidates")
    citizen: Yes | None = fact("warga negara Indonesia", "Indonesian citizen")
    devout: Yes | None = fact("bertakwa kepada Tuhan Yang Maha Esa", "devoted to God")
    loyal: Yes | None = fact(
        "setia kepada Pancasila, UUD 1945, dan NKRI", "loyal to Pancasila, the Constitution and the Republic"
    )
    education: Yes | None = fact("pendidikan memenuhi syarat", "education as required")
    age: Yes | None = fact("umur memenuhi syarat", "age as required")
    health: Yes | None = fact("sehat jasmani dan rohani", "of sound health")
    willing: Yes | None = fact("bersedia dicalonkan", "willing to stand")
    villager: Yes | None = fact("penduduk desa setempat", "resident of the village")
    resident_long_enough: Yes | None = fact(
        "menjadi penduduk selama waktu yang disyaratkan", "resident as long as required"
    )
    not_in_prison: Yes | None = fact("tidak sedang menjalani pidana penjara", "not serving a prison sentence")
    no_conviction: Yes | None = fact(
        "tidak pernah dipidana sebagaimana disyaratkan", "no conviction as defined"
    )
    voting_right: Yes | None = fact("tidak dicabut hak pilihnya", "not disenfranchised")
    terms_below_limit: Yes | None = fact("belum mencapai batas masa jabatan", "below the limit of terms")
    knows_area: Yes | None = fact(
        "mengenal daerah dan dikenal masyarakat", "knows the area and is known there"
    )
    county_requirements: Yes | None = fact(
        "memenuhi syarat lain dalam perda", "meets the other requirements of the Perda"
    )
    civil_servants: Yes | None = fact("ada calon pegawai negeri sipil", "a candidate is a civil servant")
    civil_servants_permitted: Yes | None = fact(
        "calon PNS berizin tertulis", "civil servants hold a written permit"
    )
    civil_servants_leave: Yes | None = fact("calon PNS mengajukan cuti", "civil servants applied for leave")
    soldiers_police: Yes | None = fact("ada calon anggota TNI/Polri", "a candidate is in the army or police")
    soldiers_police_permitted: Yes | None = fact(
        "calon TNI/Polri berizin", "army and police members hold a permit"
    )
    officials: Yes | None = fact("ada calon perangkat/pamong desa", "a candidate is a village official")
    officials_permitted: Yes | None = fact(
        "calon perangkat desa berizin kepala desa", "village officials hold the head's permit"
    )
    officials_leave: Yes | None = fact("calon perangkat desa cuti", "village officials on leave")
    officials_resigned: Yes | None = fact(
        "calon perangkat desa mengundurkan diri", "village officials resigned"
    )
    incumbent_leave: Yes | None = fact(
        "kepala desa yang mencalonkan diri cuti", "the standing head is on leave"
    )
    incumbent_leave_requested: Yes | None = fact(
        "kepala desa mengajukan cuti melalui camat", "the standing head applied for leave"
    )
    incumbent_used_facilities: Yes | None = fact(
        "kepala desa cuti memakai fasilitas desa", "the head on leave used village facilities"
    )
    secretary_acts: Yes | None = fact(
        "sekretaris desa menjalankan tugas kepala desa", "the secretary acts for the head"
    )
    officials_duties_covered: Yes | None = fact(
        "tugas perangkat dirangkap dengan keputusan kepala desa",
        "the official's duties covered by the head's decree",
    )


class ProspectiveCandidates(_Candidacy):
    """The outcome of the call (penjaringan)."""

    label: ClassVar[Text] = Text("hasil penjaringan bakal calon", "outcome of the call")
    count: Count | None = fact("jumlah bakal calon", "number of prospective candidates")
    minutes: Yes | None = fact("ditetapkan dalam berita acara", "fixed in a berita acara")
    announced: Yes | None = fact("diumumkan kepada masyarakat", "announced to the public")
    announced_on: HalfKnownDay | None = fact("tanggal diumumkan", "day announced")
    objection_filed: Yes | None = fact(
        "ada keberatan terhadap bakal calon", "an objection to a prospective candidate was filed"
    )
    objection_on: HalfKnownDay | None = fact("tanggal keberatan", "day of the objection")


class FilesToBpd(_Candidacy):
    """The applications go to the BPD."""

    label: ClassVar[Text] = Text("penyerahan berkas kepada BPD", "files handed to the BPD")
    by: Office | None = fact("diserahkan oleh", "handed over by")


class Screening(_Candidacy):
    """Screening (penyaringan, penelitian) of the papers."""

    label: ClassVar[Text] = Text("penyaringan bakal calon", "screening of prospective candidates")
    by: Office | None = fact("dilaksanakan oleh", "carried out by")
    minutes: Yes | None = fact("hasil ditetapkan dalam berita acara", "outcome fixed in a berita acara")
    completeness_checked: Yes | None = fact("kelengkapan diteliti", "completeness checked")
    authenticity_checked: Yes | None = fact("keabsahan diteliti", "authenticity checked")
    clarified: Yes | None = fact(
        "klarifikasi pada instansi yang berwenang", "clarified with the competent office"
    )
    outcome_announced: Yes | None = fact(
        "hasil diumumkan untuk masukan masyarakat", "outcome announced for comments"
    )
    comments_processed: Yes | None = fact("masukan masyarakat ditindaklanjuti", "comments acted on")
    qualified: Count | None = fact("jumlah yang memenuhi syarat", "number qualified")
    diploma_reported_forged: Yes | None = fact(
        "ada laporan ijazah dipersoalkan", "a diploma was called into question"
    )


class Selection(_Candidacy):
    """Exam or extra selection."""

    label: ClassVar[Text] = Text("ujian atau seleksi tambahan", "exam or extra selection")
    by: Office | None = fact("dilaksanakan oleh", "carried out by")
    written_and_oral: Yes | None = fact("tertulis dan lisan", "written and oral")
    list_signed: Yes | None = fact(
        "daftar nilai ditandatangani panitia kabupaten", "score list signed by the county committee"
    )
    handed_on: HalfKnownDay | None = fact("tanggal hasil diserahkan", "day the results were handed over")
    sealed: Yes | None = fact("hasil diserahkan tersegel", "results handed over sealed")
    criteria_used: Yes | None = fact(
        "memakai kriteria pengalaman, pendidikan, usia, dan syarat lain",
        "used experience, education, age and other criteria",
    )


class CandidatesAdopted(_Candidacy):
    """The candidates are adopted."""

    label: ClassVar[Text] = Text("penetapan calon", "adoption of the candidates")
    by: Office | None = fact("ditetapkan oleh", "adopted by")
    decree: Yes | None = fact("dengan keputusan", "by decree")
    on_minutes: Yes | None = fact(
        "berdasarkan berita acara penyaringan", "on the berita acara of the screening"
    )
    count: Count | None = fact("jumlah calon", "number of candidates")
    people: list[Person] | None = fact("para calon", "the candidates")
    single_by_consensus: Yes | None = fact(
        "calon tunggal ditetapkan panitia dan BPD secara mufakat",
        "single candidate adopted by committee and BPD in consensus",
    )
    deliberated: Yes | None = fact(
        "panitia dan BPD bermusyawarah tentang calon tunggal",
        "committee and BPD deliberated on the single candidate",
    )
    withdrew: Yes | None = fact("ada calon mengundurkan diri", "a candidate withdrew")
    died: Yes | None = fact(
        "ada calon meninggal dunia sebelum pemungutan suara", "a candidate died before the poll"
    )
    fell_to_one: Yes | None = fact("tersisa satu calon", "one candidate is left")
    loss_before_printing: Yes | None = fact("sebelum surat suara dicetak", "before the ballots were printed")
    loss_announced: Yes | None = fact(
        "panitia mengumumkan kepada masyarakat", "the committee told the public"
    )


class CandidatesAnnounced(_Candidacy):
    """The candidates are announced."""

    label: ClassVar[Text] = Text("pengumuman calon", "announcement of the candidates")
    by: Office | None = fact("diumumkan oleh", "announced by")
    open_places: Yes | None = fact("di tempat terbuka", "in open places")
    changed_after: Yes | None = fact(
        "daftar calon diubah sesudah diumumkan", "list of candidates changed after its announcement"
    )


class MaximumSet(_Candidacy):
    """The BPD sets a maximum number of candidates."""

    label: ClassVar[Text] = Text("penentuan jumlah maksimal calon", "setting of a maximum of candidates")
    by: Office | None = fact("ditetapkan oleh", "set by")
    mechanism: Yes | None = fact(
        "mekanisme diatur dalam keputusan BPD", "mechanism laid down in a BPD decree"
    )


class BallotNumbers(_Candidacy):
    """Ballot numbers and symbols."""

    label: ClassVar[Text] = Text("penetapan nomor urut dan tanda gambar", "ballot numbers and symbols")
    by: Office | None = fact("ditetapkan oleh", "set by")
    by_lot: Yes | None = fact("diundi", "drawn by lot")
    open_draw: Yes | None = fact("undian terbuka", "draw in public")
    candidates_present: Yes | None = fact("dihadiri para calon", "candidates present")
    minutes: Yes | None = fact("dituangkan dalam berita acara", "recorded in a berita acara")
    decree: Yes | None = fact("ditetapkan dengan keputusan panitia", "fixed by the committee's decree")
    number_name_photo: Yes | None = fact(
        "tanda gambar berupa nomor, nama, dan foto", "symbol of number, name and photograph"
    )
    announced_on: HalfKnownDay | None = fact("tanggal diumumkan", "day announced")
    published: Yes | None = fact("diumumkan", "announced")
