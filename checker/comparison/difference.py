"""Where two sentences differ: in masked years and figures, or between their ends."""

import re
from collections.abc import Iterator

from msgspec import Struct


class Stretch(Struct, frozen=True, kw_only=True):
    """A run of characters of a sentence."""

    text: str
    differs: bool
    """The other sentence has another year or figure here."""


def marked(
    one: str, other: str, mask: re.Pattern[str]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both sentences cut into stretches; their masked places lie side by side.

    Where they have not the same number of them, they differ in words, and nothing is marked.
    """
    mine, theirs = list(mask.finditer(one)), list(mask.finditer(other))
    if len(mine) != len(theirs):
        return (_plain(one),), (_plain(other),)
    pairs = zip(mine, theirs, strict=True)
    differing = [first.group() != second.group() for first, second in pairs]
    return tuple(_cut(one, mine, differing)), tuple(_cut(other, theirs, differing))


def between_ends(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both sentences cut where they begin and where they cease to differ.

    A number is not cut: 326 and 362 differ as a whole.
    """
    ahead = _alike(one, other)
    behind = _alike(one[ahead:][::-1], other[ahead:][::-1])
    return tuple(_cut_out(one, ahead, behind)), tuple(_cut_out(other, ahead, behind))


def _alike(one: str, other: str) -> int:
    """Return how many characters both begin with, less a number that does not end there."""
    pairs = enumerate(zip(one, other, strict=False))
    at = next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))
    if one[at : at + 1].isdigit() or other[at : at + 1].isdigit():
        while at and one[at - 1].isdigit():
            at -= 1
    return at


def _cut_out(text: str, ahead: int, behind: int) -> Iterator[Stretch]:
    end = len(text) - behind
    pieces = ((text[:ahead], False), (text[ahead:end], True), (text[end:], False))
    return (Stretch(text=words, differs=differs) for words, differs in pieces if words)


def _plain(text: str) -> Stretch:
    return Stretch(text=text, differs=False)


def _cut(text: str, masks: list[re.Match[str]], differing: list[bool]) -> Iterator[Stretch]:
    at = 0
    for found, differs in zip(masks, differing, strict=True):
        if not differs:
            continue
        if found.start() > at:
            yield _plain(text[at : found.start()])
        yield Stretch(text=found.group(), differs=True)
        at = found.end()
    if at < len(text):
        yield _plain(text[at:])
