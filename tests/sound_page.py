"""The page of our sound report: whole, in pieces, with a change, and what is found in it."""

import re
from functools import cache
from pathlib import Path

from agreement import RULEBOOK, tables

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

PAGE = (Path(__file__).parents[1] / "examples/sound.html").read_text("utf-8")
HEAD, _, _REST = PAGE.partition("<body>")
BODY = _REST.rpartition("</body>")[0]
INTRODUCTION, *PARTS = re.split(r"(?=<h2>)", BODY)
TABLES = re.findall(r"(?s)<table.*?</table>", BODY)
APPLICATIONS = next(table for table in TABLES if "自然人" in table)
ROWS = [f"{row}</tr>" for row in re.findall(r"(?s)<tr.*?(?=</tr>)", APPLICATIONS)]
"""Of the table on applications, its heads first."""
HEADS = next(at for at, row in enumerate(ROWS) if "本年新收" in row)
NEW = "<td>14</td>"
"""Its cell of new applications of natural persons."""
ROW_TOTAL = "format/applications-row-total"
"""The rule that such a cell breaks when another figure stands there."""

assert BODY.count(NEW) == 1


def page(body: str, head: str = "") -> str:
    return f"{HEAD.replace('</head>', f'{head}</head>')}<body>{body}</body></html>"


def with_new(cell: str, head: str = "") -> str:
    return page(BODY.replace(NEW, f"<td>{cell}</td>"), head)


def document_in(markup: str) -> Document:
    return read(markup.encode(), name="报告.html", knowledge=RULEBOOK.knowledge)


def found(document: Document, outcome: Outcome) -> set[tuple[str, str]]:
    findings = assess(Case(document=document), RULEBOOK).findings
    return {(one.rule, one.message) for one in findings if one.outcome is outcome}


@cache
def sound() -> Document:
    return document_in(PAGE)


def assert_not_accused(document: Document) -> None:
    assert not found(document, Outcome.FAIL) - found(sound(), Outcome.FAIL)


def assert_the_same(document: Document) -> None:
    assert_not_accused(document)
    assert not found(document, Outcome.OPEN) - found(sound(), Outcome.OPEN)
    assert tables(document) == tables(sound())
    parts = [(part.id, part.number) for part in document.parts]
    assert parts == [(part.id, part.number) for part in sound().parts]
