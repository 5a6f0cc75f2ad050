"""YAML that remembers its lines and has no surprises; :mod:`.yaml_nodes` says which."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Self

import yaml

from govcheck.rulebook.rule_bytes import rule_bytes
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.rulebook.yaml_nodes import data_of, root_node


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """A file's data, beside the nodes that know where each datum stands."""

    file: str
    data: dict[str, Any]
    root: yaml.Node

    @classmethod
    def read(cls, path: Traversable, file: str = "") -> Self:
        """Read a file whose top level is a mapping; ``file`` is what errors call it.

        Raises UnsoundFile, and Unusable for what is no regular file or too large.
        """
        file = file or path.name
        return cls.parse(rule_bytes(path, file), file)

    @classmethod
    def parse(cls, content: bytes, file: str) -> Self:
        """Read the content of such a file.  Raises UnsoundFile."""
        root = root_node(content, file)
        return cls(file, data_of(root, file), root)

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
