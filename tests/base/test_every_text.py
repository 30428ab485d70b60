"""Every text of the package, in the modules and in the files of law, is whole in both languages."""

import dataclasses
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from types import ModuleType

import pytest

import pilkades
from pilkades.acts.act import KINDS
from pilkades.acts.payload import Payload, Row
from pilkades.base.language import EMPTY, Text


def _modules() -> Iterator[ModuleType]:
    # The web application cannot be imported without a running site; Django holds its own translations.
    for top in pkgutil.iter_modules(pilkades.__path__, "pilkades."):
        if top.name == "pilkades.web":
            continue
        package = importlib.import_module(top.name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{top.name}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def _inside(value: object, place: str) -> Iterator[tuple[str, Text]]:
    """Texts in a module's constant, also inside mappings, sequences and frozen dataclasses."""
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, f"{place}[{key}]")
    elif isinstance(value, list | tuple | set | frozenset):
        for number, item in enumerate(value):
            yield from _inside(item, f"{place}[{number}]")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for entry in dataclasses.fields(value):
            yield from _inside(getattr(value, entry.name, None), f"{place}.{entry.name}")


def _constants() -> dict[str, Text]:
    found: dict[str, Text] = {}
    for module in _modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                found |= dict(_inside(value, f"{module.__name__}.{name}"))
    return found


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{prefix}/{item.name}")
        elif item.name.endswith(".toml"):
            yield f"{prefix}/{item.name}", item


def _words(value: object, place: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Tables of a TOML file that hold words: those with `id` or `en` and no other key than these."""
    if isinstance(value, dict):
        if value and set(value) <= {"id", "en"}:
            yield place, value
        for key, item in value.items():
            yield from _words(item, f"{place}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _words(item, f"{place}[{number}]")


def _placeholders(words: str) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", words))


# Texts that stand for "nothing is said" by design.
_MEANT_EMPTY = {EMPTY}


def test_every_constant_text_is_whole_in_both_languages() -> None:
    texts = _constants()
    assert len(texts) > 500
    half = {
        place: text
        for place, text in texts.items()
        if text not in _MEANT_EMPTY and not (text.id.strip() and text.en.strip())
    }
    assert half == {}


def test_every_constant_text_has_the_same_placeholders_in_both_languages() -> None:
    apart = {
        place: text
        for place, text in _constants().items()
        if _placeholders(text.id) != _placeholders(text.en)
    }
    assert apart == {}


@pytest.mark.parametrize("package", ["pilkades.regulation", "pilkades.cases"])
def test_every_text_of_the_files_is_whole_in_both_languages(package: str) -> None:
    found = {
        place: words
        for name, file in _files(resources.files(package) / "data", package)
        for place, words in _words(tomllib.loads(file.read_text(encoding="utf-8")), name)
    }
    assert found
    half = {
        place: words
        for place, words in found.items()
        if set(words) != {"id", "en"}
        or not all(isinstance(side, str) and side.strip() for side in words.values())
    }
    assert half == {}


@pytest.mark.parametrize("package", ["pilkades.regulation", "pilkades.cases"])
def test_no_text_of_the_files_leaves_the_other_language_untranslated(package: str) -> None:
    """A sentence (with a space and a full stop) alike in both languages was not translated."""
    alike = {
        place: words["id"]
        for name, file in _files(resources.files(package) / "data", package)
        for place, words in _words(tomllib.loads(file.read_text(encoding="utf-8")), name)
        if words.get("id") == words.get("en") and str(words.get("id")).rstrip().endswith((".", "?"))
    }
    assert alike == {}


def test_every_kind_of_act_and_every_fact_has_a_name_in_both_languages() -> None:
    rows = [row for row in Row.__subclasses__() if row.__module__.startswith("pilkades.")]
    assert rows
    declared: list[type[Payload | Row]] = [*KINDS.values(), *rows]
    nameless = [
        f"{model.__name__}.{field}"
        for model in declared
        for field in model.model_fields
        if not (model.label_of(field).id.strip() and model.label_of(field).en.strip())
    ]
    assert nameless == []
    assert all(model.label.id and model.label.en for model in declared)
