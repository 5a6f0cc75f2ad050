"""The fiscal year that a report is on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.publication import Locate
from govcheck.understanding.page.title import read_title


def find_fiscal_year(
    vocabulary: Vocabulary,
    *,
    titles: Sequence[Found[str]],
    period: Found[tuple[date, date]] | None,
    openings: Sequence[Passage],
    dates: Sequence[Found[date]],
    body: Passage,
    locate: Locate,
) -> Found[int] | None:
    """Return the year by title, period, words, or else the one before its date.

    ``openings`` are the introduction and the first part; ``dates`` those of publication and
    of signature, the surest first.
    """
    found = chain(
        _titled(titles, vocabulary),
        (_as_year(span, max(span.value).year) for span in (period,) if span),
        _spoken_in(openings, vocabulary, locate),
        (_as_year(day, day.value.year - 1) for day in dates),
        _most_spoken_of(body, vocabulary, locate),
    )
    return next(found, None)


def given_year(given: int | None) -> Found[int] | None:
    """Return the year that the user states, which goes before the report's own."""
    return None if given is None else Found(value=given, origin=Origin.GIVEN)


def year_notes(given: int | None, own: Found[int] | None) -> tuple[str, ...]:
    """Say (Chinese) where the user states another year than the report shows."""
    if given is None or own is None or given == own.value:
        return ()
    return (f"报告写的是{own.value}年度，现按指定的{given}年度检查，请核对年度是否指定有误。",)


def _titled(titles: Sequence[Found[str]], vocabulary: Vocabulary) -> Iterator[Found[int]]:
    for title in titles:
        said = read_title(title.value, vocabulary)
        if said and said.year:
            yield _as_year(title, said.year)


def _as_year(found: Found[Any], year: int) -> Found[int]:
    return Found(value=year, origin=found.origin, quote=found.quote, place=found.place)


def _spoken_in(
    openings: Sequence[Passage], vocabulary: Vocabulary, locate: Locate
) -> Iterator[Found[int]]:
    for opening in openings:
        spoken = vocabulary.pattern("titles.spoken_year").search(opening.text)
        if spoken:
            yield _spoken(spoken, locate(opening, *spoken.span()))


def _most_spoken_of(
    body: Passage, vocabulary: Vocabulary, locate: Locate
) -> Iterator[Found[int]]:
    """Yield the year that the text names most often, if there is one."""
    matches = list(vocabulary.pattern("titles.any_year").finditer(body.text))
    counted = Counter(match[1] for match in matches).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return
    match = next(match for match in matches if match[1] == counted[0][0])
    yield _spoken(match, locate(body, *match.span()))


def _spoken(match: re.Match[str], place: Place) -> Found[int]:
    return Found(value=int(match[1]), origin=Origin.BODY, quote=match[0], place=place)
