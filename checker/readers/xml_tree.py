"""XML read into a tree whose elements know where in the file they stand.

The standard library's expat, with everything refused that an XML bomb or a foreign entity
needs: a document type declaration.  Names are ``prefix:name`` with the prefixes of
``NAMESPACES``, whatever prefixes the file itself uses.
"""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType, errors

from govcheck.errors import Unusable
from govcheck.readers.limits import DEEPEST_ELEMENT, MOST_ELEMENTS
from govcheck.readers.xml_encoding import in_utf8

NAMESPACES: Final[Mapping[str, str]] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
}
"""Namespaces of Word files, the transitional and the strict, and what we call them."""
_ANEW: Final = "请用 Word 或 WPS 打开，另存为 .docx 后再检查"
_CHOICE: Final = "mc:Choice"
_REQUIRES: Final = "Requires"


class Node:
    """An element."""

    __slots__ = ("attributes", "children", "close", "name", "start", "text")

    def __init__(self, name: str, attributes: Mapping[str, str], start: int) -> None:
        """Begin an element that holds nothing yet."""
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""
        """Its own text, without that of its children."""
        self.start = start
        """Offset in the file, in bytes, at which its start tag begins."""
        self.close = start
        """Offset of its end tag; of what follows it, for an element of one tag."""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def child(self, name: str) -> "Node | None":
        """Return the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str | None:
        """Return what the first child of a name says in ``w:val``, Word's usual way."""
        child = self.child(name)
        return child.attributes.get("w:val") if child else None

    def descendants(self) -> Iterator["Node"]:
        """Yield all elements in it, in document order."""
        pending = self.children[::-1]
        while pending:
            node = pending.pop()
            yield node
            pending += reversed(node.children)


def parse(content: bytes, name: str) -> Node:
    """Return the root of an XML file; ``name`` is what the user will be told of it.

    Its elements know their places in what ``in_utf8`` makes of the file.
    Raises Unusable for what is not well-formed, declares a document type or goes beyond the
    limits.
    """
    content = in_utf8(content, name)
    parser = ParserCreate(encoding="utf-8", namespace_separator=" ")
    builder = _Builder(name, parser)
    parser.buffer_text = True
    parser.StartNamespaceDeclHandler = builder.declare
    parser.EndNamespaceDeclHandler = builder.forget
    parser.StartElementHandler = builder.begin
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.write
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keyword
    except ExpatError as error:
        reason = f"{name} 第 {error.lineno} 行不是完好的 XML（{errors.messages[error.code]}）"
        raise Unusable(f"{reason}；请用 Word 或 WPS 重新保存") from error
    return builder.root.children[0]


class _Names(dict[str, str]):
    """Names as the parser gives them, to names with the prefix that we know them by."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        prefix = NAMESPACES.get(namespace, namespace)
        self[name] = short = f"{prefix}:{local}" if prefix else local
        return short


class _Builder:
    """Puts a tree together as the parser reports it."""

    def __init__(self, name: str, parser: XMLParserType) -> None:
        self._name = name
        self._parser = parser
        self.root = Node("", {}, 0)
        self._open = [self.root]
        self._texts: list[list[str]] = [[]]
        self._count = 0
        self._names = _Names()
        self._prefixes: dict[str | None, list[str]] = {}

    def declare(self, prefix: str | None, namespace: str) -> None:
        self._prefixes.setdefault(prefix, []).append(namespace)

    def forget(self, prefix: str | None) -> None:
        self._prefixes[prefix].pop()

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Unusable(f"{self._name} 的元素超过 {MOST_ELEMENTS} 个，不予读取；{_ANEW}")
        if len(self._open) > DEEPEST_ELEMENT:
            raise Unusable(
                f"{self._name} 的元素嵌套超过 {DEEPEST_ELEMENT} 层，不予读取；{_ANEW}"
            )
        names = self._names
        known = {names[key]: value for key, value in attributes.items()} if attributes else {}
        node = Node(names[tag], known, self._parser.CurrentByteIndex)
        if node.name == _CHOICE:
            known[_REQUIRES] = " ".join(map(self._namespace, node.get(_REQUIRES).split()))
        self._open[-1].children.append(node)
        self._open.append(node)
        self._texts.append([])

    def write(self, text: str) -> None:
        self._texts[-1].append(text)

    def end(self, _: str) -> None:
        node = self._open.pop()
        node.close = self._parser.CurrentByteIndex
        texts = self._texts.pop()
        if texts:
            node.text = "".join(texts)

    def _namespace(self, prefix: str) -> str:
        """Return what a prefix stands for here; itself, which is no namespace, for nothing."""
        declared = self._prefixes.get(prefix)
        return declared[-1] if declared else prefix

    def refuse_doctype(self, *_: object) -> None:
        raise Unusable(f"{self._name} 含有文档类型声明（DTD），不予读取；{_ANEW}")
