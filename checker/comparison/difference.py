"""Two sentences that are the same when masked: in which years and figures they differ."""

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
