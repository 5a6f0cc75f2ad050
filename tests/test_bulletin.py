"""The draft of a bulletin on many reports: confirmed problems alone, each with its page."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from batches import short_reports
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from msgspec.structs import replace

from govcheck.cli import main
from govcheck.document.loss import Cause
from govcheck.kinds.identity.deadline import Deadline
from govcheck.kinds.peers.aggregated import Aggregated
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.batch.bulletin import bulletin
from govcheck.reports.batch.bulletin_content import BulletinContent, Missing, content_of
from govcheck.reports.batch.overview import Named, Unequal
from govcheck.reports.batch.report_summary import (
    FailedRule,
    OpenCause,
    Placing,
    ReportSummary,
)
from govcheck.reports.batch.timing import Timing
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Role, Status

BOOK = load_rulebook()
DAY = next(
    rule.id
    for rule in BOOK.rules
    if any(isinstance(use.check, Deadline) for use in rule.checks)
)
DEMANDED = next(
    rule.id
    for rule in BOOK.rules
    if rule.id != DAY
    and any(one.role is Role.DUTY and one.status is Status.VERBATIM for one in rule.basis)
)
SUMS = next(
    rule.id
    for rule in BOOK.peer_rules
    if any(isinstance(use.check, Aggregated) for use in rule.checks)
)
CONVENTION = next(
    rule.id
    for rule in BOOK.rules
    if rule.basis and all(one.status is Status.CONVENTION for one in rule.basis)
)


def failed(rule: str, severity: Severity = Severity.MAJOR) -> FailedRule:
    return FailedRule(
        rule=rule, title=f"问题{rule}", severity=severity, findings=1, dimension="x"
    )


def one(
    body: str,
    *rules: FailedRule,
    published: str = "2025-01-20",
    open_rules: tuple[str, ...] = (),
    sha256: str = "",
    causes: tuple[OpenCause, ...] = (),
    refused: str | None = None,
) -> ReportSummary:
    return ReportSummary(
        placing=Placing(name=f"in/{body}.html", page=f"pages/{body} 甲.govcheck.html"),
        refused=refused,
        sha256=sha256 or body,
        agency=body,
        year=2024,
        published=date.fromisoformat(published) if published else None,
        deadline=date(2025, 1, 31),
        verdict=BOOK.policy.undecided,
        failed=rules,
        open_rules=open_rules,
        doubts=len(causes),
        causes=causes,
    )


def content(
    *reports: ReportSummary,
    missing: Sequence[Missing] = (),
    unequal: Sequence[Unequal] = (),
    remarks: Sequence[str] = (),
) -> BulletinContent:
    ranked = [("并列", report) for report in reports]
    return content_of(ranked, BOOK, missing=missing, unequal=unequal, remarks=remarks)


def words(written: bytes) -> str:
    body = Document(BytesIO(written)).element.body
    return "".join(str(node.text) for node in body.iter() if node.tag.endswith("}t"))


def timings(told: BulletinContent) -> dict[Timing, int]:
    return {kind: number for kind, number in told.timings if number}


def test_a_report_is_late_only_where_the_rule_says_so() -> None:
    told = content(
        one("甲局", failed(DAY), published="2025-02-03"),
        one("乙局", published="2025-02-03", open_rules=(DAY,)),
        one("丙局"),
        one("丁局", failed(DAY, Severity.MINOR)),
        one("戊局", published="2025-02-03"),
    )
    assert timings(told) == {
        Timing.LATE: 1,
        Timing.OPEN: 1,
        Timing.IN_TIME: 1,
        Timing.NOTICED: 1,
        Timing.SETTLED: 1,
    }
    assert [(late.named.body, late.days) for late in told.late] == [("甲局", 3)]
    assert not told.failures
    said = words(bulletin(told))
    assert "甲局2025年2月3日2025年1月31日3" in said
    assert "按期公布的1份" in said


def test_problems_name_their_bodies_the_gravest_and_commonest_first() -> None:
    told = content(
        one("甲局", failed(DEMANDED)),
        one("乙局", failed(DEMANDED), failed("x/unknown")),
        one("丙局", failed(DEMANDED, Severity.CRITICAL)),
    )
    found = [(each.severity, [body.body for body in each.bodies]) for each in told.failures]
    assert found == [(Severity.CRITICAL, ["丙局"]), (Severity.MAJOR, ["甲局", "乙局"])]
    assert "（2家）甲局、乙局。" in words(bulletin(told))


@pytest.mark.parametrize(
    "rule", [failed(CONVENTION, Severity.MINOR), failed(DEMANDED, Severity.ADVICE)]
)
def test_a_convention_is_no_problem(rule: FailedRule) -> None:
    told = content(one("甲局", rule))
    assert not told.failures
    assert "没有发现其他不符合规定的问题" in words(bulletin(told))


def test_what_is_open_stands_apart() -> None:
    cause = OpenCause(
        cause=Cause.PICTURE, look_at="第三部分的图片", reason="图片", rules=3, points=Decimal(0)
    )
    told = content(
        one("甲局", causes=(cause,)),
        one("乙局", sha256="1"),
        one("乙局", sha256="2"),
        one("丙局", refused="文件已损坏"),
        remarks=["丁局没有见到报告"],
    )
    assert [each.words for each in told.asked] == [
        "同一年度有2份报告，内容不同，请核实以哪一份为准",
        "待核事项1项，须核对第三部分的图片",
        "文件未能检查：文件已损坏",
        "丁局没有见到报告",
    ]
    assert (told.bodies, told.reports, told.refused) == (2, 3, 1)
    said = words(bulletin(told))
    before, _, after = said.partition("附件2")
    assert "第三部分的图片" not in before
    assert "第三部分的图片" in after


def test_sums_that_are_surely_wrong_are_a_problem_and_the_rest_is_to_be_verified() -> None:
    def of(body: str, outcome: Outcome, table: str) -> Unequal:
        return Unequal(
            government=Named(body=body, page=f"pages/{body}.govcheck.html"),
            rule=SUMS,
            outcome=outcome,
            message=f"{body}：{table}本报告 6，各机关 7",
        )

    told = content(
        one("甲县人民政府"),
        unequal=[
            of("甲县人民政府", Outcome.FAIL, "表一"),
            of("甲县人民政府", Outcome.FAIL, "表三"),
            of("乙县人民政府", Outcome.OPEN, "表四"),
        ],
    )
    before, _, after = words(bulletin(told)).partition("附件2待核实事项")
    problem = (
        "1. 汇总数与所属各报告之和不一致（1家）甲县人民政府。"
        "甲县人民政府：表一本报告 6，各机关 7。甲县人民政府：表三本报告 6，各机关 7。"
    )
    assert problem in before
    assert ("乙县" in before, "乙县人民政府：表四" in after) == (False, True)
    assert "甲县" not in after


def test_every_name_leads_to_its_page() -> None:
    written = bulletin(content(one("甲局", failed(DEMANDED))))
    relations = Document(BytesIO(written)).part.rels.values()
    links = {one.target_ref for one in relations if one.reltype == RELATIONSHIP_TYPE.HYPERLINK}
    assert links == {"pages/%E7%94%B2%E5%B1%80%20%E7%94%B2.govcheck.html"}


def test_who_is_not_known_is_called_by_the_file_alone() -> None:
    report = one("甲局")
    unknown = ReportSummary(
        placing=Placing(name="/home/x/年报/7.html"), verdict=report.verdict, year=2023
    )
    told = content(report, unknown, missing=[Missing(body="戊局", year=2023)])
    said = words(bulletin(told))
    assert told.years == (2023, 2024)
    assert "单位不明（7.html）" in said
    assert "/home" not in said
    assert "没有公布2023年度报告的1家：戊局。" in said


def test_many_bodies_are_counted_and_the_same_input_gives_the_same_bytes() -> None:
    told = content(*(one(f"第{number}\u202e局", failed(DEMANDED)) for number in range(70)))
    written = bulletin(told)
    said = words(written)
    assert "（70家）" in said
    assert "第59‹U+202E›局等70家。" in said
    assert "\u202e" not in said
    assert bulletin(told) == written


def test_a_batch_writes_it_where_it_is_asked_for(tmp_path: Path) -> None:
    short_reports(tmp_path / "in", 2)
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "编制单位,机关类别,未公布\n子局,department,是\n丑镇,township,是\n", "utf-8"
    )
    out = tmp_path / "out"
    command = ["batch", str(tmp_path / "in"), "-o", str(out), "--roster", str(roster)]
    main([*command, "--bulletin", "--workers", "1"])
    said = words((out / "bulletin.docx").read_bytes())
    assert "没有公布2024年度报告的1家：子局。" in said
    assert "丑镇：清单内未见丑镇2024年度报告（清单注明未公布）" in said
    assert (said.count("子局"), said.count("丑镇：")) == (1, 1)
    assert "对2家单位的2份2024年政府信息公开工作年度报告" in said


@pytest.mark.parametrize(
    ("years", "named"),
    [("2024", "关于2024年"), ("2023", "关于2023—2024年"), ("2021", "关于2021年、2024年")],
)
def test_it_names_its_years(years: str, named: str) -> None:
    of_one, undated = replace(one("乙局"), year=int(years)), replace(one("丙局"), year=None)
    assert named in words(bulletin(content(one("甲局"), of_one)))
    said = words(bulletin(content(one("甲局"), of_one, undated)))
    assert named in said
    assert "（其中1份的年度未能确定）" in said


@pytest.mark.parametrize(
    ("column", "missing", "asked"),
    [
        ("", "", "清单没有写明年度，未见子局任何年度的报告（清单注明未公布）"),
        ("2023", "没有公布2023年度报告的1家：子局。", ""),
    ],
)
def test_of_several_years_the_roster_names_the_one(
    tmp_path: Path, column: str, missing: str, asked: str
) -> None:
    for path in sorted(short_reports(tmp_path / "in", 3).iterdir())[:2]:
        text = path.read_text("utf-8").replace("2025-", "2024-").replace("2024年", "2023年")
        path.with_stem(f"{path.stem}-2023").write_text(text, "utf-8")
    roster = tmp_path / "roster.csv"
    roster.write_text(
        f"编制单位,机关类别,年度,未公布\n子局,部门,{column},是\n云岭市甲一局,部门,,\n甲二局,,,\n",
        "utf-8",
    )
    out = tmp_path / "out"
    command = ["batch", str(tmp_path / "in"), "-o", str(out), "--roster", str(roster)]
    main([*command, "--bulletin", "--workers", "1"])
    said = words((out / "bulletin.docx").read_bytes())
    assert ("没有公布" in said, "子局：" in said) == (bool(missing), bool(asked))
    assert missing in said
    assert asked in said
    assert "未见云岭市甲一局" not in said
    assert "未见甲二局" not in said
    assert "5份2023—2024年" in said
