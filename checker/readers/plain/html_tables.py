"""Tables that are written as HTML in Markdown."""

from collections.abc import Iterator
from importlib import import_module
from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.raw import RawBlock

_TAG: Final = late_pattern(r"(?i)<(/?)table(?=[\s>])[^<>]{0,2000}>")
_INSIDE: Final = late_pattern(r"(?i)<t[dh][\s>]")
"""Without a cell it is no table."""
_BREAK: Final = late_pattern("\r\n?")
_FILLER: Final = late_pattern(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]{1,100000}")


class Parted(NamedTuple):
    """A text without its tables in HTML, whose lines are left blank, and those tables."""

    text: str
    blocks: tuple[RawBlock, ...]


def parted(text: str) -> Parted:
    """Take the tables in HTML out of a text; every line keeps its number."""
    if "<" not in text:
        return Parted(text, ())
    text = _BREAK.sub("\n", text)  # a \r and a \n between which nothing is left would be one
    spans = [span for span in _spans(text) if _INSIDE.search(text[slice(*span)])]
    if not spans:
        return Parted(text, ())
    rest: list[str] = []
    page: list[str] = []
    end = 0
    for start, stop in spans:
        rest += [text[end:start], _blank(text[start:stop])]
        page += [_blank(text[end:start]), text[start:stop]]
        end = stop
    rest.append(text[end:])
    read = import_module("govcheck.readers.from_html").read_html
    return Parted("".join(rest), read("".join(page)).blocks)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost tables stand that are closed."""
    depth = start = 0
    for tag in _TAG.finditer(text):
        if not tag[1]:
            start = tag.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, tag.end()


def _blank(text: str) -> str:
    """Leave of a text nothing but its line breaks."""
    return _FILLER.sub("", text)
