"""The description of the interface (OpenAPI), with the JSON Schema of its answers."""

from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import json

from govcheck.document.report import AgencyKind
from govcheck.version import __version__

_RESULT = "#/components/schemas/Result"


@cache
def description() -> dict[str, Any]:
    """Return the description."""
    described: dict[str, Any] = json.decode(_file("govcheck.web", "openapi.json"))
    schema: dict[str, Any] = json.decode(_file("govcheck.reports", "govcheck-1.schema.json"))
    described["info"]["version"] = __version__
    described["components"]["schemas"]["Result"] = _moved(schema)
    order = described["paths"]["/api/v1/check"]["post"]["requestBody"]["content"]
    fields = order["multipart/form-data"]["schema"]["properties"]
    fields["agency_kind"]["enum"] = list(map(str, AgencyKind))
    return described


def _file(package: str, name: str) -> bytes:
    return (files(package) / name).read_bytes()


def _moved(schema: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a schema whose references lead to where it stands in the description."""
    if isinstance(schema, list):
        return [_moved(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{_RESULT}{value[1:]}" if key == "$ref" else _moved(value)
        for key, value in schema.items()
        if key not in ("$id", "$schema")
    }
