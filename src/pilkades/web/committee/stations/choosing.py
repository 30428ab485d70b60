"""What the committee chooses for a plan, in the address of the page: nothing is stored by looking."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from typing_extensions import override

from pilkades.base.language import Text
from pilkades.polling.groups import Area, Level
from pilkades.polling.places import Site
from pilkades.polling.problem import Pin
from pilkades.web.core.queries.stations import Choices
from pilkades.web.shared.forms import lazily

CAP, BASIS, NUMBER, LEVEL, SITES, PIN = "batas", "dasar", "jumlah", "utuh", "tempat", "tetap"
_MOST_CAP, _MOST_STATIONS = 9_999, 60
LONGEST_NAME = 60
_PARTS = len(("dusun", "rw", "rt", "station"))
_SEPARATOR = "|"

_CAP = Text("Batas pemilih satu TPS", "Most voters of one station")
_CAP_HINT = Text(
    "Kosongkan bila memakai batas menurut aturan.", "Leave it empty to use the number that the law sets."
)
_BASIS = Text("Dasar angka panitia", "What the committee's number rests on")
_NUMBER = Text("Jumlah TPS", "Number of stations")
_NUMBER_HINT = Text("Kosongkan untuk jumlah paling sedikit.", "Leave it empty for the fewest.")
_LEVEL = Text("Yang dijaga utuh lebih dulu", "What is kept whole first")
_LEVELS = {
    Level.RT: Text("RT", "RT"),
    Level.DUSUN: Text("Dusun", "Dusun"),
}
_SITES = Text("Tempat TPS", "Sites of stations")
_SITES_HINT = Text(
    "Satu tempat per baris. Tulis “; ya” atau “; tidak” sesudah namanya bila sudah diperiksa apakah mudah "
    "dijangkau penyandang disabilitas.",
    "One site per line. Write “; yes” or “; no” after its name once somebody looked whether disabled voters "
    "can reach it.",
)
_WHOLE = Text("Isi dengan bilangan bulat dari 1 sampai {most}.", "Write a whole number from 1 to {most}.")
_ANSWER = Text(
    "Baris {n}: tulis ya atau tidak sesudah titik koma.", "Line {n}: write yes or no after the semicolon."
)
_LONG = Text(
    "Baris {n}: nama paling panjang {most} huruf.", "Line {n}: a name has at most {most} characters."
)
_TWICE = Text("Baris {n}: {name} sudah disebut.", "Line {n}: {name} stands there already.")
_ANSWERS: Mapping[str, bool | None] = {"ya": True, "yes": True, "tidak": False, "no": False, "": None}


class ChoosingForm(forms.Form):
    """Cap, number, level and sites of a plan."""

    def __init__(self, sent: QueryDict) -> None:
        super().__init__(sent, auto_id="id_%s")
        self.fields[CAP] = _whole(_CAP, _CAP_HINT, _MOST_CAP)
        self.fields[BASIS] = forms.CharField(label=lazily(_BASIS), required=False, max_length=200)
        self.fields[NUMBER] = _whole(_NUMBER, _NUMBER_HINT, _MOST_STATIONS)
        self.fields[LEVEL] = forms.ChoiceField(
            label=lazily(_LEVEL),
            required=False,
            choices=[(level.value, lazily(words)) for level, words in _LEVELS.items()],
        )
        self.fields[SITES] = forms.CharField(
            label=lazily(_SITES),
            required=False,
            max_length=4000,
            help_text=lazily(_SITES_HINT),
            widget=forms.Textarea({"rows": 4}),
        )

    @override
    def clean(self) -> dict[str, Any]:
        sites: list[Site] = []
        for number, line in enumerate(str(self.cleaned_data.get(SITES) or "").splitlines(), start=1):
            name, _, answer = (part.strip() for part in line.partition(";"))
            if not name:
                continue
            if answer.casefold() not in _ANSWERS:
                self.add_error(SITES, str(lazily(_ANSWER.fill(n=number))))
            if len(name) > LONGEST_NAME:
                self.add_error(SITES, str(lazily(_LONG.fill(n=number, most=LONGEST_NAME))))
            if any(site.name.casefold() == name.casefold() for site in sites):
                self.add_error(SITES, str(lazily(_TWICE.fill(n=number, name=name))))
            sites.append(Site(name, accessible=_ANSWERS.get(answer.casefold())))
        self.cleaned_data["sites"] = tuple(sites)
        return self.cleaned_data

    def choices(self, pins: Iterable[Pin]) -> Choices:
        """What was chosen."""
        values = self.cleaned_data
        return Choices(
            values.get(CAP),
            values.get(BASIS) or "",
            values.get(NUMBER),
            Level(values.get(LEVEL) or Level.RT),
            values["sites"],
            tuple(pins),
        )


def _whole(label: Text, hint: Text, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=lazily(label),
        help_text=lazily(hint),
        required=False,
        min_value=1,
        max_value=most,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), lazily(_WHOLE.fill(most=most))),
    )


def pins_of(sent: QueryDict) -> tuple[Pin, ...]:
    """The groups that the address puts by hand; what cannot be read is left out."""
    found = (words.split(_SEPARATOR) for words in sent.getlist(PIN))
    return tuple(Pin((Area(*parts[:-1]), 0), parts[-1]) for parts in found if len(parts) == _PARTS)


def written(pin: Pin) -> str:
    """A pin as the address holds it."""
    area, _ = pin.key
    return _SEPARATOR.join((area.dusun, area.rw, area.rt, pin.station))


def area_key(area: Area) -> str:
    """An area as a form sends it."""
    return _SEPARATOR.join((area.dusun, area.rw, area.rt))


def area_of(words: str) -> Area | None:
    """The area that a form sent; None where it is none."""
    parts = words.split(_SEPARATOR)
    return Area(*parts) if len(parts) == _PARTS - 1 else None


def sent_as(choices: Choices) -> list[tuple[str, str]]:
    """The choices as the address holds them."""
    answers = {True: "; ya", False: "; tidak", None: ""}
    sites = "\n".join(f"{site.name}{answers[site.accessible]}" for site in choices.sites)
    values = [
        (CAP, str(choices.cap or "")),
        (BASIS, choices.basis),
        (NUMBER, str(choices.number or "")),
        (LEVEL, choices.level.value),
        (SITES, sites),
    ]
    return [one for one in values if one[1]] + [(PIN, written(pin)) for pin in choices.pins]


def address(choices: Choices, *more: tuple[str, str]) -> str:
    """The query of a page with these choices."""
    return "?" + urlencode([*sent_as(choices), *more])
