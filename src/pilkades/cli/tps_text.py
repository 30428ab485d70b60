"""A plan of stations in words."""

from collections.abc import Iterable

from pilkades.base.language import Language, Text, joined
from pilkades.cli.law_text import law_name
from pilkades.cli.paper import Paper
from pilkades.cli.sentences import cited
from pilkades.cli.tps_made import Made
from pilkades.polling.caps import Cap
from pilkades.polling.checking import Remark, Weight
from pilkades.polling.explaining import StationLine, deciding, explain, summary
from pilkades.polling.places import ACCESSIBLE
from pilkades.polling.plan import METHODS
from pilkades.polling.problem import TERMS, WALKS

_TITLE = Text("Rencana {n} TPS untuk {voters} pemilih", "A plan of {n} stations for {voters} voters")
_LAW = Text("Hukum yang dipakai", "Law used")
_CAP = Text("Batas satu TPS", "Cap of a station")
_BY_LAW = Text("{n} pemilih ({article})", "{n} voters ({article})")
_BY_COMMITTEE = Text("{n} pemilih, angka panitia", "{n} voters, the committee's number")
_READ = Text("Yang dibaca", "What was read")
_ROWS = Text("{n} baris.", "{n} rows.")
_WAITING = Text(
    "{n} baris menunggu perbaikan dan belum ikut.", "{n} rows wait for a repair and are not in it."
)
_LEFT_OUT = Text(
    "{n} orang belum dapat memilih menurut hukum hari itu dan tidak ikut.",
    "{n} people may not vote by the law of that day and are not in it.",
)
_UNDECIDED = Text(
    "{n} orang ikut, tetapi barisnya belum cukup untuk memastikan hak pilihnya.",
    "{n} people are in it whose rows do not say enough to be sure that they may vote.",
)
_STATIONS = Text("TPS", "Stations")
_STATION = Text("{n} pemilih dari {cap} ({share}% dari semua)", "{n} voters of {cap} ({share}% of all)")
_FARTHEST = Text("jarak lurus terjauh {m} m", "longest straight way {m} m")
_NEEDING = Text("{n} pemilih disabilitas", "{n} disabled voters")
_AREAS = Text("Wilayah", "Areas")
_REMARKS = Text("Yang perlu diperiksa", "What to check")
_NONE = Text(
    "Semua TPS di bawah batas dan semua keluarga utuh.", "No station is over the cap, no family parted."
)
_LISTED = Text("TPS yang tertulis di daftar", "Stations that the list itself names")
_LISTED_FIT = Text("Semua cocok dengan batas.", "All fit the cap.")
_REASONS = Text("Mengapa di sana", "Why there")
_AIMS = Text("Yang menentukan, menurut urutan", "What decided, in this order")
_MOVES = Text(
    "menolak {n} dari {all} pemindahan satu kelompok", "rules out {n} of {all} moves of a single group"
)
_VALUE = Text("{n}", "{n}")
_NOT_KNOWN = Text("belum diketahui", "not known yet")
_METHOD = Text("Cara", "Method")
_PROVEN = Text("terbukti tidak ada rencana yang lebih baik", "proven: no plan is better")
_OPEN = Text("belum terbukti paling baik", "not proven best")


def write_plan(made: Made, language: Language) -> None:
    """Title, law, stations, what to check, reasons."""
    plan, paper = made.plan, Paper()
    paper.title(_TITLE.fill(n=len(plan.stations), voters=plan.problem.voters).to(language))
    if made.rulebook is not None:
        paper.labelled(
            _LAW.to(language),
            f"{law_name(made.rulebook, language)}; {made.rulebook.regime.label.to(language)}",
        )
    paper.labelled(_CAP.to(language), _cap(plan.problem.cap).to(language))
    paper.labelled(_READ.to(language), _read(made).to(language))
    proof = _PROVEN if plan.proven else _OPEN
    paper.labelled(_METHOD.to(language), f"{METHODS[plan.method].to(language)}; {proof.to(language)}")
    paper.section(_STATIONS.to(language))
    for line in summary(plan):
        _station(paper, line, language)
    paper.section(_REMARKS.to(language))
    _remarks(paper, made.remarks, _NONE, language)
    if made.as_listed is not None:
        paper.section(_LISTED.to(language))
        _remarks(paper, made.as_listed, _LISTED_FIT, language)
    _aims_and_reasons(paper, made, language)


def _cap(cap: Cap) -> Text:
    if cap.of_committee or cap.article is None:
        return _BY_COMMITTEE.fill(n=cap.voters)
    return _BY_LAW.fill(n=cap.voters, article=cited(cap.article))


def _read(made: Made) -> Text:
    said = [_ROWS.fill(n=made.read.rows)]
    for words, count in (
        (_WAITING, len(made.read.waiting)),
        (_LEFT_OUT, made.left_out),
        (_UNDECIDED, made.undecided),
    ):
        said += [words.fill(n=count)] if count else []
    return joined(said)


def _station(paper: Paper, line: StationLine, language: Language) -> None:
    paper.blank()
    size = _STATION.fill(n=line.voters, cap=line.cap, share=line.share)
    paper.line((line.name, "bold"), f": {size.to(language)}")
    facts = [] if line.longest_walk is None else [_FARTHEST.fill(m=line.longest_walk)]
    facts += [_NEEDING.fill(n=line.needing)] if line.needing else []
    facts.append(ACCESSIBLE[line.accessible])
    paper.line(joined(facts, "; ").to(language), indent=2)
    paper.labelled(_AREAS.to(language), "; ".join(part.label.to(language) for part in line.parts), indent=2)


def _remarks(paper: Paper, remarks: Iterable[Remark], none: Text, language: Language) -> None:
    order = list(Weight)
    found = sorted(remarks, key=lambda remark: order.index(remark.weight))
    if all(remark.weight is not Weight.REPAIR for remark in found):
        paper.item(none.to(language))
    for remark in found:
        articles = ", ".join(cited(article) for article in remark.articles)
        words = f"{remark.message.to(language)} {remark.remedy.to(language)}".strip()
        paper.item(words, f" ({articles})" if articles else "")


def _aims_and_reasons(paper: Paper, made: Made, language: Language) -> None:
    explained = explain(made.plan)
    decided = dict(deciding(explained))
    moves = sum(len(one.alternatives) for one in explained)
    paper.section(_AIMS.to(language))
    for number, figure in enumerate(made.plan.figures, start=1):
        ruled_out = decided.get(figure.term, 0)
        more = f"; {_MOVES.fill(n=ruled_out, all=moves).to(language)}" if ruled_out else ""
        unknown = figure.term in WALKS and not made.plan.ways_known
        value = (_NOT_KNOWN if unknown else _VALUE.fill(n=figure.value)).to(language)
        paper.line(f"{number}. {TERMS[figure.term].to(language)}: {value}{more}", hang=3)
    paper.section(_REASONS.to(language))
    for one in explained:
        paper.item(one.sentence.to(language))
