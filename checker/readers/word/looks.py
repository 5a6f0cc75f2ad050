"""Looks by which text is not to be read as what it says: struck out, white, tiny, raised."""

from typing import Final, NamedTuple

from govcheck.readers.word.styles import Styles, is_on
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.xml_tree import Node

_TINIEST: Final = 4
"""Half points: text of this size and less is a dot on paper."""
_WHITE: Final = 0xF8
"""Red, green and blue that are all so strong are white on white."""
_COLOUR_DIGITS: Final = 6
_GROUNDS: Final = ("w:shd", "w:highlight")
_PICTURED: Final = ("wingdings", "webdings", "marlett")
"""How the names of fonts begin that show pictures in the place of digits and letters."""
_ASIDE: Final = ("superscript", "subscript")
_USUAL: Final = 20
"""Half points: of text of which nothing is said."""
_FONTS: Final = ("w:ascii", "w:hAnsi")


class Elevation(NamedTuple):
    """Where a text stands to its line, in half points."""

    moved: int
    lowered: bool
    size: int | None
    """None for the size of the document's other text."""

    def is_aside(self, before: "Elevation") -> bool:
        """Whether a text is moved from the one before it."""
        return (self.moved, self.lowered) != (before.moved, before.lowered)

    def is_smaller(self, before: "Elevation") -> bool:
        """Whether a text is set in a smaller size than the one before it."""
        usual = before.size or _USUAL
        return (self.size or usual) < usual


class Looks:
    """Tells how the runs of a file look."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles of the file."""
        self._styles = styles

    def is_effaced(self, style: str, properties: Node | None) -> bool:
        """Whether text is struck out, or too small to be seen."""
        said = self._styles.said
        if any(is_on(said(name, style, properties)) for name in ("w:strike", "w:dstrike")):
            return True
        size = said("w:sz", style, properties)
        points = whole_number(size.get("w:val")) if size else None
        return points is not None and points <= _TINIEST

    def is_white(self, style: str, properties: Node | None) -> bool:
        """Whether text is white, and its run has no ground of its own."""
        colour = self._styles.said("w:color", style, properties)
        if colour is None or (properties and any(map(properties.child, _GROUNDS))):
            return False
        return _is_pale(colour.get("w:val"))

    def is_raised(self, style: str, properties: Node | None) -> bool:
        """Whether text is raised or lowered, as the signs of notes are."""
        place = self._styles.said("w:vertAlign", style, properties)
        return place is not None and place.get("w:val") in _ASIDE

    def placing(self, style: str, properties: Node | None) -> Elevation:
        """Return how far a text is moved from its line, and how large it is."""
        said = self._styles.said
        moved, size = (said(name, style, properties) for name in ("w:position", "w:sz"))
        way = moved.get("w:val") if moved else ""
        return Elevation(
            whole_number(way.removeprefix("-")) or 0,
            way.startswith("-"),
            whole_number(size.get("w:val")) if size else None,
        )

    def is_pictured(self, style: str, properties: Node | None) -> bool:
        """Whether a font shows pictures in the place of what is written."""
        fonts = self._styles.said("w:rFonts", style, properties)
        names = (fonts.get(name).lower() for name in _FONTS) if fonts else ()
        return any(name.startswith(_PICTURED) for name in names)


def _is_pale(colour: str) -> bool:
    try:
        shades = bytes.fromhex(colour) if len(colour) == _COLOUR_DIGITS else b""
    except ValueError:
        return False
    return bool(shades) and min(shades) >= _WHITE
