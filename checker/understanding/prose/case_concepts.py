"""What a figure among words about review or litigation counts: 维持5件, 复议9件、诉讼5件."""

from collections.abc import Iterable
from typing import Final

from govcheck.understanding.prose.clauses import without_brackets
from govcheck.understanding.prose.concept_ids import CASE_RESULTS, CASES_BEHIND
from govcheck.understanding.prose.concepts import Concepts
from govcheck.understanding.prose.words_near import WordsNear

CASES: Final = ("review", "litigation")
_ASIDE: Final = ("some_next", "not_ours_behind", "ours_next")
"""What stands behind a number that counts none of ours, or none by itself."""


def is_of_all(concepts: Concepts, near: WordsNear) -> bool:
    """Whether cases are of any matter: 复议86件，诉讼41件，其中政府信息公开类复议9件.

    So may those be that stand in a list beside applications: 登记政府信息公开申请86件、
    行政复议申请301件, unless it is told why or against whom.
    """
    if concepts.words("any_case").fullmatch(near.before):
        asked = concepts.words("asked_before").search(near.said)
        if asked or concepts.words("asked_behind").match(near.behind):
            return True
    if any(concepts.words(name).match(near.behind) for name in _ASIDE):
        return True
    own = concepts.words("own_disclosure").search(near.before)
    return own is None and concepts.words("some_among").match(near.behind) is not None


def named_behind(concepts: Concepts, near: WordsNear) -> str:
    """Return which cases a number counts whose noun follows it, or "".

    So it does in a list that nothing limits: 全年有9件行政复议、5件行政诉讼.
    """
    noun = concepts.words("case_behind").match(near.behind)
    if noun is None or not concepts.words("cases_ahead").search(near.said):
        return ""
    return next(kind for kind in CASES if noun[kind])


def case_concept(concepts: Concepts, topic: str, near: WordsNear) -> str | None:
    """Return the concept of a figure among words about review or litigation.

    A result that is said of both is of all cases: 复议9件、诉讼5件，其中维持8件; so is one that
    is divided behind it.  Cases told of one outcome are no total: 结果维持：复议5件、诉讼3件.
    What limits the first of a list to a result does the others: 维持的复议5件、诉讼3件.
    A noun right behind the number before is of that one: 9件行政复议、5件….
    """
    words = concepts.words
    bare = without_brackets(near.before)
    result = _first(concepts, CASE_RESULTS, bare) or _behind(concepts, bare, near.after)
    first = None if result else words("goes_on_of").search(near.said)
    head = first["head"] if first else bare
    if first:
        result = _first(concepts, CASE_RESULTS, head)
    unsure = result and first and first["apart"]
    of_result = concepts.quantity("of_result").search(head)
    if unsure or words("carried").search(head) or (of_result and not result):
        return None
    counts = words("total").search(bare) and not words("of_outcome").search(near.said)
    if words("noun_of_last").search(near.said) or not (result or counts):
        return None
    if result and _is_of_both(concepts, near):
        topic = "cases"
    elif topic == "litigation":
        if words("direct").search(bare):
            topic = "litigation.direct"
        elif words("after_review").search(bare):
            topic = "litigation.after"
    return f"{topic}.{CASE_RESULTS[result] if result else 'total'}"


def _is_of_both(concepts: Concepts, near: WordsNear) -> bool:
    of_both = concepts.words("of_both").search(near.said)
    return bool(concepts.words("by_court").match(near.behind) or of_both)


def _behind(concepts: Concepts, before: str, after: str) -> str | None:
    """Return the result that stands behind its number: 3件维持，1件尚未审结."""
    after = after if concepts.leads(before) else ""
    told = CASES_BEHIND.items()
    return next((one for words, one in told if concepts.words(words).match(after)), None)


def _first(concepts: Concepts, names: Iterable[str], before: str) -> str | None:
    return next((name for name in names if concepts.words(name).search(before)), None)
