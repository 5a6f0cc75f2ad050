"""``govcheck rules``: every answer fits a terminal; every refusal says a way out."""

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rulebooks import BOOK

from govcheck.cli import main
from govcheck.commands.rules import rules
from govcheck.kinds.registry import KINDS
from govcheck.reports.parameter_words import parameter_words
from govcheck.reports.rule_text import rule_page
from govcheck.rulebook.rule import Rule


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(rules, arguments, catch_exceptions=False)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _kinds_of(rule: Rule) -> set[str]:
    return {use.check.KIND for use in rule.checks}


def _assert_fits(text: str) -> None:
    # A closing mark may hang over by one character.
    too_wide = [line for line in text.splitlines() if _columns(line) > 82]
    assert not too_wide


def test_list_names_every_rule() -> None:
    said = _run("list").output
    _assert_fits(said)
    assert all(f"{rule.id}\n" in said and rule.title[:20] in said for rule in BOOK.every_rule)


@pytest.mark.parametrize("dimension", ["timeliness", "发布时效"])
def test_list_of_one_dimension(dimension: str) -> None:
    said = _run("list", "--dimension", dimension).output
    named = {rule.id for rule in BOOK.every_rule if f"{rule.id}\n" in said}
    assert named == {rule.id for rule in BOOK.every_rule if rule.dimension == "timeliness"}


@pytest.mark.parametrize("rule", BOOK.every_rule, ids=lambda rule: rule.id)
def test_page_fits_and_says_why(rule: Rule) -> None:
    page = rule_page(rule, BOOK)
    _assert_fits(page)
    assert all(head in page for head in ("依据", "检查", "改正", "示例"))


def test_show_prints_the_page() -> None:
    rule = BOOK.every_rule[0]
    assert _run("show", rule.id).output == rule_page(rule, BOOK)


def test_kinds_are_described_with_parameters_and_rules() -> None:
    said = _run("kinds").output
    _assert_fits(said)
    pages = {page.split("\n", 1)[0]: page for page in said.strip().split("\n\n")}
    assert pages.keys() == KINDS.keys()
    for name, kind in KINDS.items():
        page = "".join(pages[name].split())
        assert "".join(kind.TITLE.split()) in page
        assert all(f"{one}：" in page for one in parameter_words(kind))
        using = {rule.id for rule in BOOK.every_rule if name in _kinds_of(rule)}
        assert using
        assert using <= set(pages[name].split())


def test_a_parameter_is_described_in_words() -> None:
    said = "".join(_run("kinds").output.split())
    assert "find：正则表达式或词语（有组1（数字））" in said
    assert (
        "topics：若干（{name：文字；pattern：正则表达式或词语；unless：正则表达式或词语，可省略；"
        in said
    )


def test_coverage_goes_through_the_article_on_annual_reports() -> None:
    said = _run("coverage").output
    _assert_fits(said)
    assert "第五十条第一款第（四）项后段〔原文〕" in said
    assert "decree-711/assessment-results" in said
    assert "未见：" in said


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["rules", "show", "format/section"], "是否应为“format/sections”？"),
        (["rules", "list", "--dimension", "x"], "没有维度 x；可用：completeness"),
        (["rules", "list", "--rules", "/nowhere"], "/nowhere：目录不存在"),
    ],
)
def test_refused(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert reason in capsys.readouterr().err


_RULE = """\
id: city/demo
title: 写明联系电话
dimension: publication
severity: advice
basis: [{instrument: practice, clause: 联系方式}]
checks:
  - kind: statement
    subject: 电话
    message: 没有写明联系电话。
remedy: 补上联系电话。
examples:
  - {name: 有, outcome: pass, document: {introduction: 电话：0871-63100000。}}
  - {name: 没有, outcome: OUTCOME, document: {introduction: 编制本报告。}}
  - {name: 还是没有, outcome: fail, document: {introduction: 编制本报告。}}
failure_title: 未写明联系电话
"""


@pytest.mark.parametrize(("outcome", "status"), [("fail", 0), ("pass", 1)])
def test_own_rules_are_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], outcome: str, status: int
) -> None:
    path = tmp_path / "city" / "demo.yaml"
    path.parent.mkdir()
    path.write_text(_RULE.replace("OUTCOME", outcome), "utf-8")
    assert main(["rules", "test", str(path)]) == status
    said = capsys.readouterr().out
    assert f"1 条规则，3 个示例，{status} 个不符。" in said
    if status:
        assert f"{path}:13: city/demo“没有”应为 pass，实为 fail（没有写明联系电话。）" in said


def test_unsound_rules_are_refused_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "city" / "demo.yaml"
    path.parent.mkdir()
    wrong = _RULE.replace("OUTCOME", "fail").replace("practice", "praxis")
    path.write_text(wrong.replace("publication", "publicity"), "utf-8")
    assert main(["rules", "test", str(path)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(":")[2] for line in said] == ["3", "5"]


@pytest.mark.parametrize("path", ["rules", "rules/prose", "rules/prose/wording.yaml"])
def test_a_path_in_the_library_tests_its_rules(path: str) -> None:
    result = CliRunner().invoke(rules, ["test", str(Path(__file__).parents[1] / path)])
    count = {"rules": len(BOOK.every_rule), "rules/prose/wording.yaml": 1}.get(path, 8)
    assert result.output.startswith(f"{count} 条规则")
    assert result.output.endswith("0 个不符。\n")
