"""The title: where it stands on the page and what it says."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.dates import year_of
from govcheck.understanding.page.sheet import Piece

_LONGEST: Final = 90
_LINES_BEFORE: Final = 2
_LINKED: Final = 0.5


class TitleLines(Struct, frozen=True):
    """The title on the page: ``pieces[start:end]``, read together."""

    start: int
    end: int
    text: str


class TitleParts(Struct, frozen=True):
    """What a title says: whose report, and on which year."""

    agency: str
    year: int | None


def read_title(text: str, vocabulary: Vocabulary) -> TitleParts | None:
    """Return what a title says; None for a text that is no title of an annual report."""
    if len(text) > _LONGEST or not _is_on_topic(text, vocabulary):
        return None
    pattern = vocabulary.pattern
    match = pattern("titles.title").match(text)
    if match is None or pattern("titles.no_title").search(match["head"]):
        return None
    year = pattern("titles.year").search(text)
    head = pattern("titles.year").sub("", match["head"])
    agency = pattern("titles.joints").sub("", head, count=1).strip()
    if not year and not agency and not pattern("titles.report").search(match["name"]):
        return None
    return TitleParts(agency=agency, year=year_of(year[1]) if year else None)


def _is_on_topic(text: str, vocabulary: Vocabulary) -> bool:
    return any(word in text for word in vocabulary.words["titles.topic"])


def find_title(
    pieces: Sequence[Piece], before: int, vocabulary: Vocabulary
) -> TitleLines | None:
    """Return the fullest title before a piece, the last of several as full; None for none.

    Where none has the words that it should have, the last main heading is the title.
    """
    best: tuple[int, TitleLines] | None = None
    for title in _titles(pieces, before, vocabulary):
        weight = _weight(title, pieces[title.start : title.end], vocabulary)
        if best is None or weight >= best[0]:
            best = (weight, title)
    if best:
        return best[1]
    mains = (
        index for index in range(before - 1, -1, -1) if _is_main(pieces[index], vocabulary)
    )
    return next((TitleLines(i, i + 1, pieces[i].text) for i in mains), None)


def _is_main(piece: Piece, vocabulary: Vocabulary) -> bool:
    text = piece.text
    return (
        0 < len(text) <= _LONGEST
        and piece.linked < _LINKED
        and (
            piece.level == 1 or vocabulary.pattern("titles.some_report").match(text) is not None
        )
    )


def _titles(
    pieces: Sequence[Piece], before: int, vocabulary: Vocabulary
) -> Iterator[TitleLines]:
    for index in range(before):
        text = pieces[index].text
        if (
            not text
            or len(text) > _LONGEST
            or pieces[index].zone in {"nav", "footer", "hidden"}
        ):
            continue
        if read_title(text, vocabulary):
            yield _with_lines_around(pieces, index, index + 1, before, vocabulary)
        elif (
            index + 1 < before
            and vocabulary.pattern("titles.rest").match(pieces[index + 1].text)
            and read_title(text + pieces[index + 1].text, vocabulary)
        ):
            yield _with_lines_around(pieces, index, index + 2, before, vocabulary)


def _with_lines_around(
    pieces: Sequence[Piece], start: int, end: int, before: int, vocabulary: Vocabulary
) -> TitleLines:
    """Take in the lines above that a title begins with, and a year that stands under it."""
    title = _with_lines_before(pieces, start, end, vocabulary)
    said = read_title(title.text, vocabulary)
    if said is None or said.year or end >= before:
        return title
    below = pieces[end].text
    if not vocabulary.pattern("titles.only_a_year").match(below):
        return title
    return TitleLines(title.start, end + 1, title.text + below)


def _with_lines_before(
    pieces: Sequence[Piece], start: int, end: int, vocabulary: Vocabulary
) -> TitleLines:
    """Take in the lines above that a title without a body or a year begins with."""
    text = "".join(piece.text for piece in pieces[start:end])
    for _ in range(_LINES_BEFORE):
        said = read_title(text, vocabulary)
        above = pieces[start - 1] if start else None
        if said is None or above is None or (len(said.agency) > 1 and said.year):
            break
        if above.linked >= _LINKED or not _begins(above.text, said, vocabulary):
            break
        start -= 1
        text = above.text + text
    return TitleLines(start, end, text)


def _begins(line: str, said: TitleParts, vocabulary: Vocabulary) -> bool:
    pattern = vocabulary.pattern
    if said.year is None and pattern("titles.only_a_year").match(line):
        return True
    if said.agency and said.agency not in vocabulary.words["titles.unnamed"]:
        return False
    return pattern("titles.body_name").match(line) is not None


def _weight(title: TitleLines, pieces: Sequence[Piece], vocabulary: Vocabulary) -> int:
    said = read_title(title.text, vocabulary)
    weight = -10 if any(piece.linked >= _LINKED for piece in pieces) else 0
    if any(piece.level == 1 for piece in pieces):
        weight += 2
    if said and said.year:
        weight += 4
    if said and len(said.agency) > 1:
        weight += 2
    return weight
