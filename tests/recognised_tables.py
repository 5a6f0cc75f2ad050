"""Reports whose table of applications was read from a picture."""

from collections.abc import Mapping

from knowledge import FORMS, KNOWLEDGE
from ledgers import BOOK
from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.source import Source
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph
from govcheck.understanding.hints import Hints
from govcheck.understanding.printed_form import printed_table
from govcheck.understanding.understand import understand

LAYOUT = FORMS["form-2021"].tables["applications"]
PICTURED = "publication/tables-machine-readable"
Values = Mapping[str, Mapping[str, int]]
RIGHT: Values = {
    "r1_new": {"natural": 13, "commercial": 4, "total": 17},
    "r2_carried_in": {"natural": 2, "commercial": 1, "total": 3},
    "r3_1": {"natural": 9, "commercial": 3, "total": 12},
    "r3_4_1": {"natural": 5, "commercial": 1, "total": 6},
    "r3_7_total": {"natural": 14, "commercial": 4, "total": 18},
    "r4_carried_out": {"natural": 1, "commercial": 1, "total": 2},
}
MANY: Values = {
    "r1_new": {
        "natural": 1048,
        "commercial": 267,
        "research": 39,
        "other_org": 5,
        "total": 1359,
    },
    "r2_carried_in": {"natural": 76, "commercial": 18, "total": 94},
    "r3_1": {"natural": 528, "commercial": 101, "research": 17, "total": 646},
    "r3_2": {"natural": 90, "commercial": 43, "total": 133},
    "r3_3_4": {"natural": 8, "commercial": 6, "research": 3, "total": 17},
    "r3_4_1": {"natural": 364, "commercial": 87, "research": 19, "other_org": 4, "total": 474},
    "r3_5_1": {"natural": 71, "commercial": 11, "total": 82},
    "r3_6_3": {"natural": 13, "commercial": 7, "other_org": 1, "total": 21},
    "r3_7_total": {
        "natural": 1074,
        "commercial": 255,
        "research": 39,
        "other_org": 5,
        "total": 1373,
    },
    "r4_carried_out": {"natural": 50, "commercial": 30, "total": 80},
}


def judged(values: Values, said: str = "全年公开信息35条。") -> Assessment:
    """Assess a report whose table of applications was read from a picture."""
    return judged_grid(printed_table(LAYOUT, values), said)


def judged_grid(
    grid: RawGrid, said: str = "全年公开信息35条。", more: RawGrid | None = None
) -> Assessment:
    page = RawPage(
        blocks=(
            RawParagraph(text="云岭市水务局2024年政府信息公开工作年度报告", level=1),
            RawParagraph(text="一、总体情况", level=2),
            RawParagraph(text=said),
            RawParagraph(text="三、收到和处理政府信息公开申请情况", level=2),
            Image(source="b3.png"),
            replace(grid, recognised=True),
            *((Image(source="b4.png"), replace(more, recognised=True)) if more else ()),
        ),
        format="html",
    )
    document = understand(
        page, source=Source(name="a.html"), knowledge=KNOWLEDGE, hints=Hints()
    )
    assert document.tables["applications"].recognised
    return assess(Case(document=document), BOOK)


def changed(values: Values, row: str, **cells: int) -> Values:
    return {**values, row: {**values.get(row, {}), **cells}}
