"""A workbook for those who sort and filter: findings, lost points, tables as read, rules.

Whatever comes from the document is written as a string, so that nothing of it is a formula.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.fingerprint import fingerprints
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.clauses import clauses
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.reports.headline import common_headline, headline, headline_of
from govcheck.reports.listing import rule_counts
from govcheck.reports.places import due_remedy, place_lines
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.table_sheets import table_sheets
from govcheck.reports.tally import tally
from govcheck.reports.view_summary import facts, ledgers
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES, number, span
from govcheck.reports.workbook_sheet import Sheet, SheetBook, SheetValue
from govcheck.rulebook.rule import Rulebook

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties: the same for every file, to keep its bytes the same."""
_FINDINGS: Final = (
    ("序号", 5), ("结果", 10), ("程度", 6), ("检查项", 14), ("问题", 38), ("位置和原文", 32),
    ("应为", 9), ("实为", 9), ("依据", 26), ("整改", 28), ("由几号引起", 7), ("处理", 12),
    ("规则", 30), ("指纹", 20),
)  # fmt: skip
_PRINTED: Final = 12
"""Columns of the findings for people; what follows is for programs."""


def to_xlsx(assessment: Assessment, rulebook: Rulebook) -> bytes:
    """Render the workbook."""
    buffer = BytesIO()
    workbook = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    workbook.set_properties({"title": "政府信息公开工作年度报告检查结果", "created": _MADE})
    title = assessment.document.title
    book = SheetBook(workbook, title.value if title else assessment.document.source.name)
    for sheet in _sheets(assessment, rulebook):
        book.add(sheet)
    workbook.close()
    return with_constant_times(buffer.getvalue())


def _sheets(assessment: Assessment, rulebook: Rulebook) -> Iterator[Sheet]:
    yield Sheet(
        name="结论",
        columns=(("项目", 16), ("内容", 70)),
        rows=[*facts(assessment), *_verdict(assessment, rulebook)],
        filtered=False,
    )
    yield _findings_sheet(assessment, rulebook)
    yield Sheet(
        name="扣分",
        columns=(("维度", 12), ("检查项", 36), ("原因", 32), ("分值", 8)),
        rows=[*_losses(assessment, rulebook)],
        filtered=False,
    )
    yield from table_sheets(assessment)
    yield _rules_sheet(assessment, rulebook)


def _rules_sheet(assessment: Assessment, rulebook: Rulebook) -> Sheet:
    counts = rule_counts(assessment)
    return Sheet(
        name="检查项",
        columns=(("检查项", 36), ("结果", 12), ("问题数", 8), ("说明", 50), ("规则", 36)),
        rows=[
            (
                common_headline(one.rule, assessment.findings, rulebook)
                if one.outcome is Outcome.FAIL
                else headline(one.rule, one.outcome, rulebook),
                OUTCOMES[one.outcome],
                counts.get(one.rule, 0),
                one.reason,
                one.rule,
            )
            for one in assessment.judgements
        ],
        printed=4,
    )


def _verdict(assessment: Assessment, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    score, source = assessment.score, assessment.document.source
    yield "结论", score.verdict
    yield "得分", span(score.confirmed, score.possible)
    yield "等次", score.grade or "无"
    yield "已核验", f"{number(score.verified)}/100 分"
    vetoes = [headline(rule, Outcome.FAIL, rulebook) for rule in score.vetoes]
    yield "单项否决", "；".join(vetoes) or "无"
    for one in score.dimensions:
        yield one.title, f"{span(one.confirmed, one.possible)} / {one.points}"
    yield "文件", source.name
    yield "SHA-256", source.sha256
    yield "规则集", assessment.rules_digest


def _findings_sheet(assessment: Assessment, rulebook: Rulebook) -> Sheet:
    known = fingerprints(assessment.findings)
    numbers = tally(assessment).numbers
    rows = [
        (
            number,
            *_finding(assessment.findings[index], numbers, assessment, rulebook),
            known[index],
        )
        for index, number in numbers.items()
    ]
    return Sheet(name="问题", columns=_FINDINGS, rows=rows, frozen=1, printed=_PRINTED)


def _finding(
    finding: Finding, numbers: Mapping[int, int], assessment: Assessment, rulebook: Rulebook
) -> Sequence[SheetValue]:
    basis = (
        f"{ROLES[one.role]}：{one.citation}（{STATUSES[one.status][0]}）"
        for one in clauses(finding, assessment.document, rulebook)
    )
    decision = finding.decision
    return (
        OUTCOMES[finding.outcome],
        SEVERITIES[finding.severity],
        headline_of(finding, rulebook),
        finding.message + (f"\n提示：{finding.hint}" if finding.hint else ""),
        "\n".join(place_lines(finding, assessment.document)),
        _once(one.expected for one in finding.evidence),
        _once(one.actual for one in finding.evidence),
        "\n".join(basis),
        due_remedy(finding),
        None if finding.root is None else numbers[finding.root],
        f"{ruling_word(finding)}：{decision_words(decision)}" if decision else "",
        finding.rule,
    )


def _once(values: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(value for value in values if value is not None))


def _losses(assessment: Assessment, rulebook: Rulebook) -> Iterator[Sequence[SheetValue]]:
    for ledger in ledgers(assessment, rulebook):
        yield ("", ledger.title, "", Decimal(ledger.start))
        for loss in ledger.losses:
            points = Decimal(loss.points.replace("−", "-"))
            yield (loss.dimension, loss.title, loss.reason, points)
        yield ("", "余", "", Decimal(ledger.end))
