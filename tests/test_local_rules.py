"""A rule set of a place changes what is asked there, and nothing anywhere else."""

from pathlib import Path

import pytest
from local_sets import DEADLINE, DOWNLOAD, LIBRARY, by, override, refused, set_in, write

import govcheck
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return set_in(tmp_path)


def _outcome(
    folder: Path,
    region: str,
    *,
    day: str = "2025-01-20",
    agency: str = "云岭省财政厅",
    kind: str | None = "department",
) -> str:
    page = (
        f"<h1>{agency}2024年政府信息公开工作年度报告</h1><p>发布日期：{day}</p>"
        "<h2>一、总体情况</h2><p>2024年公开政府信息35条。</p>"
    )
    return govcheck.check(
        page.encode(),
        region=region,
        agency_kind=kind,
        rules=load_rulebook(LIBRARY, extra=[folder]),
    ).outcomes[DEADLINE]


@pytest.mark.parametrize(
    ("region", "day", "outcome"),
    [
        ("云岭/青禾/松茂", "2025-01-20", "fail"),
        ("云岭/青禾/松茂", "2025-01-10", "pass"),
        ("云岭/青禾/白石", "2025-01-20", "pass"),
        ("云南/昆明", "2025-01-20", "pass"),
        ("云南/昆明", "2025-02-20", "fail"),
    ],
)
def test_a_county_changes_a_rule_for_itself_alone(
    folder: Path, region: str, day: str, outcome: str
) -> None:
    write(folder, day=override("云岭/青禾/松茂", by(1, 15)))
    assert _outcome(folder, region, day=day) == outcome


def test_a_rule_that_is_changed_for_a_place_stands_in_the_book_as_it_was(folder: Path) -> None:
    mine = write(folder, day=override("松茂县", by(1, 15)))
    book = load_rulebook(LIBRARY, extra=[mine], examples=True)
    assert book.rule(DEADLINE) == load_rulebook(LIBRARY, examples=True).rule(DEADLINE)
    assert [(one.id, one.scope.regions) for one in book.local] == [
        (DEADLINE, frozenset({"云岭/青禾/松茂"}))
    ]


@pytest.mark.parametrize(
    ("region", "outcome"),
    [("云岭/青禾/松茂", "fail"), ("云岭/青禾/白石", "fail"), ("云岭/大河/河源", "pass")],
)
def test_a_county_changes_what_its_prefecture_has_made_of_a_rule(
    folder: Path, region: str, outcome: str
) -> None:
    write(
        folder,
        a_prefecture=override("云岭/青禾", by(1, 15)),
        b_county=override("云岭/青禾/松茂", "remedy: 报县政务公开办。\n"),
    )
    assert _outcome(folder, region) == outcome
    local = load_rulebook(LIBRARY, extra=[folder]).local
    assert [one.remedy for one in local][1] == "报县政务公开办。"
    assert local[0].checks == local[1].checks


def test_a_county_inherits_nothing_of_another(folder: Path) -> None:
    write(
        folder,
        a_here=override("云岭/青禾/松茂", by(1, 15)),
        b_there=override("云岭/青禾/白石", "remedy: 报区政务公开办。\n"),
    )
    assert _outcome(folder, "云岭/青禾/白石") == "pass"


def test_what_is_changed_everywhere_is_changed_in_every_version(folder: Path) -> None:
    write(
        folder,
        a_here=override("云岭/青禾/松茂", by(1, 15)),
        b_all=f"overrides: {DEADLINE}\nremedy: 说明原因。\n",
    )
    book = load_rulebook(LIBRARY, extra=[folder])
    assert {one.remedy for one in (*book.local, book.rule(DEADLINE)) if one} == {"说明原因。"}


