"""Cases of both kinds that are as many: 行政复议、行政诉讼各1件."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.statements.stated import bounds, text_of, this_year

_PART: Final = "review-litigation"
_KINDS: Final = ("review.total", "litigation.total")


def of_each_kind(document: Document) -> Iterator[Figure]:
    """Yield such a number once for each kind, where nothing else is said before it."""
    each = document.vocabulary.pattern("statements.each_kind")
    ends = document.vocabulary.pattern("statements.each_ends")
    for figure in document.figures:
        if figure.concept or not this_year(figure):
            continue
        text, (start, end) = text_of(document, figure), bounds(figure)
        found = each.fullmatch(text, text.rfind("。", 0, start) + 1, start)
        if found and ends.match(text, end) and (found["ours"] or figure.place.part == _PART):
            yield from (replace(figure, concept=kind, scope="") for kind in _KINDS)
