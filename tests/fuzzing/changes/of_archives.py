"""Changes to Word files and other archives: a file in it, its name, or the packing."""

from random import Random

from fuzzing.changes.of_bytes import damaged, encoded
from fuzzing.changes.of_markup import changed_page
from fuzzing.changes.of_text import changed
from fuzzing.changes.of_xml import changed_tree
from fuzzing.changes.words import REPORT, SIGNS
from fuzzing.packing import Files, repacked, unpacked

_MAIN = "word/document.xml"
_XML_WORDS = (
    *("<?xml version='1.0' encoding='gb18030'?>", "<?xml version='1.0' encoding='utf-16'?>"),
    *("<!DOCTYPE x>", "&#0;", "&#xd800;", "&amp;", "&lt;", "<w:p>", "</w:p>", "<w:tc>", "]]>"),
    *("xml:space='preserve'", "w:val='9'", "<![CDATA[", "<!-- x -->", "xmlns:w='urn:y'"),
)
_NAMES = (
    "x",
    "/",
    "../x",
    "word/../word/document.xml",
    "word\\document.xml",
    "年报.html",
    "a" * 300,
    "x\0y",
)


def changed_archive(rng: Random, content: bytes, other: bytes) -> bytes:
    """Change one or two of the files in an archive, rarely the archive itself."""
    files, lent = unpacked(content), unpacked(other)
    if not files:
        return damaged(rng, content)
    for _ in range(rng.choice((1, 1, 2))):
        name = _MAIN if _MAIN in files and rng.random() < 0.7 else rng.choice([*files])
        files[name] = _changed_file(rng, name, files[name], lent.get(name, files[name]))
    if rng.random() < 0.06:
        _rename(rng, files)
    packed = repacked(files)
    return damaged(rng, packed) if rng.random() < 0.06 else packed


def _changed_file(rng: Random, name: str, content: bytes, other: bytes) -> bytes:
    if name.endswith((".xml", ".rels")) and rng.random() < 0.9:
        return changed_tree(rng, content, other)
    if name.endswith((".xml", ".rels")):
        return encoded(rng, changed(rng, _text(content), _text(other), _XML_WORDS))
    if name.endswith(".html"):
        return encoded(rng, changed_page(rng, _text(content), _text(other)))
    if name.endswith(".txt"):
        return encoded(rng, changed(rng, _text(content), _text(other), (*REPORT, *SIGNS)))
    if name.endswith(".docx"):
        return changed_archive(rng, content, content)
    return damaged(rng, content)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _rename(rng: Random, files: Files) -> None:
    """Give a file another name, or drop it, or double it."""
    name = rng.choice([*files])
    content = files.pop(name)
    if rng.random() < 0.6:
        files[rng.choice((*_NAMES, *files))] = content
