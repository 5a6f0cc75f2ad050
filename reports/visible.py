"""Make characters visible that would otherwise hide, reorder or command."""

import re
from typing import Final

from govcheck.late_pattern import late_pattern

HIDDEN: Final = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff"
)
"""Controls but tab and line feed, marks of direction and joining, surrogates, tags: a class."""
_HIDDEN: Final = late_pattern(f"[{HIDDEN}]")


def visible(text: str) -> str:
    """Write every hidden character as its code point: ‹U+202E›."""
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(_name, text)


def _name(match: re.Match[str]) -> str:
    return f"‹U+{ord(match[0]):04X}›"
