"""Text of which a page shows but the beginning: the rest of it stands in a hint."""

from typing import Final

import turbohtml

_SIGNS: Final = "….·"
_MOST: Final = 5_000


def complete_shortened(document: turbohtml.Document) -> None:
    """Write out what ends in … in a cell and goes on in the title that a pointer shows."""
    for element in document.select(":is(td, th)[title], :is(td, th) [title]")[:_MOST]:
        text, whole = element.text.strip(), element.attr("title") or ""
        begins = text.rstrip(_SIGNS)
        if len(begins) < len(text) and begins and whole.strip().startswith(begins):
            element.set_text(whole)
