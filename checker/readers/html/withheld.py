"""Figures that a page's source has and its readers do not see: they are taken out, unread."""

from typing import Final

import turbohtml

from govcheck.readers.html.backwards import withhold_backwards
from govcheck.readers.html.overwritten import withhold_overwritten
from govcheck.readers.html.told_aside import withhold_told_aside

_MOST_BLANK: Final = 10_000
"""Characters at the end of a page among which the last that is no blank is looked for."""
_TAIL: Final = 80
"""So many characters tell the end of a page from the end of a script."""


def withhold_unshown(document: turbohtml.Document, markup: str, *, drawn: bool) -> None:
    """Take out what scripts write over, what attributes tell otherwise, what is turned round.

    A script without an end writes nothing.  ``drawn`` says that scripts may write in the page.
    """
    _withhold_unfinished(document, markup)
    withhold_overwritten(document)
    withhold_told_aside(document, markup, drawn=drawn)
    withhold_backwards(document, markup)


def _withhold_unfinished(document: turbohtml.Document, markup: str) -> None:
    """Take the text out of a script that the page ends in: no browser runs it."""
    last = next(reversed(document.select("script")), None)
    tail = last.text.rstrip()[-_TAIL:] if last is not None else ""
    if last is not None and tail and markup[-_MOST_BLANK:].rstrip().endswith(tail):
        last.set_text("")
