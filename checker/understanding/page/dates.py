"""Dates as reports write them: 2025年1月20日, 2025-01-20, 二〇二五年一月二十日."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.numerals import han_number

_ARABIC = (
    r"(?:(?<![0-9])20[0-9]{2}\s?[年\-－/.．]\s?[01]?[0-9]"
    r"\s?[月\-－/.．]\s?[0-3]?[0-9](?![0-9])日?)"
)
_HAN = (
    "(?:二[〇○零0Oo][〇○零0Oo一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月"
    "[一二三四五六七八九十]{1,3}日)"
)

DATE = f"(?:{_ARABIC}|{_HAN})"
"""A pattern for one date; what it matches may still not be a day of the calendar."""

_DATE = late_pattern(DATE)
_NUMBERS = late_pattern("[0-9]+|[〇○零一二三四五六七八九十Oo]+")
_DECEMBER = 12
_PLAIN = 8
"""Digits of a date that is nothing else: 20250120."""
_ZEROS = str.maketrans("○零Oo0", "〇〇〇〇〇")


class Day(Struct, frozen=True):
    """A date at ``text[start:end]``."""

    value: date
    start: int
    end: int


class Span(Struct, frozen=True):
    """A period, both days included, at ``text[start:end]``."""

    first: date
    last: date
    start: int
    end: int


def find_dates(text: str) -> Iterator[Day]:
    """Yield the full dates in a text."""
    for match in _DATE.finditer(text):
        value = parse_date(match[0])
        if value:
            yield Day(value, *match.span())


def find_spans(text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the periods in a text; the year of the last day may be left to the first.

    One that ends in a year of its own may end before it begins: a slip that checks speak of.
    """
    days = _day_spans(vocabulary.pattern("periods.days").finditer(text))
    months = _month_spans(vocabulary.pattern("periods.months").finditer(text))
    yield from sorted((*days, *months), key=lambda span: span.start)


def _day_spans(found: Iterable[re.Match[str]]) -> Iterator[Span]:
    for match in found:
        first = parse_date(match["first"])
        if first is None:
            continue
        words = match["last"]
        told = parse_date(words)
        last = told or _day(first.year, *_numbers(words)[:2])
        if last and (told or last >= first):
            yield Span(first, last, *match.span())


def _month_spans(found: Iterable[re.Match[str]]) -> Iterator[Span]:
    """Yield whole months, or the whole year, that words before say are counted over."""
    for match in found:
        year = int(match["year"])
        months = int(match["first"] or 1), int(match["last"] or _DECEMBER)
        if 1 <= months[0] <= months[1] <= _DECEMBER:
            last = date(year, months[1], monthrange(year, months[1])[1])
            yield Span(date(year, months[0], 1), last, *match.span("range"))


def parse_date(words: str) -> date | None:
    """Return the day that a date names; None when the calendar has no such day."""
    if len(words) == _PLAIN and words.isdecimal():
        return _day(int(words[:4]), int(words[4:6]), int(words[6:]))
    numbers = _numbers(words)
    return _day(*numbers[:3]) if len(numbers) >= 3 else None  # noqa: PLR2004 - year, month, day


def year_of(words: str) -> int:
    """Return the year that 2024 or 二〇二四 names."""
    return _number(words)


def _numbers(words: str) -> list[int]:
    return [_number(digits) for digits in _NUMBERS.findall(words)]


def _number(digits: str) -> int:
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    return han_number(digits.translate(_ZEROS)) or 0


def _day(year: int = 0, month: int = 0, day: int = 0) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
