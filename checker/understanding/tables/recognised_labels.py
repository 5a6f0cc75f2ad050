"""Labels that were read from a picture: a sign or two may have been taken for another."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell
from govcheck.document.text import Text
from govcheck.understanding.tables.labels import key

_PER_SLIP: Final = 5
"""Of so many signs one may be another; and of a label of two signs or more one."""
_MOST_SLIPS: Final = 3
_SHORTEST: Final = 2


def mended(grid: Grid, known: tuple[str, ...]) -> Grid:
    """Return a grid that was read from a picture with the labels that its own must be.

    ``known`` are the keys of all labels.  One that two of them are as near to stays as it is.
    """
    return replace(grid, cells=tuple(_mended(cell, known) for cell in grid.cells))


def _mended(cell: GridCell, known: tuple[str, ...]) -> GridCell:
    printed = key(cell.text.normal)
    label = meant(printed, known) if len(printed) >= _SHORTEST else None
    if label is None or label == printed:
        return cell
    return replace(cell, text=Text(written=label, normal=label))


@lru_cache(maxsize=1024)
def meant(printed: str, known: tuple[str, ...]) -> str | None:
    """Return the one known key that is the nearest to a printed key, near enough."""
    if printed in known:
        return printed
    most = min(_MOST_SLIPS, 1 + len(printed) // _PER_SLIP)
    slips = ((_slips(printed, one, most), one) for one in known)
    near = sorted(pair for pair in slips if pair[0] <= most)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    distance, label = near[0]
    return label if distance < min(len(label), len(printed)) else None


def _slips(one: str, other: str, most: int) -> int:
    """Return how many signs are changed, left out or added; ``most`` + 1 for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    above: Iterable[int] = range(len(other) + 1)
    for row, sign in enumerate(one, start=1):
        before = list(above)
        line = [row]
        for column, there in enumerate(other, start=1):
            changed = before[column - 1] + (sign != there)
            line.append(min(changed, before[column] + 1, line[-1] + 1))
        if min(line) > most:
            return most + 1
        above = line
    return list(above)[-1]
