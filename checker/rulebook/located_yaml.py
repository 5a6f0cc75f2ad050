"""YAML that remembers its lines and has no surprises.

Of YAML's guesses only ``null``, ``true``/``false`` and decimal numbers are left: no dates, no
yes/no, no octal or base-60 numbers.  Numbers with a point become ``Decimal``.  A key given
twice, an anchor, and a tag are refused.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import Any, Final, Self

import yaml

from govcheck.errors import Unusable

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


class UnsoundFile(Unusable):
    """A YAML file cannot be used: where, and why (Chinese)."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Keep the three apart, so that an editor can jump to the line."""
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """A file's data, beside the nodes that know where each datum stands."""

    file: str
    data: dict[str, Any]
    root: yaml.Node

    @classmethod
    def read(cls, path: Traversable, file: str = "") -> Self:
        """Read a file whose top level is a mapping; ``file`` is what errors call it."""
        file = file or path.name
        return cls.parse(path.read_bytes(), file)

    @classmethod
    def parse(cls, content: bytes, file: str) -> Self:
        """Read the content of such a file.  Raises UnsoundFile."""
        try:
            root = _Loader(content.decode("utf-8")).get_single_node()
        except UnicodeDecodeError as error:
            raise UnsoundFile(file, 1, "不是 UTF-8 编码") from error
        except yaml.MarkedYAMLError as error:
            raise _syntax_error(file, error) from error
        except yaml.YAMLError as error:
            raise UnsoundFile(file, 1, f"含有 YAML 不允许的字符：{error}") from error
        if not isinstance(root, yaml.MappingNode):
            raise UnsoundFile(file, 1, "文件应由“键: 值”组成")
        return cls(file, _Construction(file).mapping(root), root)

    def line(self, keys: Iterable[str | int]) -> int:
        """Return the line of what stands under ``keys``, or as near to it as there is."""
        node, line = self.root, 1
        for key in keys:
            found = _child(node, key)
            if found is None:
                break
            node, line = found
        return line

    def unsound(self, keys: Iterable[str | int], reason: str) -> UnsoundFile:
        """Build the error for what stands under ``keys``."""
        return UnsoundFile(self.file, self.line(keys), reason)


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Node, int] | None:
    """Return a node under a key, and the line that a reader would look for it on."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return value, name.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark.line + 1
    return None


def _syntax_error(file: str, error: yaml.MarkedYAMLError) -> UnsoundFile:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    return UnsoundFile(
        file, line, f"YAML 语法错误（检查缩进、冒号后的空格和引号）：{error.problem}"
    )


class _Construction:
    """Turns nodes into data; every collection once, so that no alias can blow up."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: set[int] = set()

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        self._once(node)
        data: dict[str, Any] = {}
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise self._unsound(name, "键应是一个词")
            if name.value in data:
                raise self._unsound(name, f"键“{name.value}”重复")
            data[name.value] = self._datum(value)
        return data

    def _datum(self, node: yaml.Node) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            self._once(node)
            return [self._datum(item) for item in node.value]
        read = _SCALARS.get(node.tag)
        if read is None:
            raise self._unsound(node, f"不支持标记 {node.tag}")
        return read(node.value)

    def _once(self, node: yaml.Node) -> None:
        if id(node) in self._seen:
            raise self._unsound(node, "不支持锚点和引用（& 和 *），请写出内容")
        self._seen.add(id(node))

    def _unsound(self, node: yaml.Node, reason: str) -> UnsoundFile:
        return UnsoundFile(self._file, node.start_mark.line + 1, reason)


_TAG: Final = "tag:yaml.org,2002:"

_SCALARS: Final[Mapping[str, Callable[[str], Any]]] = {
    f"{_TAG}str": str,
    f"{_TAG}null": lambda _: None,
    f"{_TAG}bool": lambda written: written == "true",
    f"{_TAG}int": int,
    f"{_TAG}float": Decimal,
}

_GUESSES: Final = (
    ("null", "~n", re.compile(r"^(?:~|null|)$")),
    ("bool", "tf", re.compile(r"^(?:true|false)$")),
    ("int", "-0123456789", re.compile(r"^-?(?:0|[1-9][0-9]{0,30})$")),
    ("float", "-0123456789", re.compile(r"^-?(?:0|[1-9][0-9]{0,30})\.[0-9]{1,30}$")),
)


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
