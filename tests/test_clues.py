"""A clue to what a wrong figure may come from names a cell that its sentence names."""

import pytest
from wordings_at_hand import Wording, findings


@pytest.mark.parametrize(
    ("text", "clues"),
    [
        ("全市收到政府信息公开申请266件。", [""]),  # the figure of 申请人无正当理由逾期不补正
        ("全市因政府信息公开被申请行政复议214件。", [""]),  # that of 结果维持
        ("全市办理政府信息公开申请，部分公开5120件。", [""]),
        (
            "全市办理政府信息公开申请，予以公开5120件，部分公开5120件。",
            ["该数与“（一）予以公开×总计”一格相同。"],
        ),
    ],
)
def test_a_cell_is_told_of_if_the_sentence_names_it(text: str, clues: list[str]) -> None:
    wording = Wording(group="clues", number=1, place="city/applications", text=text)
    assert [one.hint for one in findings(wording)] == clues
