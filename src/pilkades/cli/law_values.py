"""A value of the law as people read it and as machines do."""

from datetime import time
from typing import Any

from pilkades.base.digest import Json
from pilkades.base.language import Language, Text, say
from pilkades.cli.sentences import cited
from pilkades.regulation.parameter import EVIDENCE, Held, Length

# Codes that stand in lists and tables of values, and how they are said.
_CODES = {
    "committee_chair": Text("ketua panitia", "the chair of the committee"),
    "one_box": Text("satu kotak calon", "one candidate's box"),
    "inside_box": Text("di dalam kotak", "inside the box"),
    "several_in_one_box": Text("beberapa coblosan dalam satu kotak", "several marks in one box"),
    "on_line_of_box": Text("pada garis kotak", "on the line of the box"),
    "wider_area": Text("wilayah perolehan suara yang lebih luas", "the wider area of votes"),
    "tps_most_voters": Text(
        "suara terbanyak di TPS dengan pemilih terbanyak", "most votes at the TPS with most voters"
    ),
    "residence_area_most_voters": Text(
        "suara terbanyak di wilayah tempat tinggal dengan pemilih terbanyak",
        "most votes in the area of residence with most voters",
    ),
    "education": Text("tingkat pendidikan", "level of education"),
    "exam_score": Text("nilai ujian", "exam score"),
    "rerun": Text("pemilihan ulang", "another vote"),
    "bpd_decision": Text("keputusan BPD", "decision of the BPD"),
    "perangkat": Text("perangkat desa", "village officials"),
    "lembaga": Text("lembaga kemasyarakatan", "community bodies"),
    "tokoh": Text("tokoh masyarakat", "community leaders"),
}
_NOT_DECIDED = Text("Teks tidak menentukan. {question}", "The text does not decide. {question}")
_BETWEEN = Text(" atau ", " or ")


def spoken(held: Held, language: Language) -> str:
    """`7 hari kerja`, or the question that the text leaves open."""
    if held.unknown:
        return _NOT_DECIDED.fill(question=held.unknown).to(language)
    return _said(held.value, language)


def _said(value: Any, language: Language) -> str:  # noqa: ANN401 -- values of the law have many types
    if isinstance(value, dict):
        return ", ".join(f"{_said(name, language)} {_said(item, language)}" for name, item in value.items())
    if isinstance(value, list | tuple):
        between = _BETWEEN.to(language) if all(isinstance(item, bool) for item in value) else "; "
        return between.join(_said(item, language) for item in value)
    if isinstance(value, str) and value in _CODES:
        return _CODES[value].to(language)
    return say(value, language)


def tag(held: Held, language: Language) -> str:
    """What the value stands on: `naskah resmi dibaca`."""
    return EVIDENCE[held.evidence].to(language)


def source(held: Held, language: Language) -> str:
    """Article and evidence in one line."""
    words = [cited(held.article)] if held.article else []
    return " · ".join([*words, tag(held, language)])


def described_value(held: Held, language: Language) -> dict[str, Json]:
    """A value with its article and evidence; `value` as data, `spoken` as a sentence."""
    return {
        "parameter": held.name,
        "label": held.label.to(language),
        "value": plain(held.value),
        "spoken": spoken(held, language),
        "unknown": held.unknown.to(language) or None,
        "article": held.article.notation if held.article else None,
        "article_label": cited(held.article) if held.article else None,
        "evidence": held.evidence.value,
        "county": held.county,
        "note": held.note.to(language),
    }


def plain(value: Any) -> Json:  # noqa: ANN401 -- values of the law have many types
    """A value as data: a period as number and units, a share and a clock in their notation."""
    match value:
        case Length():
            return {"n": value.n, "units": [unit.value for unit in value.units]}
        case time():
            return value.strftime("%H:%M")
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {str(name): plain(item) for name, item in value.items()}
        case bool() | int() | str() | None:
            return value
        case _:
            return str(value)
