"""A comparison for programs: the contract ``govcheck-comparison/1``.

A key that does not apply is null, never left out (see ``govcheck-comparison-1.schema.json``).
"""

from collections.abc import Sequence
from typing import Any

from govcheck.comparison.difference import Stretch
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.contrast import Contrast
from govcheck.reports.comparison.view_cells import PairTable, pair_tables
from govcheck.reports.comparison.view_pairs import PairsView, pairs_views
from govcheck.reports.comparison.view_relations import RelationView, relation_views
from govcheck.reports.indented import indented
from govcheck.reports.json_findings import finding_json
from govcheck.reports.json_input import input_json, report_json
from govcheck.rulebook.rule import Rulebook
from govcheck.version import __version__


def to_json(contrast: Contrast, rulebook: Rulebook) -> str:
    """Render the object, with keys in the order a person would read them."""
    content = {
        "schema": "govcheck-comparison/1",
        "tool": {"version": __version__, "rules": contrast.later.rules_digest},
        "of": "copies" if contrast.copies else "years",
        "compared": not contrast.why,
        "why": contrast.why or None,
        "earlier": _side(contrast.earlier),
        "later": _side(contrast.later),
        "rules": [
            {"id": one.rule, "outcome": one.outcome, "reason": one.reason or None}
            for one in contrast.judgements
        ],
        "findings": _findings(contrast.said, contrast.later, rulebook),
        "relations": [_relation(one) for one in relation_views(contrast, rulebook)],
        "sentences": [_sentences(one) for one in pairs_views(contrast, rulebook)],
        "tables": [_table(one) for one in pair_tables(contrast, rulebook)],
        "recurrences": _recurrences(contrast, rulebook),
    }
    return indented(content)


def _side(assessment: Assessment) -> dict[str, Any]:
    document = assessment.document
    return {
        "input": input_json(document),
        "report": report_json(document),
        "verdict": assessment.score.verdict,
    }


def _findings(
    findings: Sequence[Finding], of: Assessment, rulebook: Rulebook
) -> list[dict[str, Any]]:
    """Return findings without their ties to others, which are not all listed here."""
    ties = {"root", "cause", "decision"}
    every = (finding_json(one, of.document, rulebook) for one in findings)
    return [{name: one[name] for name in one if name not in ties} for one in every]


def _recurrences(contrast: Contrast, rulebook: Rulebook) -> dict[str, Any] | None:
    found = contrast.recurrences
    if found is None:
        return None
    earlier, later = contrast.earlier, contrast.later
    return {
        "kept": [
            {"earlier": one, "later": other}
            for one, other in zip(
                _findings([one for one, _ in found.kept], earlier, rulebook),
                _findings([other for _, other in found.kept], later, rulebook),
                strict=True,
            )
        ],
        "gone": _findings(found.gone, earlier, rulebook),
        "new": _findings(found.new, later, rulebook),
    }


def _relation(relation: RelationView) -> dict[str, Any]:
    return {
        "rule": relation.rule,
        "table": relation.table,
        "at_most": relation.at_most,
        "lines": [
            {"name": one.name, "due": one.due, "stated": one.stated, "holds": one.holds}
            for one in relation.lines
        ],
    }


def _sentences(found: PairsView) -> dict[str, Any]:
    return {
        "words": found.words,
        "counted": found.counted,
        "pairs": found.total,
        "listed": [
            {"part": one.part, "earlier": _joined(one.earlier), "later": _joined(one.later)}
            for one in found.pairs
        ],
    }


def _joined(stretches: Sequence[Stretch]) -> str | None:
    return "".join(one.text for one in stretches) or None


def _table(table: PairTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "why": table.why or None,
        "differing": [
            {
                "row": cell.row,
                "column": cell.column,
                "earlier": cell.earlier,
                "later": cell.later,
            }
            for row in table.rows
            for cell in row.cells
            if cell.differs
        ],
    }
