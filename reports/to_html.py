"""The report for people: one page that needs nothing beside it and runs nothing but its own."""

from collections import Counter
from pathlib import PurePath
from typing import Any, Final

from markupsafe import Markup

from govcheck.judging.assessment import Assessment, Ruling
from govcheck.kinds.remark import SEVERITIES, Severity
from govcheck.reports.decisions import ruling_word
from govcheck.reports.environment import digest_of, environment, source_of
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
from govcheck.version import __version__

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
    templates = environment()
    style = "\n".join(map(source_of, STYLES))
    script = "\n".join(map(source_of, _SCRIPTS))
    return templates.get_template("page.html").render(
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=digest_of(style),
        script_hash=digest_of(script),
        version=__version__,
        **views(assessment, rulebook),
    )


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
    rows = tuple(open_rows(showing))
    return {
        "assessment": assessment,
        "document": assessment.document,
        "score": assessment.score,
        "policy": rulebook.policy,
        "facts": tuple(facts(assessment)),
        "inspection": inspection_words(assessment),
        "total": total_bar(assessment),
        "bars": tuple(bars(assessment)),
        "ledgers": ledgers(assessment, rulebook),
        "box": verdict_view(showing, rows),
        "statuses": [(status.value, *words) for status, words in STATUSES.items()],
        "unlisted": tuple(unlisted_words(assessment, rulebook)),
        "findings": tuple(finding_views(showing)),
        "waived": tuple(waived_views(showing)),
        "rows": rows,
        "questions": tuple(questions(showing)),
        "locals": tuple(local_views(assessment, rulebook)),
        "tables": tuple(table_views(assessment, rulebook, refs)),
        "text": tuple(text_views(assessment.document, marks)),
        "furniture": tuple(furniture_views(assessment.document, marks)),
        "groups": tuple(rule_groups(assessment, rulebook)),
        "explained": explained,
        "rulings": tuple(Ruling),
        "ledger_head": ledger_head(),
        "ledger_name": _ledger_name(assessment),
        "matter_count": showing.controls.count,
        **_counts(counts),
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
