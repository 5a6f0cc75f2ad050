import re
from pathlib import Path

import pytest
from knowledge import FORMS
from printed_pages import F19, F21, as_grid, lines

from govcheck.document.form import ValueType, form_in_force
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.printed_form import printed_table

RULES = Path(__file__).parent.parent / "rules"


def test_each_fiscal_year_has_one_edition() -> None:
    in_force = {year: form_in_force(FORMS, year) for year in (2018, 2019, 2020, 2021, 2030)}
    assert in_force == {2018: None, 2019: F19, 2020: F19, 2021: F21, 2030: F21}


def test_the_tables_have_the_rows_and_columns_of_their_edition() -> None:
    sizes = {
        form.id: {t.id: (len(t.rows), len(t.columns)) for t in form.tables.values()}
        for form in FORMS.values()
    }
    assert sizes == {
        "form-2019": {
            "proactive-1": (2, 3),
            "proactive-5": (2, 3),
            "proactive-6": (2, 3),
            "proactive-8": (1, 2),
            "proactive-9": (1, 2),
            "applications": (23, 7),
            "review-litigation": (1, 15),
        },
        "form-2021": {
            "proactive-1": (2, 3),
            "proactive-5": (1, 1),
            "proactive-6": (2, 1),
            "proactive-8": (1, 1),
            "applications": (25, 7),
            "review-litigation": (1, 15),
        },
    }


def test_rows_and_columns_know_what_groups_them() -> None:
    rows = {row.id: row for row in F21.tables["applications"].rows}
    columns = {column.id: column for column in F21.tables["review-litigation"].columns}
    assert rows["r3_6_3"].path == ("三、本年度办理结果", "（六）其他处理")
    assert columns["lit_after_total"].path == ("行政诉讼", "复议后起诉")
    assert F19.tables["proactive-5"].columns[1].value_type is ValueType.CHANGE
    assert F19.tables["proactive-9"].columns[1].unit is None
    assert F21.tables["proactive-8"].columns[0].unit == "万元"


def test_a_table_is_printed_as_the_form_lays_it_out() -> None:
    values = {"r1_new": {"natural": "1,204", "total": None}}
    page = lines(as_grid(printed_table(F21.tables["applications"], values)))
    corner = F21.tables["applications"].corner
    assert page[0] == [corner] * 3 + ["申请人情况"] * 7
    assert page[1][3:] == ["自然人", *["法人或其他组织"] * 5, "总计"]
    assert page[3] == ["一、本年新收政府信息公开申请数量"] * 3 + ["1,204", *["0"] * 5, ""]
    assert page[7][:3] == ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]
    assert len(page) == 3 + 25


def test_a_block_is_printed_under_its_title() -> None:
    assert lines(as_grid(printed_table(F19.tables["proactive-8"], {}))) == [
        ["第二十条第（八）项"] * 3,
        ["信息内容", "上一年项目数量", "本年增/减"],
        ["行政事业性收费", "0", "0"],
    ]


def test_a_cell_that_the_form_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError, match="r9"):
        printed_table(F21.tables["applications"], {"r9": {}})


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("part: applications\n", "part: aplications\n", "aplications"),
        ("part: problems, words", "part: problem, words", "是否应为“problems”"),
        ("{id: research,", "{id: natural,", "natural"),
        ("rows: [r1_new]}", "rows: [r1_now]}", "是否应为“r1_new”"),
        ("applications.new:", "applications.newest:", "是否应为“applications.new”"),
        ("自然人: [natural]", "自然人: [naturals]", "是否应为“natural”"),
        ("id: form-2021\n", "id: form-2022\n", "文件名"),
        ("label: 自然人}", "labl: 自然人}", "label"),
        ("years: {from: 2021}", "years: {from: 2020}", "2020 年度还有 form-2019"),
        ("left: [rev_upheld", "left: [rev_uphold", "是否应为“rev_upheld”"),
    ],
)
def test_an_unsound_form_is_refused_with_its_place(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    (tmp_path / "forms").mkdir()
    text = (RULES / "forms" / "form-2021.yaml").read_text("utf-8")
    assert right in text
    file = tmp_path / "forms" / "form-2021.yaml"
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(Unusable) as caught:
        load_rulebook(extra=[tmp_path])
    assert re.search(rf"form-2021\.yaml:\d+: .*{said}", str(caught.value))
