"""An assessment built by hand, with one of everything that the reports must show."""

from collections.abc import Sequence
from decimal import Decimal
from importlib.resources import files
from json import loads

from knowledge import KNOWLEDGE
from submitted import OVERVIEW, cell, document

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import (
    Assessment,
    Decision,
    Finding,
    Judgement,
    Ruling,
)
from govcheck.judging.score import Deduction, DimensionScore, Score
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.rule import Basis, Points, Rule, Rulebook, Scope, Status
from govcheck.rulebook.scoring_policy import Dimension, ScoringPolicy
from govcheck.sums.term import Term

SCHEMA = loads((files("govcheck.reports") / "govcheck-1.schema.json").read_text("utf-8"))
"""Of an assessment in JSON."""
_WORDS = {
    "applications": ("format/applications-balance", "收与办平衡", "accuracy", Severity.MAJOR),
    "subtotal": (
        "format/applications-subtotal",
        "办理结果总计相符",
        "accuracy",
        Severity.MAJOR,
    ),
    "prose": (
        "consistency/applications-narrative",
        "正文与表格一致",
        "accuracy",
        Severity.MINOR,
    ),
    "deadline": ("decree-711/deadline", "按期向社会公布", "timeliness", Severity.MAJOR),
    "part": ("decree-711/applications", "报告申请办理情况", "completeness", Severity.CRITICAL),
    "image": ("publication/tables-machine-readable", "表格可读", "publication", Severity.MINOR),
    "footer": ("publication/date-and-source", "标明来源", "publication", Severity.ADVICE),
    "period": ("format/statistics-period", "统计期限正确", "publication", Severity.MINOR),
    "pass": ("format/title", "标题规范", "publication", Severity.MINOR),
    "history": ("history/carried-over", "与上年结转衔接", "accuracy", Severity.MAJOR),
}


def rulebook() -> Rulebook:
    return Rulebook(
        rules=tuple(_rule(*words) for words in _WORDS.values()),
        forms=KNOWLEDGE.forms,
        vocabulary=KNOWLEDGE.vocabulary,
        policy=ScoringPolicy(
            dimensions=tuple(
                Dimension(id=one.id, title=one.title, points=one.points)
                for one in _dimensions()
            ),
            grades=(("优秀", Decimal(90)), ("良好", Decimal(80)), ("合格", Decimal(60))),
            passing="合格",
            failing="不合格",
            undecided="待核",
            veto_cap=Decimal(59),
            note="权重由本项目设定。",
        ),
        digest="0" * 64,
    )


def _rule(rule_id: str, title: str, dimension: str, severity: Severity) -> Rule:
    return Rule(
        id=rule_id,
        title=title,
        failure_title=f"未做到{title}",
        dimension=dimension,
        severity=severity,
        points=Points(each=Decimal(3), cap=Decimal(9)),
        basis=(
            Basis(
                instrument="form-2021",
                clause="表三左上角",
                citation="《政府信息公开工作年度报告格式》表三左上角",
                quote="第一项加第二项之和，等于第三项加第四项之和",
                status=Status.APPLIED,
            ),
        ),
        scope=Scope(first_year=2021),
        checks=(),
        remedy="对照申请登记台账逐件核对。",
    )


def findings() -> tuple[Finding, ...]:
    total = cell("r3_7_total", "natural")
    start = OVERVIEW.index("14件")
    prose = Place(part="overview", block=3, start=start, end=start + 3, line=16)
    period = Place(part="introduction", block=1, start=0, end=3, line=12)
    return (
        finding(
            "deadline",
            "2025年2月3日公布，超过期限1月31日3天。",
            Evidence(quote="2025-02-03", expected="2025-01-31", actual="2025-02-03"),
        ),
        finding(
            "subtotal",
            "“自然人”列办理结果各项之和为12，“总计”填15，相差3。",
            Evidence(quote="15", place=total, expected="12", actual="15"),
            terms=(_term("r3_1", 1, 9), _term("r3_4_1", 1, 3), _term("r3_7_total", -1, 15)),
        ),
        finding(
            "applications",
            "“自然人”列不平衡：12＋0＝12，15＋0＝15，相差3。",
            Evidence(quote="15", place=total, expected="12", actual="15"),
            terms=(_term("r1_new", 1, 12), _term("r3_7_total", -1, 15)),
            root=1,
        ),
        finding(
            "prose",
            "正文称收到申请14件，表中新收总计为13件。",
            Evidence(quote="14件", place=prose, expected="13件", actual="14件"),
            Evidence(quote="13", place=cell("r1_new", "total")),
        ),
        finding(
            "period",
            "统计期限写法不规范。",
            Evidence(quote="本报告", place=period),
            decision=Decision(
                decision=Ruling.WAIVED,
                person="王审核",
                date="2025-03-01",
                reason="省级通知另有规定",
                until="2025-12-31",
            ),
        ),
        finding(
            "footer",
            "页脚署名与编制单位不同。",
            Evidence(
                quote="青禾县人民政府",
                place=Place(part="furniture", block=0, start=5, end=12, line=200),
            ),
        ),
        finding(
            "image",
            "行政复议、行政诉讼情况表为图片，无法核对。",
            Evidence(
                place=Place(
                    part="review-litigation", block=7, table="review-litigation", line=82
                )
            ),
            outcome=Outcome.OPEN,
        ),
    )


