"""The fiscal year that a report is on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from govcheck.document.place import Place
from govcheck.document.report import Found, Origin
from govcheck.document.text import Passage
from govcheck.understanding.page.publication import Locate
from govcheck.understanding.page.title import read_title

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年(?:度|[，,]|我|全|以来|本|政府信息|信息公开)")

_ANY_YEAR = re.compile("(?<![0-9])(20[0-9]{2})年")


def find_fiscal_year(
    *,
    given: int | None,
    titles: Sequence[Found[str]],
    period: Found[tuple[date, date]] | None,
    openings: Sequence[Passage],
    published: Sequence[Found[date]],
    body: Passage,
    locate: Locate,
) -> Found[int] | None:
    """Return the year: given, titled, counted over, spoken of, or that before publication.

    ``openings`` are the introduction and the first part.
    """
    if given is not None:
        return Found(value=given, origin=Origin.GIVEN)
    found = chain(
        _titled(titles),
        (_as_year(span, span.value[1].year) for span in (period,) if span),
        _spoken_in(openings, locate),
        (_as_year(day, day.value.year - 1) for day in published),
        _most_spoken_of(body, locate),
    )
    return next(found, None)


def _titled(titles: Sequence[Found[str]]) -> Iterator[Found[int]]:
    for title in titles:
        said = read_title(title.value)
        if said and said.year:
            yield _as_year(title, said.year)


def _as_year(found: Found[Any], year: int) -> Found[int]:
    return Found(value=year, origin=found.origin, quote=found.quote, place=found.place)


def _spoken_in(openings: Sequence[Passage], locate: Locate) -> Iterator[Found[int]]:
    for opening in openings:
        spoken = _YEAR.search(opening.text)
        if spoken:
            yield _spoken(spoken, locate(opening, *spoken.span()))


def _most_spoken_of(body: Passage, locate: Locate) -> Iterator[Found[int]]:
    """Yield the year that the text names most often, if there is one."""
    matches = list(_ANY_YEAR.finditer(body.text))
    counted = Counter(match[1] for match in matches).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return
    match = next(match for match in matches if match[1] == counted[0][0])
    yield _spoken(match, locate(body, *match.span()))


def _spoken(match: re.Match[str], place: Place) -> Found[int]:
    return Found(value=int(match[1]), origin=Origin.BODY, quote=match[0], place=place)
