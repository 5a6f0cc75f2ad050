"""What a figure about normative documents or rules counts: 制发5件, 规范性文件现行有效52件."""

from typing import Final

from govcheck.understanding.prose.concept_ids import DOCUMENTS
from govcheck.understanding.prose.concepts import Concepts

_NOUN_FIRST: Final = {
    "issued_of": "issued",
    "repealed_of": "repealed",
    "in_force_of": "in_force",
}
_ALSO: Final = {"issued": "revised_too", "repealed": "lapsed_too"}
"""What is counted apart and may be of one cell with these."""
_PUBLIC: Final = "public"


def document_concept(concepts: Concepts, topic: str, before: str, behind: str) -> str | None:
    """Return the concept of a figure among words about normative documents or rules.

    What was newly made has none where revised ones are counted ``behind`` it, and what was
    repealed none where lapsed ones are.
    """
    found = _name(concepts, before, behind)
    also = _ALSO.get(found or "")
    if also and concepts.words(also).match(behind):
        return None
    return f"{topic}.{found}" if found else None


def _name(concepts: Concepts, before: str, behind: str) -> str | None:
    """Return what is counted: its noun beside it, before it or further behind."""
    named = [name for name in DOCUMENTS if concepts.words(name).search(before)]
    if not named and concepts.words("nothing_behind").match(behind):
        named = [name for of, name in _NOUN_FIRST.items() if concepts.words(of).search(before)]
    if not named and concepts.words("named_behind").match(behind):
        named = ["issued"] if concepts.words("issued_first").search(before) else []
    return next(iter(named), None)


def made_known(concepts: Concepts, concept: str, before: str) -> str:
    """Return the word that limits what follows documents that were but made known."""
    public = concept.endswith(f".{_PUBLIC}")
    found = concepts.words(_PUBLIC).search(before) if public else None
    return found["made"] if found else ""
