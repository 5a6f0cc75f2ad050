"""The letter as other people's reader has it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from assessments import finding, rulebook
from msgspec.structs import replace

from govcheck.judging.assessment import Assessment
from govcheck.reports import render
from govcheck.rulebook.rule import Rulebook, Status

docx = pytest.importorskip("docx")


def file_of(given: Assessment, book: Rulebook | None = None) -> Any:  # noqa: ANN401 - docx types its factory loosely
    return docx.Document(BytesIO(render("docx", given, book or rulebook())))


def lines(given: Assessment, book: Rulebook | None = None) -> list[str]:
    return [one.text for one in file_of(given, book).paragraphs]


def cells(given: Assessment) -> list[str]:
    """Return what the tables of the annexes say."""
    return [
        one.text for table in file_of(given).tables for row in table.rows for one in row.cells
    ]


def section(found: Sequence[str], title: str) -> list[str]:
    """Return the lines under one of the letter's headings, up to the next."""
    start = next(index for index, line in enumerate(found) if line.endswith(title)) + 1
    ends = (
        index
        for index, line in enumerate(found)
        if index >= start and (line[1:2] == "、" or line.startswith("附件"))
    )
    return list(found[start : next(ends, len(found))])


def known_as(status: Status, key: str = "deadline") -> Rulebook:
    """Return the book with one rule whose only clause is known in this way."""
    book, wanted = rulebook(), finding(key, "x").rule
    rules = (
        replace(one, basis=(replace(one.basis[0], citation=f"《甲》{key}", status=status),))
        if one.id == wanted
        else one
        for one in book.rules
    )
    return replace(book, rules=tuple(rules))


def undecided(given: Assessment) -> Assessment:
    score = replace(given.score, verdict="待核", grade="不合格–良好")
    return replace(given, score=score)
