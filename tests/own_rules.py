"""A rule of a user's own with one check, and what is said where it is refused."""

from pathlib import Path

import pytest

from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.unsound_file import UnsoundFile

_RULE = """\
id: mine/rule
title: 自带规则
dimension: substance
severity: advice
basis:
  - {{instrument: yunnan-notices, clause: 考核分值权重}}
checks:
  - kind: {kind}
{parameters}
    message: {message}
remedy: 改。
examples:
  - {{name: 合, outcome: pass, document: {{}}}}
  - {{name: 不合, outcome: fail, document: {{}}}}
failure_title: 自带规则不符
"""


def own_rule(folder: Path, kind: str, *parameters: str, message: str = "写得不对。") -> Path:
    """Write the rule mine/rule; its first parameter stands on line 9."""
    path = folder / "mine" / "rule.yaml"
    path.parent.mkdir(exist_ok=True)
    written = "\n".join(f"    {one}" for one in parameters)
    path.write_text(_RULE.format(kind=kind, parameters=written, message=message), "utf-8")
    return path


def refusals(path: Path) -> list[tuple[int, str]]:
    """Return on which lines the rule is refused, and why."""
    with pytest.raises(ExceptionGroup) as caught:
        load_rulebook(extra=[path])
    errors = [error for error in caught.value.exceptions if isinstance(error, UnsoundFile)]
    assert {error.file for error in errors} == {str(path)}
    return [(error.line, error.reason) for error in errors]
