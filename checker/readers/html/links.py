"""Hyperlinks, gathered while a page is read."""

from typing import NamedTuple

from govcheck.document.blocks import Link
from govcheck.readers.html.flow import collapse
from govcheck.readers.html.markup import Element


class _Anchor(NamedTuple):
    """A link whose text is being read."""

    number: int
    """Its place among the links found."""
    address: str
    line: int | None
    hidden: bool
    texts: list[str]


class Links:
    """The links of a page, in the order in which they begin."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[Link | None] = []
        self._open: list[_Anchor] = []

    def begin(self, element: Element, *, hidden: bool) -> bool:
        """Open the link that an element makes, if it leads anywhere."""
        address = (element.attr("href") or "").strip()
        if not address:
            return False
        line = element.source_line
        self._open.append(_Anchor(len(self._found), address, line, hidden, []))
        self._found.append(None)
        return True

    def write(self, data: str) -> None:
        """Add text to the link that is open."""
        self._open[-1].texts.append(data)

    def end(self) -> None:
        """Close the link opened last."""
        number, address, line, hidden, texts = self._open.pop()
        text = collapse("".join(texts))
        self._found[number] = Link(address=address, text=text, line=line, hidden=hidden)

    def add_embedded(self, element: Element, *, hidden: bool) -> None:
        """Add what a page embeds rather than links to: a frame, a player, a viewer."""
        address = (element.attr("src") or element.attr("data") or "").strip()
        if address:
            text, line = collapse(element.attr("title") or ""), element.source_line
            self._found.append(Link(address=address, text=text, line=line, hidden=hidden))

    def all(self) -> tuple[Link, ...]:
        """Return those that are complete."""
        return tuple(link for link in self._found if link)
