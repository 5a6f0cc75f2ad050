"""With which values a figure of the prose agrees, as exactly as it is written."""

from decimal import Decimal
from itertools import chain

import pytest
from knowledge import KNOWLEDGE

from govcheck.statements.rates import paragraphs, shares
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


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ("收到申请20件，占50%", [(20, 50)]),
        ("收到申请20件，占50%、70%", [(20, 50)]),
        ("申请同比增长10%，占50%", []),
        ("办结率为98%，占50%", []),
        ("收到申请20件，占30件", []),
    ],
)
def test_a_share_is_a_percentage_behind_what_it_is_of(
    said: str, shared: list[tuple[int, int]]
) -> None:
    document = example_document({"parts": {"overview": f"{said}。办结率40%。"}}, KNOWLEDGE)
    ((text, figures),) = paragraphs(document)
    found = chain.from_iterable(shares(text, figures, document.vocabulary))
    assert [(int(one.part.value), int(one.rate.value)) for one in found] == shared
