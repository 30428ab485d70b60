"""The words of a PDF as Chromium writes it, so that a print can be checked without another program."""

import re
import zlib

_OBJECT = re.compile(rb"(?<![0-9])([0-9]+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_FONT = re.compile(rb"/(F[0-9]+) ([0-9]+) 0 R")
_SHOWN = re.compile(rb"/(F[0-9]+) [0-9.]+ Tf|<([0-9A-Fa-f]+)>|(Td|Tm|T\*|ET)")
_CHARS = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4,})>\s")
_RANGES = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>")


def words_of(pdf: bytes) -> str:
    """All text of all pages; spaces and line breaks are not kept."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {
        name: _characters(objects[int(number)], objects)
        for body in objects.values()
        for name, number in _FONT.findall(body)
    }
    return "".join(_page(content, fonts) for body in objects.values() if (content := _inflated(body)))


def _inflated(body: bytes) -> bytes:
    match = _STREAM.search(body)
    if match is None or b"/FlateDecode" not in body:
        return b""
    return zlib.decompressobj().decompress(match.group(1))


def _characters(font: bytes, objects: dict[int, bytes]) -> dict[int, str]:
    reference = re.search(rb"/ToUnicode ([0-9]+) 0 R", font)
    if reference is None:
        return {}
    table = _inflated(objects[int(reference.group(1))])
    found: dict[int, str] = {}
    for section in re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
        for code, char in _CHARS.findall(section):
            found[int(code, 16)] = bytes.fromhex(char.decode()).decode("utf-16-be")
    for section in re.findall(rb"beginbfrange\n(.*?)endbfrange", table, re.DOTALL):
        for first, last, char in _RANGES.findall(section):
            for place in range(int(first, 16), int(last, 16) + 1):
                found[place] = chr(int(char, 16) + place - int(first, 16))
    return found


def _page(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    font: dict[int, str] = {}
    words = []
    for name, shown, _ in _SHOWN.findall(content):
        if name:
            font = fonts.get(name, {})
        elif shown:
            codes = (int(shown[place : place + 4], 16) for place in range(0, len(shown), 4))
            words.append("".join(font.get(code, "") for code in codes))
    return "".join(words)
