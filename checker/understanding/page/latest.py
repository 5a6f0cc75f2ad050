"""Where, of several documents on one page, the report begins that is to be judged."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from govcheck.document.form import Form, newest_form
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.concealed import shown_texts
from govcheck.understanding.page.following import following
from govcheck.understanding.page.parts import choose_headings
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleParts, find_title, read_title

_MOST: Final = 6
"""So many documents of a page are looked at."""


class _Report(NamedTuple):
    start: int
    said: TitleParts | None
    """What its title says."""
    title: str
    numbered: bool
    """Parts of the form stand in it."""


class Latest(NamedTuple):
    """The report that is judged, of those on a page."""

    start: int
    others: tuple[str, ...]
    """Titles of other bodies' reports."""


def latest(
    pieces: Sequence[Piece], forms: Mapping[str, Form], vocabulary: Vocabulary
) -> Latest:
    """Return where the report begins: the first, or the same body's on a later year.

    Lines with numbers of their own may stand above it, and last year's report.
    """
    reports = list(filter(None, islice(_documents(pieces, forms, vocabulary), _MOST)))
    if not reports:
        return Latest(0, ())
    best = reports[0]
    for report in reports[1:]:
        if _is_later(report.said, best.said):
            best = report
    others = (one.title for one in reports if one.numbered and _is_another(one.said, best.said))
    return Latest(best.start, tuple(dict.fromkeys(others)))


def _is_another(said: TitleParts | None, own: TitleParts | None) -> bool:
    """Whether a report is another body's by its title, or may be: that says but the year."""
    if said is None or own is None or said.agency == own.agency:
        return False
    return bool(said.agency) or said.year == own.year


def _is_later(said: TitleParts | None, before: TitleParts | None) -> bool:
    return (
        said is not None
        and before is not None
        and said.agency == before.agency
        and (said.year or 0) > (before.year or said.year or 0)
    )


def _documents(
    pieces: Sequence[Piece], forms: Mapping[str, Form], vocabulary: Vocabulary
) -> Iterator[_Report | None]:
    """Yield the documents of a page; None for one without title or part of a report."""
    start = 0
    while start < len(pieces):
        rest = pieces[start:]
        every = choose_headings(shown_texts(rest), forms)
        end = following(rest, every, newest_form(forms), vocabulary)
        whole = end == len(rest)
        headings = every if whole else choose_headings(shown_texts(rest[:end]), forms)
        title = find_title(rest, headings[0].index if headings else end, vocabulary)
        said = read_title(title.text, vocabulary) if title else None
        words, numbered = title.text if title else "", any(one.exact for one in headings)
        yield _Report(start, said, words, numbered) if said or numbered else None
        start += end
