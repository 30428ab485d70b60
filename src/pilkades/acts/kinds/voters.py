"""Acts on the voter register."""

from typing import ClassVar

from pilkades.acts.payload import Count, HalfKnownDay, Office, Payload, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Voters(Payload):
    stage: ClassVar[Stage] = Stage.VOTERS
    label: ClassVar[Text] = Text("tindakan pendaftaran pemilih", "act on the voter register")


class VoterRegistration(_Voters):
    """The registration itself."""

    label: ClassVar[Text] = Text("pendaftaran pemilih", "registration of voters")
    by: Office | None = fact("dilaksanakan oleh", "carried out by")
    house_to_house: Yes | None = fact("mendatangi rumah penduduk", "from house to house")
    grouped_by_rt: Yes | None = fact("dikelompokkan per RT", "grouped by RT")
    updated: Yes | None = fact("dimutakhirkan sesuai data penduduk", "updated from the population register")


class VoterRequirements(_Voters):
    """Whether all who are listed meet the requirements of a voter."""

    label: ClassVar[Text] = Text("syarat pemilih", "requirements of voters")
    citizen: Yes | None = fact("semua warga negara Indonesia", "all are Indonesian citizens")
    resident: Yes | None = fact(
        "semua penduduk desa selama waktu yang disyaratkan", "all resided as long as required"
    )
    residence_proven: Yes | None = fact(
        "tempat tinggal dibuktikan dengan dokumen", "residence proven by papers"
    )
    of_age: Yes | None = fact("semua berumur 17 tahun atau sudah/pernah kawin", "all are 17 or ever married")
    not_disenfranchised: Yes | None = fact("tidak ada yang dicabut hak pilihnya", "no one is disenfranchised")
    sound_mind: Yes | None = fact("tidak sedang terganggu jiwa/ingatan", "no one is of unsound mind")
    only_listed_voted: Yes | None = fact("hanya yang terdaftar yang memilih", "only listed persons voted")
    unqualified_voted: Yes | None = fact(
        "ada pemilih yang tidak lagi memenuhi syarat tetapi memilih", "someone no longer qualified voted"
    )
    earlier_document_followed: Yes | None = fact(
        "bila dokumen umur berbeda, yang terbit dahulu diikuti",
        "where papers on age differ, the earlier was followed",
    )
    age_documents_differ: Yes | None = fact("ada dokumen umur yang berbeda", "papers on age differ")


class Dps(_Voters):
    """The provisional list."""

    label: ClassVar[Text] = Text("penyusunan DPS", "drawing up of the DPS")
    by: Office | None = fact("disusun oleh", "drawn up by")
    alphabetical: Yes | None = fact("menurut abjad", "in alphabetical order")
    from_general_election_dpt: Yes | None = fact(
        "berdasarkan DPT pemilu terakhir yang diperbarui",
        "built from the updated DPT of the last general election",
    )


class DpsAnnounced(_Voters):
    """The provisional list is posted."""

    label: ClassVar[Text] = Text("pengumuman DPS", "posting of the DPS")
    at_each_tps: Yes | None = fact("di masing-masing TPS", "at each polling station")
    at_readable_places: Yes | None = fact("di tempat yang mudah dibaca", "at places easy to read")
    days_stated: Count | None = fact(
        "lama menurut sumber (hari, jenis hari tidak disebut)", "length stated (days, kind not stated)"
    )


class ListCorrections(_Voters):
    """Proposals, corrections and additions to the provisional list."""

    label: ClassVar[Text] = Text("usul perbaikan DPS", "corrections of the DPS")
    accepted_until: HalfKnownDay | None = fact(
        "hari terakhir usul diterima", "last day on which proposals were accepted"
    )
    additions: Count | None = fact("tambahan pemilih", "voters added")
    corrections: Count | None = fact("perbaikan nama", "names corrected")
    late_proposals: Yes | None = fact("ada usul yang terlambat", "late proposals were made")
    late_served: Yes | None = fact("usul terlambat dilayani", "late proposals were served")
    acted_on: Yes | None = fact("usul yang diterima ditindaklanjuti", "accepted proposals were acted on")


class Dptb(_Voters):
    """Additional voters are registered."""

    label: ClassVar[Text] = Text("pencatatan pemilih tambahan", "registration of additional voters")
    by: Office | None = fact("ditetapkan oleh", "adopted by")


class DptbAnnounced(_Voters):
    """The list of additional voters is posted."""

    label: ClassVar[Text] = Text("pengumuman daftar pemilih tambahan", "posting of the additional list")
    at_readable_places: Yes | None = fact("di tempat yang mudah dijangkau", "at places within easy reach")


class Dpt(_Voters):
    """The final list."""

    label: ClassVar[Text] = Text("penetapan DPT", "adoption of the DPT")
    by: Office | None = fact("disahkan oleh", "adopted by")
    voters: Count | None = fact("jumlah pemilih terdaftar", "number of registered voters")
    changed_after: Yes | None = fact(
        "diubah sesudah ditetapkan (selain karena meninggal)",
        "changed after adoption (other than for a death)",
    )
    deaths_noted: Yes | None = fact("pemilih meninggal diberi catatan", "deaths noted in the list")
    deaths: Yes | None = fact("ada pemilih meninggal sesudah DPT ditetapkan", "a listed voter died")
    copies_per_tps: Yes | None = fact(
        "salinan DPT untuk tiap TPS", "a copy of the DPT for each polling station"
    )
    basis_of_supplies: Yes | None = fact(
        "rekapitulasi menjadi dasar kebutuhan surat suara", "its total is the basis of the ballot supply"
    )


class DptAnnounced(_Voters):
    """The final list is posted."""

    label: ClassVar[Text] = Text("pengumuman DPT", "posting of the DPT")
    at_readable_places: Yes | None = fact("di tempat yang strategis", "at central places")


class Invitations(_Voters):
    """Invitations to vote."""

    label: ClassVar[Text] = Text("undangan kepada pemilih", "invitations to voters")
    by: Office | None = fact("disampaikan oleh", "delivered by")
    last_delivered: HalfKnownDay | None = fact("undangan terakhir disampaikan", "last invitation delivered")
    all_in_time: Yes | None = fact("semua undangan tepat waktu", "all invitations delivered in time")
    late: Count | None = fact("jumlah undangan terlambat", "number of late invitations")
    receipts: Yes | None = fact("dengan tanda bukti penerimaan", "against a receipt")
    asked_later: Yes | None = fact(
        "pemilih tanpa undangan menghubungi panitia", "voters without invitation asked the committee"
    )
    replaced_if_lost: Yes | None = fact("undangan hilang diganti", "lost invitations were replaced")
