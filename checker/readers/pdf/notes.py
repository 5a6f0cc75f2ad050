"""Characters that are no part of a figure that they stand beside: signs of notes, and dots."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from govcheck.readers.pdf.folio import Glyph

_DOT: Final = 0.3
"""Characters so small, by the usual size of a page, are dots to those who see it."""
_SMALL: Final = 0.9
"""The sign of a note is no larger, by the size of the figure before it, …"""
_RAISED: Final = (0.12, 1.0)
"""… and stands so much higher, …"""
_LOWERED: Final = (0.05, 0.5)
"""… or lower."""
_GAP: Final = 0.5
"""So near, by its size, a figure is followed by the sign."""
_SIGNS: Final = "[]()*※"
"""What such a sign may hold beside digits; what lies flat, as 一 or a point, is never one."""
_LONGEST: Final = 6


def without_notes(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return a page's characters, in the file's order, without such as those."""
    sizes = [glyph.size for glyph in glyphs if not glyph.text.isspace()]
    least = _DOT * median(sizes) if sizes else 0.0
    kept: list[Glyph] = []
    figure: Glyph | None = None
    edge, length = 0.0, 0
    for glyph in glyphs:
        if glyph.text.isspace():
            kept.append(glyph)
        elif glyph.size <= least and glyph.text.isdigit():
            continue
        elif figure and length < _LONGEST and _is_note(figure, edge, glyph):
            edge, length = glyph.right, length + 1
        else:
            kept.append(glyph)
            figure = glyph if glyph.text.isdigit() else None
            edge, length = glyph.right, 0
    return tuple(kept)


def _is_note(figure: Glyph, edge: float, glyph: Glyph) -> bool:
    if not (glyph.text.isdigit() or glyph.text in _SIGNS):
        return False
    if glyph.size > _SMALL * figure.size or abs(glyph.left - edge) > _GAP * figure.size:
        return False
    up = (figure.base - glyph.base) / figure.size
    return _RAISED[0] <= up <= _RAISED[1] or _LOWERED[0] <= -up <= _LOWERED[1]
