"""A sentence ends with its mark, once: rules, kinds and reasons are joined from many hands."""

from typing import Final

from govcheck.late_pattern import late_pattern

_LOOSE: Final = "，、；： \t\r\n\u3000\xa0"
"""What no sentence ends with."""
_ENDED: Final = late_pattern(r"(?:[。！？][”’）》]?|…)\Z")
_MARKED: Final = 2
"""Characters at the end that tell it."""


def sentence(text: str) -> str:
    """Return the text as a sentence: one full stop, and none after another or within a quote.

    Nothing stays nothing.
    """
    words = text.rstrip(_LOOSE)
    if not words or _ENDED.search(words[-_MARKED:]):
        return words
    return f"{words}。"
