"""YAML nodes, and the data that they stand for.

Of YAML's guesses only ``null``, ``true``/``false`` and decimal numbers are left: no dates, no
yes/no, no octal or base-60 numbers.  Numbers with a point become ``Decimal``.  A key given
twice, an alias of a collection, and a tag are refused, and so is what nobody writes by hand:
nesting without end, hundreds of thousands of values.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

import yaml

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.unsound_file import UnsoundFile, shortened

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as _Base  # type: ignore[assignment]

_DEEPEST: Final = 50
_MOST_MARKS: Final = 300_000
_MARKS: Final = "\n,:[{"
"""Of these, a value needs one at least, so that they bound what a file comes to."""
_ILLEGAL: Final = late_pattern(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_WIDE_COLON: Final = late_pattern(r"(?m)^[ \t]*(?:- )?([a-z_]{2,30})：")
_TOO_DEEP: Final = f"嵌套过深，至多 {_DEEPEST} 层"


def root_node(content: bytes, file: str) -> yaml.MappingNode:
    """Return the mapping that a file consists of.  Raises UnsoundFile."""
    text = _text(content, file)
    try:
        root = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _full_width(text, file) or _syntax_error(file, error) from error
    except RecursionError as error:
        raise UnsoundFile(file, 1, _TOO_DEEP) from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnsoundFile(file, 1, f"YAML 无法读取：{error}") from error
    if not isinstance(root, yaml.MappingNode):
        raise _full_width(text, file) or UnsoundFile(file, 1, "文件应由“键: 值”组成")
    return root


def data_of(root: yaml.MappingNode, file: str) -> dict[str, Any]:
    """Return what a mapping stands for.  Raises UnsoundFile."""
    if root.tag != f"{_TAG}map":
        raise UnsoundFile(file, root.start_mark.line + 1, f"不支持标记 {root.tag}")
    return _Construction(file).mapping(root, 1)


def _text(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnsoundFile(file, line, "不是 UTF-8 编码，请另存为 UTF-8") from error
    illegal = _ILLEGAL.search(text)
    if illegal:
        line = text.count("\n", 0, illegal.start()) + 1
        raise UnsoundFile(file, line, f"含有 YAML 不允许的字符 U+{ord(illegal[0]):04X}")
    if sum(map(text.count, _MARKS)) > _MOST_MARKS:
        raise UnsoundFile(file, 1, "内容过多，请分成几个文件")
    return text


def _full_width(text: str, file: str) -> UnsoundFile | None:
    """Return the error for the first key with a full-width colon, which is none in YAML."""
    found = _WIDE_COLON.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start(1)) + 1
    return UnsoundFile(file, line, f"冒号应为半角，后面空一格：“{found[1]}: ”")


def _syntax_error(file: str, error: yaml.MarkedYAMLError) -> UnsoundFile:
    from govcheck.rulebook.yaml_problem import yaml_problem  # noqa: PLC0415 - for faults alone

    line = error.problem_mark.line + 1 if error.problem_mark else 1
    if "nesting depth" in str(error.problem):
        return UnsoundFile(file, line, _TOO_DEEP)
    return UnsoundFile(file, line, f"YAML 语法错误：{yaml_problem(str(error.problem))}")


class _Construction:
    """Turns nodes into data; every collection once, so that no alias can blow up."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: set[int] = set()

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise self._unsound(name, "键应是一个词")
            self._scalar(name)
            if name.value in data:
                raise self._unsound(name, f"键“{shortened(name.value)}”重复")
            data[name.value] = self._datum(value, depth + 1)
        return data

    def _datum(self, node: yaml.Node, depth: int) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        self._once(node)
        if depth > _DEEPEST:
            raise self._unsound(node, _TOO_DEEP)
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self._datum(item, depth + 1) for item in node.value]
        raise self._unsound(node, f"不支持标记 {node.tag}")

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - what its tag says
        if node.tag == _STRING:
            return node.value
        form = _FORMS.get(node.tag)
        if form is None:
            raise self._unsound(node, f"不支持标记 {node.tag}")
        if not form.match(node.value):
            raise self._unsound(node, f"“{shortened(node.value)}”不是标记 {node.tag} 所说的值")
        return _SCALARS[node.tag](node.value)

    def _once(self, node: yaml.Node) -> None:
        if id(node) in self._seen:
            raise self._unsound(node, "不支持锚点和引用（& 和 *），请写出内容")
        self._seen.add(id(node))

    def _unsound(self, node: yaml.Node, reason: str) -> UnsoundFile:
        return UnsoundFile(self._file, node.start_mark.line + 1, reason)


_TAG: Final = "tag:yaml.org,2002:"
_STRING: Final = f"{_TAG}str"

_SCALARS: Final[Mapping[str, Callable[[str], Any]]] = {
    f"{_TAG}null": lambda _: None,
    f"{_TAG}bool": lambda written: written == "true",
    f"{_TAG}int": int,
    f"{_TAG}float": Decimal,
}

_GUESSES: Final = (
    ("null", "~n", late_pattern(r"(?:~|null|)\Z")),
    ("bool", "tf", late_pattern(r"(?:true|false)\Z")),
    ("int", "-0123456789", late_pattern(r"-?(?:0|[1-9][0-9]{0,30})\Z")),
    ("float", "-0123456789", late_pattern(r"-?(?:0|[1-9][0-9]{0,30})\.[0-9]{1,30}\Z")),
)
_FORMS: Final = {_TAG + name: form for name, _, form in _GUESSES}
"""What a value must look like; a tag that is written out does not make it so."""


def _resolvers() -> Iterator[tuple[str, list[tuple[str, re.Pattern[str]]]]]:
    """Yield, by a scalar's first character, what it may be other than text."""
    for first in ("", *"~ntf-0123456789"):
        yield (
            first,
            [(_TAG + name, form) for name, firsts, form in _GUESSES if first in firsts],
        )


class _Loader(_Base):
    """Knows our guesses alone."""


_Loader.yaml_implicit_resolvers = dict(_resolvers())
