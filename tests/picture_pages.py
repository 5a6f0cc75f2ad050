"""A report's page to be filled with pictures, and what is said of it."""

from typing import Final

from knowledge import KNOWLEDGE
from ledgers import BOOK

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity

TITLE: Final = "<h1>云岭市水务局2024年政府信息公开工作年度报告</h1>"
OPENING: Final = f"{TITLE}<h2>一、总体情况</h2><p>2024年，本局主动公开政府信息320条。</p>"
TITLES: Final = {
    "b2": "二、主动公开政府信息情况",
    "b3": "三、收到和处理政府信息公开申请情况",
    "b4": "四、政府信息公开行政复议、行政诉讼情况",
}
"""Of the parts that are tables."""
REST: Final = (
    "<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时，已经改进。</p>"
    "<h2>六、其他需要报告的事项</h2><p>没有收取信息处理费。</p>"
)


def judged(body: str) -> Assessment:
    page = f"<html><body>{body}</body></html>".encode()
    document = read(page, name="a.html", knowledge=KNOWLEDGE)
    return assess(Case(document=document), BOOK)


def grave(assessment: Assessment) -> set[str]:
    return {
        finding.rule
        for finding in assessment.findings
        if finding.outcome is Outcome.FAIL
        and finding.severity in {Severity.CRITICAL, Severity.MAJOR}
    }
