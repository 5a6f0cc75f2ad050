"""Typed values as JSON can hold them: what :mod:`govcheck.rulebook.cache` keeps."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from govcheck.rulebook.safe_pattern import SafePattern


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line for every type
    """Return a value as JSON can hold it, so that its type gives it back.

    Fields that have their default are left out: the code says them.
    """
    if isinstance(value, Enum | str | int | None):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Struct):
        kind = {"kind": value.KIND} if hasattr(value, "KIND") else {}
        return kind | {f.name: plain(v) for f, v in _said(value)}
    return {"re2": value.pattern} if isinstance(value, SafePattern) else value.pattern


def _said(value: Any) -> list[tuple[FieldInfo, Any]]:  # noqa: ANN401
    said = [(item, getattr(value, item.name)) for item in fields(value)]
    return [(item, content) for item, content in said if content != _default(item)]


def _default(item: FieldInfo) -> Any:  # noqa: ANN401
    return item.default_factory() if item.default_factory is not NODEFAULT else item.default
