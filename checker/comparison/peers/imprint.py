"""What a report's own sentences are known by again, in time in proportion to its text."""

from array import array
from collections.abc import Mapping
from hashlib import blake2b
from typing import Final
from zlib import crc32

from govcheck.comparison.sentences import Selection, Sentence, sentences
from govcheck.document.bodies import Imprint
from govcheck.document.report import Document

_RUN: Final = 6
"""Characters of a shingle: of one with a word in seven changed, half are left."""
_SAMPLED: Final = 15
"""A shingle counts if these bits of its hash are 0: one in sixteen."""
_MOST_SHINGLES: Final = 2048
MOST_SENTENCES: Final = 500
"""So many sentences of a report are held against others; no published report has as many."""
_LONGEST: Final = 400
"""Characters of a sentence."""
_WIDTH: Final = 2
"""Bytes of a character."""


def imprint(document: Document, selection: Selection) -> Imprint:
    """Return the imprint of a report, bounded whatever the report holds.

    What a report says twice counts once.
    """
    found: dict[str, Sentence] = {}
    for one in sentences(document, selection):
        found.setdefault(one.key[:_LONGEST], one)
        if len(found) == MOST_SENTENCES:
            break
    return imprint_of({key: _words(one) for key, one in found.items()})


def imprint_of(written: Mapping[str, str]) -> Imprint:
    """Return the imprint of sentences: masked, each with its words as written."""
    keys = list(written)
    return Imprint(
        sentences=tuple(written.values()),
        keys=b"".join(map(hashed, keys)),
        shingles=_shingles(keys),
    )


def hashed(key: str) -> bytes:
    """Return the hash of a masked sentence; the same on every machine."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _words(one: Sentence) -> str:
    return one.passage.text[one.start : min(one.end, one.start + _LONGEST)].strip()


def _shingles(keys: list[str]) -> bytes:
    sampled = set[int]()
    for key in keys:
        coded = key.encode("utf-16-le", "surrogatepass")
        runs = range(0, len(coded) - _RUN * _WIDTH + 1, _WIDTH)
        sampled.update(
            [
                one
                for at in runs
                if not (one := crc32(coded[at : at + _RUN * _WIDTH])) & _SAMPLED
            ]
        )
    return array("I", sorted(sampled)[:_MOST_SHINGLES]).tobytes()
