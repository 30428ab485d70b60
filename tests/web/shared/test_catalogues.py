import ast
import gettext
import re
from importlib import resources
from importlib.resources.abc import Traversable

import pytest

from pilkades.web.shared.django_words import DJANGO_WORDS

SHARED = resources.files("pilkades.web.shared")
# {% translate "..." %}, {% blocktranslate %}...{% endblocktranslate %} and _("...").
TRANSLATE = re.compile(r"""\{% translate (["'])(.*?)\1 %\}""")
BLOCK = re.compile(r"\{% blocktranslate.*?%\}(.*?)(?:\{% plural %\}.*?)?\{% endblocktranslate %\}", re.DOTALL)
VARIABLE = re.compile(r"\{\{ (\w+) \}\}")
CALLED = re.compile(r'\b_\(\s*("[^"]*")')


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    found: list[Traversable] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _files(item, ending)
        elif item.name.endswith(ending):
            found.append(item)
    return found


def _source_strings() -> set[str]:
    found: set[str] = set()
    for file in _files(SHARED / "templates", ".html"):
        text = file.read_text(encoding="utf-8")
        found |= {said for _, said in TRANSLATE.findall(text)}
        found |= {VARIABLE.sub(r"%(\1)s", said) for said in BLOCK.findall(text)}
    for name in ("forms.py", "django_words.py"):
        found |= {
            ast.literal_eval(said) for said in CALLED.findall((SHARED / name).read_text(encoding="utf-8"))
        }
    return found


def _entries(language: str) -> dict[str, list[str]]:
    """Source string -> its translations, as the .po file writes them."""
    text = (SHARED / "locale" / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    found = {}
    for block in text.split("\n\n")[1:]:
        source = re.search(r'^msgid (".*")$', block, re.MULTILINE)
        said = re.findall(r'^msgstr(?:\[\d\])? (".*")$', block, re.MULTILINE)
        assert source, block
        found[str(ast.literal_eval(source[1]))] = [str(ast.literal_eval(each)) for each in said]
    return found


def _compiled(language: str) -> dict[str | tuple[str, int], str]:
    path = SHARED / "locale" / language / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    held: dict[str | tuple[str, int], str] = vars(catalogue)["_catalog"]
    return {source: said for source, said in held.items() if source}


def test_no_source_string_lacks_its_english() -> None:
    sources = _source_strings()
    assert len(sources) > 80
    english = _entries("en")
    assert sorted(sources - set(english)) == []
    assert [source for source, said in english.items() if not all(said)] == []


def test_no_english_stands_without_its_source_string() -> None:
    assert sorted(set(_entries("en")) - _source_strings()) == []


def test_the_indonesian_catalogue_holds_djangos_own_words_alone() -> None:
    assert set(_entries("id")) == set(DJANGO_WORDS)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    written: dict[str | tuple[str, int], str] = {}
    for source, said in _entries(language).items():
        if len(said) == 1:
            written[source] = said[0]
        else:
            written |= {(source, number): each for number, each in enumerate(said)}
    assert _compiled(language) == written


@pytest.mark.parametrize("language", ["en", "id"])
def test_both_languages_have_the_same_placeholders(language: str) -> None:
    held = re.compile(r"%\((\w+)\)s")
    apart = {
        source: said
        for source, translations in _entries(language).items()
        for said in translations
        if set(held.findall(said)) - set(held.findall(source))
    }
    assert apart == {}
