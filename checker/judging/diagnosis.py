"""From many broken sums to the cell that breaks them.

A wrong cell stands in several sums and breaks each.  Where correcting one cell, or
very few, or a whole line, mends all of them, the first finding becomes the root and names the
cells; the others are folded under it.  What a lone sum suggests is a hint: any of its cells may
be wrong, unless other findings tell which.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govcheck.document.naming import cell_evidence
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.judging.assessment import Finding
from govcheck.judging.consequences import consequences
from govcheck.judging.correction_words import correction, line_correction
from govcheck.judging.echoes import echoes
from govcheck.judging.folding import Cause, folded
from govcheck.judging.same_words import same_words
from govcheck.judging.sum_findings import SumFindings
from govcheck.judging.twins import Twins, twin_repairs, twin_words, twins
from govcheck.sums.line_sums import decided_sums
from govcheck.sums.repair import CellKey, Repair, System, repairs
from govcheck.sums.term import Term
from govcheck.sums.whole_lines import likeliest, wrong_lines

_ALTERNATIVES = 3
"""More possible corrections than that are not worth listing."""
_WITH_PROSE = "和正文"


def diagnose(findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
    """Return the findings, each folded one after its root and pointing at it."""
    broken: dict[tuple[Term, ...], list[int]] = {}
    for index, finding in enumerate(findings):
        if finding.terms:
            broken.setdefault(finding.terms, []).append(index)
    tables = dict.fromkeys(terms[0].table for terms in broken)
    causes = [
        cause
        for name in tables
        for cause in _causes(findings, document, document.tables[name], broken)
    ]
    causes += [Cause(members=(root, one)) for one, root in consequences(findings)]
    causes += [Cause(members=(root, one)) for one, root in same_words(findings, document)]
    causes += [Cause(members=(root, *below)) for root, below in echoes(findings)]
    return folded(findings, [cause for cause in causes if _is_one(cause, findings)])


def _is_one(cause: Cause, findings: Sequence[Finding]) -> bool:
    """Tell whether all that a cause explains is failed alike, or doubted alike."""
    return len({findings[member].outcome for member in cause.members}) == 1


def _causes(
    found: Sequence[Finding],
    document: Document,
    table: Table,
    broken: Mapping[tuple[Term, ...], Sequence[int]],
) -> Iterator[Cause]:
    sums = decided_sums(table)
    told = SumFindings(
        found=found,
        document=document,
        table=table,
        sums=sums,
        system=System.of([one.terms for one in sums]),
        at=[broken.get(one.terms, ()) for one in sums],
    )
    unexplained = set(told.system.residuals)
    for mended, alternatives in repairs(told.system):
        sure = len(alternatives) == 1 and len(mended) > 1
        decided = {} if sure else told.borne_out(alternatives)
        left = [decided] if decided else alternatives
        if len(left) > _ALTERNATIVES:
            continue
        unexplained -= mended
        yield from _of_cells(told, mended, left, decided=bool(decided))
    for cause in _of_lines(told, unexplained):
        unexplained.clear()
        yield cause
    for pair in twins(sums, told.system, unexplained):
        yield _of_twins(told, pair)


def _of_cells(
    told: SumFindings, mended: frozenset[int], alternatives: Sequence[Repair], *, decided: bool
) -> Iterator[Cause]:
    """Yield what cells at fault explain; only a hint where they are not known for certain."""
    sure = decided or (len(alternatives) == 1 and len(mended) > 1)
    also = _WITH_PROSE if decided and not told.misfits(alternatives[0]) else ""
    sums = [told.sums[index] for index in sorted(mended)]
    words = correction(told.table, sums, alternatives, also)
    for repair, group in _shares(told.system, mended, alternatives[0] if sure else {}):
        if told.about(group):
            yield _cause(told, group, repair, words)


def _of_lines(told: SumFindings, unexplained: set[int]) -> Iterator[Cause]:
    """Yield what one line, or two that are exchanged, explain: all that is left, or nothing."""
    broken = {index: told.system.residuals[index] for index in sorted(unexplained)}
    ways = wrong_lines(told.system, broken)
    decided = told.borne_out([one.repair for one in ways])
    wrong = next((one for one in ways if one.repair is decided), likeliest(ways))
    if wrong and told.about(broken):
        words = line_correction(told.table, [told.sums[one] for one in broken], wrong)
        yield _cause(told, broken, wrong.repair, words)


def _of_twins(told: SumFindings, pair: Twins) -> Cause:
    """Return what two lines have in common: cells, where the prose tells which."""
    decided = told.borne_out([*twin_repairs(told.sums, told.system, pair)])
    if decided:
        sums = [told.sums[index] for index in pair]
        words = correction(told.table, sums, [decided], _WITH_PROSE)
    else:
        words = twin_words(told.table, told.sums, told.system, pair)
    return _cause(told, pair, decided, words)


def _cause(told: SumFindings, sums: Iterable[int], repair: Repair, words: str) -> Cause:
    """Put together what a repair explains; a cell that can hold no such figure comes first."""
    members = (*told.misfits(repair), *told.about(sums), *told.prose(repair))
    shown = tuple(
        cell_evidence(told.table, *cell, expected=corrected)
        for cell, corrected in repair.items()
    )
    return Cause(members=members, words=words, evidence=shown)


def _shares(
    system: System, mended: frozenset[int], repair: Repair
) -> Iterator[tuple[Repair, frozenset[int]]]:
    """Share the mended sums out among the cells of the one repair, if there is only one.

    Cells that a held sum ties are one slip: a figure, and the total that it was carried into.
    """
    if not repair:
        yield {}, mended
    left, cells = mended, [*repair]
    while cells:
        tied = _tied(system, mended, cells)
        held = frozenset[int]().union(*(system.of_cell[cell] for cell in tied))
        yield {cell: repair[cell] for cell in tied}, left & held
        left -= held
        cells = [cell for cell in cells if cell not in tied]


def _tied(system: System, mended: frozenset[int], cells: Sequence[CellKey]) -> list[CellKey]:
    """Return the first cell and all that held sums tie to it."""
    tied = [cells[0]]
    for one in tied:
        held = system.of_cell[one] - mended
        tied += [cell for cell in cells if cell not in tied and held & system.of_cell[cell]]
    return tied
