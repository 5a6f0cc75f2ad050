"""Heads and feet that lie over the tables of some pages, and beside the text of others."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.pdf.folio import Folio, Glyph
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.margins import edge

_OFTEN: Final = 0.5
"""A head or a foot is printed on so many of a file's pages."""
_LEAST: Final = 3
"""A line of fewer characters, figures left out, may stand in the same place by chance."""
_GRAIN: Final = 1.5
"""Points by which a character may stand elsewhere on another page."""
_DIGITS: Final = 2.0
"""Figures stand no further from a head's other characters, by their size."""

_Place = tuple[str, int, int]


def without_furniture(
    folios: Sequence[Folio], pages: Sequence[Sequence[PrintedLine]]
) -> list[Folio]:
    """Take from all pages the lines at the edge of one that most pages show in that place.

    ``pages`` are the lines that stand in no table.
    """
    there = [{_place(glyph) for glyph in folio.glyphs} for folio in folios]
    lines = [
        line.glyphs
        for folio, lines in zip(folios, pages, strict=True)
        for line in edge(folio, lines)
    ]
    known = [
        glyphs for glyphs in lines if _shown(glyphs, there) >= max(2, _OFTEN * len(folios))
    ]
    taken = {place for glyphs in known for place in map(_place, _words(glyphs))}
    return [_without(folio, taken) for folio in folios] if taken else list(folios)


def _words(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the characters that are the same on all pages."""
    return [one for one in glyphs if not (one.text.isdigit() or one.text.isspace())]


def _place(glyph: Glyph) -> _Place:
    return glyph.text, round(glyph.left / _GRAIN), round(glyph.base / _GRAIN)


def _shown(glyphs: Sequence[Glyph], there: Sequence[set[_Place]]) -> int:
    """Return on how many pages a line's characters stand in their places."""
    places = {_place(one) for one in _words(glyphs)}
    return sum(places <= page for page in there) if len(places) >= _LEAST else 0


def _without(folio: Folio, taken: set[_Place]) -> Folio:
    gone = [glyph for glyph in folio.glyphs if _place(glyph) in taken]
    if not gone:
        return folio
    lost = set(gone)
    kept = [
        glyph
        for glyph in folio.glyphs
        if glyph not in lost and not (glyph.text.isdigit() and _belongs(glyph, gone))
    ]
    return replace(folio, glyphs=tuple(kept))


def _belongs(figure: Glyph, gone: Iterable[Glyph]) -> bool:
    """Whether a figure stands in a line that is left out."""
    return any(
        abs(one.base - figure.base) < 1
        and max(one.left - figure.right, figure.left - one.right) < _DIGITS * figure.size
        and abs(one.size - figure.size) < figure.size / 2
        for one in gone
    )
