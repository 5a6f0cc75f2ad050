"""Changes to pages saved in one file: the page within, its headers, the parts' borders."""

import re
from base64 import b64decode, encodebytes
from binascii import Error
from random import Random

from fuzzing.changes.of_bytes import damaged, encoded
from fuzzing.changes.of_markup import changed_page
from fuzzing.changes.of_text import changed
from fuzzing.changes.words import MHTML

_PAGE = re.compile(rb"(?<=\n\n)(?:[A-Za-z0-9+/=]{76}\n){3,}[A-Za-z0-9+/=]*\n")
"""The first part in base64, which is the page."""


def changed_mhtml(rng: Random, content: bytes, other: bytes) -> bytes:
    """Change the page, the headers or both."""
    choice = rng.random()
    if choice < 0.7:
        content = _repaged(rng, content, other)
    if choice > 0.5:
        content = _reheaded(rng, content)
    return damaged(rng, content) if rng.random() < 0.05 else content


def _repaged(rng: Random, content: bytes, other: bytes) -> bytes:
    own, lent = _PAGE.search(content), _PAGE.search(other)
    if own is None or lent is None:
        text = changed_page(rng, content.decode("latin-1"), other.decode("latin-1"))
        return text.encode("latin-1", "xmlcharrefreplace")
    page = changed_page(rng, _text(own[0]), _text(lent[0]))
    return content[: own.start()] + encodebytes(encoded(rng, page)) + content[own.end() :]


def _text(lines: bytes) -> str:
    try:
        return b64decode(lines).decode("utf-8", "replace")
    except Error:
        return ""


def _reheaded(rng: Random, content: bytes) -> bytes:
    """Change the lines of headers, which stand before the first part and around its border."""
    text = content.decode("latin-1")
    at = rng.choice((0, 0, max(0, text.rfind("\n--", 0, -60) - 300)))
    heads = changed(rng, text[at : at + 900], text[:600], MHTML)
    return (text[:at] + heads + text[at + 900 :]).encode("latin-1", "replace")
