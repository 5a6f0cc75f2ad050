"""What a text says beside placeholders and hints."""

import re
from typing import Final

MARKS: Final = "。：:；;，, \n　"
"""What says nothing at either end of a text."""
_BEGINNING: Final = 400
"""Characters of a long text, up to the end of their line, that are looked at first."""
_MUCH: Final = 200
"""Characters; whoever has said so many has not said in a few words that there is nothing."""


def filled_in(text: str, blank: re.Pattern[str] | None) -> str:
    """Return what a text says beside what stands there for want of content."""
    return blank.sub("", text) if blank else text


def told_by(text: str, blank: re.Pattern[str] | None) -> str:
    """Return what a text says, bare of marks at its ends; where that is much, its beginning."""
    written = text.strip(MARKS)
    end = written.find("\n", _BEGINNING)
    told = filled_in(written[:end], blank).strip(MARKS) if end >= 0 else ""
    return told if len(told) > _MUCH else filled_in(written, blank).strip(MARKS)
