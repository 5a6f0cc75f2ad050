"""A workbook for those who sort and filter: findings, lost points, tables as read, rules.

Whatever comes from the document is written as a string, so that nothing of it is a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from govcheck.document.table import Table
from govcheck.document.whereabouts import line_name, place_words, table_name
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.fingerprint import fingerprints
from govcheck.reports.clauses import clauses
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.reports.listing import rule_counts
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.tally import tally
from govcheck.reports.view_summary import facts, ledgers
from govcheck.reports.wording import OUTCOMES, SEVERITIES, STATUSES, number, span
from govcheck.reports.workbook_sheet import Sheet, SheetValue, write
from govcheck.rulebook.rule import Rulebook

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties: the same for every file, to keep its bytes the same."""


def to_xlsx(assessment: Assessment, rulebook: Rulebook) -> bytes:
    """Render the workbook."""
    buffer = BytesIO()
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": "政府信息公开工作年度报告检查结果", "created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#EFEDE6", "border": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
    for sheet in _sheets(assessment, rulebook):
        write(book.add_worksheet(sheet.name), sheet, head, body)
    book.close()
    return with_constant_times(buffer.getvalue())


def _sheets(assessment: Assessment, rulebook: Rulebook) -> Iterator[Sheet]:
    yield Sheet(
        name="结论",
        columns=(("项目", 14), ("内容", 70)),
        rows=[*facts(assessment), *_verdict(assessment)],
    )
    yield _findings_sheet(assessment, rulebook)
    yield Sheet(
        name="扣分",
        columns=(("维度", 12), ("规则", 36), ("原因", 40), ("分值", 10)),
        rows=[*_losses(assessment, rulebook)],
    )
    for table in assessment.document.tables.values():
        yield _table_sheet(table, assessment)
    titles = {rule.id: rule.title for rule in rulebook.rules}
    counts = rule_counts(assessment)
    yield Sheet(
        name="规则",
        columns=(("规则", 36), ("内容", 40), ("结果", 12), ("问题数", 8), ("说明", 50)),
        rows=[
            (
                one.rule,
                titles.get(one.rule, ""),
                OUTCOMES[one.outcome],
                counts.get(one.rule, 0),
                one.reason,
            )
            for one in assessment.judgements
        ],
    )


def _verdict(assessment: Assessment) -> Iterator[tuple[str, str]]:
    score, source = assessment.score, assessment.document.source
    yield "结论", score.verdict
    yield "得分", span(score.confirmed, score.possible)
    yield "等次", score.grade or "无"
    yield "已核验", f"{number(score.verified)}/100 分"
    yield "单项否决", "、".join(score.vetoes) or "无"
    for one in score.dimensions:
        yield one.title, f"{span(one.confirmed, one.possible)} / {one.points}"
    yield "文件", source.name
    yield "SHA-256", source.sha256
    yield "规则集", assessment.rules_digest


def _findings_sheet(assessment: Assessment, rulebook: Rulebook) -> Sheet:
    columns = (
        ("序号", 6), ("结果", 10), ("程度", 8), ("问题", 48), ("位置", 36), ("应为", 14),
        ("实为", 14), ("原文", 24), ("依据", 40), ("整改", 36), ("规则", 30), ("根源序号", 8),
        ("处理", 24), ("指纹", 20),
    )  # fmt: skip
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
    return Sheet(name="问题", columns=columns, rows=rows)


def _finding(
    finding: Finding, numbers: Mapping[int, int], assessment: Assessment, rulebook: Rulebook
) -> Sequence[SheetValue]:
    rule, evidence = rulebook.rule(finding.rule), finding.evidence
    basis = (
        f"{one.citation}（{STATUSES[one.status][0]}）"
        for one in clauses(rule, assessment.document, rulebook)
    )
    places = (place_words(one.place, assessment.document) for one in evidence)
    decision = finding.decision
    return (
        OUTCOMES[finding.outcome],
        SEVERITIES[finding.severity],
        finding.message,
        "\n".join([*places, *([f"另有 {finding.more} 处"] if finding.more else [])]),
        "\n".join(one.expected for one in evidence if one.expected is not None),
        "\n".join(one.actual for one in evidence if one.actual is not None),
        "\n".join(one.quote for one in evidence if one.quote),
        "\n".join(basis),
        finding.remedy,
        finding.rule,
        None if finding.root is None else numbers[finding.root],
        f"{ruling_word(finding)}：{decision_words(decision)}" if decision else "",
    )


def _losses(assessment: Assessment, rulebook: Rulebook) -> Iterator[Sequence[SheetValue]]:
    for ledger in ledgers(assessment, rulebook):
        yield ("", ledger.title, "", Decimal(ledger.start))
        for loss in ledger.losses:
            points = Decimal(loss.points.replace("−", "-"))
            yield (loss.dimension, loss.title, loss.reason, points)
        yield ("", "余", "", Decimal(ledger.end))


def _table_sheet(table: Table, assessment: Assessment) -> Sheet:
    document = assessment.document
    rows: list[list[SheetValue]] = [
        [
            line_name(table.id, row, document),
            *(_cell(table, row, name) for name in table.columns),
        ]
        for row in table.rows
    ]
    headings = [line_name(table.id, column, document) for column in table.columns]
    return Sheet(
        name=f"表 {table.id}"[:31],
        columns=((table_name(table.id, document), 44), *((one, 12) for one in headings)),
        rows=rows,
    )


def _cell(table: Table, row: str, column: str) -> SheetValue:
    cell = table.cells.get((row, column))
    if cell is None:
        return None
    return cell.written if cell.value is None else cell.value
