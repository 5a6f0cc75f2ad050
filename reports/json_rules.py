"""The rules as JSON: what is asked, how grave it is, on what ground."""

from typing import Any

from govcheck.reports.indented import indented
from govcheck.reports.json_basis import basis_json
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.version import __version__


def rules_json(rulebook: Rulebook) -> str:
    """Render the object, the rules in the rule book's order."""
    return indented(
        {
            "schema": "govcheck-rules/1",
            "tool": {"version": __version__, "rules": rulebook.digest},
            "dimensions": [
                {"id": one.id, "title": one.title, "points": float(one.points)}
                for one in rulebook.policy.dimensions
            ],
            "rules": [_rule(one) for one in rulebook.rules],
        }
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "failure_title": rule.failure_title,
        "dimension": rule.dimension,
        "severity": rule.severity,
        "remedy": rule.remedy or None,
        "basis": basis_json(rule.basis),
    }
