"""Word files of hostile shape, as large as is asked for before they are packed."""

from collections.abc import Callable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_PACKAGES: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARAGRAPH: Final = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_OPENING: Final = _PARAGRAPH.format(
    "某市财政局2024年政府信息公开工作年度报告"
) + _PARAGRAPH.format("一、总体情况")
_PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGES}/content-types"><Override PartName="/word/document.xml" '
        f'ContentType="{_KIND}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGES}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
}

_CELL: Final = f"<w:tc>{_PARAGRAPH.format(1)}</w:tc>"
_UNITS: Final = {
    "paragraphs": ("", _PARAGRAPH.format("政府"), ""),
    "part headings": ("", _PARAGRAPH.format("一、总体情况"), ""),
    "figures": ("", _PARAGRAPH.format("网站5件"), ""),
    "runs": ("<w:p>", "<w:r><w:t>政</w:t></w:r>", "</w:p>"),
    "breaks": ("<w:p>", "<w:r><w:t>政</w:t><w:br/></w:r>", "</w:p>"),
    "cells in a row": ("<w:tbl><w:tr>", _CELL, "</w:tr></w:tbl>"),
    "cells in rows": ("<w:tbl>", f"<w:tr>{_CELL}</w:tr>", "</w:tbl>"),
    "tables": ("", f"<w:tbl><w:tr>{_CELL}</w:tr></w:tbl>", ""),
    "insertions": (
        "",
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>政</w:t></w:r></w:ins></w:p>',
        "",
    ),
}


def _word(content: str) -> bytes:
    file = BytesIO()
    document = (
        f'<w:document xmlns:w="{_SPACE}"><w:body>{_OPENING}{content}</w:body></w:document>'
    )
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            package.writestr(name, part)
    return file.getvalue()


def _built(before: str, unit: str, after: str) -> Callable[[int], bytes]:
    return lambda size: _word(before + unit * (size // len(unit.encode())) + after)


WORD_SHAPES: Final = tuple((f"Word {name}", "docx", _built(*u)) for name, u in _UNITS.items())
"""As ``SHAPES``."""
