"""The amounts of one list in the prose: up to where it ends or turns to something else."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.statements.stated import bounds

BRACKETS: Final = late_pattern(r"[（(][^（()）\n]{0,60}[)）]")
_MOST_ITEMS: Final = 60
_STRONG: Final = late_pattern(r"[；;]")
_BROKEN: Final = late_pattern(r"[，,；;]")
_COMMA: Final = late_pattern(r"^[^；;]*[，,][^；;]*$")
"""Of a list whose items stand between semicolons: more of one item, not the next."""
_CLOSED: Final = late_pattern(r"[)）]")


def items_with_shares(
    text: str, figures: tuple[Figure, ...], start: int, vocabulary: Vocabulary
) -> tuple[Figure, ...]:
    """Return the items of a list that gives each its share: 网上4件，占80%；信函1件，占20%."""
    items: list[Figure] = []
    turned = vocabulary.pattern("statements.turned")
    shared = vocabulary.pattern("statements.item_share")
    end = bounds(figures[start])[0]
    for part, rate in zip(
        figures[start : start + _MOST_ITEMS : 2],
        figures[start + 1 : start + _MOST_ITEMS : 2],
        strict=False,
    ):
        apart = part.sentence != figures[start].sentence
        if apart or part.relation is not Relation.COUNT or rate.relation is not Relation.RATE:
            break
        if turned.search(text, end, bounds(part)[0]):
            break
        if not shared.fullmatch(text, bounds(part)[1], bounds(rate)[0]):
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
    text: str,
    figures: tuple[Figure, ...],
    start: int,
    vocabulary: Vocabulary,
    *,
    within: bool,
    announced: bool,
) -> Iterator[Figure]:
    """Yield the plain amounts of a list, up to where it ends or turns to something else.

    Only a list that is announced, by a colon or brackets, goes on after a semicolon: after
    another, 其中主办9件；提案17件, something else is counted.
    """
    first = last = figures[start]
    turned = vocabulary.pattern("statements.turned")
    ends = _CLOSED if within else None if announced else _STRONG
    for place, figure in enumerate(figures[start : start + _MOST_ITEMS], start):
        if figure.place.block != first.place.block or figure.sentence != first.sentence:
            return
        gap = BRACKETS.sub("", text[bounds(last)[1] : bounds(figure)[0]])
        if figure is not first:
            if last is first and announced and not within:
                ends = _COMMA if _STRONG.search(gap) else _STRONG
            if turned.search(gap) or (ends and ends.search(gap)):
                return
            if _acts(figure, first, vocabulary):
                return
            if _has_list(text, figures, place, vocabulary):
                return
        last = figure
        if figure.relation is Relation.COUNT:
            yield figure


def _has_list(
    text: str, figures: tuple[Figure, ...], place: int, vocabulary: Vocabulary
) -> bool:
    """Whether a figure is a total itself: 其中主办9件，提案17件，其中…."""
    own_list = vocabulary.pattern("statements.own_list")
    following = figures[place + 1 : place + 2]
    return any(
        own_list.search(text[bounds(figures[place])[1] : bounds(one)[0]])
        for one in following
        if one.place.block == figures[place].place.block
    )


def sure_items(text: str, items: tuple[Figure, ...]) -> int:
    """Return how many of the first items stand side by side: 主办9件、会办3件，提案17件."""
    for place in range(1, len(items)):
        gap = text[bounds(items[place - 1])[1] : bounds(items[place])[0]]
        if _BROKEN.search(BRACKETS.sub("", gap)):
            return place
    return len(items)


def _acts(figure: Figure, first: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a figure counts another activity than the list does: 召开会议3次."""
    act = vocabulary.pattern("statements.acts").match(figure.subject)
    return act is not None and not first.subject.startswith(act[0])
