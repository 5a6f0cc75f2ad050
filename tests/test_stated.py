"""With which values a figure of the prose agrees, as exactly as it is written."""

from decimal import Decimal

import pytest
from knowledge import KNOWLEDGE

from govcheck.statements.stated import agrees
from govcheck.trials.documents import example_document


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("300件", 300, 300),
        ("近300件", 225, 300),
        ("约300件", 225, 375),
        ("300余件", 300, 374),
        ("1.4万件", 13001, 14999),
        ("30至40件", 30, 40),
    ],
)
def test_a_figure_agrees_with_no_less_and_no_more(written: str, least: int, most: int) -> None:
    document = example_document({"parts": {"overview": f"公开信息{written}。"}}, KNOWLEDGE)
    (figure,) = document.figures
    agreeing = [value for value in range(15_000) if agrees(figure, Decimal(value))]
    assert (agreeing[0], agreeing[-1], len(agreeing)) == (least, most, most - least + 1)
