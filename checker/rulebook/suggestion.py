"""What may have been meant by a name that is not known."""

from collections.abc import Collection
from typing import Final

_LONGEST: Final = 60
"""No name is longer."""
_HALF: Final = 0.5


def nearest(word: str, known: Collection[str], *, cutoff: float = _HALF) -> str:
    """Return the known word that may have been meant; nothing where none is near.

    Of both words together more than the ``cutoff`` must agree.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is wrong

    return next(iter(get_close_matches(word[:_LONGEST], known, n=1, cutoff=cutoff)), "")


def unknown(word: str, known: Collection[str]) -> str:
    """Say that a word is not known, and which one may have been meant."""
    word = word[:_LONGEST]
    close = nearest(word, known) or next(
        (one for one in sorted(known) if one.endswith(f".{word}")), ""
    )
    listed = "、".join(sorted(known)[:12]) + ("……" if len(known) > 12 else "")  # noqa: PLR2004
    return f"没有“{word}”；" + (f"是否应为“{close}”？" if close else f"可用：{listed}")
