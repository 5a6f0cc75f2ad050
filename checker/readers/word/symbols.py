"""Elements of a run that stand for text, symbols of fonts without Unicode among them."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Final

from govcheck.readers.xml_tree import Node

_PRIVATE: Final = range(0xE000, 0xF900)
_PRIVATE_ASCII: Final = 0xF000
_KNOWN: Final[Mapping[tuple[str, int], str]] = {
    ("wingdings", 0xF0FC): "√",
    ("wingdings", 0xF0FB): "×",
    ("wingdings", 0xF0FE): "☑",
    ("wingdings", 0xF0FD): "☒",
    ("wingdings", 0xF0A8): "□",
    ("wingdings", 0xF06F): "□",
    ("wingdings 2", 0xF050): "√",
    ("wingdings 2", 0xF052): "☑",
    ("wingdings 2", 0xF0A3): "□",
    ("symbol", 0xF0B4): "×",
    ("symbol", 0xF0D6): "√",
}
UNKNOWN: Final = "▪"
"""What a character reads as of which it is not known what it shows."""
_DIGITS: Final = range(0xF030, 0xF03A)
"""The digits of the font Symbol."""


def symbol(node: Node) -> str:
    """Return the character that a ``w:sym`` shows."""
    try:
        code = int(node.get("w:char"), 16)
        character = chr(code)
    except (ValueError, OverflowError):
        return UNKNOWN
    if code in _PRIVATE:
        font = node.get("w:font").lower()
        if font == "symbol" and code in _DIGITS:
            return chr(code - _PRIVATE_ASCII)
        return _KNOWN.get((font, code), UNKNOWN)
    return character if character.isprintable() else ""


TEXTS: Final[Mapping[str, Callable[[Node], str]]] = {
    "w:t": attrgetter("text"),
    "w:sym": symbol,
    "w:tab": lambda _: "\t",
    "w:ptab": lambda _: "\t",
    "w:noBreakHyphen": lambda _: "-",
}
"""What an element reads as."""
