"""The amounts of one list in the prose: up to where it ends or turns to something else."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.late_pattern import late_pattern
from govcheck.statements.stated import bounds

BRACKETS: Final = late_pattern(r"[（(][^（()）\n]{0,60}[)）]")
_TURNED: Final = late_pattern(
    r"其中|[（(〔\[【]|包[括含]|[另还]|此外|同时|合计|总计|共计|累计|[增减]|[达超]"
)
_MOST_ITEMS: Final = 60
_STRONG: Final = late_pattern(r"[；;]")
_COMMA: Final = late_pattern(r"^[^；;]*[，,][^；;]*$")
"""Of a list whose items stand between semicolons: more of one item, not the next."""
_CLOSED: Final = late_pattern(r"[)）]")
_ACTS: Final = late_pattern(
    r"(?:[向对为由][^，,。；;0-9]{1,12})?(?:召开|举办|开展|组织(?!机构|人事|领导|架构|建设|法|类|$|[（(])|报备|备案|审查|审核|收到|受理|办理|答复|接待|回应(?![^，,。]{0,10}信息)|制作|培训|印发|发放|走访|报送)"
)
_SHARED: Final = late_pattern(r"[，,]? ?[（(]?占[^，,。；;0-9]{0,8}")


def items_with_shares(text: str, figures: tuple[Figure, ...], start: int) -> tuple[Figure, ...]:
    """Return the items of a list that gives each its share: 网上4件，占80%；信函1件，占20%."""
    items: list[Figure] = []
    end = bounds(figures[start])[0]
    for part, rate in zip(
        figures[start : start + _MOST_ITEMS : 2],
        figures[start + 1 : start + _MOST_ITEMS : 2],
        strict=False,
    ):
        apart = part.sentence != figures[start].sentence
        if apart or part.relation is not Relation.COUNT or rate.relation is not Relation.RATE:
            break
        if _TURNED.search(text, end, bounds(part)[0]):
            break
        if not _SHARED.fullmatch(text, bounds(part)[1], bounds(rate)[0]):
            break
        items.append(part)
        end = bounds(rate)[1]
    after = start + 2 * len(items)
    rest = figures[after : after + 1]
    unclear = any(
        one.sentence == figures[start].sentence and one.unit == figures[start].unit
        for one in rest
    )
    return () if unclear or len(items) < 2 else tuple(items)  # noqa: PLR2004 - a list


def plain_items(
    text: str, figures: tuple[Figure, ...], start: int, *, within: bool
) -> Iterator[Figure]:
    """Yield the plain amounts of a list, up to where it ends or turns to something else."""
    first = last = figures[start]
    ends = _CLOSED if within else None
    for figure in figures[start : start + _MOST_ITEMS]:
        if figure.place.block != first.place.block or figure.sentence != first.sentence:
            return
        gap = BRACKETS.sub("", text[bounds(last)[1] : bounds(figure)[0]])
        if figure is not first:
            if last is first and not within:
                loose = not _STRONG.search(gap)
                ends = _STRONG if loose else _COMMA
            if _TURNED.search(gap) or (ends and ends.search(gap)) or _acts(figure, first):
                return
        last = figure
        if figure.relation is Relation.COUNT:
            yield figure


def _acts(figure: Figure, first: Figure) -> bool:
    """Whether a figure counts another activity than the list does: 召开会议3次."""
    act = _ACTS.match(figure.subject)
    return act is not None and not first.subject.startswith(act[0])
