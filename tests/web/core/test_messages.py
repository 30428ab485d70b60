import ast
import re
from functools import cache
from pathlib import Path

import pytest

from pilkades.acts.payload import Office
from pilkades.base.errors import PilkadesError
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.models import Role

SOURCE = Path(__file__).parents[3] / "src" / "pilkades"
# What people meet when they work with core: its own refusals, those of the record and of the lists.
# The notations of NIK and KK are raised through one function of `register.nik`, by their codes.
RAISING = [
    *(SOURCE / "web" / "core").rglob("*.py"),
    *(SOURCE / "acts" / f"{name}.py" for name in ("act", "record", "json_form")),
    *(SOURCE / "polling").glob("*.py"),
    *(
        SOURCE / "register" / f"{name}.py"
        for name in ("changes", "lists", "objections", "reference_number", "review")
    ),
]


@cache
def raised() -> dict[str, set[str]]:
    """Code -> the fields that are there wherever it is raised."""
    found: dict[str, set[str]] = {code: {"characters", "digits"} for code in ("nik-notation", "kk-notation")}
    for path in RAISING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
            first = node.args[0]
            if name in {"PilkadesError", "super().__init__"} and isinstance(first, ast.Constant):
                fields = {str(keyword.arg) for keyword in node.keywords}
                found[str(first.value)] = found.get(str(first.value), fields) & fields
    return found


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal() -> None:
    assert set(raised()) == set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_sentence_asks_only_for_values_that_are_there(code: str) -> None:
    text = MESSAGES[code]
    for words in (text.id, text.en):
        assert set(re.findall(r"\{(\w+)\}", words)) <= raised()[code], words
    assert said(PilkadesError(code, **dict.fromkeys(raised()[code], "x")))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            PilkadesError("year-out-of-reach", kind="dpt", fact="voters", date="0226"),
            "Periksa tahun pada jumlah pemilih terdaftar: 0226.",
        ),
        (PilkadesError("fact-type", kind="dpt", fact="until"), "Nilai untuk tanggal akhir tidak sesuai."),
        (PilkadesError("fact-type", kind="nothing_such", fact="voters"), "Nilai untuk hal ini tidak sesuai."),
        (PilkadesError("grant-place", role=Role.VILLAGE_CHAIR, place="x"), "Peran Ketua panitia tidak cocok"),
        (PilkadesError("no-such-paper", papers=["a.pdf", "b.pdf"]), "belum dilampirkan: a.pdf, b.pdf."),
    ],
)
def test_a_sentence_calls_things_by_their_names(error: PilkadesError, words: str) -> None:
    assert words in said(error).id


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_no_sentence_shows_a_word_of_the_program(code: str) -> None:
    fields: dict[str, object] = dict.fromkeys(raised()[code], "x")
    fields |= {
        "kind": "committee_established",
        "fact": "from_officials",
        "reasons": [],
        "reason": "ValueError",
    }
    fields |= {"role": Role.VILLAGE_SECRETARY, "office": Office.COUNTY_COMMITTEE}
    told = said(PilkadesError(code, **fields))
    for word in (
        "committee_established",
        "from_officials",
        "village_secretary",
        "county_committee",
        "ValueError",
    ):
        assert word not in told.id + told.en
