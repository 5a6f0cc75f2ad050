"""A report that a printer or a terminal broke after so many columns says what it said."""

from functools import cache

import pytest
from bodies import Body, Page, correct_report
from body_pages import PAGES
from judged_files import wrong
from word_files import body_by_hand
from word_renderings import markdown_of

from govcheck.kinds.remark import Outcome
from govcheck.readers.from_html import read_html

WIDTHS = (20, 22, 25, 28, 33, 38, 39)
NAMES = ("prefecture-2024", "county-2020", "street-2023")
SUMS = {"format/applications-row-total", "format/applications-subtotal"}


def broken(report: Body, width: int) -> bytes:
    """Break the text of a report; a Chinese character takes two columns."""
    lines = [""]
    for sign in markdown_of(body_by_hand(read_html(Page().of(report).decode()))):
        if sign == "\n" or len(f"{lines[-1]}{sign}".encode("gb18030")) > width:
            lines.append("")
        lines[-1] += sign.strip("\n")
    return "\n".join(lines).encode()


@cache
def on_the_page(name: str) -> set[str]:
    return set(wrong(PAGES["plain"].of(correct_report(name)), "report.html"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_no_correct_report_is_accused(name: str, width: int) -> None:
    found = wrong(broken(correct_report(name), width), "report.md")
    accused = {rule for rule, outcome in found.items() if outcome is Outcome.FAIL}
    assert accused <= on_the_page(name)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_flaw_is_found_or_left_open(width: int) -> None:
    flawed = correct_report("prefecture-2024").with_cell("applications", "r3_1", "natural", 999)
    assert SUMS & wrong(broken(flawed, width), "report.md").keys()
