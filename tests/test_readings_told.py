"""What a finding says of the table: each sum once, few cells of many, no slip twice."""

import pytest
from wordings_at_hand import Wording, findings


def _messages(place: str, text: str) -> dict[str, str]:
    told = findings(Wording(group="told", number=1, place=place, text=text))
    return {one.rule: one.message for one in told}


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("全年办结政府信息公开申请21件。", ["27件", "29件", "32件"]),
        ("全年办结政府信息公开申请41件。", ["32件", "29件", "27件"]),
    ],
)
def test_each_sum_is_named_once_and_the_nearest_first(text: str, sums: list[str]) -> None:
    _, _, told = _messages("bureau", text)["consistency/applications-narrative"].rpartition(
        "表三"
    )
    places = [told.index(one) for one in sums]
    assert places == sorted(places)
    assert [told.count(one) for one in sums] == [1, 1, 1]


def test_of_many_cells_three_are_named_and_how_many_there_are() -> None:
    text = "全年收到政府信息公开申请12798件，全部予以公开。"
    told = _messages("city/applications", text)["consistency/applications-narrative"]
    assert told.count("×总计") == 3
    assert "等共16格" in told


def test_a_change_that_the_amount_of_the_table_makes_is_no_second_fault() -> None:
    text = "全年收到政府信息公开申请30件，比上年多6件，增长{}%。"
    assert set(_messages("bureau", text.format(24))) == {"consistency/applications-narrative"}
    assert "consistency/percentage" in _messages("bureau", text.format(64))
