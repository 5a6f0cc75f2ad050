"""No rule of figures passes where there was nothing to compare."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import pytest
from knowledge import FORMS
from text_tables import SEPARATORS, TextLayout, text_table

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.form import FormTable
from govcheck.judging.engine import assess
from govcheck.kinds.figures.cell_statement import CellStatement
from govcheck.kinds.figures.cells_above import CellsAbove
from govcheck.kinds.figures.denial import Denial
from govcheck.kinds.figures.table_sums import TableSums
from govcheck.kinds.form.cells import Cells
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.printed_form import printed_table

BOOK = load_rulebook()
FORM = FORMS["form-2021"]
LAYOUT = TextLayout(separate=SEPARATORS["pipes around"])
OF_TABLES = (CellStatement, CellsAbove, Denial, TableSums, Cells)
RULES = [
    rule.id
    for rule in BOOK.rules
    if any(isinstance(use.check, OF_TABLES) for use in rule.checks)
]
OVERVIEW = (
    "2024年，主动公开政府信息320条，收到政府信息公开申请23件，全部办结，"
    "未收取信息处理费，没有被申请行政复议。"
)


def report(tables: Mapping[str, Sequence[str]], *, html: bool = False) -> bytes:
    """Return a report with these lines where its tables belong."""
    lines = [
        "云岭市教育局2024年政府信息公开工作年度报告",
        "根据《中华人民共和国政府信息公开条例》，由云岭市教育局编制本报告。",
    ]
    for part, ordinal in zip(FORM.parts, "一二三四五六", strict=True):
        lines += [f"{ordinal}、{part.title}", OVERVIEW if part.id == "overview" else "如下。"]
        for table in FORM.tables.values():
            if table.part == part.id:
                lines += ["", *tables.get(table.id, ()), ""]
    if html:
        marked = (line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
        return "".join(marked).encode()
    return "\n".join(lines).encode()


def printed(value: object) -> dict[str, list[str]]:
    return {
        name: text_table(
            printed_table(
                table, {r.id: {c.id: value for c in table.columns} for r in table.rows}
            ),
            LAYOUT,
        )
        for name, table in FORM.tables.items()
    }


def on_a_page(value: Callable[[FormTable, str], object]) -> dict[str, list[str]]:
    """Print tables for a page, ``value`` in each row of each table."""
    pages = {}
    for name, table in FORM.tables.items():
        values = {r.id: {c.id: value(table, r.id) for c in table.columns} for r in table.rows}
        grid = printed_table(table, values)
        rows: list[str] = [""] * grid.height
        for cell in sorted(grid.cells, key=lambda one: (one.row, one.column)):
            span = f'rowspan="{cell.height}" colspan="{cell.width}"'
            rows[cell.row] += f"<td {span}>{cell.text}</td>"
        pages[name] = [f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"]
    return pages


def halves() -> dict[str, list[str]]:
    """Print tables of which every row has lost a figure, or all that stand in one."""
    return {
        name: [line.replace("| 5 ", "", 1) for line in lines]
        for name, lines in printed(Decimal(5)).items()
    }


DOCUMENTS = {
    "absent": report({}),
    "absent from a page": report({}, html=True),
    "blank on a page": report(on_a_page(lambda _table, _row: None), html=True),
    "blank": report(printed(None)),
    "words": report(printed("若干")),
    "half read": report(halves()),
}


def passed(content: bytes, name: str) -> set[str]:
    document = read(content, name=name, knowledge=BOOK.knowledge)
    assert document.parts
    judged = assess(Case(document=document), BOOK)
    return {one.rule for one in judged.judgements if one.outcome is Outcome.PASS}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_rule_passes_without_a_figure_to_compare(name: str) -> None:
    suffix = ".html" if "page" in name else ".txt"
    assert len(RULES) > 10
    assert passed(DOCUMENTS[name], f"年报{suffix}").isdisjoint(RULES)


def test_a_sum_passes_only_where_both_its_sides_have_figures() -> None:
    tables = on_a_page(
        lambda table, row: 0 if len(table.rows) > 1 and row == table.rows[0].id else None
    )
    sums = {rule for rule in RULES if rule.startswith(("format/app", "format/review"))}
    assert passed(report(tables, html=True), "年报.html") & sums <= {
        "format/applications-row-total"
    }
