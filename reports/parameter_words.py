"""What a kind's parameter may be, in the words of those who write rules."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from govcheck.parameters import (
    ColumnId,
    ConceptGroup,
    ConceptId,
    FormatName,
    FormId,
    Group,
    Holds,
    Lexicon,
    LineId,
    PartId,
    PassageName,
    RowId,
    SumId,
    TableId,
)

_SIMPLE: Final[Mapping[Any, str]] = {
    bool: "true 或 false",
    str: "文字",
    int: "整数",
    Decimal: "数",
    re.Pattern[str]: "正则表达式或词语",
    Lexicon: "词表 id",
    PartId: "部分 id",
    PassageName: "段落名",
    TableId: "表 id",
    RowId: "行 id",
    ColumnId: "列 id",
    LineId: "行或列 id",
    FormId: "格式 id",
    SumId: "勾稽关系 id",
    ConceptId: "概念 id",
    ConceptGroup: "概念组 id",
    FormatName: "文件格式",
}
_HOLDS: Final[Mapping[Holds, str]] = {
    Holds.WORDS: "文字",
    Holds.DIGITS: "数字",
    Holds.NUMBER: "数",
    Holds.NUMERAL: "数字或汉字数",
    Holds.UNIT: "元或万元",
}
_UNIONS: Final = (Union, type(int | str))


def parameter_words(struct: Any) -> dict[str, str]:  # noqa: ANN401 - a class of structs
    """Return what each field of a struct takes, and whether it may be left out."""
    hints = get_type_hints(struct, include_extras=True)
    return {
        item.name: type_words(hints[item.name]) + ("" if item.required else "，可省略")
        for item in fields(struct)
    }


def type_words(annotation: Any) -> str:  # noqa: ANN401 - any type that YAML becomes
    """Say what a value of this type is.  Raises TypeError for one that YAML cannot become."""
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _one_of(member.value for member in annotation)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        inner = parameter_words(annotation)
        return "{" + "；".join(f"{name}：{words}" for name, words in inner.items()) + "}"
    return _generic_words(get_origin(annotation), get_args(annotation), annotation)


def _generic_words(origin: Any, arguments: tuple[Any, ...], annotation: Any) -> str:  # noqa: ANN401
    if origin is Annotated:
        groups = "、".join(_group_words(one) for one in arguments[1:])
        return f"{type_words(arguments[0])}（有组 {groups}）"
    if origin is Literal:
        return _one_of(arguments)
    if origin in _UNIONS:
        return type_words(next(one for one in arguments if one is not type(None)))
    if origin in (tuple, frozenset):
        return f"若干（{type_words(arguments[0])}）"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{type_words(arguments[0])} → {type_words(arguments[1])}"
    raise TypeError(f"no YAML becomes a {annotation}")


def _group_words(group: Group) -> str:
    words = _HOLDS[group.holds]
    return f"{group.name}（{words}）" if group.needed else f"{group.name}（{words}，可缺）"


def _one_of(values: Any) -> str:  # noqa: ANN401 - an iterable of names
    return "、".join(str(value) for value in values) + " 之一"
