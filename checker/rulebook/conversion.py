"""Turn plain data of YAML into typed values by their annotations.

The shape of the data has been held against a JSON Schema (see :mod:`govcheck.rulebook.schema`);
what is left to find out here is whether it speaks of things that exist: rows of the form, word
lists, patterns that compile.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import Annotated, Any, Final, NewType, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from govcheck.kinds.check import Check
from govcheck.parameters import Lexicon, TableId
from govcheck.rulebook.references import References
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.word_form import read_pattern

Keys = tuple[str | int, ...]
"""The way to a datum: ``("checks", 0, "table")``."""

_MOST_MISFITS: Final = 200
_UNIONS: Final = (Union, type(int | str))


class Conversion:
    """One pass over data; ``misfits`` gathers all that is wrong with it (Chinese)."""

    def __init__(self, references: References) -> None:
        """Start with nothing wrong."""
        self.references = references
        self.misfits: list[tuple[Keys, str]] = []

    def build(self, annotation: Any, data: Any, at: Keys = ()) -> Any:  # noqa: ANN401
        """Return the value that the annotation asks for, or None beside a misfit."""
        return _reader(annotation)(self, data, at)

    def misfit(self, at: Keys, reason: Callable[[], str]) -> None:
        """Note what is wrong, up to more than anyone will read."""
        if len(self.misfits) < _MOST_MISFITS:
            self.misfits.append((at, reason()))


_Reader = Callable[[Conversion, Any, Keys], Any]


@cache
def _reader(annotation: Any) -> _Reader:  # noqa: ANN401, PLR0911 - one line for every type
    if get_origin(annotation) is not None:
        return _generic_reader(get_origin(annotation), get_args(annotation))
    if annotation is Decimal:
        return lambda _conversion, data, _at: Decimal(data)
    if annotation is Lexicon:
        return _read_lexicon
    if annotation is Check:
        return _read_check
    if isinstance(annotation, NewType):
        return _name_reader(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return lambda _conversion, data, _at: annotation(data)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return _struct_reader(annotation)
    return _read_as_is


def _generic_reader(origin: Any, arguments: tuple[Any, ...]) -> _Reader:  # noqa: ANN401
    if origin is re.Pattern:
        return read_pattern
    if origin is Annotated:
        return _group_reader(arguments)
    if origin in _UNIONS:
        return _optional_reader(arguments)
    if origin in (tuple, frozenset):
        return _sequence_reader(origin, arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_reader(*arguments)
    return _read_as_is


def _read_as_is(_conversion: Conversion, data: Any, _at: Keys) -> Any:  # noqa: ANN401
    return data


def _name_reader(annotation: NewType) -> _Reader:
    def read(conversion: Conversion, data: str, at: Keys) -> str:
        known = conversion.references.names.get(annotation)
        if known is not None and data not in known:
            conversion.misfit(at, partial(unknown, data, known))
        return data

    return read


def _optional_reader(arguments: tuple[Any, ...]) -> _Reader:
    (inner,) = (argument for argument in arguments if argument is not type(None))
    read = _reader(inner)
    return lambda conversion, data, at: None if data is None else read(conversion, data, at)


def _sequence_reader(origin: type, arguments: tuple[Any, ...]) -> _Reader:
    if origin is tuple and arguments[-1] is not Ellipsis:
        fixed = [_reader(argument) for argument in arguments]
        return lambda conversion, data, at: tuple(
            read(conversion, item, (*at, index))
            for index, (read, item) in enumerate(zip(fixed, data, strict=True))
        )
    read = _reader(arguments[0])
    return lambda conversion, data, at: origin(
        read(conversion, item, (*at, index)) for index, item in enumerate(data)
    )


def _mapping_reader(key: Any, value: Any) -> _Reader:  # noqa: ANN401
    read_key, read = _reader(key), _reader(value)
    return lambda conversion, data, at: {
        read_key(conversion, name, (*at, name)): read(conversion, item, (*at, name))
        for name, item in data.items()
    }


def _group_reader(arguments: tuple[Any, ...]) -> _Reader:
    """Read a pattern, and hold it against the groups that its kind reads."""

    def read(conversion: Conversion, data: Any, at: Keys) -> Any:  # noqa: ANN401
        pattern = _reader(arguments[0])(conversion, data, at)
        fault = conversion.references.group_fault
        if pattern is not None and fault:
            faults = (fault(pattern.pattern, group) for group in arguments[1:])
            if first := next(filter(None, faults), ""):
                conversion.misfit(at, partial("正则表达式不合用：{}".format, first))
        return pattern

    return read


def _read_lexicon(conversion: Conversion, data: Any, at: Keys) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        return _struct_reader(Lexicon)(conversion, data, at)
    lexicons = conversion.references.lexicons
    if data not in lexicons:
        conversion.misfit(at, lambda: f"词表：{unknown(data, lexicons)}")
    return lexicons.get(data)


def _read_check(conversion: Conversion, data: Any, at: Keys) -> Any:  # noqa: ANN401
    parameters = {key: value for key, value in data.items() if key != "kind"}
    return conversion.build(conversion.references.kinds[data["kind"]], parameters, at)


@cache
def _struct_reader(annotation: Any) -> _Reader:  # noqa: ANN401
    hints = get_type_hints(annotation, include_extras=True)
    readers = {name: _reader(hints[name]) for name in annotation.__struct_fields__}
    tables = (name for name in readers if TableId in (hints[name], *get_args(hints[name])))
    table = next(tables, None)

    def read(conversion: Conversion, data: Mapping[str, Any], at: Keys) -> Any:  # noqa: ANN401
        inner = conversion if table is None else _within(conversion, data.get(table))
        values = {name: readers[name](inner, item, (*at, name)) for name, item in data.items()}
        if conversion.misfits:
            return None
        try:
            return annotation(**values)
        except ValueError as error:
            conversion.misfit(at, partial(str, error))

    return read


def _within(conversion: Conversion, table: str | None) -> Conversion:
    """Return a conversion that knows the rows and columns of one table alone."""
    own = conversion.references.tables.get(table or "")
    if own is None:
        return conversion
    names = {**conversion.references.names, **own}
    inner = Conversion(replace(conversion.references, names=names))
    inner.misfits = conversion.misfits
    return inner
