"""Findings of one rule about the same words: one slip, however many checks see it."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from govcheck.document.blocks import Paragraph
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome

_SPAN: Final = 64
"""So many characters of a paragraph are one spot."""
_Spot = tuple[str, str | None, int | None, int]


def same_words(findings: Sequence[Finding], document: Document) -> Iterator[tuple[int, int]]:
    """Yield each failure all of whose words an earlier one of its rule has: by index.

    A finding about a whole paragraph, such as the title, may be any of several about it.  What
    holds words against cells does so again only of the very same words: 未发生复议和诉讼.
    """
    said: dict[int, _Words] = {}
    earlier: dict[_Spot, list[int]] = {}
    for at, finding in enumerate(findings):
        words = _words(finding, document)
        if not words.places:
            continue
        spots = _spots(finding.rule, words.places[0])
        near = sorted({one for spot in spots for one in earlier.get(spot, ())})
        root = next((one for one in near if _repeats(said[one], words)), None)
        if root is not None:
            yield at, root
        said[at] = words
        for place in words.places:
            for spot in _spots(finding.rule, place):
                earlier.setdefault(spot, []).append(at)


def _spots(rule: str, place: Place) -> Iterator[_Spot]:
    """Yield where a rule's words stand, roughly: words that overlap have a spot in common."""
    for span in range((place.start or 0) // _SPAN, (place.end or 0) // _SPAN + 1):
        yield rule, place.part, place.block, span


class _Words(NamedTuple):
    """Where the words of a failure stand, and whether it has cells beside them."""

    places: tuple[Place, ...] = ()
    with_cells: bool = False


def _repeats(earlier: _Words, words: _Words) -> bool:
    if words.with_cells or earlier.with_cells:
        return words.places == earlier.places
    return _cover(earlier.places, words.places)


def _words(finding: Finding, document: Document) -> _Words:
    """Return the words of a failure; nothing where one of its places is a paragraph."""
    places = tuple(one.place for one in finding.evidence if one.place.row is None)
    told = finding.outcome is Outcome.FAIL and all(_is_within(one, document) for one in places)
    return _Words(places, len(places) < len(finding.evidence)) if told else _Words()


def _is_within(place: Place, document: Document) -> bool:
    """Whether a place is some words of a paragraph, and not all of it."""
    if place.block is None or place.start is None or place.end is None:
        return False
    block = document.body[place.block] if place.part != "furniture" else None
    length = len(block.text.normal) if isinstance(block, Paragraph) else 0
    return place.end - place.start < length


def _cover(places: Sequence[Place], others: Sequence[Place]) -> bool:
    return all(any(_overlap(one, other) for one in places) for other in others)


def _overlap(one: Place, other: Place) -> bool:
    if (one.part, one.block) != (other.part, other.block):
        return False
    first = max(one.start or 0, other.start or 0)
    return first < min(one.end or 0, other.end or 0)
