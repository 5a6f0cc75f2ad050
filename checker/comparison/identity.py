"""Whether two reports are surely one body's of two years running, told in one way."""

import re
from typing import Final

from govcheck.document.report import Document
from govcheck.document.search import matches, says
from govcheck.document.table import DeviationKind, Table
from govcheck.late_pattern import late_pattern

_TOLD: Final = ("body", "furniture")
_DIGITS: Final = late_pattern("[0-9]")
_HARMLESS: Final = frozenset(
    {
        DeviationKind.RENAMED_ROW,
        DeviationKind.RENAMED_COLUMN,
        DeviationKind.SUBTOTAL_ROW,
        DeviationKind.REMARKS_COLUMN,
        DeviationKind.EXTRA_ROW,
        DeviationKind.UNIT,
    }
)
"""In spite of these a table's cells are where the form has them."""


def uncertainty(
    earlier: Document,
    later: Document,
    *,
    excused: re.Pattern[str] | None,
    scope: re.Pattern[str] | None,
) -> str:
    """Say (Chinese) why figures of the two may differ rightly, or return an empty string.

    ``excused`` are words of either report that tell of a reorganised or renamed body, of
    another way to count, or of a report that was corrected; ``scope`` words by which it says
    whom it counts, which matter where the two say it differently.
    """
    names = [one.agency.value if one.agency else "" for one in (earlier, later)]
    if not all(names) or earlier.year is None or later.year is None:
        return "两份报告的编制单位或者年度未能都识别"
    if "".join(names[0].split()) != "".join(names[1].split()):
        return f"上年度报告的编制单位写作“{names[0]}”，本报告写作“{names[1]}”"
    if excused and any(says(one, excused, _TOLD) for one in (earlier, later)):
        return "报告写到机构、统计口径变动或者报告更正"
    if scope and _sentences(earlier, scope) != _sentences(later, scope):
        return "两份报告所写的统计范围不同"
    return ""


def _sentences(document: Document, words: re.Pattern[str]) -> set[str]:
    """Return the sentences that hold the words, whatever their figures and years."""
    found = (match.sentence for match in matches(document, words, _TOLD))
    return {_DIGITS.sub("", sentence) for sentence in found}


def is_sound(table: Table) -> bool:
    """Whether a table was read as it is printed, each cell where the form has it."""
    kinds = {deviation.kind for deviation in table.deviations}
    return not table.recognised and not table.partial and kinds <= _HARMLESS
