"""Numbers that count several things together: 行政复议、行政诉讼案件420件."""

from govcheck.document.vocabulary import Vocabulary


def is_joint(before: str, vocabulary: Vocabulary) -> bool:
    """Whether the words right before a number name several kinds that it adds up."""
    if vocabulary.pattern("quantities.joint").search(before) is None:
        return False
    return vocabulary.pattern("quantities.each").search(before) is None
