"""Cells that a page shows from right to left: their figures are not those of the source."""

from typing import Final

import turbohtml

from govcheck.readers.raw import UNREADABLE

_SAID_BY: Final = ("<bdo", "<BDO", "bidi-override", "isolate-override")
_TURNED: Final = ":is(td, th) :is(bdo[dir='rtl' i], [style*='override']), td[style*='override']"


def withhold_backwards(document: turbohtml.Document, markup: str) -> None:
    """Take out of cells what is shown the other way round."""
    if any(words in markup for words in _SAID_BY):
        for element in document.select(_TURNED):
            element.set_text(UNREADABLE)
