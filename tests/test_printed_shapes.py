"""A browser prints our correct reports in many shapes: none is accused, and no flaw is lost."""

from collections.abc import Mapping

import pytest
from bodies import Body, correct_report
from judged_files import wrong
from rulebooks import BOOK
from styled_prints import FLAW, on_the_page, print_styled

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

ACROSS = (
    "@page{size:210mm 112mm} td{font-size:13px;line-height:1.3;padding:0 1px} table{width:70%}"
)
FULL = "@page{size:210mm 299.6mm} td{padding:0;line-height:1.1} table{width:75%}"
MARK = "<div style='position:fixed;white-space:nowrap;z-index:9;"
SHAPES: Mapping[str, tuple[str, str]] = {
    "low pages": ("@page{size:210mm 150mm}", ""),
    "middle pages": ("@page{size:210mm 221mm}", ""),
    "torn rows": ("@page{size:210mm 183mm} td{line-height:2.2} table{table-layout:fixed}", ""),
    "narrow cells": ("table{width:60%;table-layout:fixed} td{word-break:break-all}", ""),
    "three lines": ("table,td{border:none} table{border-top:2px solid}", ""),
    "no lines": ("table,td{border:none}", ""),
    "two columns": ("body{column-count:2;font-size:10px} td{font-size:7px;padding:0}", ""),
    "turned mark": ("", f"{MARK}top:400px;transform:rotate(-35deg);font:60px a'>云岭市</div>"),
    "light mark": ("", f"{MARK}top:350px;color:#ddd;font-size:70px'>云岭市政府</div>"),
    "head over all": ("", f"{MARK}top:0;font-size:10px'>云岭市政务公开资料汇编</div>"),
    "shrunk": ("body{transform:scale(.8);transform-origin:0 0}", ""),
    "shadows": ("h1,td{text-shadow:2px 2px 1px #aaa}", ""),
    "grey shadows": ("h1,h2,p,td{text-shadow:1px 1px 0 #999}", ""),
    "white shadows": ("td,p{text-shadow:1px 1px 0 #fff}", ""),
    "bold by shadows": ("h2,p,td{text-shadow:.4px 0 0 #000}", ""),
    "bold by wide shadows": ("h2,p,td{text-shadow:2px 2px 0 #000}", ""),
    "shadows apart": ("p,td{text-shadow:3.5px 3.5px 0 #000}", ""),
    "touching": ("table{margin:0;width:auto} p{margin:0}", ""),
    "spread": ("td{text-align-last:justify;text-justify:inter-character}", ""),
    "underlined": ("td{text-decoration:underline dotted;padding:1px}", ""),
    "overlined": ("td{text-decoration:overline}", ""),
    "overlined across a page's end": (f"{ACROSS} td{{text-decoration:overline}}", ""),
    "overlined in full cells": (f"{FULL} td{{text-decoration:overline}}", ""),
    "dotted": ("table,td{border:1px dotted #333}", ""),
}
REPORTS = {"county-2020": "2020", "prefecture-2024": "2024"}


def print_out(report: Body, shape: str) -> bytes:
    return print_styled(report, *SHAPES[shape])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", REPORTS)
def test_no_shape_of_a_correct_report_is_accused(name: str, shape: str) -> None:
    found = wrong(print_out(correct_report(name), shape), "report.pdf")
    accused = {rule for rule, outcome in found.items() if outcome == Outcome.FAIL}
    assert accused <= on_the_page(name).keys()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_flaw_is_found_or_left_open(shape: str) -> None:
    flawed = correct_report("prefecture-2024").with_cell(*FLAW)
    content = print_out(flawed, shape)
    try:
        document = read(content, name="report.pdf", knowledge=BOOK.knowledge)
    except Unusable:
        return
    judged = {
        one.rule: one.outcome
        for one in assess(Case(document=document, draft=True), BOOK).judgements
    }
    sums = ("format/applications-row-total", "format/applications-subtotal")
    assert any(judged[rule] in {Outcome.FAIL, Outcome.OPEN} for rule in sums)
