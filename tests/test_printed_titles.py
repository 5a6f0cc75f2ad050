"""The lines of one title in large print are one title, wherever they break it."""

from collections.abc import Sequence

import pytest
from bodies import correct_report
from pdf_files import SIZE, WIDTH, pages, prose
from printed_words import LINES, at, drawn, paragraphs
from rulebooks import BOOK
from styled_prints import print_styled

from govcheck.checking import read
from govcheck.readers.from_pdf import read_pdf

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")


def centred(lines: Sequence[str], top: float = 80) -> bytes:
    """Print lines in large print, as wide as twice the size of the text."""
    return b"".join(
        drawn(line, at((WIDTH - 2 * SIZE * len(line)) / 2, top + 44 * index, 2))
        for index, line in enumerate(lines)
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["云岭市人民政府二○二四年", "政府信息公开工作年度报", "告"],
        ["云岭市二○二四年政府信", "息公开工作年度报告"],
        ["云岭市水务局政府信息公开工作年度报", "告"],
    ],
)
def test_a_title_goes_on_that_its_line_had_no_room_for(lines: Sequence[str]) -> None:
    page = read_pdf(pages(centred(lines) + prose(*LINES * 3, top=250)))
    assert paragraphs(page)[0] == "".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["云岭市水务局", "二○二四年政府信息公开工作年度报告"],
        ["云岭市水务局政府信息公开工作年度报告", "二○二五年一月"],
        ["二、主动公开政府信息情况", "第二十条第（一）项"],
    ],
)
def test_lines_that_were_broken_on_purpose_stay_apart(lines: Sequence[str]) -> None:
    page = read_pdf(pages(centred(lines) + prose(*LINES * 3, top=250)))
    assert paragraphs(page)[:2] == lines


@pytest.mark.parametrize("align", ["left", "center", "justify"])
@pytest.mark.parametrize("size", [24, 30, 36])
def test_a_browser_wraps_it(size: int, align: str) -> None:
    report = correct_report("prefecture-2024")
    style = f"h1{{line-height:1.7;font-size:{size}pt;text-align:{align}}}"
    document = read(print_styled(report, style), name="a.pdf", knowledge=BOOK.knowledge)
    assert document.title
    assert document.title.value == report.title
