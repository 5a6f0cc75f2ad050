"""What the letter may not say: no open item accuses, no convention demands."""

import pytest
from assessments import assessment, finding, rulebook
from judged_bodies import BOOK, EMPTY, judged
from letters import cells, known_as, lines, section, undecided
from msgspec.structs import replace

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.loss import Cause
from govcheck.judging.assessment import OpenItem
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Status

# ---------------------------------------------------------------- open items


def test_open_items_stand_in_an_annex_of_their_own() -> None:
    lost = OpenItem(
        id="tail",
        cause=Cause.TAIL,
        look_at="报告原件第四部分以后的内容",
        reason="文本到第三部分为止",
        rules=(finding("part", "x").rule,),
        points=rulebook().rules[0].points.cap,
    )
    given = replace(assessment(), open=(lost,))
    body, asked = lines(given), cells(given)
    words = "\n".join(asked)
    assert "请予核实的事项" in body
    assert "行政复议、行政诉讼情况表为图片，无法核对。" in words
    assert (
        "请核对报告原件第四部分以后的内容，以确定是否符合下列1项要求：报告申请办理情况。"
        in words
    )
    assert "未做到报告申请办理情况" not in words
    assert "无法核对" not in "\n".join(body)


def test_the_inspector_is_asked_where_govcheck_failed() -> None:
    fault = OpenItem(
        id="internal",
        cause=Cause.INTERNAL,
        look_at="程序没有判断的各条规则",
        reason="govcheck 内部错误",
        rules=(finding("part", "x").rule,),
        points=rulebook().rules[0].points.cap,
    )
    asked = cells(replace(assessment(), open=(fault,)))
    assert any("由检查单位核对" in one and "报告申请办理情况" in one for one in asked)


# ---------------------------------------------------------------- what it concludes


def test_it_concludes_nothing_while_open_items_decide() -> None:
    text = "\n".join(lines(undecided(assessment())))
    assert "本次检查暂不作出结论" in text
    assert "不合格" not in text
    assert "得分" not in text


def test_it_acquits_no_one_of_what_was_not_seen() -> None:
    doubt = finding("image", "表格为图片。", outcome=Outcome.OPEN)
    found = lines(undecided(assessment(found=[doubt])))
    assert "已核验的内容中未发现不符合规定的问题。" in found
    assert "检查意见书" in found[0]


@pytest.mark.parametrize(("agency", "year"), [("云岭市人民法院", 2024), ("云岭市水务局", 2017)])
def test_of_a_report_that_was_not_judged_it_only_says_why(agency: str, year: int) -> None:
    text = "\n".join(lines(judged(agency, year, **EMPTY), BOOK))
    assert f"关于{agency}{year}年" in text
    assert "不在适用范围" in text
    for words in ("整改", "核实", "未发现", "根据《"):
        assert words not in text


def test_it_names_the_fault_that_decides() -> None:
    given = assessment(vetoes=(finding("part", "x").rule,))
    assert "检查结论为不合格。存在单项否决情形：未做到报告申请办理情况。" in "\n".join(
        lines(given)
    )


# ---------------------------------------------------------------- conventions


@pytest.mark.parametrize("status", [Status.CONVENTION, Status.MEMORY])
def test_what_no_clause_demands_is_a_suggestion_and_cites_nothing(status: Status) -> None:
    given, book = assessment(), known_as(status)
    found = lines(given, book)
    problems = "\n".join(section(found, "存在的问题和整改意见"))
    assert "2025年2月3日公布" not in problems
    assert "《甲》" not in "\n".join(found)
    annex = found[found.index("改进建议", found.index("检查单位（盖章）")) :]
    assert "2025年2月3日公布，超过期限1月31日3天。" in annex


@pytest.mark.parametrize("status", [Status.VERBATIM, Status.APPLIED, Status.DERIVED])
def test_what_a_clause_demands_is_a_problem(status: Status) -> None:
    found = lines(assessment(), known_as(status))
    assert "2025年2月3日公布，超过期限1月31日3天。" in section(found, "存在的问题和整改意见")
    assert any("《甲》" in line for line in section(found, "检查依据"))


def test_what_vetoes_is_a_problem_even_where_its_clause_was_not_seen() -> None:
    one = replace(finding("deadline", "正文有身份证号码。"), severity=Severity.CRITICAL)
    found = lines(assessment(found=[one]), known_as(Status.MEMORY))
    assert "正文有身份证号码。" in section(found, "存在的问题和整改意见")
    assert "二、检查依据" not in found


def test_advice_stands_as_advice() -> None:
    found = lines(assessment())
    assert "页脚署名与编制单位不同。" not in section(found, "存在的问题和整改意见")
    assert "建议：对照申请登记台账逐件核对。" in found


def test_no_shipped_convention_is_ever_cited() -> None:
    book = load_rulebook()
    content = (
        "<h1>云岭市教育局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开 。</p>"
    )
    page = read(content.encode(), name="年报.html", knowledge=book.knowledge)
    unread = {
        basis.citation
        for rule in book.rules
        for basis in rule.basis
        if basis.status in {Status.CONVENTION, Status.MEMORY}
    }
    text = "\n".join(lines(assess(Case(document=page), book), book))
    assert unread
    assert not [citation for citation in unread if citation in text]
