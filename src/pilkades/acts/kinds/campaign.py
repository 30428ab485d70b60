"""Acts of the campaign and the quiet period."""

from typing import ClassVar

from pilkades.acts.payload import Clock, Count, HalfKnownDay, Office, Payload, Yes, fact
from pilkades.base.findings import Stage
from pilkades.base.language import Text


class _Campaign(Payload):
    stage: ClassVar[Stage] = Stage.CAMPAIGN
    label: ClassVar[Text] = Text("tindakan kampanye", "act of the campaign")


class CampaignSchedule(_Campaign):
    """The committee's schedule of the campaign."""

    label: ClassVar[Text] = Text("jadwal kampanye", "campaign schedule")
    by: Office | None = fact("disusun oleh", "drawn up by")
    fair: Yes | None = fact("waktu dan tempat dibagi adil dan merata", "times and places shared fairly")
    procedure_set: Yes | None = fact("tata cara kampanye ditetapkan", "campaign procedure set")
    teams_registered_on: HalfKnownDay | None = fact(
        "tanggal tim kampanye didaftarkan", "day the teams were registered"
    )


class Campaign(_Campaign):
    """The campaign."""

    label: ClassVar[Text] = Text("kampanye", "the campaign")
    ended_at: Clock | None = fact("pukul berakhir pada hari terakhir", "time it ended on the last day")
    after_announcement: Yes | None = fact(
        "sesudah pengumuman penetapan calon", "after the candidates were announced"
    )
    photographs_and_dialogue: Yes | None = fact(
        "dengan pemasangan foto dan dialog", "by photographs and dialogue"
    )
    photographs_by_committee: Yes | None = fact(
        "foto dipasang panitia di balai desa dan KPPS di TPS", "photographs put up by committee and KPPS"
    )
    guided: Yes | None = fact("dialog dipandu panitia", "dialogue guided by the committee")
    programme: Yes | None = fact("materi berupa program kerja", "on programmes of work")
    at_hall_or_set_place: Yes | None = fact(
        "di balai desa atau tempat yang ditentukan panitia", "at the hall or a place set by the committee"
    )
    order_by_lot: Yes | None = fact("urutan diundi panitia", "order drawn by lot")
    first_day_joint: Yes | None = fact(
        "hari pertama terpadu untuk visi dan misi", "first day held jointly on vision and mission"
    )
    vision_and_mission: Yes | None = fact("memuat visi dan misi", "states vision and mission")
    honest_open: Yes | None = fact(
        "jujur, terbuka, dialogis, bertanggung jawab", "honest, open, in dialogue, responsible"
    )
    permitted_forms: Yes | None = fact("dalam bentuk yang diperbolehkan", "in permitted forms")
    face_to_face: Yes | None = fact("tatap muka", "by meeting voters face to face")
    dialogue: Yes | None = fact("dialog", "by dialogue")
    teams: Yes | None = fact("calon membentuk tim kampanye", "candidates formed campaign teams")
    days_before_poll: Count | None = fact(
        "kegiatan kampanye berapa hari sebelum pemungutan suara",
        "campaigning so many days before the poll",
    )
    outside_schedule: Yes | None = fact(
        "kegiatan kampanye di luar jadwal", "campaigning outside the schedule"
    )


class CampaignBans(_Campaign):
    """What must not happen in a campaign: true means that it happened."""

    label: ClassVar[Text] = Text("larangan kampanye", "campaign bans")
    parade: Yes | None = fact("pawai atau arak-arakan", "a parade")
    gifts: Yes | None = fact("pemberian uang atau materi kepada pemilih", "money or goods given to voters")
    promised_gifts: Yes | None = fact(
        "uang atau materi dijanjikan kepada peserta kampanye", "money or goods promised to participants"
    )
    insult: Yes | None = fact(
        "penghinaan terhadap orang, agama, suku, golongan, atau calon",
        "insult of a person, religion, group or candidate",
    )
    photographs_at_public_buildings: Yes | None = fact(
        "foto dipasang di tempat pendidikan, ibadah, atau gedung pemerintah",
        "photographs at schools, places of worship or offices",
    )
    disorder: Yes | None = fact("gangguan keamanan atau ketertiban", "disturbance of order")
    against_state: Yes | None = fact(
        "mempersoalkan Pancasila, UUD 1945, atau NKRI",
        "questioning Pancasila, the Constitution or the Republic",
    )
    against_unity: Yes | None = fact(
        "kegiatan yang membahayakan keutuhan NKRI", "endangering the Republic's unity"
    )
    incitement: Yes | None = fact("hasutan dan adu domba", "incitement")
    threats: Yes | None = fact("ancaman kekerasan", "threats of violence")
    damage: Yes | None = fact("perusakan alat peraga calon", "damage to candidates' materials")
    facilities: Yes | None = fact(
        "pemakaian fasilitas pemerintah, ibadah, atau pendidikan",
        "use of public, religious or school facilities",
    )
    others_attributes: Yes | None = fact(
        "membawa atribut calon lain", "carrying another candidate's attributes"
    )
    head_involved: Yes | None = fact("kepala desa diikutsertakan", "the village head was involved")
    officials_involved: Yes | None = fact("perangkat desa diikutsertakan", "village officials were involved")
    bpd_involved: Yes | None = fact("anggota BPD diikutsertakan", "BPD members were involved")


class CampaignSanction(_Campaign):
    """A sanction for breaking a ban."""

    label: ClassVar[Text] = Text("sanksi kampanye", "campaign sanction")
    imposed: Yes | None = fact("sanksi dijatuhkan", "a sanction was imposed")
    by: Office | None = fact("dijatuhkan oleh", "imposed by")


class QuietPeriod(_Campaign):
    """The quiet period."""

    label: ClassVar[Text] = Text("masa tenang", "the quiet period")
    campaigned: Yes | None = fact("ada kampanye pada masa tenang", "campaigning in the quiet period")
