"""A file takes time that grows evenly with it, or is refused in a line with the bound."""

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence

import pytest

from govcheck.checking import read
from govcheck.document.extent import holding
from govcheck.document.report import Document, Part
from govcheck.errors import Unusable
from govcheck.readers.limits import (
    MOST_BLOCKS,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_FIGURES,
    MOST_LINKS,
    MOST_TAGS,
)
from govcheck.rulebook.loading import load_rulebook
from govcheck.statements.accounts import accounts
from govcheck.statements.stated import evidence

OPENING = "某市财政局2024年政府信息公开工作年度报告\n一、总体情况\n"
PAGE = "<h1>某市财政局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p>"
TABLE = "<table><thead><tr><th>甲<tbody><tr><td>1</table>"
MANY = 20_000
MOST_LOOKS = 40
MOST_QUOTED = 1100

WORK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
book = load_rulebook()
document = read(sys.stdin.buffer.read(), name=sys.argv[1], knowledge=book.knowledge)
render("json", assess(Case(document=document), book), book)
"""
"""Forty seconds are generous: at these sizes what grows evenly takes one, the rest minutes."""


def _finishes(name: str, text: str) -> bool:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WORK, name],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a process's own time")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", OPENING + "![a](" * (4 * MANY)),
        ("a.md", OPENING + "[政](政" * (4 * MANY)),
        ("a.md", OPENING + "![" * (8 * MANY)),
        ("a.html", PAGE + "<p>" + "2 0 2 4 年" * (2 * MANY)),
        ("a.txt", OPENING + "一、总体情况\n如期公开。\n" * MANY),
        ("a.txt", OPENING + "主动公开10件，其中网站5件、微信3件。" * (MANY // 8)),
        ("a.txt", OPENING + "收到依申请公开10件，予以公开5件，\n" * (MANY // 4)),
        ("a.html", PAGE + "<td>1" * (2 * MANY)),
        ("a.html", PAGE + "<table><tr>" + "<td>1" * (2 * MANY)),
        ("a.html", PAGE + "<table><tr><td>甲<td>1</table>" * (MANY // 4)),
        ("a.html", PAGE + "<div>政" * (2 * MANY) + TABLE),
    ],
    ids=(
        "pictures begun",
        "links begun",
        "labels begun",
        "spaced years",
        "parts",
        "breakdowns",
        "accounts",
        "cells without a table",
        "cells in a row",
        "tables",
        "deep nesting",
    ),
)
def test_hostile_shapes_take_time_that_grows_evenly(name: str, text: str) -> None:
    assert _finishes(name, text)


@pytest.mark.parametrize(
    ("name", "text", "bound"),
    [
        ("a.txt", OPENING + "政" * MOST_CHARACTERS, MOST_CHARACTERS),
        ("a.txt", OPENING + "政\n" * MOST_BLOCKS, MOST_BLOCKS),
        ("a.txt", OPENING + "公开3件，" * (MOST_FIGURES + 1), MOST_FIGURES),
        ("a.html", PAGE + "<p>" + "政" * MOST_CHARACTERS, MOST_CHARACTERS),
        ("a.html", PAGE + "<p>政" * MOST_BLOCKS, MOST_BLOCKS),
        ("a.html", PAGE + "<br>" * MOST_TAGS, MOST_TAGS),
        ("a.html", PAGE + "<a href=b>政</a>" * MOST_LINKS + "<a href=b>府</a>", MOST_LINKS),
        ("a.html", PAGE + "<table>" + "<tr><td>1<td>2" * MOST_CELLS, MOST_CELLS),
        ("a.html", PAGE + "<table><tr><td>" + "政" * MOST_CHARACTERS, MOST_CHARACTERS),
    ],
)
def test_more_than_any_report_holds_is_refused(name: str, text: str, bound: int) -> None:
    with pytest.raises(Unusable, match=f"超过 {bound} "):
        read(text.encode(), name=name, knowledge=load_rulebook().knowledge)


class Counted(Sequence[Part]):
    """Parts of one block each, that count how often one of them is looked at."""

    looks = 0

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, index: int) -> Part:  # type: ignore[override] # no slices
        if index >= len(self):
            raise IndexError(index)
        self.looks += 1
        return Part(id=None, number=None, title="", start=index, end=index + 1)


def test_few_of_many_parts_are_looked_at() -> None:
    parts = Counted()
    assert holding(parts, 77_777) == Part(
        id=None, number=None, title="", start=77_777, end=77_778
    )
    assert parts.looks < MOST_LOOKS


def test_figures_without_a_meaning_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[Document] = []

    def count(document: Document) -> Counter[tuple[int, str]]:
        counted.append(document)
        return Counter()

    monkeypatch.setattr("govcheck.statements.accounts._unnamed", count)
    text = OPENING + "本年新收政府信息公开申请3件，上年结转1件。\n" * 5
    document = read(text.encode(), name="a.txt", knowledge=load_rulebook().knowledge)
    assert len(list(accounts(document, ("applications",)))) > 1
    assert len(counted) == 1


def test_a_clause_is_followed_back_only_so_far() -> None:
    text = OPENING + "政" * 5000 + "3件"
    document = read(text.encode(), name="a.txt", knowledge=load_rulebook().knowledge)
    assert len(evidence(document, document.figures[0]).quote) < MOST_QUOTED


def test_a_part_is_looked_up_by_its_blocks() -> None:
    parts = [
        Part(id=str(start), number=None, title="", start=start, end=end)
        for start, end in ((2, 4), (4, 5), (7, 9))
    ]
    found = [holding(parts, index) for index in range(10)]
    ids = [part.id if part else None for part in found]
    assert ids == [None, None, "2", "2", "4", None, None, "7", "7", None]
