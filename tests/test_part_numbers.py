"""A line's number, however bodies write it: what it is, and where it ends."""

import pytest

from govcheck.understanding.page.part_numbers import PartNumber, any_number, part_number


@pytest.mark.parametrize(
    ("line", "kind", "value", "number"),
    [
        ("一、总体情况", "han", 1, "一、"),
        ("十二、其他", "han", 12, "十二、"),
        ("第三部分：收到申请情况", "part", 3, "第三部分："),
        ("—、总体情况", "dash", 1, "—、"),
        ("二是主动公开", "said", 2, "二是"),
        ("3.收到申请情况", "arabic", 3, "3."),
        ("12、其他", "arabic", 12, "12、"),
        ("（四）复议情况", "paren", 4, "（四）"),
        ("⑤问题", "sign", 5, "⑤"),
        ("Ⅵ、其他", "sign", 6, "Ⅵ、"),
        ("IV.复议情况", "latin", 4, "IV."),
        ("VI、其他", "latin", 6, "VI、"),
        ("PART 02 主动公开", "bare", 2, "PART 02 "),
    ],
)
def test_a_number_of_parts(line: str, kind: str, value: int, number: str) -> None:
    found = part_number(line)
    assert found == PartNumber(kind=kind, value=value, end=len(number))


def test_what_has_no_number() -> None:
    assert part_number("总体情况") == any_number("总体情况") == PartNumber()
    assert any_number("") == PartNumber()


@pytest.mark.parametrize(
    ("line", "value", "number"),
    [
        ("甲、总体情况", 1, "甲、"),
        ("第3章 收到申请情况", 3, "第3章 "),
        ("第10章 其他", 10, "第10章 "),
        ("B)主动公开", 2, "B)"),
        ("●总体情况", None, "●"),
    ],
)
def test_a_number_of_any_series(line: str, value: int | None, number: str) -> None:
    assert any_number(line) == PartNumber(kind="other", value=value, end=len(number))


def test_the_more_a_number_is_like_the_forms_the_lower_its_rank() -> None:
    ranks = [
        part_number(line).rank
        for line in ("一、总", "总", "二是总", "1.总", "IV.总", "（一）总")
    ]
    assert ranks == [0, 1, 1, 2, 2, 3]
    assert any_number("甲、总").rank == 2
