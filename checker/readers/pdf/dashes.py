"""Dashes and dots in a row, which are one line."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Drawing, Stroke

_LONGEST: Final = 4.0
"""Points that a dash is long, at the most, …"""
_GAP: Final = 3.0
"""… and that part it from the next one."""


def without_dashes(drawing: Drawing) -> Drawing:
    """Return what is drawn on a page with each row of dashes as one line."""
    return replace(
        drawing, level=_in_one_piece(drawing.level), upright=_in_one_piece(drawing.upright)
    )


def _in_one_piece(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    lines: list[Stroke] = []
    before: Stroke | None = None
    for stroke in sorted(strokes, key=lambda one: (_place(one), one.start)):
        if before and _are_dashes(before, stroke):
            lines[-1] = lines[-1]._replace(end=max(lines[-1].end, stroke.end))
        else:
            lines.append(stroke)
        before = stroke
    return tuple(lines)


def _are_dashes(one: Stroke, other: Stroke) -> bool:
    return (
        _place(one) == _place(other)
        and max(one.end - one.start, other.end - other.start) <= _LONGEST
        and other.start - one.end <= _GAP
    )


def _place(stroke: Stroke) -> int:
    """Return where a line lies, in half points."""
    return round(2 * stroke.at)
