"""Whether a page holds an annual report at all."""

from collections.abc import Sequence
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.readers.raw import RawPage
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.concealed import HIDDEN
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.matter import has_matter
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleLines, read_title

_LINKED: Final = 0.5
_LIST: Final = 3
"""So many links to reports make a list of them."""
_PROSE: Final = 20
_MOST_NAMED: Final = 3
_LONGEST: Final = 80
"""Frames that are named, and characters of each address."""
_REFRESH: Final = late_pattern(r"(?i)\burl\s?=\s?['\"]?([^'\"\s]{1,500})")
_A_LIST: Final = "页面是年度报告的目录（链接列表），不是年度报告正文；请打开其中一份后再核验"
_NOTHING_FOUND: Final = "没有找到政府信息公开工作年度报告：既无报告标题，也无任何一个规定部分"
_AS_SHOWN: Final = "请在浏览器中打开，等正文显示后另存为“网页，全部”或打印为 PDF，再检查"


def require_report(
    pieces: Sequence[Piece],
    headings: Sequence[Heading],
    title: TitleLines | None,
    vocabulary: Vocabulary,
    *,
    page: RawPage,
) -> None:
    """Raise Unusable, with the reason, for a page without a report.

    A title, a part under its title, or prose that speaks of such a report will do; links to
    reports will not, unless there is only one and the page bears its title.  Nor will a title
    alone where a browser may have saved or printed the page before its text had come.
    """
    if any(heading.exact for heading in headings):
        return
    own = title if title and _is_title(title, pieces, vocabulary) else None
    matter = has_matter(
        pieces, own, page.links, Notices(vocabulary=vocabulary), drawn=bool(page.drawn_by)
    )
    if own:
        if not matter and (page.saved or not _is_shown(own, pieces)):
            raise Unusable(_without_text(page))
        return
    if _reports_linked(pieces, vocabulary) >= _LIST:
        raise Unusable(_A_LIST)
    if any(_speaks_of_report(piece, vocabulary) for piece in pieces):
        return
    if not read_title(normal_text(page.title).normal, vocabulary):
        raise Unusable(_NOTHING_FOUND + _why_nothing(page, matter=matter))
    if not matter:
        raise Unusable(_without_text(page))


def _is_shown(own: TitleLines, pieces: Sequence[Piece]) -> bool:
    return any(piece.zone != HIDDEN for piece in pieces[own.start : own.end])


def _reports_linked(pieces: Sequence[Piece], vocabulary: Vocabulary) -> int:
    """Return how many reports are linked by their titles."""
    linked = (piece.text for piece in pieces if _is_linked([piece]))
    return len({text for text in linked if read_title(text, vocabulary)})


def _why_nothing(page: RawPage, *, matter: bool) -> str:
    """Return what may stand in the way, where the page tells."""
    drawn = f"；{_without_text(page)}" if page.drawn_by and not matter else ""
    unread = f"；{page.notes[0]}" if page.incomplete and page.notes else ""
    return drawn + unread


def _without_text(page: RawPage) -> str:
    names = "、".join(frame.address[-_LONGEST:] for frame in page.frames[:_MOST_NAMED])
    drawer = f"框架（{names}）" if names else page.drawn_by
    drawn = f"，正文由{drawer}在浏览器中显示，没有随文件保存" if drawer else ""
    led = _REFRESH.search(page.meta.get("refresh", ""))
    away = f"，打开后会转到 {led[1][:_LONGEST]}" if led else ""
    return f"页面里没有报告的正文{away}{drawn}；{_AS_SHOWN}"


def _is_title(title: TitleLines, pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    linked = _is_linked(pieces[title.start : title.end])
    return not linked and read_title(title.text, vocabulary) is not None


def _is_linked(pieces: Sequence[Piece]) -> bool:
    return any(piece.linked >= _LINKED for piece in pieces)


def _speaks_of_report(piece: Piece, vocabulary: Vocabulary) -> bool:
    return (
        len(piece.text) >= _PROSE
        and piece.linked < _LINKED
        and vocabulary.pattern("titles.spoken").search(piece.text) is not None
    )
