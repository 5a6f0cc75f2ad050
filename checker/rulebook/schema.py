"""JSON Schema of a struct: the shape that YAML must have to become one."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NewType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct
from msgspec.structs import fields

from govcheck.parameters import Lexicon

Schema = dict[str, Any]

_SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    Any: {},
}

_UNIONS: Final = (Union, type(int | str))


def schema_of(annotation: Any) -> Schema:  # noqa: ANN401 - any type at all
    """Return the schema of a type that a kind's parameter may have.

    Raises TypeError for a type that YAML cannot be turned into.
    """
    if annotation in _SIMPLE:
        return dict(_SIMPLE[annotation])
    if annotation is Lexicon:
        return {"type": "string", "description": "Id of a file in lexicons/."}
    if isinstance(annotation, NewType):
        return {"type": "string", "description": str(annotation.__name__)}
    if get_origin(annotation) is not None:
        return _generic_schema(annotation, get_origin(annotation), get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {"enum": [member.value for member in annotation]}
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return struct_schema(annotation)
    raise TypeError(f"no YAML becomes a {annotation}")


def _generic_schema(annotation: Any, origin: Any, arguments: tuple[Any, ...]) -> Schema:  # noqa: ANN401
    if origin is re.Pattern:
        return {"$ref": "#/$defs/pattern"}
    if origin is Annotated:
        return {"$ref": "#/$defs/regular_expression"}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in _UNIONS:
        return {"anyOf": [schema_of(a) for a in arguments if a is not type(None)] + [_NULL]}
    if origin in (tuple, frozenset):
        return _sequence_schema(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    raise TypeError(f"no YAML becomes a {annotation}")


_NULL: Final = {"type": "null"}


def _sequence_schema(arguments: tuple[Any, ...]) -> Schema:
    if arguments[-1] is Ellipsis or len(arguments) == 1:
        return {"type": "array", "minItems": 1, "items": schema_of(arguments[0])}
    return {
        "type": "array",
        "prefixItems": [schema_of(argument) for argument in arguments],
        "minItems": len(arguments),
        "maxItems": len(arguments),
    }


def struct_schema(annotation: Any, also: Schema | None = None) -> Schema:  # noqa: ANN401
    """Return the schema of a struct, beside properties of the mapping that holds it."""
    hints = get_type_hints(annotation, include_extras=True)
    own = fields(annotation)
    required = [item.name for item in own if item.required]
    return {
        "type": "object",
        "required": required,
        "additionalProperties": False,
        "properties": {
            **(also or {}),
            **{item.name: schema_of(hints[item.name]) for item in own},
        },
    }
