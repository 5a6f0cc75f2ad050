"""Files that were made to harm a reader, small to send and made when they are asked for."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_MANY: Final = 600_000
_WORD: Final = "word/document.xml"
_LAUGHS: Final = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_BODY: Final = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def _packed(*files: tuple[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


def _nested() -> bytes:
    content = b"<html>"
    for number in range(8):
        content = _packed((f"{number}.zip", content))
    return content


HOSTILE: Final[Mapping[str, Callable[[], bytes]]] = {
    "bomb.zip": lambda: _packed(("年报.html", b"\0" * 100_000_000)),
    "bomb.docx": lambda: _packed((_WORD, b" " * 100_000_000)),
    "out.zip": lambda: _packed(("../../etc/passwd", b"x")),
    "nested.zip": _nested,
    "many.zip": lambda: _packed(*((f"{one}.txt", b"x") for one in range(5000))),
    "cut.zip": lambda: _packed(("年报.html", b"<p>x" * 999))[:-40],
    "laughs.docx": lambda: _packed((_WORD, (_LAUGHS + _BODY.format("&c;")).encode())),
    "deep.docx": lambda: _packed((_WORD, _BODY.format("<w:p>" * 9999).encode())),
    "cut.docx": lambda: _packed((_WORD, _BODY.format("<w:p>")[:60].encode())),
    "long.html": ("<p>" + "内容，" * _MANY).encode,
    "tags.html": lambda: b"<b>" * _MANY,
    "cells.html": lambda: b"<table><tr>" + b"<td>1" * 99_999,
    "empty.html": lambda: b"<html><body></body></html>",
    "cut.pdf": lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "old.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
    "program.exe": lambda: b"MZ\x90\0" + bytes(range(256)) * 99,
    "picture.html": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99,
}
