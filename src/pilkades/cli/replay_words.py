"""What a replay says besides the findings themselves, on the terminal and in the report."""

from dataclasses import dataclass

from pilkades.base.language import Text
from pilkades.count.identities import Standing


@dataclass(frozen=True, slots=True)
class Section:
    """A list of findings of one verdict: its title with the number, and what the verdict means."""

    title: Text
    explanation: Text


TITLE = Text("Pemilihan kepala desa {village}", "Election of the village head of {village}")
DISTRICT = Text("Kecamatan, kabupaten", "District, county")
LAW_DAY = Text("Hukum pada", "Law of")
REGIME = Text("Dasar hukum", "Regime")
RULEBOOK = Text("Buku aturan", "Rulebook")
RULES = Text("{n} aturan", "{n} rules")
RECORD = Text("Catatan tindakan", "Record of acts")
SOURCE = Text("Sumber", "Source")

RESULT = Text("Hasil", "Result")
AS_REPORTED = Text("Terpilih menurut sumber", "Elected by the source")
TURNOUT = Text("Pengguna hak pilih", "Voters who voted")
OF_REGISTERED = Text("{came} dari {registered} ({share} %)", "{came} of {registered} ({share} %)")

DO_NOT_FIT = Text(
    "{n} hubungan angka dalam sumber tidak cocok. Bacalah hasil ini bersama catatan itu.",
    "Relations between the source's figures that do not fit: {n}. Read the result together with that.",
)
REACH_MARGIN = Text(
    "{n} temuan dapat menyentuh suara sebanyak margin ({margin}) atau lebih.",
    "Findings that may touch as many votes as the margin ({margin}) or more: {n}.",
)

FIGURES = Text("Angka-angka", "Figures")
STANDINGS = {
    Standing.FAILS: Text("Tidak cocok: {n}", "Does not fit: {n}"),
    Standing.HOLDS: Text("Cocok: {n}", "Fits: {n}"),
    Standing.CANNOT_BE_CHECKED: Text("Belum dapat diperiksa: {n}", "Cannot be checked: {n}"),
}
DIFFERENCE = Text("selisih {n}", "difference {n}")
NOT_RECORDED = Text("Belum tercatat: {names}.", "Not on record: {names}.")
REPAIR = Text("Berapa angka yang harus berbeda", "How many figures must differ")
PROOF = Text(
    "{size} angka: {sets} susunan dicoba, {holding} membuat semuanya cocok.",
    "{size} figures: {sets} sets tried, {holding} let everything fit.",
)
WAYS = Text("Susunan yang mungkin (contoh, bukan perbaikan):", "Possible sets (examples, no correction):")
CLAIMS = Text("Persentase yang disebut sumber", "Percentages that the source states")

OPEN = Text("Yang perlu diperhatikan", "What needs attention")
NONE_OPEN = Text(
    "Tidak ada aturan yang tercatat tidak terpenuhi, dipertentangkan, atau punya dua bacaan.",
    "No rule is on record as not complied with, contested or of two readings.",
)
ARTICLES = Text("Pasal", "Article")
HAPPENED = Text("Yang tercatat", "On record")
CONSEQUENCE = Text("Akibat bagi hasil", "Consequence for the result")
REMEDY = Text("Yang dapat dilakukan", "What to do")
DECIDES = Text("Yang memutus", "Who decides")
EVIDENCE = Text("Bukti {place}", "Evidence {place}")
EVIDENCE_ALL = Text("Bukti ({n})", "Evidence ({n})")
MORE_EVIDENCE = Text("{n} bukti lagi: pakai --all.", "{n} more pieces of evidence: use --all.")
USED = Text("Nilai hukum yang dipakai", "Values of the law used")

NOT_CHECKED = Section(
    Text("Belum dapat diperiksa ({n})", "Cannot be checked ({n})"),
    Text(
        "Sumber tidak menyebut fakta yang diperlukan. Ini bukan tanda bahwa aturan tidak dipenuhi.",
        "The source does not state the fact that is needed. It is no sign that the rule was not kept.",
    ),
)
ONLY_CLAIMED = Section(
    Text("Hanya dinyatakan ({n})", "Only claimed ({n})"),
    Text(
        "Sumber hanya menyatakan aturan dipenuhi atau tidak, tanpa menguraikan faktanya.",
        "The source only says that the rule was kept or not, without showing the fact.",
    ),
)
COMPLIED = Section(
    Text("Terpenuhi ({n})", "Complied with ({n})"),
    Text("Faktanya ada dalam catatan.", "The fact is on record."),
)
NOT_APPLICABLE = Section(
    Text("Tidak berlaku ({n})", "Not applicable ({n})"),
    Text("Aturan ini tidak berlaku bagi pemilihan ini.", "The rule does not speak of this election."),
)
CLAIMED_TAIL = Text("Hanya dinyatakan, tanpa uraian fakta.", "Only asserted, without the circumstances.")

CONTRADICTIONS = Text("Sumber berbeda tentang fakta", "The sources differ on facts")
DISAGREEMENTS = Text("Pernyataan sumber yang bertentangan", "Statements of the source that contradict")
DEFECTS = Text("Salah kutip dan salah tulis dalam sumber", "Misquotations and slips of the source")
QUESTIONS = Text("Pertanyaan yang belum terjawab", "Open questions")
NO_QUESTIONS = Text("Tidak ada.", "None.")
COUNTS = Text("Jumlah temuan", "Number of findings")
USE_ALL = Text(
    "Yang tidak berlaku dan semua bukti dirinci dengan --all.",
    "What does not apply, and all evidence, is listed with --all.",
)
NOT_A_JUDGEMENT = Text(
    "Temuan adalah fakta, sumbernya, dan pasalnya. Program ini tidak menyatakan pemilihan sah atau batal.",
    "A finding is a fact, its source and its article. "
    "The program does not say that an election is valid or void.",
)
