"""Say where something stands as an official letter cites it: 第一部分第3段."""

from govcheck.document.blocks import Image, Paragraph
from govcheck.document.extent import holding
from govcheck.document.form import part_numeral
from govcheck.document.picture_losses import picture_kind
from govcheck.document.place import Place
from govcheck.document.report import Document, Part
from govcheck.document.whereabouts import table_steps


def cited_place(place: Place, document: Document) -> str:
    """Return 第一部分第3段, 第三部分表格“（七）总计”行“自然人”列; nothing for the whole.

    Paragraphs are counted as a reader does: those of the part that hold words, without its
    heading.  Lines of the source are left out.
    """
    return "".join(table_steps(place, document)) or _in_text(place, document)


def _in_text(place: Place, document: Document) -> str:
    if place.part == "furniture":
        return "页面其他位置"
    if place.block is None:
        return _part_words(place.part, document)
    if document.title is not None and place.block == document.title.place.block:
        return "报告标题"
    part = holding(document.parts, place.block)
    lead = _heading_words(part, document) if part else "引言"
    block = document.block(place)
    if not isinstance(block, Paragraph):
        return f"{lead}{picture_kind(block) if isinstance(block, Image) else '表格'}"
    if part is not None and place.block == part.start:
        return f"{lead}标题"
    return f"{lead}第{_number(place.block, part, document)}段"


def _number(block: int, part: Part | None, document: Document) -> int:
    """Count the paragraphs of a part, or of the introduction, up to this one."""
    title = document.title.place.block if document.title else None
    start = part.start + 1 if part else 0
    between = ((index, document.body[index]) for index in range(start, block + 1))
    return sum(
        isinstance(one, Paragraph) and bool(one.text.normal.strip()) and index != title
        for index, one in between
    )


def _heading_words(part: Part, document: Document) -> str:
    """Name a part by its number; one that the form does not know, by its title."""
    return _part_words(part.id, document) if part.id else f"“{part.title}”部分"


def _part_words(part: str | None, document: Document) -> str:
    match part:
        case None | "body":
            return ""
        case "introduction":
            return "引言"
    entry = next((one for one in document.form.parts if one.id == part), None)
    return f"第{part_numeral(entry)}部分" if entry else part
