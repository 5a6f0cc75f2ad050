"""The fiscal year that a report is on."""

import re
from collections.abc import Sequence
from datetime import date

from govcheck.document import Found, Origin
from govcheck.readers.publication import Locate
from govcheck.readers.title import read_title
from govcheck.text import Passage

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年(?:度|[，,]|我|全|以来|本|政府信息|信息公开)")


def find_fiscal_year(
    *,
    given: int | None,
    titles: Sequence[Found[str]],
    period: Found[tuple[date, date]] | None,
    opening: Passage,
    published: Sequence[Found[date]],
    locate: Locate,
) -> Found[int] | None:
    """Return the year: given, titled, counted over, spoken of, or that before publication.

    ``opening`` is the text with which the introduction or the first part begins.
    """
    if given is not None:
        return Found(value=given, origin=Origin.GIVEN)
    for title in titles:
        said = read_title(title.value)
        if said and said.year:
            return Found(
                value=said.year, origin=title.origin, quote=title.quote, place=title.place
            )
    if period:
        return Found(
            value=period.value[1].year,
            origin=period.origin,
            quote=period.quote,
            place=period.place,
        )
    spoken = _YEAR.search(opening.text)
    if spoken:
        place = locate(opening, *spoken.span())
        return Found(value=int(spoken[1]), origin=Origin.BODY, quote=spoken[0], place=place)
    for day in published:
        return Found(
            value=day.value.year - 1, origin=day.origin, quote=day.quote, place=day.place
        )
    return None
