"""The titles that a part may bear, as patterns that forgive what reports change in them."""

from typing import Final

from govcheck.document.form import FormPart
from govcheck.late_pattern import late_pattern
from govcheck.signs import SIGNS, free

_NUMBERED: Final = late_pattern(r"[；;，,、]\s?[一二三四五六][、．.，,]")
_LISTED: Final = 3
"""A sentence with so many numbers behind a mark lists the parts; it heads none."""


def titles_pattern(part: FormPart) -> str:
    """Return a pattern for every title of a part, the longest first."""
    return "|".join(map(loose, sorted((part.title, *part.variants), key=len, reverse=True)))


def loose(title: str) -> str:
    """Return a pattern for a title that forgives punctuation, 的 and 其它."""
    return free(SIGNS.forgiven, title)


def lists_parts(text: str, at: int) -> bool:
    """Tell whether the sentence at an offset lists the parts: 包括一、…；二、…；三、…."""
    start = max(text.rfind(mark, 0, at) for mark in "。\n") + 1
    ends = [end for mark in "。\n" if (end := text.find(mark, at)) >= 0]
    return len(_NUMBERED.findall(text, start, min(ends, default=len(text)))) >= _LISTED
