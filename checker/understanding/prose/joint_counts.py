"""Numbers that count several things together: 行政复议、行政诉讼案件420件."""

from typing import Final

from govcheck.document.vocabulary import Vocabulary

_CASES: Final = frozenset({"review.total", "litigation.total"})


def is_joint(before: str, vocabulary: Vocabulary) -> bool:
    """Whether the words right before a number name several kinds that it adds up."""
    if vocabulary.pattern("quantities.joint").search(before) is None:
        return False
    return vocabulary.pattern("quantities.each").search(before) is None


def together(concept: str | None) -> str | None:
    """Return what such a number counts, by what its last word does: cases of both kinds."""
    return "cases.total" if concept in _CASES else None
