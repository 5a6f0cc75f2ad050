"""Two copies of one report: whether they are that, and which of their sentences differ."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from govcheck.document.last_year import is_same_body
from govcheck.document.report import Document
from govcheck.late_pattern import late_pattern

_SENTENCE: Final = late_pattern(r"[^。！？；\n]+[。！？；]?")
_REACH: Final = 8
"""So many sentences on is looked for what a sentence was changed into."""
_ALIKE: Final = 0.5
"""Of its pairs of neighbouring characters, so many stand in what it was changed into."""


class PlacedSentence(Struct, frozen=True, kw_only=True):
    """A sentence of a report, and the part that it stands in."""

    part: str
    text: str


class Change(Struct, frozen=True, kw_only=True):
    """A sentence that one copy has and the other has not, or has otherwise."""

    before: PlacedSentence | None
    after: PlacedSentence | None


def copies_unlike(one: Document, other: Document) -> str:
    """Say (Chinese) why two files are not copies of one report, or return an empty string.

    Nothing is said of a body or a year that is not known: there the user's word stands.
    """
    if one.source.sha256 and one.source.sha256 == other.source.sha256:
        return "两个文件逐字节相同"
    names = [each.agency.value if each.agency else "" for each in (one, other)]
    if all(names) and not is_same_body(*names):
        return f"编制单位分别是“{names[0]}”和“{names[1]}”"
    if one.year and other.year and one.year != other.year:
        return f"分别是{one.year}年度和{other.year}年度的报告"
    return ""


def changes(one: Document, other: Document) -> tuple[Change, ...]:
    """Return what was taken out, put in and changed, part by part.

    White space makes no difference.  Takes time in proportion to the two texts.
    """
    mine, theirs = list(_pieces(one)), list(_pieces(other))
    removed = _without(mine, theirs)
    added = _without(theirs, mine)
    parts = dict.fromkeys(piece.part for piece in (*mine, *theirs))
    return tuple(
        change
        for part in parts
        for change in _paired(
            [piece for piece in removed if piece.part == part],
            [piece for piece in added if piece.part == part],
        )
    )


def _pieces(document: Document) -> Iterator[PlacedSentence]:
    for name in ("introduction", *(part.id for part in document.form.parts)):
        passage = document.passage(name)
        for found in _SENTENCE.finditer(passage.text if passage else ""):
            if words := found.group().strip():
                yield PlacedSentence(part=name, text=words)


def _without(
    pieces: list[PlacedSentence], others: list[PlacedSentence]
) -> list[PlacedSentence]:
    """Return the pieces that the others do not hold, of several alike those too many."""
    left, there = list[PlacedSentence](), Counter(map(_key, others))
    for piece in pieces:
        key = _key(piece)
        if there[key]:
            there[key] -= 1
        else:
            left.append(piece)
    return left


def _key(piece: PlacedSentence) -> tuple[str, str]:
    return piece.part, "".join(piece.text.split())


def _paired(removed: list[PlacedSentence], added: list[PlacedSentence]) -> Iterator[Change]:
    """Yield, of one part, each sentence beside what it was changed into, in order."""
    at, couples = 0, [_couples(one.text) for one in added]
    for before in removed:
        mine = _couples(before.text)
        near = range(at, min(at + _REACH, len(added)))
        found = next((to for to in near if _are_alike(mine, couples[to])), None)
        if found is None:
            yield Change(before=before, after=None)
            continue
        yield from (Change(before=None, after=one) for one in added[at:found])
        yield Change(before=before, after=added[found])
        at = found + 1
    yield from (Change(before=None, after=one) for one in added[at:])


def _couples(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text})


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * max(len(one), len(other))
