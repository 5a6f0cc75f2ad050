"""Whether a page holds an annual report at all."""

import re
from collections.abc import Sequence

from govcheck.errors import Unusable
from govcheck.readers.normal import normal_text
from govcheck.readers.page.headings import Heading
from govcheck.readers.page.sheet import Piece
from govcheck.readers.page.title import TitleLines, read_title

_LINKED = 0.5
_LIST = 3
"""So many links to reports make a list of them."""
_PROSE = 20
_WORDS = re.compile("政府信息公开[^。]{0,20}(?:年度报告|年报|工作报告)")
_ERROR_PAGE = re.compile("404|不存在|已(?:被)?删除|无法访问|找不到|not found", re.IGNORECASE)


def require_report(
    pieces: Sequence[Piece],
    headings: Sequence[Heading],
    title: TitleLines | None,
    *,
    page_title: str,
) -> None:
    """Raise Unusable, with the reason, for a page without a report.

    A title, a part under its title, or prose that speaks of such a report will do; links to
    reports will not, unless there is only one and the page bears its title.
    """
    if any(heading.exact for heading in headings):
        return
    if title and not _is_linked(pieces[title.start : title.end]) and read_title(title.text):
        return
    linked = {piece.text for piece in pieces if _is_linked([piece]) and read_title(piece.text)}
    if len(linked) >= _LIST:
        raise Unusable(
            "页面是年度报告的目录（链接列表），不是年度报告正文；请打开其中一份后再核验"
        )
    if any(_speaks_of_report(piece) for piece in pieces):
        return
    if read_title(normal_text(page_title).normal):
        return
    text = page_title + "".join(piece.text for piece in pieces[:_PROSE])
    if _ERROR_PAGE.search(text):
        raise Unusable("页面是错误提示（内容不存在或无法访问），没有年度报告")
    raise Unusable("没有找到政府信息公开工作年度报告：既无报告标题，也无任何一个规定部分")


def _is_linked(pieces: Sequence[Piece]) -> bool:
    return any(piece.linked >= _LINKED for piece in pieces)


def _speaks_of_report(piece: Piece) -> bool:
    return (
        len(piece.text) >= _PROSE
        and piece.linked < _LINKED
        and _WORDS.search(piece.text) is not None
    )
