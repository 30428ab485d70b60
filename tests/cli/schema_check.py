"""Just enough of JSON Schema 2020-12 to hold a document against the schema that ships."""

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "required", "properties",
    "additionalProperties", "items", "enum", "pattern", "anyOf",
}  # fmt: skip


def complaints(value: object, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Every place where the document differs from its schema."""
    unknown = set(schema) - _KNOWN
    assert not unknown, f"this checker does not know {unknown}"
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        yield from complaints(value, root["$defs"][name], root, at)
        return
    if "anyOf" in schema:
        if all(list(complaints(value, one, root, at)) for one in schema["anyOf"]):
            yield f"{at}: fits none of the alternatives"
        return
    if not _is_of(value, schema["type"]):
        yield f"{at}: {value!r} is not {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    yield from _inside(value, schema, root, at)


def _is_of(value: object, names: str | list[str]) -> bool:
    wanted = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in wanted
    return any(isinstance(value, kind) for name in wanted for kind in _TYPES[name])


def _inside(value: object, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from complaints(item, schema["items"], root, f"{at}[{place}]")
    if not isinstance(value, dict):
        return
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", {})
    yield from (f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, item in value.items():
        if name in properties:
            yield from complaints(item, properties[name], root, f"{at}.{name}")
        elif others is False:
            yield f"{at}: {name} is not in the schema"
        elif others:
            yield from complaints(item, others, root, f"{at}.{name}")
