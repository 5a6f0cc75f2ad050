"""Where a list begins under a total of the prose, and which number the total is."""

import re
from typing import Final

from govcheck.document.figure import Figure
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.listed_items import BRACKETS
from govcheck.statements.stated import bounds, this_year

_COLONS: Final = frozenset({"：", ":"})


def list_mark(
    text: str, total: Figure, first: Figure, vocabulary: Vocabulary
) -> re.Match[str] | None:
    """Return the words that open a list, when they stand between a total and a figure."""
    gap = text[bounds(total)[1] : bounds(first)[0]]
    if _closes(gap):
        return None
    opening = vocabulary.pattern("statements.list_mark")
    mark = opening.match(BRACKETS.sub("", gap) if "）" in gap or ")" in gap else gap)
    if mark is None or not (_is_said(mark) or is_bare(mark)):
        return None
    if mark["stop"] == "。" and not _goes_on(mark, vocabulary):
        return None
    if mark["applicants"] is not None and _is_of_some(total, vocabulary):
        return None
    rest = mark.string[mark.end() :]
    return None if re.search(r"[，,。；;]" if is_bare(mark) else r"[。；;]", rest) else mark


def is_bare(mark: re.Match[str]) -> bool:
    """Whether a colon right behind the total opens the list: 申请120件：信函30件、网络90件."""
    return not _is_said(mark) and mark.string[:1] in _COLONS


def _is_of_some(total: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a total is of applicants itself: 申请人为企业的5件，申请人为自然人的30件."""
    return vocabulary.pattern("quantities.applicant").search(total.subject) is not None


def _is_said(mark: re.Match[str]) -> bool:
    return mark["word"] is not None or mark["open"] is not None


def _closes(gap: str) -> bool:
    """Whether a bracket that holds the total closes before the list."""
    opened = gap.count("（") + gap.count("(")
    return gap.count("）") + gap.count(")") > opened


def _goes_on(mark: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a list after a full stop is still one of the total before it."""
    if mark["open"] is not None or mark["division"] is not None:
        return True
    return _says_among(mark, vocabulary)


def _says_among(mark: re.Match[str], vocabulary: Vocabulary) -> bool:
    return vocabulary.pattern("statements.among").match(mark["word"] or "") is not None


def is_loose(mark: re.Match[str], total: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a list may be of any number before it: 收到90件。办结78件。其中网上88件."""
    among = _says_among(mark, vocabulary)
    turned = total.concept in {"applications.carried_in", "applications.carried_out"}
    return among and (mark["stop"] == "。" or (turned and mark["open"] is None))


def widest(figures: tuple[Figure, ...], index: int) -> Figure:
    """Return the largest number of a figure's paragraph, up to it, of its unit."""
    total = figures[index]
    largest = total
    for figure in reversed(figures[:index]):
        if figure.place.block != total.place.block:
            break
        if figure.unit == total.unit and this_year(figure) and figure.value > largest.value:
            largest = figure
    return largest


def is_announced(mark: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a list is said to follow, so that its items may stand between semicolons."""
    word = mark["word"] or ""
    loose = vocabulary.pattern("statements.loosely").fullmatch(word)
    return (
        not loose
        or mark["open"] is not None
        or is_bare(mark)
        or re.search(r"[：:]", mark.string[mark.start("word") :]) is not None
    )


def opens(figures: tuple[Figure, ...], index: int) -> bool:
    """Whether a figure is the first of its sentence, so that a division must be its own."""
    return index == 0 or figures[index - 1].sentence != figures[index].sentence
