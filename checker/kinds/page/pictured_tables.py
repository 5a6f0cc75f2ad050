"""Kind ``pictured-tables``: the statutory tables are tables, and not pictures of them."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.extent import holding
from govcheck.document.report import Document
from govcheck.document.table import DeviationKind, Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation


class PicturedTables(Check, Struct, frozen=True, kw_only=True):
    """One finding for all tables that the document gives only as a picture."""

    KIND: ClassVar[str] = "pictured-tables"
    TITLE: ClassVar[str] = "法定表格以文字表格公开，不以图片代替。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"parts", "count"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the pictures that stand for a table, by the part that they stand in."""
        document = case.document
        pictured = {name for name, table in document.tables.items() if _is_pictured(table)}
        images = [
            (index, block)
            for index, block in enumerate(document.body)
            if isinstance(block, Image) and block.is_picture and block.table in pictured
        ]
        if not images:
            return
        titles = dict.fromkeys(_title(document, index) for index, _ in images)
        evidence = tuple(
            Evidence(
                quote=image.source or image.alt,
                place=replace(document.block_place(index), table=image.table),
            )
            for index, image in images
        )
        values = {
            "parts": "".join(f"“{title}”" for title in titles),
            "count": str(len(titles)),
        }
        yield Violation(evidence=evidence, values=values)


def _is_pictured(table: Table) -> bool:
    return any(deviation.kind == DeviationKind.PICTURE for deviation in table.deviations)


def _title(document: Document, index: int) -> str:
    within = holding(document.parts, index)
    return within.title if within else "正文"
