"""How kinds speak of figures that the prose states: their words, and what they agree with."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from govcheck.document.blocks import Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Figure, Leaning, Period, Relation
from govcheck.document.naming import plain
from govcheck.document.once import once
from govcheck.document.place import Place
from govcheck.document.report import Document

_CLAUSE_ENDS: Final = "，,。；;：:（(）)\n！？"
_WITHIN: Final = "，,；;：:（(）)"
"""Those of them that stand within a sentence."""
_JOINT: Final = "、"
"""Ends a clause behind its figure; before it, it joins words of what is counted."""
_LEAST_QUOTE: Final = 2
"""A figure with fewer characters of its clause before it is quoted with the clause before."""
_MOST_QUOTE: Final = 1000
"""A clause is followed no further than this."""
_MUCH_MORE: Final = Decimal("1.25")
_MUCH_LESS: Final = Decimal("0.75")


def this_year(figure: Figure) -> bool:
    """Whether it is a plain amount of the year that the document reports on."""
    return figure.relation is Relation.COUNT and figure.period is Period.THIS_YEAR


def by_year_end(figure: Figure) -> bool:
    """Whether it is a plain amount by the year's end, of this year or of all till then."""
    return figure.relation is Relation.COUNT and figure.period is Period.YEAR_END


def text_of(document: Document, figure: Figure) -> str:
    """Return the normal text of the paragraph that states a figure."""
    block = document.body[figure.place.block or 0]
    return block.text.normal if isinstance(block, Paragraph) else ""


def sentence_of(document: Document, figure: Figure) -> str:
    """Return the normal text of the sentence that states a figure."""
    text, (start, end) = text_of(document, figure), bounds(figure)
    return text[text.rfind("。", 0, start) + 1 : _first_of("。", text, end, len(text))]


def bounds(figure: Figure) -> tuple[int, int]:
    """Return where in its paragraph a figure stands."""
    return figure.place.start or 0, figure.place.end or 0


def _start_of(figure: Figure) -> int:
    return bounds(figure)[0]


def _end_of(figure: Figure) -> int:
    return bounds(figure)[1]


@once
def figures_by_block(document: Document) -> Mapping[int | None, Sequence[Figure]]:
    """Return the figures of each paragraph, in reading order."""
    found: defaultdict[int | None, list[Figure]] = defaultdict(list)
    for figure in document.figures:
        found[figure.place.block].append(figure)
    return found


def written(document: Document, figure: Figure) -> str:
    """Return a figure as written: 14万余条."""
    return document.quote(figure.place)


def amount(figure: Figure) -> str:
    """Return a figure's worth and unit: 140000条."""
    return plain(figure.value) + figure.unit


def worked_out(figures: Iterable[Figure]) -> str:
    """Write an addition out: 18＋971＝989."""
    terms = [figure.value for figure in figures]
    return f"{'＋'.join(plain(term) for term in terms)}＝{plain(sum(terms, Decimal(0)))}"


def evidence(document: Document, figure: Figure) -> Evidence:
    """Quote the clause that states a figure, and nothing of its neighbours' figures.

    What should stand there is never said: a sum does not tell which of its figures is wrong.
    """
    shown = _shown(document)
    if figure.place not in shown:
        shown[figure.place] = _evidence(document, figure)
    return shown[figure.place]


@once
def _shown(_: Document) -> dict[Place, Evidence]:
    """Return what has been shown of a document's figures: the same ones again and again."""
    return {}


def _evidence(document: Document, figure: Figure) -> Evidence:
    text = text_of(document, figure)
    start, end = bounds(figure)
    beside = figures_by_block(document)[figure.place.block]
    last = bisect_right(beside, start, key=_end_of) - 1
    following = bisect_left(beside, end, key=_start_of)
    before = _end_of(beside[last]) if last >= 0 else 0
    behind = _start_of(beside[following]) if following < len(beside) else None
    place = Place(
        part=figure.place.part,
        block=figure.place.block,
        start=_begin(text, start, before),
        end=_end(text, end, behind),
        line=figure.place.line,
        page=figure.place.page,
    )
    return Evidence(quote=document.quote(place).strip(), place=place)


def _begin(text: str, start: int, before: int) -> int:
    """Return where a figure's clause begins, not before the end of the figure before it."""
    begin = max(before, _behind_mark(text, start))
    begin += text.startswith(_JOINT, begin)
    if start - begin >= _LEAST_QUOTE:
        return begin
    return _behind_mark(text, _last_word(text, begin))


def _last_word(text: str, end: int) -> int:
    """Return where the last word before ``end`` ends, with the marks behind it left out.

    What stands in brackets right behind it goes with it: 收到申请（含补正），13件.  It is
    none of another sentence.
    """
    low = max(0, end - _MOST_QUOTE)
    while end > low and (text[end - 1] in _WITHIN or text[end - 1] == " "):
        opened = max(text.rfind(mark, low, end) for mark in "（(")
        bracketed = text[end - 1] in "）)" and opened >= 0
        end = opened if bracketed else end - 1
    return end


def _behind_mark(text: str, end: int) -> int:
    """Return where the clause begins in which the words before ``end`` stand."""
    low = max(0, end - _MOST_QUOTE)
    return max(low, *(text.rfind(mark, low, end) + 1 for mark in _CLAUSE_ENDS))


def _end(text: str, end: int, following: int | None) -> int:
    """Return where a figure's clause ends; with itself, where another figure comes first.

    A list without another figure belongs to it whole: 12件涉及教育、医疗和住房.
    """
    high = min(len(text), end + _MOST_QUOTE)
    stop = _first_of(_CLAUSE_ENDS, text, end, high)
    if following is None or following >= stop:
        return stop
    joint = _first_of(_JOINT, text, end, high)
    return end if following < joint else joint


def _first_of(marks: str, text: str, start: int, end: int) -> int:
    """Return where the first of these marks stands, or the end."""
    return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)


def agrees(figure: Figure, value: Decimal) -> bool:
    """Whether a figure, as exactly as it is written, can speak of this value."""
    if figure.upper is not None:
        return figure.value <= value <= figure.upper
    if figure.leaning is Leaning.ABOVE:
        most = max(figure.value * _MUCH_MORE, figure.value + 10 * figure.step)
        return figure.value <= value < most
    if figure.leaning is Leaning.BELOW:
        return figure.value * _MUCH_LESS <= value <= figure.value
    if figure.leaning is Leaning.AROUND:
        return figure.value * _MUCH_LESS <= value <= figure.value * _MUCH_MORE
    if figure.step > 1:
        return abs(value - figure.value) < figure.step
    return value == figure.value
