"""A government's tables held, cell by cell, against the sums of those that report into it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from govcheck.document.bodies import Body, CellId, Entry, Figures
from govcheck.document.peers import Aggregate, CellSum, TableOfSums

_Part = tuple[str, Figures]
"""A body's name and its figures."""


def aggregate(
    government: Body, parts: Sequence[tuple[Entry, Body | None]], *, complete: bool
) -> Aggregate:
    """Hold a government's report against those of the bodies that report into it.

    A report of another year is none.  Takes time in proportion to the cells that are not 0.
    """
    known = [
        (entry, body)
        for entry, body in parts
        if body is not None and body.year == government.year
    ]
    present = {entry.name for entry, _ in known}
    return Aggregate(
        bodies=tuple(entry.name for entry, _ in parts),
        missing=tuple(entry.name for entry, _ in parts if entry.name not in present),
        complete=complete,
        excused=government.excused or any(body.excused for _, body in known),
        tables=tuple(
            _table(name, own, [(entry.name, body.figures.get(name)) for entry, body in known])
            for name, own in government.figures.items()
            if own.whole
        ),
    )


def _table(name: str, own: Figures, parts: Iterable[tuple[str, Figures | None]]) -> TableOfSums:
    listed = list(parts)
    read = [
        (part, figures)
        for part, figures in listed
        if figures is not None and figures.whole and figures.form == own.form
    ]
    there = {part for part, _ in read}
    cells = list(_cells(own, read))
    return TableOfSums(
        table=name,
        compared=len(cells),
        differing=tuple(one for one in cells if one.stated != one.due),
        unread=tuple(part for part, _ in listed if part not in there),
    )


def _cells(own: Figures, parts: Sequence[_Part]) -> Iterator[CellSum]:
    """Yield the cells that are not 0 everywhere and in which the government has a figure."""
    named = dict.fromkeys(own.values)
    for _, figures in parts:
        named |= dict.fromkeys(figures.values)
    for cell in sorted(named):
        if cell not in own.unread:
            yield _sum(cell, own, parts)


def _sum(cell: CellId, own: Figures, parts: Sequence[_Part]) -> CellSum:
    terms = tuple(
        (name, figures.values[cell]) for name, figures in parts if cell in figures.values
    )
    return CellSum(
        cell=cell,
        stated=own.values.get(cell, Decimal()),
        due=sum((value for _, value in terms), Decimal()),
        terms=terms,
        read=not any(cell in figures.unread for _, figures in parts),
    )
