"""A Word draft with comments at its findings: the marks inserted, all else as it was."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import count
from posixpath import basename, dirname, join
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from govcheck.drafting.annotation.comments import Comment, comment_elements, dialect, marked
from govcheck.drafting.annotation.cuts import Cut, Cutter
from govcheck.drafting.annotation.notes import Note, Spot
from govcheck.errors import Unusable
from govcheck.readers.from_docx import map_docx
from govcheck.readers.word.package import Package
from govcheck.readers.word.source_map import SourceLine
from govcheck.readers.xml_encoding import in_utf8
from govcheck.readers.xml_tree import Node, parse

MARK: Final = b"govcheck annotated"
"""The comment of an archive that is a copy as it was written; word processors drop it."""
_MADE: Final = (1980, 1, 1, 0, 0, 0)
_TYPES: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def annotated_docx(content: bytes, notes: Sequence[Note], *, mark: bytes = MARK) -> bytes:
    """Return a Word file with a comment for each note; the same input, the same bytes.

    ``mark`` tells the copy later from a file that people work on.  The notes' anchors are
    those of the page that ``read_docx`` makes of this file.  Raises Unusable for a text that
    is not in UTF-8, which no word processor writes.
    """
    package = Package(content)
    text = _content(package, package.main)
    existing = package.part("comments")
    first = 1 + max(_numbers(package.document, existing[1] if existing else None), default=-1)
    comments = list(_comments(notes, package, Cutter(text), first))
    if not comments:
        return content
    changed = {package.main: marked(text, comments)}
    words = comment_elements(comments, dialect(text))
    if existing:
        changed[existing[0]] = _appended(package, existing[0], words)
    else:
        changed |= _new_part(package, words, dialect(text))
    return _packed(package, changed, mark)


def _numbers(document: Node, comments: Node | None) -> Iterator[int]:
    """Yield the numbers that comments have already."""
    for root, name in ((document, "w:commentReference"), (comments, "w:comment")):
        for node in root.descendants() if root else ():
            if node.name == name and node.get("w:id").isdecimal():
                yield int(node.get("w:id")[:9])


def _comments(
    notes: Sequence[Note], package: Package, cutter: Cutter, first: int
) -> Iterator[Comment]:
    lines = map_docx(package).lines
    first_line = next((line for line in lines if line.paragraph), None)
    for number, note in zip(count(first), notes, strict=False):
        line = lines[note.spot.anchor] if note.spot.anchor < len(lines) else None
        if line and line.paragraph:
            yield Comment(number, note.lines, *_cuts(line, note.spot, cutter))
        elif first_line:
            yield Comment(number, note.lines, *cutter.stretch(first_line, None, None))


def _cuts(line: SourceLine, spot: Spot, cutter: Cutter) -> tuple[Cut, Cut]:
    """Return where a spot begins and ends; its text may be but a part of the line's."""
    at = line.text.find(spot.text) if spot.text else -1
    if at < 0 or spot.start is None or spot.end is None:
        return cutter.stretch(line, None, None)
    return cutter.stretch(line, at + spot.start, at + spot.end)


def _new_part(package: Package, words: str, namespace: str) -> Mapping[str, bytes]:
    """Return a new part with comments, and the parts that must know of it."""
    folder = dirname(package.main)
    names = (join(folder, f"comments{number or ''}.xml") for number in count())
    name = next(name for name in names if name not in package.archive)
    usual = join(folder, "_rels", f"{basename(package.main)}.rels")
    relations = package.archive.within_package(usual) or usual
    types = package.archive.within_package(_TYPES)
    ids = package.relations(package.main)
    relation_id = next(one for number in count(1) if (one := f"rIdGovcheck{number}") not in ids)
    office = _OFFICE if namespace.startswith("http://schemas.") else _OFFICE_STRICT
    relation = (
        f'<Relationship xmlns="{_RELATIONS}" Id="{relation_id}" Type="{office}/comments"'
        f' Target="{basename(name)}"/>'
    )
    override = (
        '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
        f' PartName="/{name}" ContentType="{_COMMENTS_TYPE}"/>'
    )
    related = (
        _appended(package, relations, relation)
        if relations in package.archive
        else _file(f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>')
    )
    return {
        name: _file(f'<w:comments xmlns:w="{namespace}">{words}</w:comments>'),
        relations: related,
        types: _appended(package, types, override),
    }


def _file(element: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (head + element).encode()


def _appended(package: Package, name: str, words: str) -> bytes:
    """Return a part with words at the end of what its root holds."""
    content = _content(package, name)
    cut = Cutter(content).closing(parse(content, name))
    rest = content[cut.offset + cut.replaced :]
    return content[: cut.offset] + cut.before + words.encode() + cut.after + rest


def _content(package: Package, name: str) -> bytes:
    content = package.archive.read(name)
    if in_utf8(content, name) is not content:
        raise Unusable(f"{name} 不是 UTF-8 编码，无法加批注；请用 Word 或 WPS 重新保存")
    return content


def _packed(package: Package, changed: Mapping[str, bytes], mark: bytes) -> bytes:
    """Return the archive with some files changed or added, the others as they were."""
    buffer = BytesIO()
    entries = package.archive.entries
    with ZipFile(buffer, "w") as target:
        for name, entry in entries.items():
            info = ZipInfo(name, entry.date_time)
            info.compress_type, info.external_attr = entry.compress_type, entry.external_attr
            target.writestr(info, changed.get(name) or package.archive.read(name))
        for name in sorted(changed.keys() - entries.keys()):
            target.writestr(ZipInfo(name, _MADE), changed[name], ZIP_DEFLATED)
        target.comment = mark
    return buffer.getvalue()
