"""Examples of a place's rules are tried where they hold; so are inherited ones."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from local_sets import DEADLINE, by, override, set_in, write

from govcheck.commands.rules import rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return set_in(tmp_path)


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
    write(folder, day=override("云岭/青禾/松茂", by(1, 15) + examples))
    assert said in _tried(folder)[1]


def test_inherited_examples_mean_what_they_meant_elsewhere(folder: Path) -> None:
    write(folder, day=override("云岭/青禾/松茂", "remedy: 报县政务公开办。\n"))
    status, said = _tried(folder)
    assert status == 0
    assert "0 个不符" in said


def test_a_version_that_checks_something_else_has_to_show_it(folder: Path) -> None:
    write(folder, day=override("云岭/青禾/松茂", by(1, 15)))
    status, said = _tried(folder)
    assert status == 1
    assert f"{folder}/day.yaml: {DEADLINE} 改了检查，没有自己的示例" in said


def test_an_inherited_example_that_no_longer_holds_says_what_to_do(folder: Path) -> None:
    write(folder, day=f"overrides: {DEADLINE}\n{by(1, 15)}")
    status, said = _tried(folder)
    assert status == 1
    assert "“部门在最后一日公布，仍属按期”应为 pass，实为 fail" in said
    assert "（沿用所改规则的示例；改动后应有的结果，请在本文件的 examples 中另写）" in said
