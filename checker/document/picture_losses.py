"""What may stand in pictures of the body, and in objects in it, that were not read.

They are looked at before a table, a part or a statement is said to be missing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image, Shown
from govcheck.document.loss import Cause, Loss
from govcheck.document.report import Document, Part
from govcheck.document.table import DeviationKind

_ALL: Final = "正文中的{}"
_LONGEST_NAME: Final = 40


def is_unread(image: Image) -> bool:
    """Tell whether a picture may say something of the report that was not read."""
    return not (image.read or image.slight)


_KINDS: Final = {
    Shown.PICTURE: "图片",
    Shown.FRAME: "框架",
    Shown.ATTACHMENT: "附件",
    Shown.DRAWN: "由脚本显示的内容",
}
_UNREAD_TABLES: Final = {
    Shown.FRAME: "可能在框架中，框架未能读取",
    Shown.ATTACHMENT: "可能在附件中，附件未读取",
    Shown.DRAWN: "可能由脚本在浏览器中显示，未能读取",
}


def picture_kind(image: Image | None) -> str:
    """Return what a reader calls it without its name."""
    return "嵌入对象" if image and image.embedded else _KINDS[_shown(image)]


def _shown(image: Image | None) -> Shown:
    return image.shown if image else Shown.PICTURE


def unread_words(document: Document, table_id: str) -> str:
    """Say why the figures of a table that is a picture, or in something else, are not known."""
    image = _picture_of(document, table_id)
    return _UNREAD_TABLES.get(_shown(image), f"为{picture_kind(image)}，表内数据未能读取")


def picture_name(image: Image) -> str:
    """Return what a reader of the result calls a picture, or the place of an object."""
    if image.embedded:
        return f"{picture_kind(image)}“{image.embedded}”"
    return f"{picture_kind(image)}“{image.source[-_LONGEST_NAME:]}”"


def pictured_tables(document: Document, table_ids: Sequence[str], reason: str) -> Loss:
    """Return the loss of tables that are pictures: one for each picture."""
    shown = dict.fromkeys(_picture_of(document, name) for name in table_ids)
    losses = [
        Loss(
            cause=_cause(one),
            reason=reason,
            look_at=picture_name(one) if one else _ALL.format(picture_kind(one)),
        )
        for one in shown
    ]
    return replace(losses[0], beside=tuple(losses[1:]))


def pictured_anywhere(document: Document, reason: str) -> Loss | None:
    """Say what may stand in a picture of the body, or return None.

    ``reason`` leaves a place, ``{0}``, for what it is: 图片, 嵌入对象.
    """
    return _pictured(document, 0, None, reason)


def pictured_part(document: Document) -> Loss | None:
    """Say that a part without heading may stand in a picture of the body, or return None."""
    return pictured_anywhere(document, "正文中有{0}未读取，这一部分可能在{0}中")


def pictured_text(document: Document) -> Loss | None:
    """Say that the body's text may go on in its pictures, or return None.

    Pictures beside the prose of every part are charts and photographs; where a part is not
    there, or is nothing but pictures, they may be its pages.
    """
    there = {part.id for part in document.parts}
    if all(part.id in there for part in document.form.parts) and not any(
        _is_pictures(document, part) for part in document.parts
    ):
        return None
    return pictured_anywhere(document, "正文中有{0}未读取，有关内容可能在{0}中")


def pictured_within(document: Document, part: Part) -> Loss | None:
    """Say that the text of a part may go on in a picture, or return None."""
    reason = f"“{_literal(part.title)}”中有{{0}}未读取，有关内容可能在{{0}}中"
    return _pictured(document, part.start, part.end, reason)


def pictured_opening(document: Document) -> Loss | None:
    """Say that what stands above the first part may be a picture, or return None."""
    end = document.parts[0].start if document.parts else None
    return _pictured(document, 0, end, "报告开头有{0}未读取，有关内容可能在{0}中")


def pictured_kind(document: Document, table_ids: Sequence[str]) -> str:
    """Return what these tables are given as: 图片, 嵌入对象."""
    shown = dict.fromkeys(picture_kind(_picture_of(document, name)) for name in table_ids)
    return "、".join(shown)


def _cause(image: Image | None) -> Cause:
    if image and image.embedded:
        return Cause.OBJECT
    return Cause.PICTURE if _shown(image) is Shown.PICTURE else Cause.PAGE


def _literal(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _picture_of(document: Document, table_id: str) -> Image | None:
    """Return the picture that a table is said to be."""
    table = document.table(table_id)
    kinds = table.deviations if table else ()
    blocks = (document.block(one.place) for one in kinds if one.kind is DeviationKind.PICTURE)
    return next((block for block in blocks if isinstance(block, Image)), None)


def _is_pictures(document: Document, part: Part) -> bool:
    """Whether a part that no table stands for is nothing but pictures."""
    shown = next(_unread(document, part.start, part.end), None)
    passage = document.passage(part.id or "")
    told = passage is not None and bool(passage.text.strip())
    return shown is not None and not told and part.id not in document.form.table_parts


def _pictured(document: Document, start: int, end: int | None, reason: str) -> Loss | None:
    """Say what may be in the pictures of a stretch of the body; one alone has its name.

    ``reason`` leaves a place for what they are.
    """
    shown = next(_unread(document, start, end), None)
    if shown is None:
        return None
    alone, *others = _unread(document, 0, None)
    kind = picture_kind(shown)
    look_at = _ALL.format(kind) if others else picture_name(alone)
    return Loss(cause=_cause(shown), reason=reason.format(kind), look_at=look_at)


def _unread(document: Document, start: int, end: int | None) -> Iterator[Image]:
    for block in document.body[start:end]:
        if isinstance(block, Image) and is_unread(block):
            yield block
