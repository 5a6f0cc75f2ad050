"""Which few cells, corrected, make every broken sum of a table hold and break no other.

Pure arithmetic: it knows sums and cells, nothing of documents or rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Self

from msgspec import Struct

from govcheck.sums.term import Term

CellKey = tuple[str, str]
"""Row id and column id."""
Repair = Mapping[CellKey, Decimal]
"""Corrected figures."""

_MOST_CELLS: Final = 3
"""More cells than that explain anything."""


class System(Struct, frozen=True, kw_only=True):
    """Sums over one table's cells that should each come to 0, indexed both ways."""

    signs: Sequence[Mapping[CellKey, int]]
    """Of each sum, the cells in it and their signs."""
    values: Mapping[CellKey, Decimal]
    of_cell: Mapping[CellKey, frozenset[int]]
    """Of each cell, the indexes of the sums that it stands in."""
    residuals: Mapping[int, Decimal]
    """By how much each broken sum misses 0."""

    @classmethod
    def of(cls, terms: Sequence[Sequence[Term]]) -> Self:
        """Index the sums, each given by its terms."""
        signs = [{(term.row, term.column): term.sign for term in sum_} for sum_ in terms]
        values = {(term.row, term.column): term.value for sum_ in terms for term in sum_}
        holding: dict[CellKey, set[int]] = {}
        for index, cells in enumerate(signs):
            for cell in cells:
                holding.setdefault(cell, set()).add(index)
        totals = [sum((t.sign * t.value for t in sum_), Decimal()) for sum_ in terms]
        return cls(
            signs=signs,
            values=values,
            of_cell={cell: frozenset(held) for cell, held in holding.items()},
            residuals={index: total for index, total in enumerate(totals) if total},
        )

    def change(self, cell: CellKey, index: int, residuals: Mapping[int, Decimal]) -> Decimal:
        """Return by how much the cell must grow for a broken sum to hold."""
        return -self.signs[index][cell] * residuals[index]

    def changed(
        self, cell: CellKey, growth: Decimal, residuals: Mapping[int, Decimal]
    ) -> dict[int, Decimal]:
        """Return what the broken sums miss after a cell has grown."""
        after = dict(residuals)
        for index in self.of_cell[cell]:
            after[index] = after.get(index, Decimal()) + self.signs[index][cell] * growth
            if not after[index]:
                del after[index]
        return after

    def after(self, repair: Repair, residuals: Mapping[int, Decimal]) -> Mapping[int, Decimal]:
        """Return what the broken sums miss once a repair is made."""
        for cell, corrected in repair.items():
            residuals = self.changed(cell, corrected - self.values[cell], residuals)
        return residuals


def repairs(sums: System) -> list[tuple[frozenset[int], list[Repair]]]:
    """Return groups of broken sums, each with the smallest repairs that mend it.

    One repair in a group: the cells at fault.  Several: the figures do not tell which.
    A broken sum that no few cells explain is in no group.
    """
    found = _evident(sums)
    rest = dict(sums.residuals)
    for mended, _ in found:
        for index in mended:
            del rest[index]
    for knot in _knots(sums, rest):
        solutions = _smallest(sums, knot)
        if solutions:
            found.append((frozenset(knot), solutions))
    return found


def _evident(sums: System) -> list[tuple[frozenset[int], list[Repair]]]:
    """Find cells that alone mend all their sums, where no other cell mends any of these."""
    fitting: dict[CellKey, Decimal] = {}
    for cell, held in sums.of_cell.items():
        if not held <= sums.residuals.keys():
            continue
        growths = {sums.change(cell, index, sums.residuals) for index in held}
        if len(growths) == 1 and (corrected := sums.values[cell] + growths.pop()) >= 0:
            fitting[cell] = corrected
    claims: dict[int, int] = {}
    for cell in fitting:
        for index in sums.of_cell[cell]:
            claims[index] = claims.get(index, 0) + 1
    return [
        (sums.of_cell[cell], [{cell: corrected}])
        for cell, corrected in fitting.items()
        if all(claims[index] == 1 for index in sums.of_cell[cell])
    ]


def _knots(sums: System, broken: Mapping[int, Decimal]) -> Iterator[dict[int, Decimal]]:
    """Split broken sums into those that cells connect, over whatever other sums."""
    unseen = dict(broken)
    while unseen:
        reached, frontier = set[int](), {next(iter(unseen))}
        while frontier:
            reached |= frontier
            cells = {cell for index in frontier for cell in sums.signs[index]}
            frontier = {i for cell in cells for i in sums.of_cell[cell]} - reached
        yield {index: unseen.pop(index) for index in list(unseen) if index in reached}


def _smallest(sums: System, knot: Mapping[int, Decimal]) -> list[Repair]:
    """Return all repairs of the least size that explain more sums than they touch cells."""
    for size in range(1, min(_MOST_CELLS, max(1, len(knot) - 1)) + 1):
        solutions = {frozenset(repair.items()) for repair in _search(sums, knot, {}, size)}
        if solutions:
            return [dict(sorted(solution)) for solution in sorted(solutions, key=sorted)]
    return []


def _search(
    sums: System, broken: Mapping[int, Decimal], repair: Repair, size: int
) -> Iterator[Repair]:
    """Yield repairs with ``size`` more cells; some cell of the shortest broken sum is one."""
    if not broken:
        yield repair
    most = max(map(len, sums.of_cell.values()))
    if not broken or len(broken) > size * most:
        return
    shortest = min(broken, key=lambda index: (len(sums.signs[index]), index))
    for cell in sums.signs[shortest]:
        held = sums.of_cell[cell]
        if cell in repair or (size == 1 and held != broken.keys()):
            continue
        for growth in {sums.change(cell, index, broken) for index in held if index in broken}:
            corrected = sums.values[cell] + growth
            if corrected >= 0:
                after = sums.changed(cell, growth, broken)
                yield from _search(sums, after, {**repair, cell: corrected}, size - 1)
