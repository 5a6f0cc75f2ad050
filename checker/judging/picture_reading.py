"""What may be said of figures that were read from a picture: the reading may be what is wrong.

Whatever rests on them is open.  The one exception is a sum that does not come out although
each of its figures is borne out by another sum, which does: a figure misread in the one
would be wrong in the other.  (That two sums *miss* by the same is no such proof.  It is what
one misread figure brings about.)
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome
from govcheck.sums.line_sums import decided_sums
from govcheck.sums.term import Term

Spot = tuple[str, str, str]
"""Table, row and column."""

_MARK: Final = "由图片识别"
_FIRST: Final = "先对照原图核对识别出的数字，再办："
_ADDENDS: Final = 2
"""With fewer figures above 0 on one side, a sum says that a figure equals itself."""


def borne_out(document: Document) -> frozenset[Spot]:
    """Return the cells of recognised tables that some sum bears out.

    Only tables with the rows and columns of the form count: in others, cells may have been
    taken for each other.
    """
    return frozenset(
        (term.table, term.row, term.column)
        for table in document.tables.values()
        if table.recognised and not (table.partial or table.doubted)
        for one in decided_sums(table)
        if not one.residual and not one.blanks
        for term in _telling(one.terms)
    )


def _telling(terms: Sequence[Term]) -> Iterator[Term]:
    """Yield the terms that a sum bears out: zeros always, others if it adds anything up."""
    adds = max(sum(term.sign == sign and term.value != 0 for term in terms) for sign in (1, -1))
    return (term for term in terms if not term.value or adds >= _ADDENDS)


def cautioned(finding: Finding, document: Document, certain: frozenset[Spot]) -> Finding:
    """Say of a finding that it rests on a reading; unless that is certain, it becomes open.

    Where pages of a file were recognised, what is missing rests on that as well.
    """
    read = any(_is_read(evidence.place, document) for evidence in finding.evidence)
    if not read and (finding.evidence or not document.scanned):
        return finding
    said = replace(finding, message=f"{_MARK}：{finding.message}")
    spots = {(term.table, term.row, term.column) for term in finding.terms}
    if spots and spots <= certain:
        return said
    return replace(said, outcome=Outcome.OPEN, remedy=_FIRST + finding.remedy)


def marked(finding: Finding, document: Document) -> Finding:
    """Mark each quotation that was read from a picture."""
    evidence = tuple(
        replace(one, quote=f"{one.quote}（{_MARK}）") if _is_read(one.place, document) else one
        for one in finding.evidence
    )
    return finding if evidence == finding.evidence else replace(finding, evidence=evidence)


def _is_read(place: Place, document: Document) -> bool:
    """Tell what was read from a picture; the picture itself is simply seen."""
    if place.page in document.scanned:
        return True
    table = document.tables.get(place.table or "")
    if table is None or not table.recognised:
        return False
    return place.block is None or not isinstance(document.body[place.block], Image)
