"""A table that an editor robbed of its colspans or rowspans is read row by row."""

import re

import pytest
from agreement import tables as tables_of
from bodies import Body
from odd_shapes import each, page_of, plain
from shaped_pages import BODIES, TOTAL, document_in, flawed, outcomes, plainly, said

from govcheck.kinds.remark import Outcome
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid

LOST = {"colspan": r' colspan="\d+"', "rowspan": r' rowspan="\d+"', "both": r' \w+span="\d+"'}


def page_without(body: Body, lost: str) -> bytes:
    return re.sub(LOST[lost], "", page_of(body, each(plain)).decode()).encode()


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("name", BODIES)
def test_its_figures_are_read(name: str, lost: str) -> None:
    document = document_in(page_without(BODIES[name], lost))
    assert tables_of(document) == tables_of(plainly(name))
    assert said(document).items() <= said(plainly(name)).items()


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("name", BODIES)
def test_a_flaw_is_found(name: str, lost: str) -> None:
    assert (TOTAL, Outcome.FAIL) in outcomes(
        document_in(page_without(flawed(BODIES[name]), lost))
    )


HEAD = "<tr><td>项目<td>甲<td>乙<td>丙<td>备注"
ROW = "<tr><td>申请<td>1<td>2<td>3"


@pytest.mark.parametrize(
    "rows",
    [
        HEAD + 3 * f"{ROW}<td rowspan=3>无{2 * ROW}",
        HEAD + 3 * f"{ROW}<td>无" + ROW,
        "<tr><td>表一" + HEAD + 3 * f"{ROW}<td>无",
        HEAD + 3 * f"{ROW}<td>无" + "<tr><td>合计<td colspan=4>6",
    ],
    ids=["remarks for three rows", "one short row", "a title above", "a sum below"],
)
def test_a_table_whose_rows_end_together_is_as_it_is(rows: str) -> None:
    (grid,) = [
        one for one in read_html(f"<table>{rows}</table>").blocks if isinstance(one, RawGrid)
    ]
    assert not grid.typed
