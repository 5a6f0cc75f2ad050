"""A place's own table restates what was found, in its words and points, and changes nothing."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from govcheck.errors import ManyUnusable
from govcheck.judging.assessment import Assessment, Decision, Ruling
from govcheck.judging.engine import assess
from govcheck.judging.local_faults import Restatement, restatements
from govcheck.kinds.remark import Outcome
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_case

BOOK = load_rulebook()
BODY = {"agency": "鲤城区教育局", "agency_kind": "department", "region": "福建/泉州/鲤城"}
LATE = {**BODY, "year": 2020, "published": "2021-02-20", "complete": True}


def assessed(**document: object) -> Assessment:
    return assess(example_case(document, BOOK.knowledge), BOOK)


def table(assessment: Assessment) -> Restatement:
    (found,) = restatements(assessment)
    return found


def test_a_late_report_is_told_in_the_points_of_the_place() -> None:
    found = table(assessed(**LATE, parts={"other": None}))
    outcomes = {one.fault.words[0]: one.outcome for one in found.faults}
    assert outcomes == {
        "①": None,
        "②": Outcome.FAIL,
        "③": Outcome.FAIL,
        "④": Outcome.NOT_APPLICABLE,
        "⑤": None,
    }
    assert found.points(Outcome.FAIL) == Decimal(10)
    assert found.points(Outcome.OPEN) == 0


def test_what_a_person_has_set_aside_is_none_of_it() -> None:
    late = assessed(**LATE)
    waived = Decision(
        decision=Ruling.WAIVED, person="王检查", reason="系统迁移", date="2025-05-01"
    )
    findings = tuple(
        replace(one, decision=waived) if one.rule == "decree-711/deadline" else one
        for one in late.findings
    )
    assert table(late).points(Outcome.FAIL) == Decimal(5)
    assert table(replace(late, findings=findings)).points(Outcome.FAIL) == 0


@pytest.mark.parametrize(
    "other",
    [
        {"year": 2021},
        {"agency_kind": "government", "agency": "泉州市鲤城区人民政府"},
        {"region": "福建/泉州/丰泽", "agency": "丰泽区教育局"},
        {"region": "福建/泉州", "agency": "泉州市教育局"},
    ],
)
def test_it_speaks_of_its_own_bodies_and_years_alone(other: dict[str, object]) -> None:
    assessment = assessed(**LATE | other)
    assert not list(restatements(assessment))
    assert json.loads(render("json", assessment, BOOK))["local"] == []
    assert "考评表" not in render("html", assessment, BOOK).decode()


def test_page_and_json_say_how_the_table_is_known() -> None:
    assessment = assessed(**LATE)
    page = render("html", assessment, BOOK).decode()
    assert "泉州市鲤城区2020年政务公开指数绩效考评标准表" in page
    assert "②未及时公开的扣5分" in page
    assert "已确认的扣 5 分" in page
    (local,) = json.loads(render("json", assessment, BOOK))["local"]
    assert (local["status"], local["points"], local["possible"]) == ("verbatim", 5, 0)
    assert local["faults"][0]["unseen"] == "何时备案，年报上看不出"


def test_a_table_that_nobody_has_seen_says_so() -> None:
    said = "全年围绕供水保障公开信息，第{}批公告按时发布，群众查询方便。"
    told = {"parts": {"overview": "".join(map(said.format, "一二三四五六七八"))}}
    body = {"agency": "宿迁市水务局", "agency_kind": "department", "region": "江苏/宿迁"}
    late = assessed(
        **body, **told, year=2025, published="2026-02-20", previous={"year": 2024, **told}
    )
    found = table(late)
    assert found.points(Outcome.FAIL) == Decimal("0.5")
    assert found.points(Outcome.OPEN) == Decimal("0.5")
    page = render("html", late, BOOK).decode()
    assert "宿迁市2026年对部门的考核指标（标题、文号未见）" in page
    assert "原件未见" in page
    (local,) = json.loads(render("json", late, BOOK))["local"]
    assert local["status"] == "memory"


def test_a_rule_that_there_is_not_is_refused_with_the_one_that_was_meant(
    tmp_path: Path,
) -> None:
    path = tmp_path / "set" / "regions" / "more.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        """\
id: more
title: 更多要求
notices:
  - place: 福建/泉州
    title: 考评表
    source: 自己的表
    status: applied
    years: {from: 2024}
    asks:
      - faults:
          - {words: 迟了扣2分, points: 2.5, rules: [decree-711/dedline]}
""",
        "utf-8",
    )
    with pytest.raises(ManyUnusable) as refused:
        load_rulebook(extra=[tmp_path / "set"])
    assert "more.yaml:11" in str(refused.value.exceptions[0])
    assert "是否应为“decree-711/deadline”？" in str(refused.value.exceptions[0])
    path.write_text(path.read_text("utf-8").replace("dedline", "deadline"), "utf-8")
    book = load_rulebook(extra=[tmp_path / "set"])
    assert book.demands[-1].faults[0].points == Decimal("2.5")
