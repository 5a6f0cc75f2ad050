"""A Word file as a package: parts, and what relates them to each other."""

from collections.abc import Mapping
from contextlib import suppress
from posixpath import join, normpath
from typing import Final

from msgspec import Struct

from govcheck.errors import Unusable
from govcheck.readers.archive import Archive
from govcheck.readers.xml_tree import Node, parse

_USUAL: Final = "word/document.xml"


class Relationship(Struct, frozen=True, kw_only=True):
    """What a part refers to."""

    kind: str
    """Last word of its type: image, footnotes, hyperlink."""
    target: str
    """Name of a part; an address where it is external."""
    external: bool


class Package:
    """The parts of a Word file."""

    def __init__(self, content: bytes) -> None:
        """Open it.  Raises Unusable for what is no Word file."""
        self.archive = Archive(content)
        self.archive.require_one_of_each_name()
        self._relations: dict[str, Mapping[str, Relationship]] = {}
        related = self.relations("").values()
        mains = [one.target for one in related if one.kind == "officeDocument"]
        known = map(self.archive.within_package, [*mains, _USUAL])
        self.main = next(filter(None, known), "")
        """Name of the part that holds the text."""
        if not self.main:
            raise Unusable(
                "压缩包里没有 Word 文档正文；请用 Word 或 WPS 打开原稿，另存为 .docx 后再检查"
            )
        self.document = self._parsed(self.main)
        if self.document.name != "w:document":
            raise Unusable(
                "不是 Word 文档，而是 Excel、PowerPoint 等文件；请提供 Word 原稿、网页或 PDF"
            )

    def part(self, kind: str) -> tuple[str, Node] | None:
        """Return name and content of the first part of a kind that the text refers to."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[tuple[str, Node]]:
        """Return all parts of a kind that the text refers to, in the order of their names."""
        names = {
            one.target
            for one in self.relations(self.main).values()
            if one.kind == kind and self.holds(one)
        }
        return [(name, self._parsed(name)) for name in sorted(names)]

    def properties(self) -> Mapping[str, str]:
        """Return the core properties: dc:title, dcterms:created …."""
        for one in self.relations("").values():
            if one.kind == "core-properties" and self.holds(one):
                said = self._parsed(one.target).children
                return {node.name: node.text.strip() for node in said if node.text.strip()}
        return {}

    def relations(self, part: str) -> Mapping[str, Relationship]:
        """Return what a part refers to, by id; the package itself is the part without name."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def holds(self, relation: Relationship) -> bool:
        """Whether what is referred to is a part of this file."""
        return not relation.external and relation.target in self.archive

    def held(self, relation: Relationship | None) -> Node | None:
        """Return what a part in XML holds; None where it cannot be read."""
        if relation is None or not self.holds(relation):
            return None
        with suppress(Unusable):
            return self._parsed(relation.target)
        return None

    def _read_relations(self, part: str) -> Mapping[str, Relationship]:
        folder, _, own = part.replace("\\", "/").rpartition("/")
        usual = join(folder, "_rels", f"{own}.rels")
        name = self.archive.within_package(usual)
        if not name:
            return {}
        return {
            node.get("Id"): self._relation(node, folder)
            for node in self._parsed(name).children
            if node.name == "rel:Relationship"
        }

    def _relation(self, node: Node, folder: str) -> Relationship:
        external = node.get("TargetMode") == "External"
        target = node.get("Target")
        if not external:
            written = target.replace("\\", "/")
            inside = written.lstrip("/") if written.startswith("/") else join(folder, written)
            target = normpath(inside)
            target = self.archive.within_package(target) or target
        return Relationship(
            kind=node.get("Type").rpartition("/")[2], target=target, external=external
        )

    def _parsed(self, name: str) -> Node:
        return parse(self.archive.read(name), name)
