"""Lines of one direction in the order of their places, of which some are looked up by that."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from govcheck.readers.pdf.folio import Stroke


def lines_between(
    lines: Sequence[Stroke], first: float, last: float, *, most: int
) -> Sequence[Stroke]:
    """Return the lines, of those in order, that run between two places: at most so many."""
    low, high = bisect_left(lines, (first,)), bisect_right(lines, (last,))
    return lines[low : min(high, low + most)]
