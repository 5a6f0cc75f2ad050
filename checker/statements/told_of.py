"""What words such as 均已办结 are told of: all there was, or the amount next before them."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.report import Document
from govcheck.document.search import Match
from govcheck.document.table import Table
from govcheck.late_pattern import late_pattern
from govcheck.statements.reading import amounts, fits
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import bounds, figures_by_block, this_year

_BRACKETED: Final = late_pattern(r"[（(][^（()）]{0,200}[)）]")
_OF_OTHERS: Final = frozenset({Period.LAST_YEAR, Period.OTHER_YEAR})


class Told(IntEnum):
    """What words are told of."""

    PART = 0
    PERHAPS_ALL = 1
    """Amounts before them come to all there was together: 网络21件、信函17件，均已办结."""
    ALL = 2


def told_of(
    document: Document, table: Table | None, said: Match, wholes: Sequence[str]
) -> Told:
    """Tell whether words speak of all that these concepts count, or of a part of it.

    Where no amount stands before them in their sentence, they speak of all; behind one of
    another year, of that.
    """
    before = list(_before(document, said))
    if before and before[-1].period in _OF_OTHERS:
        return Told.PART
    before = [one for one in before if one.period not in _OF_OTHERS]
    if not before or _is_all(document, table, before[-1], wholes):
        return Told.ALL
    added = before[-1]
    for one in reversed(before[:-1]):
        added = replace(added, value=added.value + one.value)
        if _is_all(document, table, added, wholes):
            return Told.PERHAPS_ALL
    return Told.PART


def _is_all(
    document: Document, table: Table | None, figure: Figure, wholes: Sequence[str]
) -> bool:
    """Whether the table, or else the prose, counts as many of all."""
    if table is None:
        stated = (one for one in document.figures if one.concept in wholes and this_year(one))
        return any(
            one.value == figure.value and is_whole(document, one.scope) for one in stated
        )
    read = (replace(figure, concept=concept, scope="") for concept in wholes)
    return any(fits(one, amount) for one in read for amount in amounts(table, one))


def _before(document: Document, said: Match) -> Iterator[Figure]:
    """Yield the counts before words in their sentence, in reading order."""
    place, text = said.place, said.passage.text
    begin = said.sentence_end - len(said.sentence)
    bracketed = [found.span() for found in _BRACKETED.finditer(text, begin, said.start)]
    units = document.vocabulary.words["concepts.case_units"]
    for figure in figures_by_block(document)[place.block]:
        at = said.start - (place.start or 0) + bounds(figure)[0]
        inside = any(low <= at < high for low, high in bracketed)
        counts = figure.relation is Relation.COUNT and figure.unit in units
        if begin <= at < said.start and counts and not inside:
            yield figure
