"""The people on the list: searched by name or by NIK, narrowed by place, by the law's answer, by signs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.register.nik import SEXES, Nik
from pilkades.register.reasons import REQUIREMENTS, Requirement
from pilkades.timetable.days import Answer
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.voters.parts import Asked
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import ANSWERS, NOT_STATED, area_of, short_birth, tag_of_answer
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said
from pilkades.web.core.queries.voter_pages import Narrowed, Sign, narrowed_page
from pilkades.web.core.queries.voters import Listed, Slice, Wanted, counts_by, page_of
from pilkades.web.core.queries.weighing import Weighing, weighing_of
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.page import Pages
from pilkades.web.shared.components.people import FilterBar, PeopleTable, PersonRow, Selection
from pilkades.web.shared.forms import lazily
from pilkades.web.shared.templatetags.pilkades import say

WORDS, AREA, DUSUN, TPS, ANSWER, REQUIREMENT, SIGN, PAGE = (
    "cari", "rt", "dusun", "tps", "jawab", "syarat", "catatan", "halaman",
)  # fmt: skip
NIK = "nik"
_UNPROCESSABLE, _SEE_OTHER = 422, 303
_LONGEST = 60

TITLE = Text("Orang dalam daftar", "People on the list")
_FOUND = Text("{n} orang.", "{n} people.")
_SEARCH = Text("Cari nama", "Search for a name")
_HINT = Text(
    "Ejaan lama dan singkatan ikut dicari. NIK dicari di bawah.",
    "Old spelling and abbreviations are found too. A NIK is searched below.",
)
_NO_DIGITS = Text("Tulis nama tanpa angka. NIK dicari di bawah.", "A name has no digits. Search a NIK below.")
_ALL = Text("semua", "all")
_PLACE = Text("RT/RW", "RT/RW")
_DUSUN, _TPS = Text("Dusun", "Dusun"), Text("TPS", "TPS")
_MAY_VOTE, _REQUIREMENT, _SIGN = (
    Text("Hak pilih", "May vote"),
    Text("Syarat yang terbuka", "Open requirement"),
    Text("Perlu dilihat", "To look at"),
)
SIGNS = {
    Sign.NEAR: Text("dekat batas umur atau tinggal", "near a limit of age or residence"),
    Sign.SAME_NIK: Text("NIK sama dengan baris lain", "same NIK as another row"),
    Sign.NO_NIK: Text("NIK belum diisi", "NIK missing"),
    Sign.REPORTED: Text("dilaporkan meninggal atau pindah", "reported dead or moved"),
    Sign.REMARK: Text("ada keterangan", "with a remark"),
}
_NOBODY = Text(
    "Tidak ada orang yang cocok. Periksa ejaan, atau lihat semua.",
    "Nobody fits. Check the spelling, or show all.",
)
_BY_NIK = Text("Cari dengan NIK", "Search by NIK")
_NIK_LABEL = Text("NIK atau nomor KK (16 angka)", "NIK or KK number (16 digits)")
_NIK_WHY = Text(
    "Nomornya tidak ditulis di alamat halaman dan tidak disimpan.",
    "The number is not written in the address and not kept.",
)
_NO_NIK = Text("Isi 16 angka.", "Enter the 16 digits.")
_UNKNOWN_NIK = Text("Tidak ada orang dengan nomor itu dalam daftar.", "Nobody has that number on the list.")
_FIND = Text("Cari orang", "Search for the person")
_WITH_NUMBER = Text("Orang dengan nomor yang dicari", "People with the number searched for")
_NO_NUMBER = Text("NIK belum diisi", "NIK missing")
_NEAR = Text("Dekat batas", "Near a limit")


class NumberForm(forms.Form):
    """A whole NIK or KK number; it is sent as a form, so that it stands in no address."""

    nik = forms.CharField(
        label=lazily(_NIK_LABEL),
        max_length=30,
        error_messages={"required": lazily(_NO_NIK)},
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_nik(self) -> str:
        """The sixteen digits.

        Raises:
            ValidationError: there are more or fewer.
        """
        digits = "".join(sign for sign in self.cleaned_data[NIK] if sign not in " .-")
        try:
            return Nik.parse(digits).digits
        except PilkadesError as error:
            raise forms.ValidationError(say(said(error))) from error


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the address asks for, as far as it can be understood."""

    narrowed: Narrowed
    page: int
    query: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: HttpRequest) -> "_Asked":
        sent = {name: value.strip()[:_LONGEST] for name, value in request.GET.dict().items()}
        rt, _, rw = sent.get(AREA, "").partition("/")
        words = "".join(sign for sign in sent.get(WORDS, "") if not sign.isdigit())
        wanted = Wanted(words=words, dusun=sent.get(DUSUN, ""), rw=rw, rt=rt, tps=sent.get(TPS, ""))
        narrowed = Narrowed(
            wanted,
            next((one for one in Answer if one.value == sent.get(ANSWER)), None),
            next((one for one in Requirement if one.value == sent.get(REQUIREMENT)), None),
            next((one for one in Sign if one.value == sent.get(SIGN)), None),
        )
        page = sent.get(PAGE, "")
        number = int(page) if page.isascii() and page.isdigit() else 1
        kept = {**sent, WORDS: words}
        names = (WORDS, AREA, DUSUN, TPS, ANSWER, REQUIREMENT, SIGN)
        return cls(narrowed, number, tuple((name, kept[name]) for name in names if kept.get(name)))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, election_id: int) -> HttpResponse:
    """The list, fifty to a page; a number is looked for by its keyed mark and never stands in the address."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    if request.method != "POST":
        return _page(request, reader, NumberForm())
    form = NumberForm(request.POST)
    if not form.is_valid():
        return _page(request, reader, form)
    found = page_of(reader.election, Wanted(words=form.cleaned_data[NIK]))
    if found.total == 1:
        where = reader.to("voters-people-one", str(found.people[0].person))
        return HttpResponseRedirect(where, status=_SEE_OTHER)
    if not found.total:
        form.add_error(NIK, say(_UNKNOWN_NIK))
        return _page(request, reader, form)
    weighing = weighing_of(reader.state)
    parts = [_table(reader, found.people, weighing, _WITH_NUMBER)]
    return room(request, reader, _WITH_NUMBER, parts, lead=_FOUND.fill(n=found.total))


def _page(request: HttpRequest, reader: Reader, form: NumberForm) -> HttpResponse:
    asked, weighing = _Asked.of(request), weighing_of(reader.state)
    found = narrowed_page(reader.election, asked.narrowed, weighing, asked.page)
    faults = bool(form.errors)
    listed = [
        _filters(reader, asked, request.path),
        _table(reader, found.people, weighing, TITLE, _pages(found, asked)),
    ]
    search = Asked(form, _FIND, _BY_NIK, _NIK_WHY, action=request.path)
    parts = [search, *listed] if faults else [*listed, search]
    status = _UNPROCESSABLE if faults else 200
    return room(request, reader, TITLE, parts, lead=_FOUND.fill(n=found.total), faults=faults, status=status)


def _pages(found: Slice, asked: _Asked) -> Pages:
    def to(page: int) -> str:
        return f"?{urlencode([*asked.query, (PAGE, str(page))])}"

    return Pages(
        found.page,
        found.pages,
        to(found.page - 1) if found.page > 1 else "",
        to(found.page + 1) if found.page < found.pages else "",
    )


def _filters(reader: Reader, asked: _Asked, here: str) -> FilterBar:
    places = [values for values, _ in counts_by(reader.election, "dusun", "rw", "rt", "tps")]
    narrowed, chosen = asked.narrowed, dict(asked.query)
    areas = [f"{rt}/{rw}" if rw else rt for _, rw, rt, _ in places]
    return FilterBar(
        WORDS,
        _SEARCH,
        narrowed.wanted.words,
        (
            Selection(AREA, _PLACE, _of_values(areas, chosen.get(AREA, ""))),
            Selection(DUSUN, _DUSUN, _of_values([one[0] for one in places], narrowed.wanted.dusun)),
            Selection(TPS, _TPS, _of_values([one[3] for one in places], narrowed.wanted.tps)),
            Selection(ANSWER, _MAY_VOTE, _of_labels(ANSWERS.items(), narrowed.answer)),
            Selection(REQUIREMENT, _REQUIREMENT, _of_labels(REQUIREMENTS.items(), narrowed.requirement)),
            Selection(SIGN, _SIGN, _of_labels(SIGNS.items(), narrowed.sign)),
        ),
        clear=here,
        hint=_HINT,
        refuses="[^0-9]*",
        why_not=_NO_DIGITS,
    )


def _of_values(values: Iterable[str], current: str) -> tuple[Choice, ...]:
    known = sorted({value for value in values if value.strip("/")})
    return (
        Choice("", _ALL, not current),
        *(Choice(value, same(value), value == current) for value in known),
    )


def _of_labels(
    labels: Iterable[tuple[Answer | Requirement | Sign, Text]], current: object
) -> tuple[Choice, ...]:
    return (
        Choice("", _ALL, current is None),
        *(Choice(one.value, label, one is current) for one, label in labels),
    )


def _table(
    reader: Reader, shown: Iterable[Listed], weighing: Weighing, title: Text, pages: Pages | None = None
) -> PeopleTable:
    return PeopleTable(title, tuple(_row(reader, one, weighing) for one in shown), _NOBODY, pages)


def _row(reader: Reader, one: Listed, weighing: Weighing) -> PersonRow:
    voter = one.voter
    standing = weighing.people.get(one.person)
    return PersonRow(
        reader.to("voters-people-one", str(one.person)),
        voter.name,
        one.nik_tail or "–",
        SEXES[voter.sex] if voter.sex else EMPTY,
        short_birth(voter),
        area_of(voter) or say(NOT_STATED),
        voter.tps,
        tag_of_answer(standing.answer if standing else Answer.UNDECIDED),
        tuple(_remarks(one, weighing)),
    )


def _remarks(one: Listed, weighing: Weighing) -> Iterator[Text]:
    if not one.nik_tail:
        yield _NO_NUMBER
    if one.person in weighing.near:
        yield _NEAR
    if one.voter.remark:
        yield same(one.voter.remark)
