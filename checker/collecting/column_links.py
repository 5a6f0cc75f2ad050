"""Which links of a list lead to an annual report, by their words, and what stands beside."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from govcheck.collecting.address import joined
from govcheck.collecting.list_page import ListLink, ListPage
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.dates import DATE, find_dates
from govcheck.understanding.page.title import read_title

_DATED: Final = late_pattern(rf"[\[(（【]?\s?{DATE}\s?[\])）】]?")
_ENDING: Final = late_pattern(r"(?i:\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?|s?html?))\Z")
_MARKS: Final = " ·•・●-—*>»　"
"""What stands before the entries of a list."""
_LONGEST: Final = 200
_A_WORD: Final = 8
"""Characters of a link that names nothing: 查看, PDF下载."""
_SCRIPT: Final = "javascript:"


class Kind(StrEnum):
    """By what words something is named."""

    REPORT = "report"
    YEAR = "year"
    """A year alone."""
    BODY = "body"
    """The name of a body alone."""


class ListedReport(Struct, frozen=True, kw_only=True):
    """What a list names."""

    address: str
    """In full, without the place within the page; empty where only a script leads there."""
    title: str
    listed: date | None
    """The one day that stands in its line."""
    kind: Kind

    @property
    def sure(self) -> bool:
        """Whether it is called a report; else it may as well be a list of them, or neither."""
        return self.kind is Kind.REPORT


_Named = tuple[ListLink, str, Kind]


def entries_of(page: ListPage, vocabulary: Vocabulary) -> list[ListedReport]:
    """Return what a list names, each address once.

    Links that are only a body's name count where none is called a report, as there are such
    in the menus of many pages.
    """
    named = [(link, _title(link, vocabulary)) for link in page.links]
    reports = _entries(page, [(link, title, Kind.REPORT) for link, title in named if title])
    years = _entries(page, _called(page, vocabulary, Kind.YEAR))
    bodies = () if reports else _entries(page, _called(page, vocabulary, Kind.BODY))
    found: dict[str, ListedReport] = {}
    for entry in (*reports, *years, *bodies):
        found.setdefault(entry.address or entry.title, entry)
    return list(found.values())


def _entries(page: ListPage, links: list[_Named]) -> list[ListedReport]:
    return list(filter(None, (_entry(page, *link) for link in links)))


def _entry(page: ListPage, link: ListLink, title: str, kind: Kind) -> ListedReport | None:
    address = page.whole(link.address).partition("#")[0]
    scripted = link.address.lower().startswith(_SCRIPT)
    if address == page.address.partition("#")[0] or not (address or scripted):
        return None
    return ListedReport(address=address, title=title, listed=_day(link), kind=kind)


def _title(link: ListLink, vocabulary: Vocabulary) -> str:
    """Return the words by which a link calls itself a report, or the only ones in its line."""
    for words in dict.fromkeys((link.title, link.text)):
        title = _plain(words)
        if title and _is_report(title, vocabulary):
            return title
    if len(link.text) > _A_WORD:
        return ""
    beside = filter(None, map(_plain, dict.fromkeys(link.beside.split("\n"))))
    titles = [one for one in beside if read_title(one, vocabulary)]
    said = titles[0] if len(titles) == 1 else ""
    return said if said and _is_report(said, vocabulary) else ""


def _is_report(title: str, vocabulary: Vocabulary) -> bool:
    pattern = vocabulary.pattern
    if pattern("columns.other_matter").search(title):
        return False
    if read_title(title, vocabulary) or pattern("columns.cut").match(title):
        return True
    return bool(
        pattern("columns.short").match(title) and not pattern("columns.other").search(title)
    )


def _called(page: ListPage, vocabulary: Vocabulary, kind: Kind) -> list[_Named]:
    """Return the links whose words are of a kind that may lead to reports."""
    pattern = vocabulary.pattern(f"columns.{kind}")
    plain = ((link, _plain(link.text)) for link in page.links)
    return [(link, words, kind) for link, words in plain if pattern.match(words)]


def _plain(words: str) -> str:
    """Return the words of a link without what lists put around them: marks, dates, endings."""
    if not words or len(words) > _LONGEST:
        return ""
    bare = _DATED.sub("", normal_text(words).normal).strip(_MARKS)
    return _ENDING.sub("", bare).strip(_MARKS)


def _day(link: ListLink) -> date | None:
    days = {found.value for found in find_dates(normal_text(link.beside).normal)}
    return days.pop() if len(days) == 1 else None


def frames_of(page: ListPage) -> Iterator[str]:
    """Yield in full what a page shows in frames: many columns have their list in one."""
    yield from filter(None, (joined(page.address, frame) for frame in page.frames))
