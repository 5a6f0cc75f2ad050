"""Objects of other programs in a Word file, and controls: what each is, for it is not read."""

from typing import Final, NamedTuple

from govcheck.readers.xml_tree import Node

SMART: Final = "SmartArt 图形"
"""A drawing whose words are in another part, and can be read there."""
FORMULA: Final = "公式"
"""What may be a digit of the figure that it stands beside."""
_PROGRAMS: Final = (
    ("excel", "Excel 表格"),
    ("et.", "WPS 表格"),
    ("opendocument.spreadsheet", "电子表格"),
    ("calc", "电子表格"),
    ("word", "Word 文档"),
    ("wps.", "WPS 文档"),
    ("powerpoint", "演示文稿"),
    ("wpp.", "演示文稿"),
    ("visio", "Visio 图"),
    ("equation", FORMULA),
    ("acroexch", "PDF 文件"),
    ("foxit", "PDF 文件"),
    ("msgraph", "图表"),
    ("package", "附件"),
)
"""Beginnings or parts of the names of programs, in small letters, and what they make."""
_CONTROLS: Final = {"w:control": "窗体控件", "w:contentPart": "墨迹", "w:subDoc": "子文档"}
_LONGEST: Final = 40


class Embedded(NamedTuple):
    """The place of an object that is not read."""

    kind: str
    """What it is (Chinese)."""
    relation: str = ""
    """Leads to the part that holds it; empty for one that has none."""
    preview: str = ""
    """Leads to a picture of it, if there is one."""


def embedded_in(node: Node) -> Embedded | None:
    """Return the object or control that a ``w:object`` or the like is about, or None.

    What a text box holds is a text of its own.
    """
    pending = [node]
    while pending:
        one = pending.pop()
        if one.name == "o:OLEObject":
            return Embedded(_made_by(one.get("ProgID")), one.get("r:id"))
        if kind := _CONTROLS.get(one.name):
            return Embedded(kind, one.get("r:id"))
        if one.name != "w:txbxContent":
            pending += reversed(one.children)
    return None


def _made_by(program: str) -> str:
    known = (kind for sign, kind in _PROGRAMS if sign in program.lower())
    return next(known, "") or program[:_LONGEST] or "对象"
