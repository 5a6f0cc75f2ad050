"""What rules rest on and how grave it is, where that was reviewed."""

import pytest
from judged_bodies import BOOK, EMPTY, cited, findings, judged

from govcheck.kinds.remark import Severity
from govcheck.rulebook.rule import Role, Rule, Status


def test_wrong_characters_are_a_matter_of_proof_reading() -> None:
    of = judged("云岭市教育局", parts={"overview": "我局认真布署政府信息公开工作。"})
    (line,) = findings(of, "prose/wording")
    assert line.severity is Severity.MINOR
    assert cited(of, "prose/wording") == ["practice 校对"]


def test_planted_content_is_suspected_and_rests_on_item_3() -> None:
    of = judged("云岭市教育局", html=PLANTED)
    rule = "publication/illicit-content"
    (line, *_) = findings(of, rule)
    assert line.severity is Severity.CRITICAL
    assert "疑似" in line.message
    assert cited(of, rule) == ["website-indicators 安全、泄密事故等严重问题第3项"]
    power = cited(of, rule, Role.CONSEQUENCE)
    assert power[0] == "website-indicators 安全、泄密事故等严重问题第4项"


PLANTED = """\
<h1>云岭市教育局2024年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年公开政府信息120条。</p>
<p>澳门六合彩开奖，足彩投注，通用APP下载</p>
"""


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2020, []),
        (2024, ["fee-measures 年度报告"]),
        (2025, ["fee-measures 年度报告", "template-2025 第六部分提示语"]),
    ],
)
def test_the_fee_is_minor_and_rests_on_what_has_been_seen(year: int, found: list[str]) -> None:
    of = judged("云岭市教育局", year, **EMPTY)
    assert cited(of, "fee-2020/fee-statement") == found
    assert all(one.severity is Severity.MINOR for one in findings(of, "fee-2020/fee-statement"))
    elsewhere = {"overview": "本年度未收取信息处理费。"}
    assert not findings(judged("云岭市教育局", year, parts=elsewhere), "fee-2020/fee-statement")


@pytest.mark.parametrize(
    ("region", "found"),
    [("四川", ["practice 统计期限", "sichuan-standard 2.1"]), ("云南", ["practice 统计期限"])],
)
def test_the_period_is_a_standard_in_sichuan_and_elsewhere_convention(
    region: str, found: list[str]
) -> None:
    of = judged("云岭市教育局", region=region, introduction="编制本报告。", **EMPTY)
    (line,) = findings(of, "format/statistics-period")
    assert line.severity is Severity.ADVICE
    assert cited(of, "format/statistics-period") == found


@pytest.mark.parametrize(
    ("agency", "clause"),
    [
        ("云岭市教育局", "第四十九条第一款"),
        ("云岭市人民政府", "第四十九条第二款"),
        ("青禾县石桥镇人民政府", "第五十条第一款"),
    ],
)
def test_a_period_of_another_year_is_derived_from_the_year_before(
    agency: str, clause: str
) -> None:
    of = judged(agency, introduction="本报告统计期限为2023年1月1日至2023年12月31日。")
    (line,) = findings(of, "format/statistics-period")
    assert line.severity is Severity.MAJOR
    assert cited(of, "format/statistics-period") == [f"decree-711 {clause}"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("一是公开意识有待增强；二是业务能力有待进一步提高。", Severity.MAJOR),
        ("无。", Severity.CRITICAL),
    ],
)
def test_one_side_of_part_five_is_major_and_none_is_critical(
    text: str, severity: Severity
) -> None:
    of = judged("云岭市教育局", parts={"problems": text, "other": "无其他需要报告的事项。"})
    (line,) = findings(of, "decree-711/problems-and-improvements")
    assert line.severity is severity
    assert cited(of, line.rule) == ["decree-711 第五十条第一款第（四）项前段"]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2020, ["decree-711 第五十条第一款"]),
        (2021, ["decree-711 第五十条第一款", "form-2021 一"]),
    ],
)
def test_an_empty_part_one_rests_on_article_50_and_from_2021_on_the_notice(
    year: int, found: list[str]
) -> None:
    of = judged("云岭市教育局", year, parts={"overview": "略", "proactive": "公开35条。"})
    assert cited(of, "format/section-content") == found


def test_severities_of_what_has_no_clear_duty() -> None:
    book = {rule.id: rule.severity for rule in BOOK.rules}
    assert book["publication/tables-machine-readable"] is Severity.MINOR
    assert book["format/overview-aspects"] is Severity.MINOR
    mixed = {"overview": "1.加强领导。\n2.加强培训。\n3、加强考核。"}
    (style,) = findings(judged("云岭市教育局", parts=mixed), "prose/numbering")
    assert style.severity is Severity.ADVICE
    gap = {"overview": "1.加强领导。\n2.加强培训。\n4.加强考核。"}
    (line,) = findings(judged("云岭市教育局", parts=gap), "prose/numbering")
    assert line.severity is Severity.MINOR


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (
            "主动公开信息320条。\n依申请公开依法答复。\n落实审查制度。\n维护门户网站专栏。",
            Severity.MINOR,
        ),
        ("全年公开政府信息120条，发布政策解读2篇。", Severity.MAJOR),
    ],
)
def test_one_aspect_missing_is_minor_and_two_are_major(text: str, severity: Severity) -> None:
    (line,) = findings(
        judged("云岭市教育局", parts={"overview": text}), "format/overview-aspects"
    )
    assert line.severity is severity


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_clauses_that_no_one_has_seen_take_no_points(rule: Rule) -> None:
    for index, use in enumerate(rule.checks):
        known = {
            basis.status
            for basis in rule.basis
            if basis.role is Role.DUTY and (not basis.checks or index in basis.checks)
        }
        if known <= {Status.MEMORY}:
            assert (use.severity or rule.severity) is Severity.ADVICE
