"""JSON as results hold it: indented by two, keys in their order, Chinese as it is."""

from json import dumps
from typing import Any

from msgspec import json


def indented(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Write JSON as the standard library does, in a tenth of its time."""
    try:
        return json.format(json.encode(value), indent=2).decode() + "\n"
    except UnicodeEncodeError:  # a lone surrogate, which is written as its escape
        return dumps(value, ensure_ascii=False, indent=2) + "\n"
