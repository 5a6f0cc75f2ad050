"""Kind ``amount-in-cell``: an amount that the text states is contained in a cell's figure."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, plain, printed_amount
from govcheck.document.search import matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ColumnId, Group, Holds, PassageName, RowId, TableId
from govcheck.statements.money import worth

_STEP: Final = Decimal("0.01")
"""Amounts are given with two decimals; what rounds to nothing need not show."""


class AmountInCell(Check, Struct, frozen=True, kw_only=True):
    """The cell holds no less than the text's amount, in its unit; else a person looks."""

    KIND: ClassVar[str] = "amount-in-cell"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文写明的金额（stated）不大于应包含它的那一格；否则请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "due", "cell"})

    stated: Annotated[
        re.Pattern[str], Group(name="1", holds=Holds.NUMBER), Group(name="2", holds=Holds.UNIT)
    ]
    """Group 1 is the number and group 2 its unit, one of ``units``."""
    unless: re.Pattern[str] | None = None
    """Words in the sentence that show that it speaks of another year's amount."""
    units: Mapping[str, Decimal]
    """What one of each unit is worth, in 元."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)
    table: TableId
    row: RowId
    column: ColumnId
    unit: Decimal
    """What one in the cell is worth, in 元."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare the first amount that counts with the cell."""
        document = case.document
        table = document.table(self.table)
        value = table.value(self.row, self.column) if table else None
        found = (
            match
            for match in matches(document, self.stated, self.passages)
            if not (self.unless and self.unless.search(match.sentence))
        )
        match = next(found, None)
        amount = worth(match, self.units) if match else None
        if table is None or value is None or match is None or amount is None:
            yield Inapplicable(reason="正文和表格没有同时写明金额")
            return
        due = (amount / self.unit).quantize(_STEP)
        if value < due:
            at = (self.row, self.column)
            yield Doubt(
                evidence=(cell_evidence(table, *at), match.evidence),
                values={
                    "words": match.evidence.quote,
                    "due": plain(due),
                    "cell": printed_amount(document, table, *at),
                },
            )
