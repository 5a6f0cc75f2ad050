"""A sentence ends with its mark, once: rules, kinds and reasons are joined from many hands."""

import re
from typing import Final

_LOOSE: Final = re.compile(r"[，、；：\s]+\Z")
_ENDED: Final = re.compile(r"[。！？][”’）》]?\Z")


def sentence(text: str) -> str:
    """Return the text as a sentence: one full stop, and none after another or within a quote.

    Nothing stays nothing.
    """
    words = _LOOSE.sub("", text)
    if not words or _ENDED.search(words):
        return words
    return f"{words}。"