def test_where_the_body_is_not_told_it_is_open_which_version_holds(folder: Path) -> None:
    scope = "applies_to: {regions: [云岭/青禾/松茂], agencies: [department]}"
    write(folder, day=f"overrides: {DEADLINE}\n{scope}\n{by(1, 15)}")
    assert _outcome(folder, "云岭/青禾/松茂", agency="某某中心", kind=None) == Outcome.OPEN


def test_a_county_of_the_same_name_elsewhere_is_left_alone(folder: Path) -> None:
    write(folder, day=override("江苏/南京/鼓楼", by(1, 15)))
    assert _outcome(folder, "江苏/徐州/鼓楼") == "pass"
    assert _outcome(folder, "江苏/南京/鼓楼") == "fail"


@pytest.mark.parametrize("region", ["松矛县", "鼓楼区", "火星", "青禾市松矛县"])
def test_a_place_that_there_is_not_is_refused(folder: Path, region: str) -> None:
    write(folder, day=override(region, by(1, 15)))
    assert f"day.yaml:2: 没有地区“{region}”" in refused(folder)


def test_a_misspelt_county_is_refused_with_the_one_that_was_meant(folder: Path) -> None:
    write(folder, day=override("云南/昆明/官度", by(1, 15)))
    said = "day.yaml:2: 没有地区“云南/昆明/官度”；是否应为“云南/昆明/官渡”？"
    assert said in refused(folder)


@pytest.mark.parametrize("region", ["云南省", "云南/昆明/官渡区", "云南/昆明/高新区"])
def test_a_place_may_be_stated_as_it_is_called(folder: Path, region: str) -> None:
    write(folder, day=override(region, by(1, 15)))
    load_rulebook(LIBRARY, extra=[folder])


WAIVED = "waived: {by: 松茂县政务公开办, date: 2025-01-03, reason: 平台统一提供下载}\n"


def test_a_place_waives_a_rule_and_what_is_found_is_shown(folder: Path) -> None:
    write(folder, waiver=override("云岭/青禾/松茂", WAIVED))
    page = (
        "<h1>云岭省青禾市松茂县水务局2024年政府信息公开工作年度报告</h1>"
        "<p>发布日期：2025-06-20</p><h2>一、总体情况</h2><p>2024年公开政府信息35条。</p>"
    ).encode()
    book = load_rulebook(LIBRARY, extra=[folder])
    result = govcheck.check(page, rules=book)
    decided = {one.rule: one.decision for one in result.assessment.findings if one.decision}
    assert result.outcomes[DEADLINE] == "fail"
    assert decided.keys() == {DEADLINE}
    assert decided[DEADLINE].reason == "平台统一提供下载"
    assert "平台统一提供下载" in govcheck.write(result, "html").decode()
    costing = {one.rule for one in result.assessment.score.deductions}
    assert DEADLINE not in costing


@pytest.mark.parametrize(
    ("waiver", "reason"),
    [
        (f"overrides: {DOWNLOAD}\n{WAIVED}", "缺少 applies_to"),
        (override("云岭", WAIVED.replace("2025-01-03", "2025-02-30"), DOWNLOAD), "没有这一天"),
        (override("云岭", WAIVED.replace("by: 松茂县政务公开办, ", ""), DOWNLOAD), "缺少 by"),
    ],
)
def test_a_waiver_says_where_who_when_and_why(folder: Path, waiver: str, reason: str) -> None:
    write(folder, waiver=waiver)
    assert reason in refused(folder)


@pytest.mark.parametrize("where", ["applies_to: {regions: [松茂县]}\n", ""])
def test_no_set_puts_off_the_last_day_of_the_law(folder: Path, where: str) -> None:
    write(folder, day=f"overrides: {DEADLINE}\n{where}{by(2, 1)}")
    line = 4 + bool(where)
    assert f"day.yaml:{line}: 晚于法定期限（department 为1月31日）" in refused(folder)
    write(folder, day=f"overrides: {DEADLINE}\n{where}{by(1, 31)}")
    load_rulebook(LIBRARY, extra=[folder])
