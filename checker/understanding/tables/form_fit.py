"""A printed table as one edition of the form understands it."""

from msgspec import Struct, field

from govcheck.document.form import Form, FormTable
from govcheck.document.place import Place
from govcheck.document.table import Cell
from govcheck.understanding.tables.columns import Columns
from govcheck.understanding.tables.printed_rows import PrintedRow
from govcheck.understanding.tables.rows import RowFit, RowKind


class Fit(Struct, kw_only=True):
    """A printed table as one edition of the form understands it."""

    form: Form
    table: FormTable
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict[tuple[str, str], Cell])
    rows: dict[str, PrintedRow] = field(default_factory=dict[str, PrintedRow])
    """Row id to its line, in printed order."""
    others: list[tuple[RowFit, PrintedRow]] = field(
        default_factory=list[tuple[RowFit, PrintedRow]]
    )
    """Lines that are no row of the form, or one under another label."""
    columns: list[Columns] = field(default_factory=list[Columns])
    """One for each run of lines under the same headings, in printed order."""
    disputed: bool = False
    """The same row is shown twice with other figures."""
    scraps: bool = False
    """It is plain text of which headings, some line or its columns could not be read."""

    @property
    def named(self) -> bool:
        """Whether headings name the columns anywhere."""
        return any(columns.named for columns in self.columns)

    @property
    def column_ids(self) -> tuple[str, ...]:
        """Ids of the columns that are printed, in printed order."""
        return tuple(dict.fromkeys(name for one in self.columns for name in one.ids.values()))

    @property
    def headed(self) -> frozenset[str]:
        """Ids of the columns that a heading of their name stands over."""
        return frozenset(
            name
            for one in self.columns
            if one.named
            for name in one.ids.values()
            if name not in one.renamed
        )

    @property
    def is_whole(self) -> bool:
        """Whether every row and column is there, and nothing else."""
        plain = not self.others and not any(one.renamed or one.extra for one in self.columns)
        found = len(self.rows) == len(self.table.rows)
        return plain and found and len(self.column_ids) == len(self.table.columns)

    @property
    def score(self) -> float:
        """How well the edition fits: the more the better."""
        slips = sum(1 for fit, _ in self.others if fit.kind is RowKind.RENAMED)
        renamed = {name for columns in self.columns for name in columns.renamed}
        extra = {text for columns in self.columns for text in columns.extra}
        strange = len(self.others) - slips + len(extra)
        missing = len(self.table.rows) - len(self.rows)
        missing += len(self.table.columns) - len(self.column_ids)
        found = len(self.rows) + len(self.column_ids) - (slips + len(renamed)) / 4
        return found - (strange + missing) / 2


def place_in(fit: Fit, row: str | None = None, column: str | None = None) -> Place:
    """Return the place of a row or a column that is printed, or else of the table."""
    line = fit.rows.get(row or "") or next(iter(fit.rows.values()))
    return Place(
        part=fit.table.part,
        block=line.block,
        table=fit.table.id,
        row=row,
        column=column,
        line=line.line,
        page=line.page,
    )
