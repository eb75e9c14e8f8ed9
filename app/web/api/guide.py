"""The page that tells programmers what the API has: made from its own description, so the two cannot differ."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from fastapi import Request
from starlette.responses import HTMLResponse

from app.web.rendering import Page, render


@dataclass(frozen=True, slots=True)
class Named:
    """A parameter or a field: its name, what it holds, and what it may be."""

    name: str
    says: str
    kind: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address that answers GET. `fields` are those of its answer, or of each row of it."""

    id: str
    path: str
    says: str
    parameters: tuple[Named, ...]
    fields: tuple[Named, ...]


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
    addresses = [_address(path, operation["get"], schemas) for path, operation in described["paths"].items()]
    return HTMLResponse(render(ApiPage(tuple(addresses), request.app.openapi_url)))


def _address(path: str, operation: dict[str, Any], schemas: dict[str, Any]) -> Address:
    parameters = [
        Named(one["name"], one.get("description", ""), _kind(one["schema"]))
        for one in operation.get("parameters", ())
    ]
    return Address(
        id="-".join(re.findall(r"\w+", path)),
        path=path,
        says=operation.get("description") or operation["summary"],
        parameters=tuple(parameters),
        fields=_fields(operation["responses"]["200"], schemas),
    )


def _fields(answer: dict[str, Any], schemas: dict[str, Any]) -> tuple[Named, ...]:
    """The fields of the answer's rows, where it has rows, else its own."""
    content = answer.get("content", {}).get("application/json", {}).get("schema", {})
    schema = _schema(content, schemas)
    if rows := schema.get("properties", {}).get("rows"):
        schema = _schema(rows["items"], schemas)
    return tuple(
        [
            Named(name, field.get("description", ""), _kind(field))
            for name, field in schema.get("properties", {}).items()
        ]
    )


def _schema(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = schemas.get(name, {})
    return found


def _kind(schema: dict[str, Any]) -> str:
    """What a value may be, in a few words: `text or null`, `one of latest, all`, `list of text`."""
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return "one of " + ", ".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    names = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    kind = str(schema.get("type", "object"))
    return names.get(kind, kind)
