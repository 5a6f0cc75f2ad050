"""The tables that lines rule on a page: which cells they make, and which they merge."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from msgspec import Struct

from govcheck.readers.pdf.fields import LatticeCell, fields_between
from govcheck.readers.pdf.folio import Box, Drawing, Stroke

_TOUCH: Final = 3.5
"""Lines that end so near each other meet: a browser draws a border around every cell."""
_GAP: Final = 3.0
"""Dashes so near each other are one line."""
_BESIDE: Final = 150.0
"""No cell for a label is wider."""
_LEAST: Final = 2
"""A frame has so many level and so many upright lines, or more upright ones: of a row that
the end of a page has cut there may be one level line alone."""


class Lattice(Struct, frozen=True, kw_only=True):
    """A ruled table: the borders of its columns and rows, and its cells."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    fields: tuple[LatticeCell, ...]
    whole: bool = True
    """False when its lines have holes, so that its cells cannot be told."""
    apart: float = 0.0
    """So much of a cell's width lies outside of it."""

    @property
    def box(self) -> Box:
        """Return where it stands."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])


class RuledLines:
    """The lines that rule a page."""

    def __init__(self, drawing: Drawing) -> None:
        """Make whole lines of the strokes."""
        self._rows, self._columns = whole_lines(drawing.level), whole_lines(drawing.upright)
        self._drawing = drawing
        self.crossings = len(self._rows) * len(self._columns)
        """How many pairs of them there are to look at."""

    def lattices(self) -> list[Lattice]:
        """Return the tables that they make from top to bottom; one cell alone is none."""
        frames = [
            frame
            for frame in _frames(self._rows, self._columns)
            if min(map(len, frame)) >= _LEAST or len(frame[1]) > _LEAST
        ]
        used = {column for _, columns in frames for column in columns}
        alone = [column for column in self._columns if column not in used]
        apart = self._drawing.apart
        found = [_lattice(rows, _with_edge(columns, alone), apart) for rows, columns in frames]
        if not frames:
            found += _rowless(alone)
        found += [
            Lattice(across=(left, right), down=(top, bottom), fields=(), whole=False)
            for left, top, right, bottom in self._drawing.untold
        ]
        tables = [one for one in found if len(one.fields) > 1 or not one.whole]
        return sorted(tables, key=lambda one: one.down[0])


def without_frames(tables: Sequence[Lattice]) -> list[Lattice]:
    """Leave out what lies around tables as frames do, one below the other."""
    return [
        one
        for one in tables
        if len(one.across) > _LEAST
        or not any(one.box.holds(other.box.head) for other in tables if other is not one)
    ]


def whole_lines(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Make one line of pieces that lie on one, end to end."""
    lines: list[Stroke] = []
    for group in _groups(strokes, 1.0):
        current: Stroke | None = None
        for stroke in sorted(group, key=lambda stroke: stroke.start):
            if current and stroke.start - current.end <= _GAP:
                current = current._replace(end=max(current.end, stroke.end))
                continue
            if current:
                lines.append(current)
            current = stroke
        lines += [current] if current else []
    return lines


def _groups(strokes: Sequence[Stroke], reach: float) -> Iterator[list[Stroke]]:
    """Yield lines by where they lie; a group is no wider than ``reach``."""
    group: list[Stroke] = []
    for stroke in sorted(strokes):
        if group and stroke.at - group[0].at > reach:
            yield group
            group = []
        group.append(stroke)
    if group:
        yield group


def _frames(
    rows: Sequence[Stroke], columns: Sequence[Stroke]
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield lines that cross or meet each other, directly or by others."""
    meeting: dict[int, list[int]] = {index: [] for index in range(len(rows))}
    crossing: list[list[int]] = [[] for _ in columns]
    for index, row in enumerate(rows):
        for number, column in enumerate(columns):
            if _meet(row, column):
                meeting[index].append(number)
                crossing[number].append(index)
    while meeting:
        waiting, seen, level = [next(iter(meeting))], set[int](), []
        while waiting:
            index = waiting.pop()
            new = [number for number in meeting.pop(index, ()) if number not in seen]
            level.append(rows[index])
            seen.update(new)
            waiting += {one for number in new for one in crossing[number]} & meeting.keys()
            waiting = list(dict.fromkeys(waiting))
        yield level, [columns[number] for number in sorted(seen)]


def _with_edge(columns: list[Stroke], alone: Sequence[Stroke]) -> list[Stroke]:
    """Add lines that no level line meets: of a merged cell longer than a whole page."""
    top, bottom = min(one.start for one in columns), max(one.end for one in columns)
    left, right = min(one.at for one in columns), max(one.at for one in columns)
    beside = [
        one
        for one in alone
        if abs(one.start - top) <= _TOUCH
        and abs(one.end - bottom) <= _TOUCH
        and left - _BESIDE <= one.at <= right + _BESIDE
    ]
    return sorted([*columns, *beside])


def _rowless(columns: Sequence[Stroke]) -> Iterator[Lattice]:
    """Yield what a page shows of a row that is longer than the page: no cell can be told."""
    by_top = sorted(columns, key=lambda one: one.start)
    for top, group in groupby(by_top, lambda one: one.start):
        own = sorted(group)
        if len(own) > _LEAST:
            across = tuple(one.at for one in own)
            down = top, max(one.end for one in own)
            yield Lattice(across=across, down=down, fields=(), whole=False)


def _meet(row: Stroke, column: Stroke) -> bool:
    return (
        row.start - _TOUCH <= column.at <= row.end + _TOUCH
        and column.start - _TOUCH <= row.at <= column.end + _TOUCH
    )


def _lattice(level: Sequence[Stroke], upright: Sequence[Stroke], apart: float) -> Lattice:
    across = _borders(upright, level)
    down = _borders(level, upright)
    walls = _closed(upright, across, down)
    floors = _closed(level, down, across)
    fields = tuple(fields_between(walls, floors, len(down) - 1, len(across) - 1))
    covered = sum(field.height * field.width for field in fields)
    whole = covered == (len(down) - 1) * (len(across) - 1)
    return Lattice(across=across, down=down, fields=fields, whole=whole, apart=apart)


def _borders(lines: Sequence[Stroke], others: Sequence[Stroke]) -> tuple[float, ...]:
    """Return where the borders lie: on lines, and where the lines across them end."""
    ends = [Stroke(at, at, at) for other in others for at in (other.start, other.end)]
    outer = [min(ends), max(ends)]
    return tuple(
        sum(line.at for line in group) / len(group)
        for group in _groups([*lines, *outer], _TOUCH)
    )


def _closed(
    lines: Iterable[Stroke], borders: Sequence[float], steps: Sequence[float]
) -> list[list[bool]]:
    """Say of every border, for every step along it, whether a line is drawn there."""
    middles = [(one + other) / 2 for one, other in pairwise(steps)]
    closed = [[False] * len(middles) for _ in borders]
    for line in lines:
        nearest = min(range(len(borders)), key=lambda index: abs(borders[index] - line.at))
        for step, middle in enumerate(middles):
            if line.start <= middle <= line.end:
                closed[nearest][step] = True
    return closed
