"""Whether a file breaks off before the report's end, by what its last part lacks."""

from typing import Final

from govcheck.document.holes import ends_whole, is_whole
from govcheck.document.report import Document, Part

_TYPESET: Final = ("docx", "pdf")
"""Formats of files that can be cut nowhere but between two paragraphs."""


def breaks_off(document: Document, *, unended: bool, words: str) -> bool:
    """Tell whether the parts behind the last one are missing because the file stops there.

    Where its page has no end (``unended``), a part that is missing shows it, or a heading
    without anything; in a Word or PDF file it takes a sentence that is not finished, be it
    the last ``words`` of all, which seem to be none of the report's.
    """
    known = [part for part in document.parts if part.id]
    if not known or known[-1] != document.parts[-1]:
        return False
    last = known[-1]
    lacks = last.id != document.form.parts[-1].id
    torn = lacks and not (ends_whole(document, last) and is_whole(words))
    return (unended and (lacks or _is_bare(last))) or (
        document.source.format in _TYPESET and torn
    )


def _is_bare(part: Part) -> bool:
    return part.end - part.start == 1