def finding(
    key: str,
    message: str,
    *evidence: Evidence,
    outcome: Outcome = Outcome.FAIL,
    terms: tuple[Term, ...] = (),
    root: int | None = None,
    decision: Decision | None = None,
) -> Finding:
    return Finding(
        rule=_WORDS[key][0],
        outcome=outcome,
        severity=_WORDS[key][3],
        message=message,
        evidence=evidence,
        remedy="对照申请登记台账逐件核对。",
        terms=terms,
        root=root,
        decision=decision,
    )


def _term(row: str, sign: int, value: int) -> Term:
    return Term(
        table="applications", row=row, column="natural", sign=sign, value=Decimal(value)
    )


def _dimensions() -> tuple[DimensionScore, ...]:
    return tuple(
        DimensionScore(
            id=name,
            title=title,
            points=Decimal(points),
            confirmed=Decimal(confirmed),
            possible=Decimal(possible),
        )
        for name, title, points, confirmed, possible in (
            ("completeness", "内容完整", 30, "30", "30"),
            ("accuracy", "数据准确", 30, "25.5", "25.5"),
            ("timeliness", "发布时效", 10, "0", "0"),
            ("substance", "内容质量", 15, "15", "15"),
            ("publication", "发布规范", 15, "13.5", "15"),
        )
    )


def score(vetoes: tuple[str, ...] = ()) -> Score:
    return Score(
        confirmed=Decimal(59) if vetoes else Decimal(84),
        possible=Decimal(59) if vetoes else Decimal("85.5"),
        verified=Decimal(95),
        verdict="不合格" if vetoes else "合格",
        grade="不合格" if vetoes else "良好",
        vetoes=vetoes,
        dimensions=_dimensions(),
        deductions=(
            Deduction(
                rule=_WORDS["deadline"][0], points=Decimal(10), reason="1 处，每处 10 分"
            ),
            Deduction(rule=_WORDS["subtotal"][0], points=Decimal(3), reason="1 处，每处 3 分"),
            Deduction(
                rule=_WORDS["prose"][0], points=Decimal("1.5"), reason="1 处，每处 1.5 分"
            ),
            *(
                Deduction(rule=rule, points=Decimal("26.5"), reason="单项否决，不超过 59 分")
                for rule in vetoes
            ),
        ),
        open_deductions=(
            Deduction(
                rule=_WORDS["image"][0],
                points=Decimal(0 if vetoes else "1.5"),
                reason="1 处待核",
            ),
        ),
    )


def assessment(
    *,
    of: Document | None = None,
    found: Sequence[Finding] | None = None,
    vetoes: tuple[str, ...] = (),
) -> Assessment:
    found = findings() if found is None else tuple(found)
    outcomes = {one.rule: one.outcome for one in found if one.decision is None}
    judgements = [
        Judgement(rule=words[0], outcome=outcomes.get(words[0], Outcome.PASS))
        for key, words in _WORDS.items()
        if key != "history"
    ]
    absent = Judgement(
        rule=_WORDS["history"][0], outcome=Outcome.NOT_APPLICABLE, reason="未提供上一年度报告"
    )
    return Assessment(
        case=Case(document=of or document()),
        findings=tuple(found),
        judgements=(*judgements, absent),
        score=score(vetoes),
        rules_digest="0123456789abcdef" * 4,
    )
