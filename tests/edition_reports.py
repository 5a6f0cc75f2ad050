"""A correct report of each edition of the form and a flawed one, as pages and in Word."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from bodies import Body, Page, correct_report
from word_files import body_by_hand

from govcheck.readers.from_html import read_html

_NAMES: Final = ("health-2020", "culture-2022", "market-2025")
_EDITIONS: Final = [correct_report(name) for name in _NAMES]


def _flawed(report: Body) -> Body:
    """Return a report with a wrong cell in each of two tables."""
    return report.with_cell("applications", "r3_7_total", "natural", 97).with_cell(
        "review-litigation", "count", "rev_total", 88
    )


REPORTS: Final[Mapping[str, Body]] = {
    **{one.name: one for one in _EDITIONS},
    **{f"{one.name}-flawed": _flawed(one) for one in _EDITIONS},
}


@cache
def body_of(name: str) -> str:
    """Return the body of a Word file with a report."""
    return body_by_hand(read_html(Page().of(REPORTS[name]).decode()))
