"""What is printed on every page beside the text: page numbers and running heads."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.folio import Folio
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.signs import sign

_MARGIN: Final = 0.11
"""A head or a foot stands in so much of the page's height, above or below."""
_NUMBER: Final = late_pattern(
    r"[-—–－―·~\s]{0,4}[0-9０-９]{1,4}[-—–－―·~\s]{0,4}"
    rf"|{sign('page_number')}|[0-9]{{1,4}}\s?/\s?[0-9]{{1,4}}"
)
_DIGITS: Final = late_pattern("[0-9０-９]+")
_OFTEN: Final = 0.5


def without_margins(
    folios: Sequence[Folio], pages: Sequence[Sequence[PrintedLine]]
) -> list[list[PrintedLine]]:
    """Leave out page numbers, and what stands at the edge of most of several pages."""
    edges = [edge(folio, lines) for folio, lines in zip(folios, pages, strict=True)]
    often = Counter(text for own in edges for text in {_DIGITS.sub("", x.text) for x in own})
    least = max(2, _OFTEN * len(folios))
    return [
        [
            line
            for line in lines
            if line not in own
            or not (_NUMBER.fullmatch(line.text) or often[_DIGITS.sub("", line.text)] >= least)
        ]
        for own, lines in zip(edges, pages, strict=True)
    ]


def edge(folio: Folio, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines in a page's upper and lower margin."""
    top, bottom = folio.height * _MARGIN, folio.height * (1 - _MARGIN)
    return [line for line in lines if line.base < top or line.base - line.size / 2 > bottom]
