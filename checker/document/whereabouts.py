"""Say in words where something stands."""

from typing import Final

from govcheck.document.blocks import Paragraph
from govcheck.document.form import FormColumn, FormRow, FormTable, part_numeral
from govcheck.document.place import Place
from govcheck.document.report import Document

_MOST_COUNTED: Final = 200
"""Nobody counts more paragraphs of a part."""


def place_words(place: Place, document: Document) -> str:
    """Say a place as a person finds it: 第三部分表格“（七）总计”行“自然人”列, 第一部分第3段."""
    words = "".join(table_steps(place, document)) or _text_words(place, document)
    page = f"第{place.page}页" if place.page is not None else ""
    return f"{words}（{page}）" if words and page else words or page or "全文"


def line_words(place: Place) -> str:
    """Say on which line of the source a place is; nothing where that is not known."""
    return f"源文件第{place.line}行" if place.line is not None else ""


def part_of(place: Place, document: Document) -> str | None:
    """Return the id of the part that a place is in, its table's part if it names no other."""
    table = document.form.tables.get(place.table) if place.table else None
    return place.part or (table.part if table else None)


def part_name(part: str, document: Document) -> str:
    """Say which part: 第三部分“收到和处理政府信息公开申请情况”."""
    match part:
        case "introduction":
            return "引言"
        case "furniture":
            return "页面其他位置"
        case "body":
            return "正文"
    found = next((entry for entry in document.form.parts if entry.id == part), None)
    return f"第{part_numeral(found)}部分“{found.title}”" if found else "正文"


def table_name(table: str, document: Document) -> str:
    """Say which statutory table, by its number and its title in its own edition."""
    form = document.form.tables.get(table)
    printed = document.tables.get(table)
    title = form.title if form else printed.title if printed else ""
    place = form.part if form else printed.place.part if printed else None
    part = next((one for one in document.form.parts if one.id == place), None)
    number = f"第{part_numeral(part)}部分" if part else ""
    return f"{number}“{title}”表" if title else f"{number}表格"


def line_name(table: str, line: str, document: Document) -> str:
    """Say what a row or column is called, as printed or by the form; an only row has none."""
    fitted = document.tables.get(table)
    if fitted is not None and fitted.labels.get(line):
        return fitted.labels[line]
    form = document.form.tables.get(table)
    entry = _entry(form, line) if form else None
    return entry.label if entry else ""


def _entry(form: FormTable, line: str) -> FormRow | FormColumn | None:
    entries: tuple[FormRow | FormColumn, ...] = (*form.rows, *form.columns)
    return next((entry for entry in entries if entry.id == line), None)


def table_steps(place: Place, document: Document) -> tuple[str, ...]:
    """Say the way to a cell: table, row, column; nothing of a place in no table."""
    if place.table is None:
        return ()
    row = line_name(place.table, place.row, document) if place.row else ""
    column = line_name(place.table, place.column, document) if place.column else ""
    named = [f"“{row}”行"] if row else []
    named += [f"“{column}”列"] if column else []
    short = named and place.table in document.form.tables
    name = _table_word if short else table_name
    return (name(place.table, document), *named)


def _table_word(table: str, document: Document) -> str:
    """Name a table shortly, for a place inside it: the only one of its part by the part."""
    form = document.form
    entry = form.tables.get(table)
    part = next((one for one in form.parts if entry and one.id == entry.part), None)
    if part is None or sum(one.part == part.id for one in form.tables.values()) > 1:
        return table_name(table, document)
    return f"第{part_numeral(part)}部分表格"


def _text_words(place: Place, document: Document) -> str:
    """Say which part, and which of its paragraphs: 第一部分第3段, 第一部分标题, 引言第1段."""
    paragraph = _paragraph(place, document)
    if not place.part or not paragraph:
        return part_name(place.part, document) if place.part else ""
    if paragraph == _TITLE and place.part == "introduction":
        return _TITLE
    form = next((one for one in document.form.parts if one.id == place.part), None)
    part = f"第{part_numeral(form)}部分" if form else part_name(place.part, document)
    return f"{part}{paragraph}"


_TITLE: Final = "标题"


def _paragraph(place: Place, document: Document) -> str:
    """Say which paragraph of its part a block is; nothing of what is none."""
    index = place.block
    if index is None or place.part == "furniture" or not 0 <= index < len(document.body):
        return ""
    named = document.title.place if document.title else None
    title = named.block if named and named.part != "furniture" else None
    part = next((one for one in document.parts if one.start <= index < one.end), None)
    if index in (title, part.start if part else None):
        return _TITLE
    first = part.start + 1 if part else 0
    if not isinstance(document.body[index], Paragraph) or index - first > _MOST_COUNTED:
        return ""
    number = sum(
        isinstance(document.body[at], Paragraph) and at != title
        for at in range(first, index + 1)
    )
    return f"第{number}段"
