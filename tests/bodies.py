"""Reports without fault, written as many kinds of bodies write them, and how to lay them out.

Each file of ``tests/correct`` is one report: a first line with the page's date and source, the
title, and then a paragraph a line.  A line that begins with ``|`` stands for the statutory
tables: it gives only what is not 0, and the totals and what is carried over are worked out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from knowledge import FORMS

from govcheck.document.form import Form, FormTable, form_in_force
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.understanding.printed_form import printed_table

Values = Mapping[str, Mapping[str, object]]
CORRECT = Path(__file__).parent / "correct"
HEADING = re.compile(r"[一二三四五六]、\w[\w、，]{3,30}")
"""A part's heading among the paragraphs of a report."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """One report before it is laid out; ``paragraphs`` keeps a line for each table line."""

    name: str
    published: str
    source: str
    title: str
    paragraphs: tuple[str, ...]
    tables: Mapping[str, Values]
    """Part's table line to the values of its tables, by table id."""
    year: int

    @property
    def form(self) -> Form:
        form = form_in_force(FORMS, self.year)
        assert form
        return form

    def with_text(self, old: str, new: str) -> "Body":
        """Return this report with a text, which it holds, put otherwise."""
        held = [
            old in one for one in (self.title, self.source, self.published, *self.paragraphs)
        ]
        assert any(held), f"{self.name} does not hold {old}"
        return replace(
            self,
            title=self.title.replace(old, new),
            source=self.source.replace(old, new),
            published=self.published.replace(old, new),
            paragraphs=tuple(
                line for one in self.paragraphs for line in one.replace(old, new).split("\n")
            ),
        )

    def with_cell(self, table: str, row: str, column: str, value: object) -> "Body":
        """Return this report with one cell otherwise."""
        assert row in {one.id for one in self.form.tables[table].rows}
        assert column in {one.id for one in self.form.tables[table].columns}
        tables = {
            name: {**values, row: {**values.get(row, {}), column: value}}
            if name == table
            else values
            for name, values in self.tables.items()
        }
        return replace(self, tables=tables)


def correct_reports() -> Iterator[Body]:
    """Read all reports of ``tests/correct``."""
    return map(report_in, sorted(CORRECT.glob("*.txt")))


def correct_report(name: str) -> Body:
    """Read one report."""
    return report_in(CORRECT / f"{name}.txt")


def report_in(path: Path) -> Body:
    """Read one report from a file of this form."""
    said, title, *lines = path.read_text(encoding="utf-8").splitlines()
    published, source = re.fullmatch(r"# 发布 (\S+) 来源 (\S+)", said).groups()  # type: ignore[union-attr]
    year = re.search(r"20\d\d", title)
    assert year
    form = form_in_force(FORMS, int(year[0]))
    assert form
    tables = {name: values for line in lines for name, values in _values(form, line)}
    return Body(
        name=path.stem,
        published=published,
        source=source,
        title=title,
        paragraphs=tuple(line for line in lines if line.strip()),
        tables=tables,
        year=int(year[0]),
    )


def _values(form: Form, line: str) -> Iterator[tuple[str, Values]]:
    kind, _, said = line.removeprefix("| ").partition(" ")
    if not line.startswith("|"):
        return
    if kind == "review":
        yield "review-litigation", _reviews(said)
        return
    given = {row: figures.split(",") for row, figures in re.findall(r"(\w+)=(\S+)", said)}
    if kind == "applications":
        yield "applications", _applications(form.tables["applications"], given)
        return
    for table in form.tables.values():
        if table.part == "proactive":
            columns = [column.id for column in table.columns]
            rows = {row.id: given.pop(row.id, ()) for row in table.rows}
            yield table.id, {r: dict(zip(columns, v, strict=False)) for r, v in rows.items()}
    assert not given, given


def _reviews(said: str) -> Values:
    results = ("upheld", "corrected", "other", "pending")
    cells: dict[str, object] = {}
    for block, figures in zip(("rev", "lit_direct", "lit_after"), said.split(), strict=True):
        counts = [int(one) for one in figures.split(",")]
        cells |= {f"{block}_{result}": n for result, n in zip(results, counts, strict=True)}
        cells[f"{block}_total"] = sum(counts)
    return {"count": cells}


def _applications(table: FormTable, given: Mapping[str, list[str]]) -> Values:
    columns = [column.id for column in table.columns if column.id != "total"]
    count = {row.id: dict.fromkeys(columns, 0) for row in table.rows}
    for row, figures in given.items():
        count[row] |= dict(zip(columns, map(int, figures), strict=False))
    results = [row for row in count if row.startswith("r3") and row != "r3_7_total"]
    for column in columns:
        handled = sum(count[row][column] for row in results)
        left = count["r1_new"][column] + count["r2_carried_in"][column] - handled
        assert left >= 0, (column, left)
        count["r3_7_total"][column], count["r4_carried_out"][column] = handled, left
    return {row: {**cells, "total": sum(cells.values())} for row, cells in count.items()}


Element = Callable[[str], str]


def _paragraph(text: str) -> str:
    return f"<p>{text}</p>"


def _cell(cell: RawCell) -> str:
    return f'<td rowspan="{cell.height}" colspan="{cell.width}">{escape(cell.text)}</td>'


@dataclass(frozen=True, kw_only=True)
class Page:
    """How a site lays a report out; ``{…}`` are filled in with what the report says."""

    head: str = '<meta charset="utf-8"><title>{title}</title>'
    title: str = "<h1>{title}</h1>"
    notice: str = "<div>发布日期：{published}<span>来源：{source}</span></div>"
    heading: Element = _paragraph
    paragraph: Element = _paragraph
    table: Element = '<table border="1">{}</table>'.format
    cell: Callable[[RawCell], str] = _cell
    whole: str = "<body>{report}</body>"
    joined: bool = False
    """The blocks of table 二 stand in one table."""
    encoding: str = "utf-8"

    def of(self, body: Body) -> bytes:
        """Lay a report out."""
        said = {"title": body.title, "published": body.published, "source": body.source}
        report = self.title.format(**said) + self.notice.format(**said)
        report += "\n".join(self._block(body, line) for line in body.paragraphs)
        whole = self.whole.format(report=report, year=body.year, last=body.year - 1, **said)
        head = self.head.format(**said)
        page = f"<!DOCTYPE html><html><head>{head}</head>{whole}</html>"
        return page.encode(self.encoding, errors="xmlcharrefreplace")

    def _block(self, body: Body, line: str) -> str:
        if not line.startswith("|"):
            mark = self.heading if HEADING.fullmatch(line) else self.paragraph
            return mark(escape(line, quote=False))
        kind = {"review": "review-litigation"}.get(line.split()[1], line.split()[1])
        tables = [one for one in body.form.tables.values() if one.part == kind]
        grids = [self._rows(printed_table(one, body.tables[one.id])) for one in tables]
        return self.table("".join(grids)) if self.joined else "".join(map(self.table, grids))

    def _rows(self, grid: RawGrid) -> str:
        rows: list[list[str]] = [[] for _ in range(grid.height)]
        for one in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            rows[one.row].append(self.cell(one))
        return "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
