"""The page that tells programmers what the API has: made from its own description, so the two cannot differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import quote

from fastapi import Request
from starlette.responses import HTMLResponse

from app.web.rendering import Page, render
from app.web.stories import newest_story


@dataclass(frozen=True, slots=True)
class Named:
    """A parameter or a field: its name, what it holds, and what it may be: the name of a `type` comes last."""

    name: str
    says: str
    kind: str
    type: str


@dataclass(frozen=True, slots=True)
class Type:
    """What a field holds that has fields of its own."""

    name: str
    says: str
    fields: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """An address that answers GET. `fields` are those of its answer, or of each row of it, `types` all that these hold.

    `example` is a request that has an answer here, None where nothing is stored.
    """

    id: str
    path: str
    says: str
    parameters: tuple[Named, ...]
    fields: tuple[Named, ...]
    types: tuple[Type, ...]
    example: str | None


@dataclass(frozen=True, slots=True)
class ApiPage(Page):
    """Every address of the API; `description` is where its machine-readable description stands."""

    template: ClassVar[str] = "api.html"
    addresses: tuple[Address, ...]
    description: str


def guide(request: Request) -> HTMLResponse:
    """The API, explained."""
    described = request.app.openapi()
    schemas: dict[str, Any] = described["components"]["schemas"]
    newest = newest_story(request)
    slug = quote(newest.slug) if newest else None
    addresses = [
        _address(path, operation["get"], schemas, slug) for path, operation in described["paths"].items()
    ]
    return HTMLResponse(render(ApiPage(tuple(addresses), request.app.openapi_url)))


def _address(path: str, operation: dict[str, Any], schemas: dict[str, Any], slug: str | None) -> Address:
    parameters = {
        one["name"]: one["schema"] | {"description": one.get("description", "")}
        for one in operation.get("parameters", ())
    }
    fields = _answer(operation["responses"]["200"], schemas)
    return Address(
        id="-".join(re.findall(r"\w+", path)),
        path=path,
        says=operation.get("description") or operation["summary"],
        parameters=_named(parameters),
        fields=fields,
        types=tuple(_types(fields, schemas)),
        example=path.replace("{slug}", slug) if slug else None,
    )


def _answer(answer: dict[str, Any], schemas: dict[str, Any]) -> tuple[Named, ...]:
    """The fields of the answer's rows, where it has rows, else its own."""
    content = answer.get("content", {}).get("application/json", {}).get("schema", {})
    schema = _schema(content, schemas)
    if rows := schema.get("properties", {}).get("rows"):
        schema = _schema(rows["items"], schemas)
    return _named(schema.get("properties", {}))


def _named(properties: dict[str, Any]) -> tuple[Named, ...]:
    kinds = {name: _kind(field) for name, field in properties.items()}
    return tuple(
        [Named(name, field.get("description", ""), *kinds[name]) for name, field in properties.items()]
    )


def _types(fields: tuple[Named, ...], schemas: dict[str, Any]) -> Iterator[Type]:
    """What these fields hold that has fields, and what those hold, each once."""
    for name in dict.fromkeys(one.type for one in fields if one.type):
        schema = schemas[name]
        held = _named(schema["properties"])
        yield Type(name, schema.get("description", ""), held)
        yield from _types(held, schemas)


def _schema(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = schemas.get(name, {})
    return found


def _kind(schema: dict[str, Any]) -> tuple[str, str]:
    """What a value may be, in a few words, and the type that these end with: `text or null`, `list of` StoryItem."""
    if "$ref" in schema:
        return "", str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one)[0] for one in schema["anyOf"])), ""
    if "enum" in schema:
        return "one of " + ", ".join(str(one) for one in schema["enum"]), ""
    for holder, part in (("list", "items"), ("object", "additionalProperties")):
        if isinstance(held := schema.get(part), dict):
            words, named = _kind(held)
            return f"{holder} of {words}".strip(), named
    names = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    kind = str(schema.get("type", "object"))
    return names.get(kind, kind), ""
