"""Figures that a page's source has and its readers do not see: they are taken out, unread."""

import turbohtml

from govcheck.readers.html.backwards import withhold_backwards
from govcheck.readers.html.overwritten import withhold_overwritten
from govcheck.readers.html.told_aside import withhold_told_aside


def withhold_unshown(document: turbohtml.Document, markup: str, *, drawn: bool) -> None:
    """Take out what scripts write over, what attributes tell otherwise, what is turned round.

    ``drawn`` says that scripts may write in the page.
    """
    withhold_overwritten(document)
    withhold_told_aside(document, markup, drawn=drawn)
    withhold_backwards(document, markup)
