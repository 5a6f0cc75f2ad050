"""A rule set of a place changes what is asked there, and nothing anywhere else."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_library import small_library

import govcheck
from govcheck.commands.rules import rules
from govcheck.errors import ManyUnusable
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

LIBRARY = small_library()
PLACES = """\
id: places
title: 云岭省地名
words: {provinces: [云岭]}
places:
  云岭: {prefectures: {青禾市: {counties: [松茂县, 白石区]}, 大河市: {counties: [河源县]}}}
"""
LIMITS = """\
checks:
  - kind: deadline
    limits: [{agencies: [department], month: MONTH, day: DAY}]
    message: 发布日期为{published}，晚于{deadline}，逾期 {days_late} 天。
"""
DOWNLOAD = "publication/download"
DEADLINE = "decree-711/deadline"


def _override(region: str, more: str, rule: str = DEADLINE) -> str:
    return f"overrides: {rule}\napplies_to: {{regions: [{region}]}}\n{more}"


def _refused(folder: Path) -> str:
    with pytest.raises(ManyUnusable) as caught:
        load_rulebook(LIBRARY, extra=[folder])
    return str(caught.value)


def _by(month: int, day: int) -> str:
    return LIMITS.replace("MONTH", str(month)).replace("DAY", str(day))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "set" / "vocabulary").mkdir(parents=True)
    (tmp_path / "set" / "vocabulary" / "places.yaml").write_text(PLACES, "utf-8")
    return tmp_path / "set"


def _write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return folder


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
    _write(folder, day=_override("云岭/青禾/松茂", _by(1, 15)))
    assert _outcome(folder, region, day=day) == outcome


def test_a_rule_that_is_changed_for_a_place_stands_in_the_book_as_it_was(folder: Path) -> None:
    mine = _write(folder, day=_override("松茂县", _by(1, 15)))
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
    _write(
        folder,
        a_prefecture=_override("云岭/青禾", _by(1, 15)),
        b_county=_override("云岭/青禾/松茂", "remedy: 报县政务公开办。\n"),
    )
    assert _outcome(folder, region) == outcome
    local = load_rulebook(LIBRARY, extra=[folder]).local
    assert [one.remedy for one in local][1] == "报县政务公开办。"
    assert local[0].checks == local[1].checks


def test_a_county_inherits_nothing_of_another(folder: Path) -> None:
    _write(
        folder,
        a_here=_override("云岭/青禾/松茂", _by(1, 15)),
        b_there=_override("云岭/青禾/白石", "remedy: 报区政务公开办。\n"),
    )
    assert _outcome(folder, "云岭/青禾/白石") == "pass"


def test_what_is_changed_everywhere_is_changed_in_every_version(folder: Path) -> None:
    _write(
        folder,
        a_here=_override("云岭/青禾/松茂", _by(1, 15)),
        b_all=f"overrides: {DEADLINE}\nremedy: 说明原因。\n",
    )
    book = load_rulebook(LIBRARY, extra=[folder])
    assert {one.remedy for one in (*book.local, book.rule(DEADLINE)) if one} == {"说明原因。"}


def test_where_the_body_is_not_told_it_is_open_which_version_holds(folder: Path) -> None:
    scope = "applies_to: {regions: [云岭/青禾/松茂], agencies: [department]}"
    _write(folder, day=f"overrides: {DEADLINE}\n{scope}\n{_by(1, 15)}")
    assert _outcome(folder, "云岭/青禾/松茂", agency="某某中心", kind=None) == Outcome.OPEN


def test_a_county_of_the_same_name_elsewhere_is_left_alone(folder: Path) -> None:
    _write(folder, day=_override("江苏/南京/鼓楼", _by(1, 15)))
    assert _outcome(folder, "江苏/徐州/鼓楼") == "pass"
    assert _outcome(folder, "江苏/南京/鼓楼") == "fail"


@pytest.mark.parametrize("region", ["松矛县", "鼓楼区", "火星"])
def test_a_place_that_there_is_not_is_refused(folder: Path, region: str) -> None:
    _write(folder, day=_override(region, _by(1, 15)))
    assert f"day.yaml:2: 没有地区“{region}”" in _refused(folder)


WAIVED = "waived: {by: 松茂县政务公开办, date: 2025-01-03, reason: 平台统一提供下载}\n"


def test_a_place_waives_a_rule_and_what_is_found_is_shown(folder: Path) -> None:
    _write(folder, waiver=_override("云岭/青禾/松茂", WAIVED))
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
        (_override("云岭", WAIVED.replace("2025-01-03", "2025-02-30"), DOWNLOAD), "没有这一天"),
        (_override("云岭", WAIVED.replace("by: 松茂县政务公开办, ", ""), DOWNLOAD), "缺少 by"),
    ],
)
def test_a_waiver_says_where_who_when_and_why(folder: Path, waiver: str, reason: str) -> None:
    _write(folder, waiver=waiver)
    assert reason in _refused(folder)


# ---------------------------------------------------------------- examples

BODY = "agency: 松茂县教育局, agency_kind: department, year: 2024"
EXAMPLES = f"""\
examples:
  - name: 县的期限之内
    outcome: pass
    document: {{{BODY}, region: 云岭/青禾/松茂, published: 2025-01-10}}
  - name: 过了县的期限
    outcome: OUTCOME
    document: {{{BODY}, REGION published: 2025-01-20}}
  - name: 过了所有的期限
    outcome: fail
    document: {{{BODY}, region: 云岭/青禾/松茂, published: 2025-03-20}}
"""


def _tried(folder: Path) -> tuple[int, str]:
    result = CliRunner().invoke(rules, ["test", str(folder)], standalone_mode=False)
    return result.return_value, result.output


@pytest.mark.parametrize(
    ("outcome", "region", "said"),
    [
        ("fail", "region: 云岭/青禾/松茂,", "3 个示例，0 个不符"),
        ("pass", "region: 云岭/青禾/松茂,", "“过了县的期限”应为 pass，实为 fail"),
        ("fail", "region: 云岭/大河,", "“过了县的期限”的报告不在本规则 applies_to 的范围内"),
    ],
)
def test_examples_of_a_version_are_tried_where_it_holds(
    folder: Path, outcome: str, region: str, said: str
) -> None:
    examples = EXAMPLES.replace("OUTCOME", outcome).replace("REGION", region)
    _write(folder, day=_override("云岭/青禾/松茂", _by(1, 15) + examples))
    assert said in _tried(folder)[1]


def test_inherited_examples_mean_what_they_meant_elsewhere(folder: Path) -> None:
    _write(folder, day=_override("云岭/青禾/松茂", "remedy: 报县政务公开办。\n"))
    status, said = _tried(folder)
    assert status == 0
    assert "0 个不符" in said


def test_a_version_that_checks_something_else_has_to_show_it(folder: Path) -> None:
    _write(folder, day=_override("云岭/青禾/松茂", _by(1, 15)))
    status, said = _tried(folder)
    assert status == 1
    assert f"{folder}/day.yaml: {DEADLINE} 改了检查，没有自己的示例" in said


def test_an_inherited_example_that_no_longer_holds_says_what_to_do(folder: Path) -> None:
    _write(folder, day=f"overrides: {DEADLINE}\n{_by(1, 15)}")
    status, said = _tried(folder)
    assert status == 1
    assert "“部门在最后一日公布，仍属按期”应为 pass，实为 fail" in said
    assert "（沿用所改规则的示例；改动后应有的结果，请在本文件的 examples 中另写）" in said
