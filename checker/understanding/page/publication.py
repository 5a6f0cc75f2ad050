"""When the document was published and who issued it, as the page around it says."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.dates import find_dates, parse_date

Locate = Callable[[Passage, int, int], Place]
"""Gives the place of ``passage.text[start:end]``."""

_META_DATES = frozenset(
    (
        "pubdate",
        "pubtime",
        "published",
        "publishdate",
        "publishtime",
        "publisheddate",
        "publishedtime",
        "datepublished",
        "articlepublishedtime",
        "ogpublishedtime",
        "ogreleasedate",
        "releasedate",
        "releasetime",
        "docpubdate",
        "docpubtime",
        "firstpublishedtime",
        "issued",
        "dcdate",
        "dcdateissued",
        "dctermsissued",
    )
)
_META_ISSUERS = ("contentsource", "source", "publisher", "dc.publisher", "script.source")
_BY_SCRIPT: Final = "script.published"
_META_ADDRESSES = ("canonical", "og:url", "url", "article:url")
_PUNCTUATION = late_pattern(r"[-_.: ]")

_CLAIMS: Final = ("publication.labelled", "publication.beside_source", "publication.issued")
"""Lines that name the publication date, the surest first; a weaker one counts alone."""
_IN_ADDRESS = late_pattern(
    r"(?:/t?|_)(20[0-9]{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12][0-9]|3[01])(?=[/_.])"
)


def find_published(
    meta: Mapping[str, str],
    vocabulary: Vocabulary,
    *,
    furniture: Passage,
    above: int,
    locate: Locate,
) -> tuple[Found[date], ...]:
    """Return every date that claims to be the publication date, the best first.

    ``above`` is how many paragraphs of the furniture stand above the document's end; what
    stands below counts only where they say nothing.  Dates in addresses count only where the
    page names none; the date that the document is signed with never does.
    """
    said = [*_in_meta(meta), *_in_lines(furniture, vocabulary, above, locate)]
    if not said:
        said = [*_by_script(meta)] or [*_in_addresses(meta)]
    return tuple({(found.value, found.origin): found for found in reversed(said)}.values())[
        ::-1
    ]


def find_issuer(
    meta: Mapping[str, str], vocabulary: Vocabulary, furniture: Passage, locate: Locate
) -> Found[str] | None:
    """Return who issued the document, by a line above it or by a meta tag."""
    match = vocabulary.pattern("publication.issued_by").search(furniture.text)
    if match:
        return Found(
            value=match["name"],
            origin=Origin.LINE,
            quote=match[0].strip(),
            place=locate(furniture, *match.span("name")),
        )
    name = next((meta[key].strip() for key in _META_ISSUERS if meta.get(key)), "")
    return Found(value=name, origin=Origin.META, quote=name) if name else None


def _in_meta(meta: Mapping[str, str]) -> Iterator[Found[date]]:
    for key, value in meta.items():
        if _PUNCTUATION.sub("", key) in _META_DATES:
            for day in find_dates(value):
                yield Found(value=day.value, origin=Origin.META, quote=value)
                break


def _by_script(meta: Mapping[str, str]) -> Iterator[Found[date]]:
    """Yield the day that a script shows."""
    value = meta.get(_BY_SCRIPT, "")
    for found in find_dates(value):
        yield Found(value=found.value, origin=Origin.META, quote=value)


def _in_lines(
    furniture: Passage, vocabulary: Vocabulary, above: int, locate: Locate
) -> list[Found[date]]:
    starts, text = furniture.starts, furniture.text
    cut = starts[above] if above < len(starts) else len(text)
    for start, end in ((0, cut), (cut, len(text))):
        for claim in _CLAIMS:
            matches = vocabulary.pattern(claim).finditer(text, start, end)
            found = [day for match in matches for day in _claimed(match, furniture, locate)]
            if found:
                return found
    return []


def _claimed(match: re.Match[str], furniture: Passage, locate: Locate) -> Iterator[Found[date]]:
    value = parse_date(next(words for words in match.groups() if words))
    if value:
        place = locate(furniture, *match.span())
        yield Found(value=value, origin=Origin.LINE, quote=match[0].strip(), place=place)


def _in_addresses(meta: Mapping[str, str]) -> Iterator[Found[date]]:
    for key in _META_ADDRESSES:
        match = _IN_ADDRESS.search(meta.get(key, ""))
        value = parse_date("-".join(match.groups())) if match else None
        if value:
            yield Found(value=value, origin=Origin.ADDRESS, quote=meta[key])
