"""Kind ``table-structure``: the tables have the rows and columns of the form."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.known_losses import PARTLY_READ, UNKNOWN_YEAR, UNSEEN_HEADS
from govcheck.document.losses import is_lossy
from govcheck.document.naming import (
    has_heads_alone,
    is_printed,
    is_unread,
    table_name,
    unread_tables,
)
from govcheck.document.picture_losses import pictured_part, pictured_tables
from govcheck.document.report import Document
from govcheck.document.table import Deviation, DeviationKind, Table
from govcheck.document.table_losses import TAKEN_BY_TEXT, TAKEN_UNREAD
from govcheck.kinds.check import Check
from govcheck.kinds.form.structure_words import EDITIONS, NAMING, differences, tables_named
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.parameters import PartId

_EDITION: Final = DeviationKind.EDITION
_UNREAD: Final = (
    DeviationKind.MISSING_TABLE,
    DeviationKind.PICTURE,
    DeviationKind.OTHER_FORM,
)
_NO_YEAR: Final = "报告年度不明，无法核验应使用哪一年的格式。"
_SHOWN: Final = 12
_MISSING: Final = ("未见表格", "只有表头，没有数据行")
"""What is said of a table of which no row is there, without its headings and with them."""


class TableStructure(Check, Struct, frozen=True, kw_only=True):
    """The tables of one part are there and printed as the edition in force lays them out."""

    KIND: ClassVar[str] = "table-structure"
    TITLE: ClassVar[str] = "某一部分（part）的表格，行列与当年度适用的统一格式一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "differences", "count"})

    part: PartId
    slight: tuple[DeviationKind, ...] = ()
    """Differences that are no more than advice."""
    allowed: tuple[DeviationKind, ...] = ()
    """Differences that a body may make."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Report the tables that are missing together, and the others one by one."""
        document = case.document
        asked = document.form.tables.values()
        expected = [table.id for table in asked if table.part == self.part]
        unread = [name for name in expected if unread_tables(document, (name,))]
        if len(unread) == len(expected) and document.part(self.part) is None:
            yield Inapplicable(reason="未见该部分及其表格，由有关该部分的规则指出")
            return
        yield from self._unread(document, unread, whole=unread == expected)
        printed = [
            table
            for table in document.tables.values()
            if table.place.part == self.part and not is_unread(table)
        ]
        read = [table for table in printed if table.recognised]
        yield from self._recognised(document, read)
        printed = [table for table in printed if table not in read]
        yield from self._editions(document, printed)
        for table in printed:
            yield from self._differences(document, table)

    def _recognised(self, document: Document, tables: Sequence[Table]) -> Iterator[Doubt]:
        """Doubt tables that a picture shows: what seems another label may be one misread."""
        for table in tables:
            name = table_name(document, table.id)
            kinds = {item.kind for item in table.deviations}
            if DeviationKind.TWICE in kinds:
                reason = f"有两张图片显示{name}，其中的数字不同，需人工确认以哪一张为准。"
            elif table.doubted:
                reason = f"{name}由图片识别，行列未能全部认出，表内数字须逐格对照原图。"
            else:
                continue
            yield Doubt(reason=reason, loss=pictured_tables(document, [table.id], reason))

    def _unread(
        self, document: Document, names: Sequence[str], *, whole: bool
    ) -> Iterator[Remark]:
        """Fail tables that are not there; doubt pictures, and text that may have lost them."""
        lost = is_lossy(document) or pictured_part(document)
        missing = [name for name in names if not lost and not is_printed(document, name)]
        unseen = [name for name in names if name not in missing]
        if unseen:
            unread = unread_tables(document, unseen)
            yield Doubt(reason=f"{unread}，无法核验行列。", loss=unread)
        if missing:
            bare = all(has_heads_alone(document, name) for name in missing)
            yield Violation(
                values={
                    "table": "、".join(table_name(document, name) for name in missing),
                    "differences": _MISSING[bare],
                    "count": str(len(missing)),
                },
                absent=(self.part,) if whole else (),
            )

    def _editions(self, document: Document, tables: Sequence[Table]) -> Iterator[Remark]:
        """Say once that the part's tables are those of another edition than the year's."""
        wrong = [
            (table_name(document, table.id), item)
            for table in tables
            for item in table.deviations
            if item.kind in EDITIONS and _EDITION not in self.allowed
        ]
        if wrong and document.year is None:
            yield Doubt(reason=_NO_YEAR, loss=UNKNOWN_YEAR)
        elif wrong:
            yield _violation(
                wrong, Severity.ADVICE if DeviationKind.EDITION in self.slight else None
            )

    def _differences(self, document: Document, table: Table) -> Iterator[Remark]:
        name = table_name(document, table.id)
        spared = (*self.allowed, *_UNREAD, *EDITIONS, DeviationKind.TWICE)
        found = [item for item in table.deviations if item.kind not in spared]
        losable = TAKEN_UNREAD if document.incomplete else TAKEN_BY_TEXT
        if is_lossy(document) and any(item.kind in losable for item in found):
            found = [item for item in found if item.kind not in losable]
            yield Doubt(
                reason=f"{name}在文本中行列不全或有变动，可能是提取所致，无法核验。",
                loss=PARTLY_READ,
            )
        grave = [(name, item) for item in found if item.kind not in self.slight]
        slight = [(name, item) for item in found if item.kind in self.slight]
        if grave:
            yield _violation(grave, None)
        if slight:
            yield _violation(slight, Severity.ADVICE)
        if any(item.kind is DeviationKind.TWICE for item in table.deviations):
            reason = f"{name}出现两次，其中的数字不同，需人工确认以哪一张为准。"
            yield Doubt(reason=reason, loss=PARTLY_READ)
        if table.partial and table.lacks_cells:
            yield Doubt(reason=f"{name}未能完整读取，缺少的行列无法核验。", loss=PARTLY_READ)
        elif table.partial:
            yield Doubt(reason=f"{name}的各格已读到，表头和版式无法核验。", loss=UNSEEN_HEADS)


def _violation(found: Sequence[tuple[str, Deviation]], severity: Severity | None) -> Violation:
    """Say what differs, and of several tables, in which of them."""
    return Violation(
        evidence=tuple(_evidence(item) for _, item in found[:_SHOWN]),
        values={
            "table": tables_named([name for name, _ in found]),
            "differences": differences(found, _SHOWN),
            "count": str(len(found)),
        },
        severity=severity,
        more=len(found[_SHOWN:]),
    )


def _evidence(deviation: Deviation) -> Evidence:
    due, labels = deviation.expected, deviation.printed
    if deviation.kind in NAMING:
        due, labels = due.partition("：")[2], labels.partition("：")[2]
    together = deviation.kind in (*NAMING, DeviationKind.ORDER)
    return Evidence(
        quote=labels.split("、")[0] if together else labels,
        place=deviation.place,
        expected=due or None,
        actual=labels or None,
    )
