"""The law of its body: nobody is accused by what binds others."""

import pytest
from judged_bodies import (
    DEADLINE,
    EMPTY,
    SCOPE,
    asked_once,
    cited,
    findings,
    judged,
    outcome,
    questions,
)

from govcheck.kinds.remark import Outcome

RESULTS = ("accountability", "assessment-results", "social-evaluation")


@pytest.mark.parametrize(
    ("agency", "clause"),
    [
        ("云岭市教育局", "decree-711 第四十九条第一款"),
        ("云岭市人民政府", "decree-711 第四十九条第二款"),
    ],
)
def test_a_late_body_is_accused_under_its_own_paragraph_alone(agency: str, clause: str) -> None:
    of = judged(agency, published="2025-04-10", **EMPTY)
    assert outcome(of, DEADLINE) is Outcome.FAIL
    assert cited(of, DEADLINE) == [clause]


@pytest.mark.parametrize("day", ["2025-01-31", "2025-02-01"])
def test_the_last_day_itself_is_in_time_and_the_rule_says_so(day: str) -> None:
    of = judged("云岭市教育局", published=day, **EMPTY)
    late = day == "2025-02-01"
    assert (outcome(of, DEADLINE) is Outcome.FAIL) is late
    assert all("“前”从宽按含当日计" in one.message for one in findings(of, DEADLINE))


@pytest.mark.parametrize(
    "agency",
    [
        "青禾县石桥镇人民政府",
        "云岭市青禾区文昌街道办事处",
        "云岭市公安局交通警察支队",
        "云岭经济开发区管理委员会",
        "云岭市不动产登记中心",
        "云岭地区行政公署",
        "云岭市供销合作社",
        "云岭市人民政府驻省城办事处",
    ],
)
def test_whom_article_49_does_not_name_is_never_late(agency: str) -> None:
    of = judged(agency, published="2025-11-11", **EMPTY)
    assert outcome(of, DEADLINE) is Outcome.OPEN
    assert not findings(of, DEADLINE)
    (question,) = questions(of, DEADLINE)
    assert "第四十九条没有单列" in question
    assert outcome(of, "decree-711/applications") is Outcome.FAIL, "article 50 binds it"


@pytest.mark.parametrize(
    "agency",
    [
        "云岭市人大常委会办公室",
        "云岭市监察委员会",
        "云岭市中级人民法院",
        "云岭市人民检察院",
        "政协云岭市委员会",
        "云岭市委宣传部",
        "中共云岭市委政法委员会",
        "云岭市总工会",
        "共青团云岭市委员会",
    ],
)
def test_what_is_no_administrative_body_is_asked_one_question_first(agency: str) -> None:
    asked_once(judged(agency, published="2025-11-11", **EMPTY), "不是行政机关")


@pytest.mark.parametrize(
    "agency", ["云岭市第一中学", "云岭市第一人民医院", "云岭市自来水公司", "云岭供电局"]
)
def test_public_institutions_are_asked_one_question_first(agency: str) -> None:
    of = judged(agency, published="2025-11-11", **EMPTY)
    asked_once(of, "公共企事业单位")
    assert cited(of, SCOPE) == ["decree-711 第五十五条第一款"]


@pytest.mark.parametrize("agency", ["云岭市人民检察院", "云岭市第一中学"])
def test_the_kind_that_is_told_wins(agency: str) -> None:
    of = judged(agency, published="2025-11-11", agency_kind="department", **EMPTY)
    assert outcome(of, SCOPE) is Outcome.PASS
    assert outcome(of, DEADLINE) is Outcome.FAIL


def test_a_body_told_to_be_none_is_asked_whatever_its_name() -> None:
    of = judged("云岭市教育局", agency_kind="not-administrative", **EMPTY)
    asked_once(of, "“云岭市教育局”不是行政机关")


@pytest.mark.parametrize("rule", [f"decree-711/{name}" for name in RESULTS])
def test_the_results_bind_governments_townships_and_nobody_else(rule: str) -> None:
    expected = {
        "云岭市人民政府": Outcome.FAIL,
        "青禾县石桥镇人民政府": Outcome.OPEN,
        "云岭市青禾区文昌街道办事处": Outcome.NOT_APPLICABLE,
        "云岭市教育局": Outcome.NOT_APPLICABLE,
        "云岭市公安局交通警察支队": Outcome.NOT_APPLICABLE,
    }
    assert {name: outcome(judged(name, **EMPTY), rule) for name in expected} == expected
    town = judged("青禾县石桥镇人民政府", **EMPTY)
    assert cited(town, rule)[0] == "decree-711 第五十条第一款第（四）项后段"
    done = {
        "overview": "年内组织政府信息公开工作考核1次，考核结果为良好，已通报。"
        "开展政府信息公开社会评议1次，评议结果为满意。年内没有发生需要责任追究的情形。"
    }
    assert outcome(judged("青禾县石桥镇人民政府", parts=done), rule) is Outcome.PASS


def test_remedies_name_the_office_of_bodies_under_vertical_rule() -> None:
    of = judged("国家税务总局云岭市税务局", published="2025-03-10", **EMPTY)
    (line,) = findings(of, DEADLINE)
    assert "政府信息公开工作主管部门（实行垂直领导的，为本系统办公厅（室））" in line.remedy
