"""Where a fixed term or title stands with one character wrong."""

from collections.abc import Iterator
from typing import Final

from govcheck.parameters import Entry

_SHORTEST: Final = 6
"""A term must have so many characters; shorter ones have lawful neighbours."""


def near_misses(text: str, entry: Entry) -> Iterator[tuple[int, int]]:
    """Yield the bounds of near misses; one error leaves one half of the term as it is."""
    term = entry.text
    if len(term) < _SHORTEST:
        return
    head, tail = term[: len(term) // 2], term[len(term) // 2 :]
    for at in _places(text, head):
        after = at + len(head)
        if text.startswith(tail, after):
            continue
        for length in (len(tail), len(tail) - 1, len(tail) + 1):
            written = text[after : after + length]
            end = after + len(written)
            if _one_error(written, tail) and not _spared(entry, text, at, end):
                yield at, end
                break
    for at in _places(text, tail):
        if text.endswith(head, 0, at):
            continue
        for length in (len(head), len(head) - 1, len(head) + 1):
            written = text[max(0, at - length) : at]
            start = at - len(written)
            if _one_error(written, head) and not _spared(entry, text, start, at):
                yield start, at + len(tail)
                break


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _one_error(written: str, right: str) -> bool:
    """Whether one character is lost, doubled, swapped or, between right ones, changed."""
    if len(written) == len(right):
        wrong = [i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]
        if len(wrong) == 1:
            return 0 < wrong[0] < len(right) - 1 and written[wrong[0]].isalpha()
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1  # noqa: PLR2004 - a pair
        return (
            swapped
            and written[wrong[0]] == right[wrong[1]]
            and sorted(written) == sorted(right)
        )
    shorter, longer = sorted((written, right), key=len)
    return len(longer) == len(shorter) + 1 and _lost(shorter, longer, doubled=longer == written)


def _lost(shorter: str, longer: str, *, doubled: bool) -> bool:
    """Whether ``longer`` is ``shorter`` with an inner character more (a double, if asked)."""
    for i in range(1, len(longer) - 1):
        if longer[:i] + longer[i + 1 :] == shorter:
            return not doubled or longer[i] in {longer[i - 1], longer[i + 1]}
    return False


def _spared(entry: Entry, text: str, start: int, end: int) -> bool:
    return bool(entry.unless) and any(
        words in text[max(0, start - 8) : end + 8] for words in entry.unless.split("|")
    )
