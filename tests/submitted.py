"""A document built by hand: prose, a table with a wrong cell, a table that is a picture."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from knowledge import FORMS, VOCABULARY

from govcheck.document.blocks import Block, Grid, GridCell, Image, Paragraph
from govcheck.document.figure import Figure
from govcheck.document.form import Form, FormTable
from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.report import AgencyKind, Document, Part
from govcheck.document.source import Source
from govcheck.document.table import Cell, CellState, Table
from govcheck.document.text import Text
from govcheck.understanding.printed_form import printed_table

FORM = FORMS["form-2021"]
TITLE = "云岭市教育局2024年政府信息公开工作年度报告"
INTRODUCTION = "本报告依据《中华人民共和国政府信息公开条例》编制，联系电话：0871-60000000。"
OVERVIEW = "2024年，本局共收到政府信息公开申请14件，主动公开信息1.2万条。"
APPLICATIONS: Mapping[str, Mapping[str, object]] = {
    "r1_new": {"natural": 12, "commercial": 1, "total": 13},
    "r3_1": {"natural": 9, "commercial": 1, "total": 10},
    "r3_4_1": {"natural": 3, "total": 3},
    "r3_7_total": {"natural": 15, "commercial": 1, "total": 13},
    "r4_carried_out": {"natural": None},
}


def paragraph(text: str, *, line: int | None = None, heading: int | None = None) -> Paragraph:
    return Paragraph(text=Text(normal=text, written=text), line=line, heading=heading)


def document(blocks: Sequence[Block] = (), furniture: Sequence[Paragraph] = ()) -> Document:
    """Build a document of given blocks, with two tables and a picture after them."""
    table = FORM.tables["applications"]
    body = (
        paragraph(TITLE, line=10, heading=1),
        paragraph(INTRODUCTION, line=12),
        paragraph("一、总体情况", line=14, heading=2),
        paragraph(OVERVIEW, line=16),
        *blocks,
        paragraph("三、收到和处理政府信息公开申请情况", line=20, heading=2),
        _grid(table, APPLICATIONS),
        paragraph("四、政府信息公开行政复议、行政诉讼情况", line=80, heading=2),
        Image(source="table4.png", alt="行政复议表", line=82, table="review-litigation"),
    )
    at = len(blocks) + 5
    return Document(
        vocabulary=VOCABULARY,
        source=Source(name="yunling.html", sha256="a" * 64, format="html", size=20_480),
        form=FORM,
        title=Found(value=TITLE, origin=Origin.BODY, place=Place(block=0)),
        agency=Found(value="云岭市教育局", origin=Origin.BODY),
        agency_kind=AgencyKind.DEPARTMENT,
        region=("云南", "云岭"),
        fiscal_year=Found(value=2024, origin=Origin.BODY),
        published=(Found(value=date(2025, 2, 3), origin=Origin.META),),
        body=body,
        parts=(
            _part("overview", 1, "总体情况", 2, at - 1),
            _part("applications", 3, "收到和处理政府信息公开申请情况", at - 1, at + 1),
            _part("review-litigation", 4, "行政复议、行政诉讼情况", at + 1, at + 3),
        ),
        tables={"applications": _table(FORM, table, at), "review-litigation": _picture(at + 2)},
        figures=(
            Figure(value=Decimal(14), unit="件", place=Place(part="overview", block=3)),
            Figure(
                value=Decimal(12000),
                step=Decimal(1000),
                unit="条",
                place=Place(part="overview", block=3),
            ),
        ),
        furniture=tuple(furniture) or (paragraph("版权所有：青禾县人民政府", line=200),),
        notes=("第四部分的表格是图片，未读取其中的数字。",),
    )


def _part(part: str, number: int, title: str, start: int, end: int) -> Part:
    return Part(id=part, number=number, title=title, start=start, end=end)


def _grid(table: FormTable, values: Mapping[str, Mapping[str, object]]) -> Grid:
    raw = printed_table(table, values)
    return Grid(
        cells=tuple(
            GridCell(
                row=cell.row,
                column=cell.column,
                height=cell.height,
                width=cell.width,
                text=Text(normal=cell.text, written=cell.text),
                line=22 + cell.row,
            )
            for cell in raw.cells
        ),
        height=raw.height,
        width=raw.width,
        line=22,
    )


def _table(form: Form, table: FormTable, block: int) -> Table:
    raw = printed_table(table, APPLICATIONS)
    top, left = raw.height - len(table.rows), raw.width - len(table.columns)
    written = {(cell.row, cell.column): cell.text for cell in raw.cells}
    cells = {}
    for down, row in enumerate(table.rows):
        for across, column in enumerate(table.columns):
            text = written[top + down, left + across]
            cells[row.id, column.id] = Cell(
                written=text,
                state=CellState.FIGURE if text else CellState.BLANK,
                value=Decimal(text) if text else None,
                place=Place(table=table.id, row=row.id, column=column.id, line=22 + top + down),
                grid=(block, top + down, left + across),
            )
    return Table(
        id=table.id,
        form=form.id,
        cells=cells,
        labels=_labels(table),
        sums=table.sums,
        place=Place(part=table.part, block=block, table=table.id, line=22),
    )


def _labels(table: FormTable) -> dict[str, str]:
    rows = {row.id: row.label for row in table.rows}
    return rows | {column.id: column.label for column in table.columns}


def _picture(block: int) -> Table:
    table = FORM.tables["review-litigation"]
    return Table(
        id=table.id,
        form=FORM.id,
        cells={
            (row.id, column.id): Cell(written="", state=CellState.ABSENT)
            for row in table.rows
            for column in table.columns
        },
        labels=_labels(table),
        sums=table.sums,
        place=Place(part=table.part, block=block, table=table.id, line=82),
    )


def cell(row: str, column: str) -> Place:
    return Place(table="applications", row=row, column=column, line=30)
