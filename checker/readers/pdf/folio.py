"""A page as it is printed: characters, strokes and pictures, each with its place.

All lengths are in points (1/72 inch); x grows to the right and y grows downwards from the
upper left corner of the page.
"""

from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

UNKNOWN: Final = "〓"
"""Stands for a character whose font does not say what it is, as printers mark one."""


class Glyph(NamedTuple):
    """One printed character."""

    text: str
    left: float
    right: float
    base: float
    """Of the line that it stands on."""
    size: float
    """Height of its line, about 1.1 times the size of its font."""

    @property
    def middle(self) -> tuple[float, float]:
        """Return the point that says in which cell it stands."""
        return (self.left + self.right) / 2, self.base - 0.3 * self.size


class Stroke(NamedTuple):
    """A level or upright line; ``at`` is its y or its x."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> "Box":
        """Return the rectangle with these opposite corners."""
        (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return cls(left, top, right, bottom)

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top

    @property
    def head(self) -> tuple[float, float]:
        """Return the middle of its upper side."""
        return (self.left + self.right) / 2, self.top

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in it."""
        x, y = point
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Drawing(Struct, frozen=True, kw_only=True):
    """What is drawn on a page beside its characters."""

    level: tuple[Stroke, ...] = ()
    upright: tuple[Stroke, ...] = ()
    pictures: tuple[Box, ...] = ()
    shapes: int = 0
    """How many paths there are, lines or not: a page of drawn characters has thousands."""
    untold: tuple[Box, ...] = ()
    """Where tables stand whose lines do not tell their cells."""
    apart: float = 0.0
    """How far cells that are drawn with one border between them stand apart."""


class Folio(Struct, frozen=True, kw_only=True):
    """One page; ``gap`` says (Chinese) why its characters cannot be read, if they cannot."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    drawing: Drawing
    gap: str = ""


def unread(folio: Folio, reason: str) -> Folio:
    """Return a page of which nothing can be read; ``reason`` says (Chinese) why."""
    return replace(folio, glyphs=(), drawing=Drawing(), gap=reason)
