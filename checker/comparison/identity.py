"""Whether two reports are surely one body's of two years running, told in one way."""

import re
from typing import Final

from govcheck.document.report import Document
from govcheck.document.search import says
from govcheck.document.table import DeviationKind, Table

_HARMLESS: Final = frozenset(
    {
        DeviationKind.RENAMED_ROW,
        DeviationKind.RENAMED_COLUMN,
        DeviationKind.SUBTOTAL_ROW,
        DeviationKind.EXTRA_ROW,
        DeviationKind.UNIT,
    }
)
"""In spite of these a table's cells are where the form has them."""


def uncertainty(earlier: Document, later: Document, excused: re.Pattern[str] | None) -> str:
    """Say (Chinese) why figures of the two may differ rightly, or return an empty string.

    ``excused`` are words of either report that tell of a reorganised or renamed body, of
    another way to count, or of a report that was corrected.
    """
    names = [one.agency.value if one.agency else "" for one in (earlier, later)]
    if not all(names) or earlier.year is None or later.year is None:
        return "两份报告的编制单位或者年度未能都识别"
    if "".join(names[0].split()) != "".join(names[1].split()):
        return f"上年度报告的编制单位写作“{names[0]}”，本报告写作“{names[1]}”"
    told = ("body", "furniture")
    if excused and any(says(one, excused, told) for one in (earlier, later)):
        return "报告写到机构、统计口径变动或者报告更正"
    return ""


def is_sound(table: Table) -> bool:
    """Whether a table was read as it is printed, each cell where the form has it."""
    kinds = {deviation.kind for deviation in table.deviations}
    return not table.recognised and not table.partial and kinds <= _HARMLESS
