"""The statutory tables of a document, fitted to the form: what each cell says, and means."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from govcheck.document.form import FormSum
from govcheck.document.place import Place
from govcheck.document.reading import Readings

SPILT: Final = "本行数据多于列数"
"""Note of the cells of a row that has more figures than the table has columns."""
SHORT: Final = "少一格"
"""Note of the cells of a row that has fewer cells than the table has columns."""

TORN: Final = "数字断在两行"
"""Note of a cell of which two lines hold a number each, or two halves of one."""
BRACKETED: Final = "数字写在括号里"
MARKED: Final = "数字旁有多余的字符"
SPELLED: Final = "数字以汉字写出"
"""Notes of cells that are no plain figure, and are read as one."""
FORMULA: Final = "是没有算出结果的公式"
ERROR: Final = "是表格软件的出错提示"
LETTERED: Final = "以形近的字母、符号代替数字"
"""Notes of cells in which other than a figure stands in place of one."""


class CellState(StrEnum):
    """What a reader made of a cell."""

    FIGURE = "figure"
    BLANK = "blank"
    MARK = "mark"
    """A sign for nothing: /, -, 无."""
    TEXT = "text"
    """Words or a number that cannot be one: 若干, 减3."""
    ABSENT = "absent"
    """The document prints no such row or column."""
    UNREAD = "unread"
    """The document prints the cell, and what stands in it was not read for certain."""


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of a statutory table: what was written, and the number that it means."""

    written: str
    state: CellState
    value: Decimal | None = None
    """The number, in the column's unit; None for every state but figure."""
    note: str = ""
    """What stands beside the number: （其中修订16件）."""
    place: Place = field(default_factory=Place)
    grid: tuple[int, int, int] | None = None
    """Index in the body of the grid, row and column of the printed cell."""


class DeviationKind(StrEnum):
    """In what a printed table differs from the form."""

    MISSING_TABLE = "missing-table"
    PICTURE = "picture"
    OTHER_FORM = "other-form"
    """Its figures stand in the text, or in a table of another shape, and were not read."""
    MISSING_ROW = "missing-row"
    MISSING_COLUMN = "missing-column"
    RENAMED_ROW = "renamed-row"
    RENAMED_COLUMN = "renamed-column"
    EXTRA_ROW = "extra-row"
    EXTRA_COLUMN = "extra-column"
    REMARKS_COLUMN = "remarks-column"
    """A column of the body's own that holds no figures, or none of the form's kind: 备注."""
    SUBTOTAL_ROW = "subtotal-row"
    ORDER = "order"
    MERGED = "merged"
    EDITION = "edition"
    EDITION_ROW = "edition-row"
    """One row of another edition in place of several of this one."""
    EXTRA_TABLE = "extra-table"
    """A table of another edition that this one does not have."""
    UNIT = "unit"
    TWICE = "twice"


class Deviation(Struct, frozen=True, kw_only=True):
    """One difference between a printed table and the form."""

    kind: DeviationKind
    expected: str = ""
    printed: str = ""
    place: Place = field(default_factory=Place)


class Table(Struct, frozen=True, kw_only=True, dict=True):
    """A statutory table, fitted to the form."""

    id: str
    form: str
    """Id of the edition whose rows and columns it prints, right or wrong for its year."""
    title: str = ""
    """What that edition prints over it; the edition in force may not have the table."""
    cells: Mapping[tuple[str, str], Cell]
    """(row id, column id) to cell; every row and column of that edition is here."""
    labels: Mapping[str, str]
    """Row id or column id to what a reader of the document would call it."""
    sums: tuple[FormSum, ...] = ()
    """What that edition asks of its rows and columns."""
    readings: Readings = field(default_factory=Readings)
    """What that edition counts of each thing that prose tells of."""
    deviations: tuple[Deviation, ...] = ()
    place: Place = field(default_factory=Place)
    recognised: bool = False
    """The figures were read from a picture; what rests on them alone is open."""
    doubted: bool = False
    """Rows or columns of a picture were not recognised, or two pictures of it disagree: any
    figure may stand in another's place."""
    partial: bool = False
    """Read from running text or scraps of a table: rows may be lost on the way."""

    def value(self, row: str, column: str) -> Decimal | None:
        """Return the number in a cell, or None when there is none to rely on."""
        cell = self.cells.get((row, column))
        return cell.value if cell else None

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """Rows and columns of the cells that were not read for certain."""
        cells = self.cells.items()
        return tuple(place for place, cell in cells if cell.state is CellState.UNREAD)

    @property
    def lacks_cells(self) -> bool:
        """Whether some cell of the form was not found, or not read for certain."""
        lacking = (CellState.ABSENT, CellState.UNREAD)
        return any(cell.state in lacking for cell in self.cells.values())

    @property
    def lacks_rows(self) -> bool:
        """Whether scraps of it were read that hold no cell of some row."""
        absent = CellState.ABSENT
        there = {row for (row, _), cell in self.cells.items() if cell.state is not absent}
        return self.partial and len(there) < len(self.rows)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Row ids in the form's order."""
        return tuple(dict.fromkeys(row for row, _ in self.cells))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Column ids in the form's order."""
        return tuple(dict.fromkeys(column for _, column in self.cells))
