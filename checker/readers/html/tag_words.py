"""Words that stand in a page's tags: the title, meta tags, the texts of pictures."""

from typing import Final

from turbohtml import Token, TokenType, tokenize

from govcheck.document.text import folded
from govcheck.late_pattern import late_pattern

_BREAK: Final = late_pattern("\r\n?|\n")
_BEGINNING: Final = 8
"""So many characters of a value are looked for in its tag."""


def line_in_head(source: str, words: str) -> int | None:
    """Return the line on which words begin in the title or a meta tag, or None."""
    in_title = False
    for token in tokenize(source, capture_source=True):
        if token.type is TokenType.TEXT:
            if in_title and folded(token.data or "") == words:
                return token.line + _breaks_before(token.data or "", words)
        elif token.type is TokenType.START_TAG:
            in_title = token.tag == "title"
            if token.tag == "meta" and _has(token, words):
                return token.line + _breaks_before(token.source or "", words)
    return None


def breaks_in_tag(source: str, words: str) -> int | None:
    """Return how many line breaks stand before words in a tag that begins on the first line."""
    for token in tokenize(source, capture_source=True):
        if token.line > 1:
            return None
        if _has(token, words):
            return _breaks_before(token.source or "", words)
    return None


def _has(token: Token, words: str) -> bool:
    return any(folded(value) == words for _, value in token.attrs or ())


def _breaks_before(text: str, words: str) -> int:
    """Return how many line breaks stand before words, whose beginning alone may stand as is."""
    return len(_BREAK.findall(text, 0, max(0, text.find(words[:_BEGINNING]))))
