"""The heads of a table may stand in a table of their own, as scripts for scrolling set them."""

from sound_page import APPLICATIONS, HEADS, PAGE, ROWS, assert_not_accused, document_in, found

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
