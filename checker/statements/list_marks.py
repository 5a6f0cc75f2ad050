"""Where a list begins under a total of the prose, and which number the total is."""

import re
from typing import Final

from govcheck.document.figure import Figure
from govcheck.late_pattern import late_pattern
from govcheck.statements.listed_items import BRACKETS
from govcheck.statements.stated import bounds, this_year

_MARK: Final = late_pattern(
    r"[^，,。；;：:（(其]{0,12}(?:[，,]均[为是][^，,。；;：:（(其0-9]{2,12})?"
    r"(?P<stop>[，,。；;：:]?) ?(?P<open>[（(])?"
    r"(?P<word>(?P<division>[按从][^，,。；;：:、（(0-9]{2,8}(?:分|看|划分|统计)[，,：:])"
    r"|(?<=中[，,：:])|其中(?:主要)?(?:包[括含]|有|：|:)?|主要(?:包[括含]|有|为|是)|包括|分别(?:是|为)?|[：:])?"
)


def list_mark(text: str, total: Figure, first: Figure) -> re.Match[str] | None:
    """Return the words that open a list, when they stand between a total and a figure."""
    gap = text[bounds(total)[1] : bounds(first)[0]]
    if _closes(gap):
        return None
    mark = _MARK.match(BRACKETS.sub("", gap) if "）" in gap or ")" in gap else gap)
    if mark is None or (mark["word"] is None and mark["open"] is None):
        return None
    if mark["stop"] == "。" and not _goes_on(mark):
        return None
    rest = mark.string[mark.end() :]
    return None if re.search(r"[。；;]", rest) else mark


def _closes(gap: str) -> bool:
    """Whether a bracket that holds the total closes before the list."""
    opened = gap.count("（") + gap.count("(")
    return gap.count("）") + gap.count(")") > opened


def _goes_on(mark: re.Match[str]) -> bool:
    """Whether a list after a full stop is still one of the total before it."""
    bracketed, word = mark["open"] is not None, mark["word"] or ""
    return bracketed or mark["division"] is not None or word.startswith("其中")


def is_loose(mark: re.Match[str], total: Figure) -> bool:
    """Whether a list may be of any number of its sentence: 办结78件，结转7件。其中网上58件."""
    among = (mark["word"] or "").startswith("其中")
    turned = total.concept in {"applications.carried_in", "applications.carried_out"}
    return among and (mark["stop"] == "。" or (turned and mark["open"] is None))


def widest(figures: tuple[Figure, ...], index: int) -> Figure:
    """Return the largest number of a figure's sentence, up to it, of its unit."""
    total = figures[index]
    largest = total
    for figure in reversed(figures[:index]):
        if (figure.sentence, figure.place.block) != (total.sentence, total.place.block):
            break
        if figure.unit == total.unit and this_year(figure) and figure.value > largest.value:
            largest = figure
    return largest


def is_announced(mark: re.Match[str]) -> bool:
    """Whether a list is said to follow, so that its items may stand between semicolons."""
    word = mark["word"] or ""
    loose = word in {"其中", "包括"} and mark["open"] is None
    return not loose or re.search(r"[：:]", mark.string[mark.start("word") :]) is not None


def opens(figures: tuple[Figure, ...], index: int) -> bool:
    """Whether a figure is the first of its sentence, so that a division must be its own."""
    return index == 0 or figures[index - 1].sentence != figures[index].sentence
