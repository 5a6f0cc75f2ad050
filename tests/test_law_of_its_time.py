"""The law of its time: a report is held against what was in force for it."""

import pytest
from judged_bodies import (
    BOOK,
    DEADLINE,
    EMPTY,
    SCOPE,
    asked_once,
    cited,
    everything_cited,
    findings,
    judged,
    outcome,
)

from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Role, Status


@pytest.mark.parametrize("year", [2016, 2017, 2018])
@pytest.mark.parametrize("agency", ["云岭市教育局", "云岭市人民政府", "云岭市人民检察院"])
def test_years_before_2019_are_outside(agency: str, year: int) -> None:
    of = judged(agency, year, published=f"{year + 1}-06-10", **EMPTY)
    asked_once(of, f"不在适用范围：报告的是{year}年度")
    assert everything_cited(of) == {"decree-492"}


def test_a_late_report_on_2018_is_outside_though_the_decree_was_in_force_when_it_came_out() -> (
    None
):
    asked_once(judged("云岭市教育局", 2018, published="2020-03-01", **EMPTY), "2018年度")


def test_reports_on_2019_are_judged() -> None:
    of = judged("云岭市教育局", 2019, published="2020-02-10", **EMPTY)
    assert outcome(of, SCOPE) is Outcome.PASS
    assert outcome(of, DEADLINE) is Outcome.FAIL


@pytest.mark.parametrize("year", [2019, 2020])
def test_reports_on_2019_and_2020_rest_on_nothing_of_2021(year: int) -> None:
    of = judged("云岭市人民政府", year, published=f"{year + 1}-06-10", region="云南", **EMPTY)
    assert len(of.findings) > 10
    later = {"form-2021", "fee-measures", "personal-information-law", "template-2025"}
    assert not later & everything_cited(of)
    said = "".join(one.message + one.remedy for one in of.findings)
    assert not any(number in said for number in ("2021〕30号", "2020〕109号", "2025〕8号"))


@pytest.mark.parametrize(("year", "notices"), [(2019, 0), (2020, 1)])
def test_the_provincial_notice_for_2020_binds_reports_on_2020_alone(
    year: int, notices: int
) -> None:
    of = judged("云岭市教育局", year, region="云南", introduction="编制本报告。", **EMPTY)
    found = cited(of, "yunnan/provincial-basis")
    assert found[0] == "yunnan-153 文号"
    assert found.count("yunnan-notices 2020年度编制通知") == notices
    (finding,) = findings(of, "yunnan/provincial-basis")
    assert ("年度编制通知" in finding.message) is bool(notices)


def test_notice_30_is_a_ground_of_action_from_2021_and_never_the_duty() -> None:
    rule = "consistency/contradiction"
    wrong = {"overview": "主动公开政府信息近50条（规范性文件20条、政策解读30条）。"}
    missing = {"overview": "全年主动公开政府信息 条。"}
    for parts, name in ((wrong, rule), (missing, "substance/missing-figure")):
        for year in (2020, 2021, 2024):
            of = judged("云岭市教育局", year, parts=parts)
            assert cited(of, name) == ["decree-711 第六条第一款"]
            power = ["form-2021 （四）明确责任"] if year >= 2021 else []
            power.append("decree-711 第四十七条第一款")
            assert cited(of, name, Role.CONSEQUENCE) == power


def test_in_force_is_what_was_in_force_on_the_day_of_publication() -> None:
    parts = {"overview": "王某，身份证号码11010519491231002X。"}
    found = {
        day: "personal-information-law 第二十五条"
        in cited(
            judged("云岭市教育局", 2020, published=day, parts=parts),
            "publication/personal-information",
        )
        for day in ("2021-10-31", "2021-11-01")
    }
    assert found == {"2021-10-31": False, "2021-11-01": True}


def test_a_day_before_the_year_was_over_is_no_day_of_publication() -> None:
    of = judged("云岭市教育局", 2019, published="2018-03-01", **EMPTY)
    assert outcome(of, "decree-711/applications") is Outcome.FAIL


@pytest.mark.parametrize(("year", "words"), [(2024, "应先申请复议"), (2025, "法释〔2025〕8号")])
def test_direct_litigation_is_a_question_under_the_law_of_its_year(
    year: int, words: str
) -> None:
    cells = {"review-litigation": {"count": {"lit_direct_upheld": 1, "lit_direct_total": 1}}}
    of = judged("云岭市教育局", year, published=f"{year + 1}-01-20", tables=cells)
    (line,) = findings(of, "format/pre-review-litigation")
    assert line.outcome is Outcome.OPEN
    assert words in line.message
    found = cited(of, "format/pre-review-litigation")
    assert found[:2] == [
        "reconsideration-law 第二十三条第一款第（三）项",
        "reconsideration-law 第二十三条第一款第（四）项",
    ]
    assert any("litigation-interpretation" in one for one in found) is (year == 2025)
    assert ("无法提供、不予处理" in line.message) is (year == 2025)


def test_direct_litigation_of_2023_is_not_asked() -> None:
    cells = {"review-litigation": {"count": {"lit_direct_upheld": 1, "lit_direct_total": 1}}}
    of = judged("云岭市教育局", 2023, tables=cells)
    assert outcome(of, "format/pre-review-litigation") is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("year", "agency", "found"),
    [
        (2022, "青禾县人民政府", ["legislation-law-2015 第八十二条第一款"]),
        (2023, "青禾县人民政府", ["legislation-law-2023 第九十三条第一款"]),
        (2023, "云岭市青禾区文昌街道办事处", ["legislation-law-2023 第九十三条第一款"]),
        (
            2020,
            "云岭市教育局",
            ["legislation-law-2015 第八十条第一款", "legislation-law-2015 第八十二条第一款"],
        ),
        (
            2024,
            "云岭市教育局",
            ["legislation-law-2023 第九十一条第一款", "legislation-law-2023 第九十三条第一款"],
        ),
    ],
)
def test_competence_rests_on_the_edition_of_its_year(
    year: int, agency: str, found: list[str]
) -> None:
    column = "in_force" if year > 2020 else "newly_public"
    of = judged(agency, year, tables={"proactive-1": {"rules": {column: 6}}})
    laws = [one for one in cited(of, "format/competence") if one.startswith("legislation")]
    assert laws == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-12-31", ["language-law-2000 第九条"]),
        ("2026-01-01", ["language-law-2025 公务用字"]),
    ],
)
def test_standard_characters_fall_under_the_law_of_the_day(day: str, found: list[str]) -> None:
    text = "一年來，我局認真貫徹落實條例，及時準確公開政府信息，辦理依申請公開，加強監督保障。"
    year = 2024 if day.startswith("2025") else 2025
    of = judged("云岭市教育局", year, published=day, parts={"overview": text * 3})
    assert cited(of, "publication/standard-characters") == found
    rule = BOOK.rule("publication/standard-characters")
    assert rule is not None
    statuses = {one.instrument: one.status for one in rule.basis}
    assert statuses["language-law-2025"] is Status.MEMORY
