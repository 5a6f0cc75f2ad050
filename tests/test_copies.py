"""A report that stands twice on its page is read once; one behind it is another report."""

from collections.abc import Sequence

import pytest
from knowledge import FORMS, KNOWLEDGE

from govcheck.document.blocks import Paragraph
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.concealed import HIDDEN, shown_texts
from govcheck.understanding.page.copies import is_copy, without_copy
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.parts import choose_headings
from govcheck.understanding.page.second import second_report
from govcheck.understanding.page.sheet import Piece

FORM = FORMS["form-2021"]
HEADS = [
    f"{number}、{part.title}" for number, part in zip("一二三四五六", FORM.parts, strict=True)
]
TITLE = "云岭市水务局2024年政府信息公开工作年度报告"
OPENING = "本报告根据《中华人民共和国政府信息公开条例》编制。"


def report(*above: str, heads: Sequence[str] = HEADS, said: str = "本局") -> list[str]:
    """Write a report's lines: what stands above its parts, and a line in each."""
    lines = [(head, f"{said}在{head[2:5]}方面做了工作。") for head in heads]
    return [*above, *(line for pair in lines for line in pair)]


def laid(lines: Sequence[str]) -> tuple[list[Piece], list[Heading]]:
    pieces = [Piece(Paragraph(text=normal_text(line))) for line in lines]
    return pieces, choose_headings(shown_texts(pieces), FORMS)


def left(lines: Sequence[str]) -> list[str] | None:
    """Return the lines that are left of two copies, None where nothing is taken out."""
    single = without_copy(*laid(lines))
    return None if single is None else [one.text for one in single if one.zone != HIDDEN]


def second(lines: Sequence[str]) -> str | None:
    """Return the line with which a second report begins."""
    pieces, headings = laid(lines)
    begin = second_report(pieces, headings, FORM, KNOWLEDGE.vocabulary)
    return None if begin is None else pieces[begin].text


def test_of_two_copies_the_first_is_left_with_what_stands_above_it() -> None:
    once = report(TITLE, OPENING)
    assert left([*once, *once]) == once
    assert left(once) is None


def test_a_line_that_comes_again_within_a_report_begins_no_copy() -> None:
    once = report(TITLE, OPENING)
    once.insert(len(once) - 2, TITLE)
    assert left([*once, *once]) == once


def test_the_last_part_says_what_another_says_and_is_left() -> None:
    once = [TITLE, *(line for head in HEADS for line in (head, "无。"))]
    assert left([*once, *once]) == once


def test_a_copy_begins_right_behind_the_last_part_or_with_its_first() -> None:
    bare = report(heads=HEADS[:3])
    assert left([TITLE, *bare, *bare]) == [TITLE, *bare]
    ended = [*report(TITLE, heads=HEADS[:3])[:-1]]
    assert left([*ended, *ended]) == ended


@pytest.mark.parametrize(
    "heads",
    [HEADS[:2] * 2, [*HEADS[:3], *HEADS[1:4]], [HEADS[0]] * 6],
    ids=["few", "others", "one"],
)
def test_other_parts_are_no_copy(heads: list[str]) -> None:
    assert left(report(TITLE, heads=heads)) is None


def test_headings_alone_make_no_copy_and_most_of_the_lines_do() -> None:
    first = report()
    for lines, copied in (
        (report(), True),
        (report(heads=HEADS[:4]), True),
        (report(said="该局"), False),
        (HEADS, False),
        ([*HEADS, "该局做了工作。", "该局成效明显。"], False),
    ):
        pieces, _ = laid([*first, *lines])
        assert is_copy(pieces, 0, len(first)) is copied


@pytest.mark.parametrize("heads", [HEADS, HEADS[2:], HEADS[:3]], ids=["all", "last", "first"])
def test_a_second_report_begins_with_its_parts(heads: list[str]) -> None:
    assert second([*report(TITLE), *report(heads=heads, said="该局")]) == heads[0]


@pytest.mark.parametrize(
    ("first", "heads"),
    [(HEADS[:3], HEADS), (HEADS, HEADS[3:]), (HEADS, HEADS[:2]), (HEADS[1:4], HEADS)],
    ids=["three first", "three last", "two again", "from part two on"],
)
def test_a_few_parts_make_a_report(first: list[str], heads: list[str]) -> None:
    lines = [*report(TITLE, heads=first), *report(heads=heads, said="该局")]
    assert second(lines) == heads[0]


def test_a_second_report_begins_with_what_opens_it() -> None:
    assert second([*report(TITLE), OPENING, *report(said="该局")]) == OPENING
    assert second([*report(TITLE), "谢谢。", OPENING, *report(said="该局")]) == OPENING


def test_what_the_first_reports_last_part_says_opens_no_other() -> None:
    first = [*report(TITLE)[:-1], OPENING]
    assert second([*first, *report(said="该局")]) == HEADS[0]


def test_a_report_put_in_twice_is_no_second_one() -> None:
    assert second([*report(TITLE), *report()]) is None


@pytest.mark.parametrize(
    "heads",
    [
        HEADS,
        [*HEADS[:2], *HEADS],
        [*HEADS, HEADS[5]],
        [*HEADS[:3], HEADS[2], *HEADS[3:]],
        [*HEADS, HEADS[0], *HEADS],
        [*HEADS[:5], *HEADS[1:4]],
        [*HEADS, *HEADS[1:3]],
    ],
    ids=["once", "few first", "one more", "one twice", "three", "five and three", "two more"],
)
def test_parts_out_of_order_are_no_second_report(heads: list[str]) -> None:
    bodies = enumerate(report(TITLE, heads=heads))
    assert second([line if line in HEADS else f"{line}{at}" for at, line in bodies]) is None
