"""The index of a batch: one page that needs nothing beside it but the reports' own pages."""

from typing import Any, Final

from markupsafe import Markup

from govcheck.document.naming import day_words
from govcheck.kinds.remark import Outcome
from govcheck.reports.batch.overview import Overview
from govcheck.reports.batch.view_common import common_causes, common_failures
from govcheck.reports.batch.view_ranking import CODES, address_of, mapped_rules, ranking
from govcheck.reports.batch.view_spread import by_kind, by_place, shares, steps
from govcheck.reports.batch.view_trends import trends
from govcheck.reports.environment import digest_of, environment, source_of
from govcheck.reports.headline import headline
from govcheck.rulebook.rule import Rulebook
from govcheck.version import __version__

_STYLES: Final = ("base.css", "summary.css", "findings.css", "batch.css", "print.css")
_MOST_CAUSES: Final = 40
"""The rarer ones stand on the pages of their reports."""


def to_html(overview: Overview, rulebook: Rulebook) -> str:
    """Render the index."""
    style = "\n".join(map(source_of, _STYLES))
    script = source_of("batch.js")
    return (
        environment()
        .get_template("batch.html")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=digest_of(style),
            script_hash=digest_of(script),
            version=__version__,
            overview=overview,
            policy=rulebook.policy,
            address_of=address_of,
            day_words=day_words,
            **_views(overview, rulebook),
        )
    )


def _views(overview: Overview, rulebook: Rulebook) -> dict[str, Any]:
    reports, policy = overview.reports, rulebook.policy
    rules = mapped_rules(reports, rulebook)
    causes = tuple(common_causes(reports))
    return {
        "years": sorted({one.year for one in reports if one.year}),
        "shares": shares(reports, policy),
        "steps": steps(reports),
        "trends": trends(reports, policy),
        "kinds": by_kind(reports, policy),
        "groups": by_place(reports, policy),
        "lines": tuple(ranking(reports, rules, rulebook)),
        "rules": [(rule, headline(rule, Outcome.PASS, rulebook)) for rule in rules],
        "codes": CODES,
        "failures": tuple(common_failures(reports, rulebook)),
        "causes": causes[:_MOST_CAUSES],
        "more_causes": len(causes[_MOST_CAUSES:]),
        "refused": [one for one in reports if one.refused is not None],
        "late": [one for one in reports if one.late],
    }
