"""Headings of the numbered parts: what a paragraph calls itself, if it heads a part."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.form import FormPart, PartWords
from govcheck.document.form_titles import loose
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.page.part_numbers import PartNumber, any_number, part_number

_LIKE_THE_FORM = frozenset({"part", "han", "dash"})
"""Numbers of parts, whatever their titles."""
_ALONE = frozenset({"", "bare", "other"})
"""What is no number of a part but before a title that stands alone."""
_NESTED_RANK = 3

_MARKS = "：:。.】〗》〉」』”）)］]＞>#*★☆◆■●—–-"
"""What may close or adorn a title."""
_END = late_pattern(
    rf"[{re.escape(_MARKS)}]*+(?:(?:[（(][^（）()]{{1,20}}[）)]|{sign('table')})"
    rf"[{re.escape(_MARKS)}]*+)?\Z"
)
_LISTING = late_pattern(r"[；;，,、]\s?(?:\Z|[二三四五六2-6][、.．])|\s?[二三四五六]、")
_SENTENCE = late_pattern(r"[。；;，,：:！!？?]")
_GOES_ON = ("。", "，", "；", "、")
"""A line before one that begins so was torn off a sentence."""
_LONGEST_TITLE = 30


class Heading(Struct, frozen=True, kw_only=True):
    """A paragraph, or the beginning of one, that may head a part."""

    index: int
    number: int | None
    rank: int
    """How unlike the form's 一、 its number is: 1 for none, 2 for 1., 3 for （一）."""
    title: str
    part_id: str | None
    known_by: str
    """title, variant, content or number; as in ``Part``."""
    length: int
    """Of the heading in the paragraph's normal text, where text runs on behind it."""

    @property
    def exact(self) -> bool:
        """Whether the form prints this title."""
        return self.known_by in {"title", "variant"}


def find_headings(
    texts: Sequence[str], parts: tuple[FormPart, ...], about: Sequence[PartWords]
) -> Iterator[Heading]:
    """Yield whatever could be the heading of a part, lists inside parts included.

    ``about`` are words that tell which part a title of other wording heads.
    """
    titles, known = _titles(parts)
    for index, text in enumerate(texts):
        if "".join(texts[index + 1 : index + 2]).startswith(_GOES_ON):
            continue
        number = part_number(text)
        title = titles.match(text, number.end)
        if title:
            heading = _exact(index, text, number, title, known)
        elif (
            number.kind
            and number.end < len(text)
            and (whole := titles.match(_on(texts, index), number.end))
            and whole.end() > len(text)
        ):
            heading = _exact(index, _on(texts, index), number, whole, known)
            heading = heading and replace(heading, length=len(text))
        elif (other := any_number(text)).kind and (title := titles.match(text, other.end)):
            heading = _exact(index, text, other, title, known)
        elif number.kind in _LIKE_THE_FORM:
            heading = _numbered(index, text, number, about)
        else:
            continue
        if heading:
            yield heading


def _on(texts: Sequence[str], index: int) -> str:
    """Return a line together with the next: a break may stand inside a heading."""
    return "".join(texts[index : index + 2])


def _exact(
    index: int,
    text: str,
    number: PartNumber,
    title: re.Match[str],
    known: Sequence[tuple[str, str, str]],
) -> Heading | None:
    """Return the heading whose title the form prints, alone or with text behind it."""
    part_id, known_by, printed = known[(title.lastindex or 1) - 1]
    end = title.end()
    alone = _END.match(text, end) is not None
    if not alone and (number.kind in _ALONE or _LISTING.match(text, end)):
        return None
    if number.kind == "said":
        return _said(index, text, number, part_id) if alone else None
    words = title[0]
    return Heading(
        index=index,
        number=number.value,
        rank=number.rank,
        title=text[title.start() :].rstrip(_MARKS) if alone else words,
        part_id=part_id,
        known_by=known_by if _letters(words) == _letters(printed) else "variant",
        length=len(text) if alone else end,
    )


def _said(index: int, text: str, number: PartNumber, part_id: str) -> Heading:
    """Return the heading that is numbered as an item of a sentence: 三是收到和处理……情况."""
    return Heading(
        index=index,
        number=number.value,
        rank=number.rank,
        title=text.rstrip(_MARKS),
        part_id=part_id,
        known_by="content",
        length=len(text),
    )


def _numbered(index: int, text: str, number: PartNumber, about: Sequence[PartWords]) -> Heading:
    title = text[number.end :].rstrip(_MARKS)
    fits = len(title) <= _LONGEST_TITLE and not _SENTENCE.search(title)
    found = (told.part for told in about if fits and any(word in title for word in told.words))
    part_id = next(found, None)
    return Heading(
        index=index,
        number=number.value,
        rank=0 if fits else _NESTED_RANK,
        title=title,
        part_id=part_id,
        known_by="content" if part_id else "number",
        length=len(text),
    )


@cache
def _titles(
    parts: tuple[FormPart, ...],
) -> tuple[re.Pattern[str], tuple[tuple[str, str, str], ...]]:
    """Return one pattern with a group per title, and what each group stands for."""
    known = {title: (part.id, "variant") for part in parts for title in part.variants}
    known |= {part.title: (part.id, "title") for part in parts}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = "|".join(f"({loose(title)})" for title in longest_first)
    return late_pattern(pattern), tuple((*known[title], title) for title in longest_first)


def _letters(title: str) -> str:
    return re.sub("[、，,;；]", "", title)
