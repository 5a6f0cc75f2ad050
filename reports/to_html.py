"""The report for people: one page that needs nothing beside it and runs nothing but its own."""

from collections import Counter
from pathlib import PurePath
from typing import Any, Final

from govcheck.judging.assessment import Assessment, Ruling
from govcheck.kinds.remark import SEVERITIES, Severity
from govcheck.reports.decisions import ruling_word
from govcheck.reports.environment import dress_of, environment
from govcheck.reports.explained_rule import explained
from govcheck.reports.inspection import inspection_words
from govcheck.reports.listing import unlisted_words
from govcheck.reports.marks import find_marks
from govcheck.reports.references import finding_references
from govcheck.reports.tally import Tally, tally
from govcheck.reports.view_decisions import controls, ledger_head
from govcheck.reports.view_evidence import Showing
from govcheck.reports.view_findings import finding_views, waived_views
from govcheck.reports.view_local import local_views
from govcheck.reports.view_open import open_rows, questions
from govcheck.reports.view_rules import rule_groups
from govcheck.reports.view_summary import bars, facts, ledgers, total_bar
from govcheck.reports.view_tables import table_views
from govcheck.reports.view_text import furniture_views, text_views
from govcheck.reports.view_verdict import verdict_view
from govcheck.reports.wording import OUTCOMES, STATUSES
from govcheck.rulebook.rule import Rulebook

_SCRIPTS: Final = ("script.js", "ledger_text.js", "decision_boxes.js", "ledger.js")
STYLES: Final = (
    "base.css",
    "summary.css",
    "findings.css",
    "decisions.css",
    "document.css",
    "print.css",
)
"""What the sections are drawn by."""


def to_html(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render the page."""
    template = environment().get_template("page.html")
    return template.render(**dress_of(STYLES, _SCRIPTS), **views(assessment, rulebook))


def views(assessment: Assessment, rulebook: Rulebook) -> dict[str, Any]:
    """Prepare everything that the templates of a page's sections print."""
    counts = tally(assessment)
    refs = finding_references(assessment, counts)
    marks = find_marks(assessment, refs)
    showing = Showing(
        assessment=assessment,
        rulebook=rulebook,
        counts=counts,
        refs=refs,
        marks=marks,
        controls=controls(assessment, rulebook),
    )
    return {
        "assessment": assessment,
        "policy": rulebook.policy,
        **_at_the_head(showing),
        **_findings(showing),
        **_document(showing),
        **_rules(showing),
    }


def _at_the_head(showing: Showing) -> dict[str, Any]:
    """Prepare the verdict with its score, what decides it, and how its place would say it."""
    assessment, rulebook = showing.assessment, showing.rulebook
    rows = tuple(open_rows(showing))
    return {
        "score": assessment.score,
        "facts": tuple(facts(assessment)),
        "inspection": inspection_words(assessment),
        "total": total_bar(assessment),
        "bars": tuple(bars(assessment)),
        "ledgers": ledgers(assessment, rulebook),
        "box": verdict_view(showing, rows),
        "rows": rows,
        "locals": tuple(local_views(assessment, rulebook)),
        **_counts(showing.counts),
    }


def _findings(showing: Showing) -> dict[str, Any]:
    """Prepare what was found and what is asked, and how a person decides it."""
    return {
        "findings": tuple(finding_views(showing)),
        "unlisted": tuple(unlisted_words(showing.assessment, showing.rulebook)),
        "waived": tuple(waived_views(showing)),
        "questions": tuple(questions(showing)),
        "rulings": tuple(Ruling),
        "ledger_head": ledger_head(),
        "ledger_name": _ledger_name(showing.assessment),
        "matter_count": showing.controls.count,
    }


def _document(showing: Showing) -> dict[str, Any]:
    """Prepare what was read."""
    assessment, marks = showing.assessment, showing.marks
    return {
        "document": assessment.document,
        "tables": tuple(table_views(assessment, showing.rulebook, showing.refs)),
        "text": tuple(text_views(assessment.document, marks)),
        "furniture": tuple(furniture_views(assessment.document, marks)),
    }


def _rules(showing: Showing) -> dict[str, Any]:
    """Prepare what each rule came to."""
    return {
        "groups": tuple(rule_groups(showing.assessment, showing.rulebook)),
        "explained": explained,
        "statuses": [(status.value, *words) for status, words in STATUSES.items()],
    }


def _ledger_name(assessment: Assessment) -> str:
    stem = PurePath(assessment.document.source.name).stem or "报告"
    return f"{stem}.review.yaml"


def _counts(counts: Tally) -> dict[str, Any]:
    """Count what was found, listed or not."""
    lifted = Counter(ruling_word(finding) for _, finding, _ in counts.waived)
    return {
        "severities": [
            (severity.value, SEVERITIES[severity], counts.severities[severity])
            for severity in Severity
        ],
        "outcomes": [
            (outcome.value, OUTCOMES[outcome], count)
            for outcome, count in counts.outcomes.items()
        ],
        "standing_count": sum(counts.severities.values()),
        "open_count": counts.doubts + len(counts.silent),
        "lifted": tuple(lifted.items()),
    }
