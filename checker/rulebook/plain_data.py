"""Typed values as JSON can hold them: the way back of :mod:`govcheck.rulebook.conversion`."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from govcheck.late_pattern import LatePattern


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line for every type
    """Return a value as JSON can hold it, so that ``Conversion.build`` gives it back.

    Fields that have their default are left out: the code says them.
    """
    if isinstance(value, Enum | str | int | None):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, re.Pattern | LatePattern):
        return value.pattern
    if isinstance(value, Mapping):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Struct):
        kind = {"kind": value.KIND} if hasattr(value, "KIND") else {}
        return kind | {f.name: plain(v) for f, v in _said(value)}
    return {"re2": value.pattern}


def _said(value: Any) -> list[tuple[FieldInfo, Any]]:  # noqa: ANN401
    said = [(item, getattr(value, item.name)) for item in fields(value)]
    return [(item, content) for item, content in said if content != _default(item)]


def _default(item: FieldInfo) -> Any:  # noqa: ANN401
    return item.default_factory() if item.default_factory is not NODEFAULT else item.default
