"""The text of a stretch of a page's source, in one string, and the lines of its pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from turbohtml import TokenType, tokenize

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names

_RAW: Final = names("iframe noembed noframes noscript script style title xmp")
"""What holds no tags, and no text that a reader of the page sees as such."""
_BREAK: Final = late_pattern(r"&(?:#0{0,8}10\b|#[xX]0{0,8}[aA]\b|NewLine;)")
"""A line break in the text that is none in the source."""
_CLUES: Final = (8, 4, 2, 1)
"""So many characters tell where a piece of a text goes on; more are surer."""
_REACH: Final = 3_000
"""How far behind the last piece the next is looked for."""
_WHITE: Final = late_pattern(r"\s")
_START: Final = TokenType.START_TAG
_END: Final = TokenType.END_TAG
_TEXTS: Final = frozenset({TokenType.TEXT, TokenType.CHARACTER_REFERENCE})


def white_in(text: str) -> list[int]:
    """Return where a text has white space."""
    return [gap.start() for gap in _WHITE.finditer(text)]


class SourceText:
    """The text between the tags of a stretch of the source."""

    def __init__(self, source: str, line: int) -> None:
        """Take the text out of a stretch; it begins on this line, and within no tag."""
        self._starts: list[int] = []
        """Where pieces of lines begin, white space left out …"""
        self._lines: list[int] = []
        """… and the lines that they stand on."""
        self._text = "".join(_texts(source, line, self._starts, self._lines))
        self._white = white_in(self._text)
        self._solid = "".join(self._text.split())

    def find(self, words: str, passed: int = 0) -> int | None:
        """Return where words begin that hold no white space, ``passed`` characters on or later.

        White space does not count in what is returned; None where there are no such words.
        """
        found = self._solid.find(words, passed - bisect_left(self._white, passed))
        return found if found >= 0 else None

    def find_apart(self, words: str, passed: int = 0) -> list[tuple[int, int]]:
        """Return where pieces of words begin, among the words and here.

        Text that is not seen may stand between them; nothing where they are not found.
        """
        solid, at = self._solid, passed - bisect_left(self._white, passed)
        pieces: list[tuple[int, int]] = []
        done = 0
        while done < len(words):
            if length := _common(words, done, solid, at):
                pieces.append((done, at))
                done, at = done + length, at + length
                continue
            clues = (words[done : done + size] for size in _CLUES)
            found = (solid.find(clue, at, at + _REACH) for clue in clues)
            at = next((one for one in found if one >= 0), -1)
            if at < 0:
                return []
        return pieces

    def line_at(self, offset: int) -> int:
        """Return the line of a character, white space left out in counting."""
        return self._lines[bisect_right(self._starts, offset) - 1]


def _common(words: str, start: int, solid: str, at: int) -> int:
    """Return how many characters are the same from two places on."""
    both = zip(islice(words, start, None), islice(solid, at, None), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))


def _texts(source: str, line: int, starts: list[int], lines: list[int]) -> Iterator[str]:
    """Yield the texts between tags, and note where their lines begin, white space left out."""
    above, solid, raw = line - 1, 0, False
    resolved = _BREAK.search(source) is None
    for token in tokenize(source, capture_attributes=False, resolve_references=resolved):
        kind = token.type
        if kind is _START:
            raw = token.tag in _RAW
        elif kind is _END:
            raw = False
        elif not raw and kind in _TEXTS and token.data:
            text = token.data.replace("\0", "")
            yield text
            if text.isspace():
                continue
            for number, part in enumerate(text.split("\n"), above + token.line):
                if length := sum(map(len, part.split())):
                    starts.append(solid)
                    lines.append(number)
                    solid += length
