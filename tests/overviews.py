"""A batch's summaries made from reports of our own, for the pages on many reports."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.reports.batch.overview import Absent, Alike, Named, Overview, Unequal
from govcheck.reports.batch.report_summary import Placing, ReportSummary
from govcheck.reports.batch.summing_up import summary_of
from govcheck.rulebook.loading import load_rulebook

EXAMPLES = Path(__file__).parents[1] / "examples"
BOOK = load_rulebook()


@cache
def _assessed(name: str) -> Assessment:
    path = EXAMPLES / name
    document = read(path.read_bytes(), name=path.name, knowledge=BOOK.knowledge)
    return assess(Case(document=document), BOOK)


def summary(name: str, *, file: str, body: str | None = None) -> ReportSummary:
    """Return what a batch keeps of an example under another file's name."""
    placing = Placing(name=file, page=f"{file}.html", named=body)
    return summary_of(_assessed(name), BOOK, placing)


def overview() -> Overview:
    """Return a batch of four reports with everything that its index can show."""
    sound = summary("sound.html", file="年报/甲 局?.html", body="云岭市甲局")
    flawed = summary("flawed.html", file="年报/乙局.html", body="云岭市<b>乙</b>局")
    late = replace(
        sound,
        placing=Placing(name="丙.html", named="云岭市丙局"),
        published=date(2025, 4, 3),
        deadline=date(2025, 3, 31),
        confirmed=Decimal(61),
        possible=Decimal(72),
    )
    unread = ReportSummary(placing=Placing(name="坏.docx"), refused="加密的文件，请另存")
    named = Named(body="云岭市甲局", page=sound.placing.page)
    return Overview(
        reports=(sound, flawed, late, unread),
        ranked=(("1", sound), ("2", late), ("3", flawed), ("—", unread)),
        rostered=5,
        absent=(Absent(body="丁局", outcome=Outcome.OPEN, message="清单内未见丁局的年报"),),
        alike=(
            Alike(
                named=(named, Named(body="云岭市丙局")),
                message="与云岭市丙局的报告雷同",
                pairs=(("公开12条。", "公开15条。"),),
            ),
        ),
        unequal=(
            Unequal(
                government=Named(body="云岭市人民政府"),
                rule="peers/aggregation",
                outcome=Outcome.OPEN,
                message="表三与下级各报告之和不一致：自然人 12，和 11",
            ),
        ),
        rules_digest="0" * 64,
        day=date(2025, 5, 1),
    )
