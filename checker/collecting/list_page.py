"""A page that lists things: its links, each with the words beside it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from govcheck.collecting.address import joined
from govcheck.late_pattern import late_pattern
from govcheck.readers.encoding import decode
from govcheck.readers.formats import is_mhtml
from govcheck.readers.from_mhtml import main_part
from govcheck.readers.html.flow import collapse
from govcheck.readers.html.markup import Element, drawn_by, walk
from govcheck.readers.mail import mail_parts

_LONGEST: Final = 300
"""Characters that may stand in one line of a list."""
_MOST_LINKS: Final = 20_000
_FRAMES: Final = frozenset(("iframe", "frame"))
_SAVED_FROM: Final = late_pattern(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})")
_BEGINNING: Final = 4_096
_SEVERAL: Final = ""
"""Stands for the address of links that lead to several places."""


class ListLink(Struct, frozen=True, kw_only=True):
    """A link, as written."""

    address: str
    text: str
    title: str = ""
    """What a browser shows over it, often the whole of a text that is cut off."""
    beside: str = ""
    """All that stands in its line of the list, itself included: a line for each piece."""


class ListPage(Struct, frozen=True, kw_only=True):
    """A page of a list."""

    address: str
    """What the addresses on it are relative to; empty where that is not known."""
    links: tuple[ListLink, ...]
    frames: tuple[str, ...]
    """Addresses of what it shows in frames, as written."""
    source: str
    """The markup, with its scripts."""

    def whole(self, address: str) -> str:
        """Return in full an address on it; empty for one that leads nowhere."""
        return joined(self.address, address.replace("\\", "/"))


def read_list(content: bytes, address: str) -> ListPage:
    """Read a page that lies at an address, by the encoding that its content shows.

    Raises Unusable for what is no page.
    """
    source, _ = decode(content)
    walk(source, visit := _Visit(), drawn=bool(drawn_by(source)))
    base = joined(address, visit.base) if visit.base else address
    return ListPage(
        address=base or address,
        links=tuple(visit.links()),
        frames=tuple(visit.frames),
        source=source,
    )


def saved_list(content: bytes) -> tuple[bytes, str]:
    """Return a page that a browser has saved, and the address that it has noted in it.

    That is empty where it has noted none.  Raises Unusable for a file that holds no page.
    """
    if is_mhtml(content):
        page = main_part(mail_parts(content))
        return page.content, page.location
    found = _SAVED_FROM.search(content[:_BEGINNING].decode("ascii", "replace"))
    return content, found[1] if found else ""


class _Open(NamedTuple):
    """An element that has begun."""

    start: int
    """How many pieces of text stand before it, and how many characters they have."""
    characters: int
    link: "_Link | None"


class _Link:
    """A link while the page is read."""

    def __init__(self, address: str, title: str) -> None:
        self.address, self.title, self.text = address, title, ""


class _Visit:
    """Keeps the links of a page, and of which line each is."""

    def __init__(self) -> None:
        self.frames: list[str] = []
        self.base = ""
        self._found: list[_Link] = []
        self._pieces: list[str] = []
        self._characters = 0
        self._open: list[_Open] = []
        self._only: list[str | None] = [None]
        """For each element that is open: the one address that links in it lead to."""
        self._lines: dict[str, tuple[int, int]] = {}

    def leaf(self, element: Element, data: str) -> None:
        """Take note of an element that holds nothing but text."""
        self.enter(element)
        if data:
            self.text(data)
        self.leave()

    def enter(self, element: Element) -> None:
        """Take note of an element before what stands in it."""
        link = None
        if element.tag in {"a", "area"} and (address := _attribute(element, "href")):
            link = _Link(address, collapse(_attribute(element, "title")))
        elif element.tag in _FRAMES and (address := _attribute(element, "src")):
            self.frames.append(address)
        elif element.tag == "base" and not self.base:
            self.base = _attribute(element, "href")
        self._open.append(_Open(len(self._pieces), self._characters, link))
        self._only.append(None)

    def text(self, data: str) -> None:
        """Keep text."""
        self._pieces.append(data)
        self._characters += len(data)

    def leave(self) -> None:
        """Close the element entered last, and see whether it is the line of one link."""
        start, characters, link = self._open.pop()
        only = self._only.pop()
        if link and len(self._found) < _MOST_LINKS:
            if self._characters - characters <= _LONGEST:
                link.text = self._between(start, len(self._pieces))
            self._found.append(link)
            only = link.address if only in {None, link.address} else _SEVERAL
        if only and self._characters - characters <= _LONGEST:
            self._lines[only] = (start, len(self._pieces))
        if only is not None:
            above = self._only[-1]
            self._only[-1] = only if above in {None, only} else _SEVERAL

    def links(self) -> Sequence[ListLink]:
        """Return the links, each with its line."""
        return [
            ListLink(
                address=link.address,
                text=link.text,
                title=link.title,
                beside="\n".join(
                    map(collapse, self._pieces[slice(*self._lines.get(link.address, (0, 0)))])
                ),
            )
            for link in self._found
        ]

    def _between(self, start: int, end: int) -> str:
        return collapse(" ".join(self._pieces[start:end]))


def _attribute(element: Element, name: str) -> str:
    return (element.attr(name) or "").strip()
