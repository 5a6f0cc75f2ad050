"""A report that a printer or a terminal broke after so many columns says what it said."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from textwrap import wrap

import pytest
from bodies import Body, Page, correct_report
from body_pages import PAGES
from judged_files import wrong
from word_files import body_by_hand
from word_renderings import markdown_of

from govcheck.kinds.remark import Outcome
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid
from govcheck.understanding.printed_form import printed_table

WIDTHS = (20, 22, 25, 28, 33, 38, 39)
COLUMNS = (6, 8, 10, 12, 14, 18, 24)
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


def in_columns(report: Body, width: int) -> bytes:
    """Print the tables of a report in columns no wider than this, their labels broken."""
    lines: list[str] = []
    for one in report.paragraphs:
        tables = [
            printed_table(table, report.tables[table.id])
            for table in report.form.tables.values()
            if one.startswith(f"| {table.part.removesuffix('-litigation')} ")
        ]
        lines += [line for table in tables for line in (*_columns(table, width), "")] or [one]
    return "\n".join([report.title, *lines]).encode()


def _columns(table: RawGrid, most: int) -> Iterator[str]:
    wide = [
        max(
            wide_as(one.text) if one.text.isascii() else min(most, wide_as(one.text))
            for one in table.cells
            if one.column == column
        )
        for column in range(table.width)
    ]
    for row in range(table.height):
        own = {one.column: one for one in table.cells if one.row == row}
        cells = [
            wrap(own[column].text, wide[column] // (1 if own[column].text.isascii() else 2))
            if column in own
            else []
            for column in range(table.width)
        ]
        for pieces in zip_longest(*cells, fillvalue=""):
            yield "".join(
                piece + " " * (width + 2 - wide_as(piece))
                for piece, width in zip(pieces, wide, strict=True)
            ).rstrip()


def wide_as(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text.encode("gb18030"))


@cache
def on_the_page(name: str) -> set[str]:
    return set(wrong(PAGES["plain"].of(correct_report(name)), "report.html"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_no_correct_report_is_accused(name: str, width: int) -> None:
    found = wrong(broken(correct_report(name), width), "report.md")
    accused = {rule for rule, outcome in found.items() if outcome is Outcome.FAIL}
    assert accused <= on_the_page(name)


@pytest.mark.parametrize("width", COLUMNS)
@pytest.mark.parametrize("name", NAMES)
def test_no_correct_report_in_columns_is_accused(name: str, width: int) -> None:
    found = wrong(in_columns(correct_report(name), width), "report.txt")
    accused = {rule for rule, outcome in found.items() if outcome is Outcome.FAIL}
    assert accused <= on_the_page(name)


@pytest.mark.parametrize("width", COLUMNS)
def test_a_flaw_in_columns_is_found_or_left_open(width: int) -> None:
    flawed = correct_report("prefecture-2024").with_cell("applications", "r3_1", "natural", 999)
    assert SUMS & wrong(in_columns(flawed, width), "report.txt").keys()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_flaw_is_found_or_left_open(width: int) -> None:
    flawed = correct_report("prefecture-2024").with_cell("applications", "r3_1", "natural", 999)
    assert SUMS & wrong(broken(flawed, width), "report.md").keys()
