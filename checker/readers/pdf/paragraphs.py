"""Paragraphs of printed lines: indents, gaps and lines that end early tell them apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from msgspec import Struct

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.titles import wrapped_titles
from govcheck.readers.pdf.words import first_word
from govcheck.readers.plain.joining import joined
from govcheck.readers.plain.wrapping import begins_afresh
from govcheck.readers.raw import RawParagraph

_LONG: Final = 12
"""Lines of so many characters show how wide the text is set."""
_FEWEST: Final = 3
"""So many of them on a page show it for that page."""
_INDENT: Final = 0.9
"""A paragraph's first line is set back by so many characters."""
_LITTLE: Final = 0.15
"""A line without an end to its sentence may leave so much of its width."""
_STEP: Final = 2.0
"""Lines that begin so near each other begin at the same place."""
_ROOM: Final = 0.5
"""So much of a character must be left over before a word counts as fitting."""
_GAP: Final = 1.3
"""Paragraphs stand apart by so many times the usual distance of lines."""
_HIGH: Final = 1.6
"""Lines of a large title stand apart by so many times their size."""
_GROWTH: Final = 1.25
"""Characters of another paragraph may be so much larger."""
_HAN: Final = "\u2e80"
"""Han characters and their punctuation come after this sign."""
_PAIR: Final = 2
"""So many pieces are a label and its figure, or a text with its number."""
_FIGURE: Final = late_pattern(r"[0-9][0-9.,%]*")
_ENTRY: Final = late_pattern(r"[….·⋯_]{4,200}\s{0,4}[0-9]{1,4}")
"""How a line of a table of contents ends: dots that lead to a page."""
_ENDS: Final = "。；：！？.;:!?"


class Typesetting(Struct, frozen=True, kw_only=True):
    """Between which ends a page's lines are set, how far apart, and in what size."""

    left: float
    right: float
    distance: float
    size: float


def is_row(line: PrintedLine) -> bool:
    """Whether a line stands in columns: a table's row without borders."""
    pieces = line.segments
    return len(pieces) > _PAIR or (
        len(pieces) == _PAIR and _FIGURE.fullmatch(pieces[-1]) is not None
    )


def measures(pages: Iterable[Sequence[PrintedLine]]) -> list[Typesetting]:
    """Return every page's measure; a page with little text has that of all pages."""
    pages = list(pages)
    whole = _measure([line for page in pages for line in page], pages)
    return [
        _measure(page, [page]) if sum(map(_is_long, page)) >= _FEWEST else whole
        for page in pages
    ]


def own_measures(lines: Sequence[PrintedLine]) -> list[Typesetting]:
    """Return the measure of every page by some of their lines alone, as those of a cell."""
    pages = [[line for line in lines if line.page == n + 1] for n in range(lines[-1].page)]
    return measures(pages)


def paragraphs(
    lines: Sequence[PrintedLine], measure: Sequence[Typesetting]
) -> list[RawParagraph]:
    """Return the paragraphs of lines between two tables; ``measure`` is that of each page."""
    found: list[RawParagraph] = []
    held: list[PrintedLine] = []
    titles = wrapped_titles(lines, [page.size for page in measure])
    for index, (line, follower) in enumerate(zip(lines, (*lines[1:], None), strict=True)):
        held.append(line)
        if follower is None or not (index in titles or _goes_on(line, follower, measure)):
            text = joined([one.text for one in held])
            found.append(RawParagraph(text=text, page=held[0].page))
            held = []
    return found


def _is_long(line: PrintedLine) -> bool:
    return len(line.text) >= _LONG and len(line.segments) == 1


def _measure(
    lines: Sequence[PrintedLine], pages: Sequence[Sequence[PrintedLine]]
) -> Typesetting:
    long = [line for line in lines if _is_long(line)] or list(lines)
    gaps = [
        other.base - one.base
        for page in pages
        for one, other in pairwise(page)
        if other.base - one.base < 3 * one.size
    ]
    if not long:
        return Typesetting(left=0.0, right=0.0, distance=0.0, size=0.0)
    often = Counter(round(line.left / _STEP) for line in long)
    lefts = [line.left for line in long if often[round(line.left / _STEP)] > 1]
    rights = sorted(line.right for line in long)
    return Typesetting(
        left=min(lefts or [line.left for line in long]),
        right=rights[len(rights) * 3 // 4],
        distance=median(gaps) if gaps else 0.0,
        size=median(line.size for line in long),
    )


def _goes_on(line: PrintedLine, follower: PrintedLine, measures: Sequence[Typesetting]) -> bool:
    """Whether a paragraph goes on in the next line."""
    before, after = measures[line.page - 1], measures[follower.page - 1]
    if is_row(line) or is_row(follower) or _differ(line, follower) or _is_entry(line):
        return False
    large = line.size > _GROWTH * before.size
    title = large and _is_centred(line, before) and _is_centred(follower, after)
    if follower.left - after.left > _INDENT * follower.size and not title:
        return False
    usual = max(before.distance, _HIGH * line.size) if large else before.distance
    if line.page == follower.page and follower.base - line.base > _GAP * usual:
        return False
    if line.text[-1] in _ENDS and begins_afresh(follower.text):
        return False
    room = before.right - line.right
    if room <= first_word(follower) + _ROOM * line.size:
        return True
    return line.text[-1] not in _ENDS and room <= _LITTLE * (before.right - before.left)


def _is_entry(line: PrintedLine) -> bool:
    return line.text[-1].isdigit() and _ENTRY.search(line.text) is not None


def _is_centred(line: PrintedLine, measure: Typesetting) -> bool:
    off_centre = line.left + line.right - measure.left - measure.right
    return abs(off_centre) <= line.size


def _differ(line: PrintedLine, follower: PrintedLine) -> bool:
    """Whether two lines are set in characters of other sizes; only Han ones can be compared."""
    sizes = [
        [glyph.size for glyph in one.glyphs if glyph.text > _HAN] for one in (line, follower)
    ]
    if not all(sizes):
        return False
    small, large = sorted(map(median, sizes))
    return large > _GROWTH * small
