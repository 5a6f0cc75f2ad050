"""A second reading of a source, by other parsers: its text with the line of each sign.

White space is one blank; a block's border and a line break on the page count as white space.
"""

import html
import re
from collections.abc import Collection
from functools import cache
from html.parser import HTMLParser

from lxml import etree
from lxml import html as lxml_html

Signs = list[tuple[str, int]]
"""Characters, each with its line, from 1."""

_UNSEEN = {"script", "style"}
_INLINE = frozenset(
    ("a", "b", "em", "font", "i", "o:p", "s", "script", "span", "strong", "style", "u")
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.signs: Signs = []
        self.values: list[tuple[str, int, int]] = []
        """What stands in attributes, and the first and the last line of its tag."""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        last = line + (self.get_starttag_text() or "").count("\n")
        self.values += [(" ".join((value or "").split()), line, last) for _, value in attrs]
        self._unseen += tag in _UNSEEN
        self._border(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._unseen -= tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._border(tag)

    def _border(self, tag: str) -> None:
        if tag not in _INLINE:
            self.signs.append((" ", self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        line = self.getpos()[0]
        for sign in "" if self._unseen else data:
            self.signs.append((sign, line))
            line += sign == "\n"

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        line = self.getpos()[0]
        self.signs += [(sign, line) for sign in html.unescape(written)]


class Visible:
    """What a reader of a source finds in it, and where."""

    def __init__(self, signs: Signs, values: Collection[tuple[str, int, int]] = ()) -> None:
        shown: Signs = []
        for sign, line in signs:
            if not sign.isspace():
                shown.append((sign, line))
            elif shown and shown[-1][0] != " ":
                shown.append((" ", line))
        self.text = "".join(sign for sign, _ in shown)
        self._lines = [line for _, line in shown]
        self._values = values

    def lines_of(self, quote: str) -> set[int]:
        """Return the lines on which such words begin."""
        begins = re.finditer(f"(?={re.escape(quote)})", self.text)
        return {self._lines[begin.start()] for begin in begins}

    def lines_in_tags(self, quote: str) -> set[int]:
        """Return the lines of the tags in which such words stand as a value."""
        return {
            line
            for value, first, last in self._values
            if value == quote
            for line in range(first, last + 1)
        }


def of_page(source: str) -> Visible:
    """Read a page's source."""
    reader = _Reader()
    reader.feed(re.sub("\r\n?", "\n", source))
    reader.close()
    return Visible(reader.signs, reader.values)


def of_text(source: str) -> Visible:
    """Read a plain text."""
    signs: Signs = []
    line = 1
    for sign in re.sub("\r\n?", "\n", source):
        signs.append((sign, line))
        line += sign == "\n"
    return Visible(signs)


@cache
def solid_by_lxml(source: str) -> str:
    """Return a page's text as lxml takes it out, without white space."""
    page = lxml_html.document_fromstring(source)
    etree.strip_elements(page, *_UNSEEN, with_tail=False)
    return "".join(page.text_content().split())
