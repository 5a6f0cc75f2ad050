"""How large a drawing is and whether it floats: a seal over a signature is told by both."""

from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.xml_tree import Node

_EMU: Final = 360000.0
"""English metric units in a centimetre."""
_UNITS: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}
_LENGTH: Final = late_pattern(
    r"(?:^|;)\s{0,9}(width|height)\s{0,9}:\s{0,9}(\d{1,5}(?:\.\d{1,9})?)(pt|in|cm|mm|px)"
)
_FLOATS: Final = late_pattern(r"(?:^|;)\s{0,9}position\s{0,9}:\s{0,9}absolute")
_LARGEST: Final = 6.5
"""Centimetres: seals of offices are 4.2 to 5 across, with some blank around them."""
_SIGN: Final = 1.0
"""Centimetres across and down that a sign may have."""
_ROUND: Final = 1.5
"""A seal is not more than so many times as wide as high, or as high as wide."""


class DrawingSize(NamedTuple):
    """What is known of a drawing's size, in centimetres; 0 for what is not known."""

    width: float = 0.0
    height: float = 0.0
    floats: bool = False

    @property
    def seal(self) -> bool:
        """Whether it is of a seal's size and shape, and lies over or under the text."""
        small, large = sorted((self.width, self.height))
        return self.floats and small > 0 and large <= min(_LARGEST, _ROUND * small)

    @property
    def tiny(self) -> bool:
        """Whether it is a sign in a line, which says nothing."""
        return min(self.width, self.height) > 0 and max(self.width, self.height) <= _SIGN


def extent(node: Node) -> DrawingSize:
    """Return the extent of a ``w:drawing`` or a ``w:pict``."""
    for one in node.children:
        if one.name in ("wp:anchor", "wp:inline"):
            size = one.child("wp:extent")
            width, height = (_centimetres(size, name) for name in ("cx", "cy"))
            return DrawingSize(width, height, one.name == "wp:anchor")
        if style := one.get("style"):
            found = _LENGTH.findall(style)
            lengths = {name: float(length) * _UNITS[unit] for name, length, unit in found}
            floats = _FLOATS.search(style) is not None
            return DrawingSize(lengths.get("width", 0.0), lengths.get("height", 0.0), floats)
    return DrawingSize()


def _centimetres(size: Node | None, name: str) -> float:
    return (whole_number(size.get(name)) or 0) / _EMU if size else 0.0
