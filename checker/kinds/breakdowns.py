"""Totals that the prose breaks down: 主动公开信息100条，其中网站80条，公示栏20条."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Final

from msgspec import Struct

from govcheck.document import Document
from govcheck.figure import Figure, Relation
from govcheck.kinds.stated import bounds, text_of

_BRACKETS: Final = re.compile(r"[（(][^（()）\n]{0,60}[)）]")
_MARK: Final = re.compile(
    r"[^，,。；;：:（(其]{0,12}(?P<stop>[，,。；;：:]?) ?(?P<open>[（(])?"
    r"(?P<word>其中(?:主要)?(?:包[括含]|有|：|:)?|主要(?:包[括含]|有|为|是)|包括|分别(?:是|为)?|[：:])?"
)
_TURNED: Final = re.compile(
    r"其中|[（(]|包[括含]|[另还]|此外|同时|合计|总计|共计|累计|[增减]|[达超]"
)
_MOST_ITEMS: Final = 60
_STRONG: Final = re.compile(r"[；;]")
_CLOSED: Final = re.compile(r"[)）]")
_ACTS: Final = re.compile(
    r"召开|举办|开展|组织|收到|受理|办理|答复|接待|回应(?![^，,。]{0,10}信息)|制作|培训|印发|发放|走访|报送"
)
_OPEN_END: Final = re.compile(r"[^，。；;,]{0,8}等(?!于)")
_REST: Final = re.compile(r"^(?:和|及|以及)?(?:其[他它余]|剩余|另外)")
_PROCESS: Final = re.compile(
    r"[办审]结|答复|回复|采纳|处理|转办|受理|按[时期]|及时|当[场面]|点击|阅读|浏览|播放|转[发载]"
    r"|参与|覆盖|关注[人量数用]|访问|涉及|满意|整改|同比"
)
_DIMENSIONS: Final = (
    re.compile(r"自然人|法人|企业|组织|律师"),
    re.compile(
        r"网[上络站]|平台|系统|信函|邮[寄件箱政]|现场|当面|窗口|来[电信]|线[上下]|传真|微[信博]|媒体|栏"
    ),
)


class Claim(Enum):
    """Whether the list says of itself that it is the whole."""

    WHOLE = "whole"
    """分别, （甲1件、乙2件）, a last item 其他."""
    SILENT = "silent"
    """其中, 包括: it may leave something out."""
    PARTIAL = "partial"
    """主要, 等: it does leave something out."""


class Breakdown(Struct, frozen=True, kw_only=True):
    """A total and the items that the same sentence, or the next, lists under it."""

    total: Figure
    items: tuple[Figure, ...]
    claim: Claim

    @property
    def sum(self) -> Decimal:
        """What the items come to."""
        return sum((item.value for item in self.items), Decimal(0))

    @property
    def exact(self) -> bool:
        """Whether every item is an exact number."""
        return all(not item.approximate and item.upper is None for item in self.items)

    @property
    def adds_up(self) -> bool:
        """Whether the items, or those of the total's own unit, come to the total."""
        own = [item.value for item in self.items if item.unit == self.total.unit]
        return self.total.value in {self.sum, sum(own, Decimal(0))}

    @property
    def comparable(self) -> bool:
        """Whether the items are shares of the total by one and the same division."""
        names = [item.subject for item in self.items]
        if len(self.items) < 2 or any(_PROCESS.search(name) for name in names):  # noqa: PLR2004 - a list
            return False
        if any(
            item.unit != self.total.unit or item.value > self.total.value for item in self.items
        ):
            return False
        ways = [
            frozenset(i for i, way in enumerate(_DIMENSIONS) if way.search(name))
            for name in names
        ]
        return len(set(ways)) == 1 or not any(0 in way for way in ways)


def breakdowns(document: Document) -> Iterator[Breakdown]:
    """Yield every total of the prose that is followed by a list of its parts."""
    figures = document.figures
    for index, total in enumerate(figures[:-1]):
        if (
            total.relation is not Relation.COUNT
            or figures[index + 1].place.block != total.place.block
        ):
            continue
        text = text_of(document, total)
        mark = _list_mark(text, total, figures[index + 1])
        if mark is None:
            continue
        items = tuple(_items(text, figures, index + 1, within=mark["open"] is not None))
        if items:
            yield Breakdown(total=total, items=items, claim=_claim(text, mark, items))


def _list_mark(text: str, total: Figure, first: Figure) -> re.Match[str] | None:
    """Return the words that open a list, when they stand between a total and a figure."""
    gap = text[bounds(total)[1] : bounds(first)[0]]
    mark = _MARK.match(_BRACKETS.sub("", gap) if "）" in gap or ")" in gap else gap)
    if mark is None or (mark["word"] is None and mark["open"] is None):
        return None
    if mark["stop"] == "。" and not (mark["word"] or "").startswith("其中"):
        return None
    rest = mark.string[mark.end() :]
    return None if re.search(r"[。；;]", rest) else mark


def _items(
    text: str, figures: tuple[Figure, ...], start: int, *, within: bool
) -> Iterator[Figure]:
    """Yield the plain amounts of a list, up to where it ends or turns to something else."""
    first = last = figures[start]
    ends = _CLOSED if within else None
    for figure in figures[start : start + _MOST_ITEMS]:
        if figure.place.block != first.place.block or figure.sentence != first.sentence:
            return
        gap = _BRACKETS.sub("", text[bounds(last)[1] : bounds(figure)[0]])
        if figure is not first:
            if last is first and not within and not _STRONG.search(gap):
                ends = _STRONG
            if _TURNED.search(gap) or (ends and ends.search(gap)) or _acts(figure, first):
                return
        last = figure
        if figure.relation is Relation.COUNT:
            yield figure


def _acts(figure: Figure, first: Figure) -> bool:
    """Whether a figure counts another activity than the list does: 召开会议3次."""
    act = _ACTS.match(figure.subject)
    return act is not None and not first.subject.startswith(act[0])


def _claim(text: str, mark: re.Match[str], items: tuple[Figure, ...]) -> Claim:
    word = mark["word"] or ""
    if "主要" in word or _OPEN_END.match(text, bounds(items[-1])[1]):
        return Claim.PARTIAL
    if _REST.match(items[-1].subject) or word.startswith("分别") or not word:
        return Claim.WHOLE
    return Claim.SILENT
