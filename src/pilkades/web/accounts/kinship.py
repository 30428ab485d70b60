"""The question on kinship for a role on the committee, with the article that asks it, where one is read."""

from datetime import date

from django import forms

from pilkades.base.language import Text, joined
from pilkades.regulation.rule import Rule
from pilkades.web.core.models import Village
from pilkades.web.core.models.access import Kinship
from pilkades.web.core.queries.laws import law_in
from pilkades.web.core.queries.people import law_day_of
from pilkades.web.shared.components.decision import Law, Quote
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.forms import lazily

TOPIC = "kin-of-candidate-replaced"
_WHY = Text("Mengapa ditanya?", "Why is this asked?")
_NO_ARTICLE = Text(
    "Naskah yang dibaca untuk kabupaten ini belum memuat pasal tentang panitia yang berkerabat dengan calon. "
    "Situs ini tetap menanyakannya, supaya pertanyaan itu tidak muncul sesudah penetapan calon.",
    "The texts read for this county hold no article on a committee member who is kin of a candidate. "
    "This site asks all the same, so that the question does not arise after the candidates are fixed.",
)
_DEGREE = Text(
    "Naskah yang dibaca tidak menyebut sampai derajat mana. Ragu? Tanyakan kepada BPD sebelum menjawab.",
    "The texts read do not say to what degree. In doubt, ask the BPD before you answer.",
)
_QUESTION = Text(
    "Apakah Anda berkerabat dengan orang yang mencalonkan diri di desa ini?",
    "Are you kin of anybody who stands for election in this village?",
)
_ANSWERS = (
    (Kinship.NONE, Text("Tidak berkerabat", "No kinship")),
    (Kinship.KIN, Text("Berkerabat", "There is kinship")),
)
_CHOOSE = Text("Pilih salah satu jawaban tentang kekerabatan.", "Choose one answer on kinship.")


def kinship_field() -> forms.Field:
    """No answer is chosen beforehand."""
    return forms.ChoiceField(
        label=lazily(_QUESTION),
        choices=[(str(value), lazily(words)) for value, words in _ANSWERS],
        widget=forms.RadioSelect,
        error_messages={"required": lazily(_CHOOSE), "invalid_choice": lazily(_CHOOSE)},
    )


def kinship_law(village: Village, today: date) -> Law:
    """The rule that asks, with its article's own words; where none is read, that is what stands there."""
    law = law_in(village.district.county, law_day_of(village, today))
    rules: list[Rule] = [rule for rule in law.rules if rule.topic == TOPIC]
    if not rules:
        return Law(joined([_NO_ARTICLE, _DEGREE]), title=_WHY)
    quotes = tuple(
        Quote(Basis(article, str(law.provisions[article].evidence)), law.provisions[article].text)
        for rule in rules
        for article in rule.articles
        if article in law.provisions
    )
    return Law(joined([*(rule.norm for rule in rules), _DEGREE]), quotes, _WHY)
