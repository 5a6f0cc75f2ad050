"""Headings and paragraphs in the cells of printed tables are headings and paragraphs."""

import re
from collections.abc import Callable, Mapping

import pytest
from bodies import Body, Page, correct_report
from judged_files import wrong
from pdf_files import line, pages, prose, table, text
from printed_words import grids, paragraphs
from printers import by_chromium, by_libreoffice
from rulebooks import BOOK

from govcheck.checking import read
from govcheck.kinds.remark import Outcome
from govcheck.readers.from_pdf import read_pdf

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

BOX = "<table class=box><tr><td>{}</td></tr></table>"
INNER = ".box>tbody>tr>td"
LOW = "@page{{size:210mm 150mm}}"
PART = re.compile(r"<h2>(.*?)</h2>(.*?)(?=<h2>|</body>)", re.DOTALL)
TABLE = re.compile(r"<h2>([^<]*)</h2>\s*<table border=\"1\">")
Change = Callable[[str], str]


def all_in_one(page: str) -> str:
    before, body, after = re.split("</?body>", page)
    return f"{before}<body>{BOX.format(body)}</body>{after}"


def in_rows(row: str) -> Change:
    def change(page: str) -> str:
        before, *_ = PART.split(page, maxsplit=1)
        rows = "".join(row.format(*found.groups()) for found in PART.finditer(page))
        return f"{before}<table>{rows}</table></body></html>"

    return change


LAYOUTS: Mapping[str, tuple[str, Change]] = {
    "in boxes": ("", lambda page: re.sub("<h2>(.*?)</h2>", BOX.format(r"\1"), page)),
    "first rows": (
        "",
        lambda page: TABLE.sub(r"<table border='1'><tr><td colspan='15'>\1</td></tr>", page),
    ),
    "all in one cell": (f"{INNER}{{{{padding:0}}}}", all_in_one),
    "all in one cell of low pages": (f"{LOW}{INNER}{{{{padding:0}}}}", all_in_one),
    "all in one cell with room": (f"{INNER}{{{{padding:12px}}}}", all_in_one),
    "each in a cell": ("", in_rows("<tr><td>{}</td></tr><tr><td>{}</td></tr>")),
    "headings left, text right": (
        "",
        lambda page: re.sub(
            r"<h2>([一五六].*?)</h2>(.*?)(?=<h2>|</body>)",
            r"<table><tr><td width=60>\1</td><td>\2</td></tr></table>",
            page,
            flags=re.DOTALL,
        ),
    ),
}
READ = ("in boxes", "first rows", "all in one cell with room", "headings left, text right")
STYLE = (
    "table,td{{border:1px solid black;border-collapse:collapse}} table{{width:100%;margin:0}}"
    "td{{padding:2px 4px;font-size:14px}} p{{line-height:1.6;text-indent:2em}}"
)


HEAD = f'<meta charset="utf-8"><title>{{title}}</title><style>{STYLE}</style>'
Printer = Callable[[str], bytes]


def print_out(report: Body, layout: str, printer: Printer = by_chromium) -> bytes:
    style, change = LAYOUTS[layout]
    page = Page(head=f"{HEAD}<style>{style}</style>", heading="<h2>{}</h2>".format)
    return printer(change(page.of(report).decode()))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["county-2020", "prefecture-2024"])
def test_they_are_the_parts_of_a_correct_report(name: str, layout: str) -> None:
    """Some pages on which the lines of two tables nearly meet are unread."""
    report = correct_report(name)
    content = print_out(report, layout)
    document = read(content, name="report.pdf", knowledge=BOOK.knowledge)
    parts = [part.id for part in document.parts]
    assert document.incomplete or parts == [part.id for part in document.form.parts]
    assert not document.incomplete or layout not in READ
    accused = {rule for rule, found in wrong(content, "a.pdf").items() if found == Outcome.FAIL}
    assert accused <= wrong(Page().of(report), "a.html").keys()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_flaw_is_found(layout: str) -> None:
    flawed = correct_report("prefecture-2024").with_cell("applications", "r3_1", "natural", 999)
    assert "format/applications-row-total" in wrong(print_out(flawed, layout), "report.pdf")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_part_that_is_missing_is_missed(layout: str) -> None:
    report = correct_report("prefecture-2024")
    title = next(one for one in report.paragraphs if one.startswith("二、"))
    found = wrong(print_out(report.with_text(title, ""), layout), "report.pdf")
    assert "format/sections" in found


@pytest.mark.parametrize("layout", ["in boxes", "all in one cell"])
def test_an_office_program_prints_them(layout: str) -> None:
    content = print_out(correct_report("prefecture-2024"), layout, by_libreoffice)
    found = wrong(content, "report.pdf")
    assert Outcome.FAIL not in found.values()


def test_headings_without_numbers_are_asked_about() -> None:
    report = correct_report("prefecture-2024")
    page = Page(head=HEAD, heading=lambda said: BOX.format(said.split("、", 1)[1]))
    found = wrong(by_chromium(page.of(report).decode()), "report.pdf")
    assert found["decree-711/applications"] == Outcome.OPEN


ROWS = [["信息内容", "本年制发件数"], ["规章", "0"]]


def test_a_heading_between_two_tables_parts_them() -> None:
    more = [["信息内容", "本年处理决定数量"], ["行政许可", "7"]]
    middle = line(72, 120, 72, 140) + line(272, 120, 272, 140)
    heading = text(76, 135, "三、收到和处理的申请情况")
    content = table(72, 80, ROWS) + middle + heading + table(72, 140, more)
    page = read_pdf(pages(content))
    assert grids(page) == [ROWS, more]
    assert paragraphs(page) == ["三、收到和处理的申请情况"]


def test_a_numbered_row_among_others_is_none() -> None:
    rows = [["项目", "件数"], ["三、本年度办理结果", "12"], ["四、结转下年度", "0"]]
    page = read_pdf(pages(prose("表") + table(72, 140, rows, width=150)))
    assert grids(page) == [rows]
