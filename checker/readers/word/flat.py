"""A Word file whose parts stand one after the other in one XML file, put into an archive."""

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile

from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE, MOST_ENTRIES, MOST_UNPACKED_FILE
from govcheck.readers.word.package import Package
from govcheck.readers.xml_encoding import in_utf8
from govcheck.readers.xml_tree import Node, parse

_NAME: Final = "Word XML（单一文件）"
_SAVED: Final = "请用 Word 打开，另存为 .docx 后再检查"
_DECLARED: Final = re.compile(
    rb"""\sxmlns:([\w.-]{1,50})\s{0,9}=\s{0,9}("[^"]{0,500}"|'[^']{0,500}')"""
)


_SIGN: Final = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_BEGINNING: Final = 4096


def is_flat(content: bytes) -> bool:
    """Whether a file says near its beginning that it is of this kind."""
    return _SIGN in content[:_BEGINNING]


def flat_package(content: bytes) -> Package:
    """Return a file of this kind as a package.

    Raises Unusable for one that is damaged or goes beyond the limits.
    """
    if len(content) > MOST_UNPACKED_FILE:
        limit = MOST_UNPACKED_FILE // MEGABYTE
        raise Unusable(f"这是 {_NAME}，超过 {limit} MB，不予读取；{_SAVED}")
    content = in_utf8(content, _NAME)
    root = parse(content, _NAME)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for number, (name, data) in enumerate(_parts(content, root)):
            if number >= MOST_ENTRIES:
                raise Unusable(f"{_NAME}的部件超过 {MOST_ENTRIES} 个，不予读取；{_SAVED}")
            archive.writestr(name, data)
    return Package(buffer.getvalue())


def _parts(content: bytes, root: Node) -> Iterator[tuple[str, bytes]]:
    declared = dict(_DECLARED.findall(_tag(content, root)))
    for part in root.children:
        name = part.get("pkg:name").lstrip("/")
        data = next(iter(part.children), None)
        if part.name != "pkg:part" or not name or data is None:
            continue
        if data.name == "pkg:binaryData":
            yield name, _decoded(data.text)
        elif data.children:
            yield name, _alone(content, data.children[0], declared)


def _tag(content: bytes, node: Node) -> bytes:
    return content[node.start : content.index(b">", node.start) + 1]


def _alone(content: bytes, node: Node, declared: dict[bytes, bytes]) -> bytes:
    """Return an element with the names that it takes from what stands around it."""
    tag = _tag(content, node)
    closed = content.startswith(b"</", node.close)
    end = content.index(b">", node.close) + 1 if closed else node.close
    own = {prefix for prefix, _ in _DECLARED.findall(tag)}
    taken = b"".join(
        b" xmlns:%s=%s" % (prefix, address)
        for prefix, address in declared.items()
        if prefix not in own
    )
    cut = node.start + len(tag) - (2 if tag.endswith(b"/>") else 1)
    return content[node.start : cut] + taken + content[cut:end]


def _decoded(text: str) -> bytes:
    """Return a part that is not XML; nothing of one that is damaged, as if it were missing."""
    try:
        return b64decode(text)
    except ValueError:
        return b""
