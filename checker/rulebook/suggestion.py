"""What may have been meant by a name that is not known."""

from collections.abc import Collection
from typing import Final

_LONGEST: Final = 60
"""No name is longer."""


def unknown(word: str, known: Collection[str]) -> str:
    """Say that a word is not known, and which one may have been meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is wrong

    word = word[:_LONGEST]
    close = get_close_matches(word, known, n=1, cutoff=0.5) or [
        one for one in sorted(known) if one.endswith(f".{word}")
    ]
    listed = "、".join(sorted(known)[:12]) + ("……" if len(known) > 12 else "")  # noqa: PLR2004
    return f"没有“{word}”；" + (f"是否应为“{close[0]}”？" if close else f"可用：{listed}")
