"""Numbers that count several things together: 行政复议、行政诉讼案件420件."""

from typing import Final

from govcheck.document.vocabulary import Vocabulary

_CASES: Final = frozenset({"review.total", "litigation.total"})


def is_joint(before: str, behind: str, vocabulary: Vocabulary) -> bool:
    """Whether the words right before a number, or behind it, name several kinds."""
    if vocabulary.pattern("quantities.joint_behind").match(behind):
        return vocabulary.pattern("concepts.leads").search(before) is not None
    if vocabulary.pattern("quantities.joint").search(before) is None:
        return False
    return vocabulary.pattern("quantities.each").search(before) is None


def together(concept: str | None, before: str, vocabulary: Vocabulary) -> str | None:
    """Return what such a number counts: cases of both kinds, or all applications in hand."""
    if (concept or "").startswith("applications."):
        taken = vocabulary.pattern("quantities.joint_taken").search(before)
        return "applications.handled" if taken else None
    return "cases.total" if concept in _CASES else None
