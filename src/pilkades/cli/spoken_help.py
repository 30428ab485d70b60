"""Help texts of commands and options in the language that was asked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from pilkades.base.language import Language, Text

VARIABLE = "PILKADES_LANG"
"""The environment variable that sets the language where `--lang` does not."""

# Typer takes one plain string per help: both halves travel in it, the right one is kept before it is shown.
_BETWEEN = "\x1e"


def both(text: Text) -> str:
    """Put both languages into one help string, for `speak` to choose from."""
    return f"{text.id}{_BETWEEN}{text.en}"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that a command line asks for, read before the command line itself is."""
    asked = environment.get(VARIABLE, "")
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            asked = arguments[place + 1] if place + 1 < len(arguments) else ""
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return Language.EN if asked == Language.EN else Language.ID


def speak(command: Any, language: Language) -> None:  # noqa: ANN401 -- typer does not publish the type of a command
    """Keep only that language in the help of a command, its options and its subcommands."""
    for name in ("help", "short_help", "epilog"):
        if getattr(command, name, None):
            setattr(command, name, _half(getattr(command, name), language))
    for parameter in getattr(command, "params", ()):
        if getattr(parameter, "help", None):
            parameter.help = _half(parameter.help, language)
    for part in getattr(command, "commands", {}).values():
        speak(part, language)


def _half(words: str, language: Language) -> str:
    indonesian, _, english = words.partition(_BETWEEN)
    return english if english and language is Language.EN else indonesian
