"""The heads of a table may stand in a table of their own, as scripts for scrolling set them."""

import re

from agreement import tables
from sound_page import (
    APPLICATIONS,
    HEADS,
    PAGE,
    ROWS,
    TABLES,
    assert_not_accused,
    document_in,
    found,
)

from govcheck.kinds.remark import Outcome


def apart(*tables: list[str]) -> str:
    written = ("".join(rows) for rows in tables)
    return PAGE.replace(
        APPLICATIONS, "".join(f"<div><table>{rows}</table></div>" for rows in written)
    )


def test_heads_in_a_table_of_their_own_are_the_heads() -> None:
    assert_not_accused(document_in(apart(ROWS[:HEADS], ROWS[HEADS:])))


def test_rows_without_heads_lack_them() -> None:
    document = document_in(apart(ROWS[HEADS:]))
    assert any("缺少行" in message for _, message in found(document, Outcome.FAIL))


def test_heads_without_any_row_are_no_table_that_is_not_there() -> None:
    review = next(table for table in TABLES if "结果维持" in table)
    heads = review[: review.rindex("<tr")] + "</table>"
    document = document_in(PAGE.replace(review, heads))
    accused = {message for _, message in found(document, Outcome.FAIL)}
    assert any("只有表头，没有数据行" in message for message in accused)
    said = accused | {message for _, message in found(document, Outcome.OPEN)}
    assert not any("未见" in message for message in said)


def test_tables_between_headings_that_are_pictures_are_read() -> None:
    pictured = re.sub("<h2>.*?</h2>", '<p><img src="h.png" alt="标题"></p>', PAGE)
    attached = pictured.replace("</body>", '<p><a href="nb.docx">年度报告.docx</a></p></body>')
    document = document_in(attached)
    assert tables(document) == tables(document_in(PAGE))
    assert_not_accused(document)
    reasons = {message for _, message in found(document, Outcome.OPEN)}
    assert any("标题可能在图片中" in reason for reason in reasons)
    assert not any("没有可读的报告正文" in reason for reason in reasons)
