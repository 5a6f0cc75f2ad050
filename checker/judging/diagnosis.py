"""From many broken sums to the cell that breaks them.

A wrong cell stands in several sums and breaks each.  Where correcting one cell, or
very few, mends all of them, the first finding becomes the root and names the cell; the
others are folded under it.  What a lone sum suggests is a hint: any of its cells may be wrong.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govcheck.document.naming import cell_evidence, cell_name, line_name, plain
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.judging.assessment import Finding
from govcheck.judging.consequences import consequences
from govcheck.judging.corrections import borne_out
from govcheck.judging.echoes import echoes
from govcheck.judging.folding import Cause, folded
from govcheck.judging.same_words import same_words
from govcheck.sums.line_sums import decided_sums
from govcheck.sums.repair import CellKey, Repair, System, repairs
from govcheck.sums.sum import Sum
from govcheck.sums.term import Term

_ALTERNATIVES = 3
"""More possible corrections than that are not worth listing."""


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
    system = System.of([one.terms for one in sums])
    findings = [broken.get(one.terms, ()) for one in sums]
    unexplained = set(system.residuals)
    for mended, alternatives in repairs(system):
        if len(alternatives) > _ALTERNATIVES:
            continue
        unexplained -= mended
        words = _words(table, [sums[index] for index in sorted(mended)], alternatives)
        repair = alternatives[0] if len(alternatives) == 1 and len(mended) > 1 else {}
        for cell, group in _shares(system, mended, repair):
            members = sorted(member for index in group for member in findings[index])
            shown = (cell_evidence(table, *cell, expected=repair[cell]),) if cell else ()
            if members:
                prose = borne_out(found, document, table, repair) if cell else ()
                yield Cause(members=(*members, *prose), words=words, evidence=shown)
    for first, second in _twins(sums, system, unexplained):
        members = sorted((*findings[first], *findings[second]))
        words = _twin_words(table, sums, system, first, second)
        yield Cause(members=tuple(members), words=words, evidence=())


def _twins(
    sums: Sequence[Sum], system: System, unexplained: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Find two lines of one sum that miss by the same, as the held sums across require."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for index in sorted(unexplained):
        asked = sums[index].asked
        alike.setdefault((asked.along, asked.left, asked.right), []).append(index)
    for indexes in alike.values():
        if len(indexes) == 2 and _tied(sums, system, *indexes):  # noqa: PLR2004 - a pair
            yield indexes[0], indexes[1]


def _tied(sums: Sequence[Sum], system: System, first: int, second: int) -> bool:
    """Tell whether held sums tie each cell of one line to its neighbour in the other."""
    asked, other = sums[first].asked, sums[second].line
    for row, column in system.signs[first]:
        neighbour = (row, other) if asked.along == "columns" else (other, column)
        held = system.of_cell[row, column] & system.of_cell.get(neighbour, frozenset())
        if held <= system.residuals.keys():
            return False
    return abs(system.residuals[first]) == abs(system.residuals[second])


def _twin_words(
    table: Table, sums: Sequence[Sum], system: System, first: int, second: int
) -> str:
    other = line_name(table, sums[second].line)
    across = "横向" if sums[first].asked.along == "columns" else "纵向"
    if system.residuals[first] == system.residuals[second]:
        return f"“{other}”同样相差，而各项{across}勾稽成立，当为同一差错带入，一并改正。"
    return f"“{other}”反向相差同数，而各项{across}勾稽成立，疑有件数填错了位置。"


def _shares(
    system: System, mended: frozenset[int], repair: Repair
) -> Iterator[tuple[CellKey | None, frozenset[int]]]:
    """Share the mended sums out among the cells of the one repair, if there is only one."""
    if not repair:
        yield None, mended
    left = mended
    for cell in repair:
        yield cell, left & system.of_cell[cell]
        left -= system.of_cell[cell]


def _words(table: Table, sums: Sequence[Sum], alternatives: Sequence[Repair]) -> str:
    """Say what to correct, and what then holds."""
    lines = dict.fromkeys(
        f"“{line_name(table, one.line)}”{'列' if one.asked.along == 'columns' else '行'}"
        for one in sums
        if line_name(table, one.line)
    )
    changes = [_changes(table, repair) for repair in alternatives]
    held = "勾稽成立" if len(sums) == 1 else f"{len(sums)}处勾稽同时成立"
    then = f"即可使{'、'.join(lines)}{held}，且不影响其他勾稽"
    if len(changes) == 1:
        return f"据各勾稽反推：将{changes[0]}，{then}；请对照台账核实。"
    listed = "；".join(f"（{number}）将{change}" for number, change in enumerate(changes, 1))
    return f"据各勾稽反推，有{len(changes)}种改法，{then}：{listed}；须对照台账确定。"


def _changes(table: Table, repair: Repair) -> str:
    changes = []
    for (row, column), corrected in repair.items():
        figure = table.value(row, column)
        written = "" if figure is None else plain(figure)
        name = cell_name(table, row, column)
        changes.append(f"“{name}”由{written}改为{plain(corrected)}")
    return "、".join(changes)
