"""The index of a batch: one page that opens at once, however many reports it leads to.

What is wrong, how points are spread and who comes first stand in its markup; the lines of the
ranking beyond the first stand in it as data, of which the page shows a part at a time.
"""

from collections.abc import Iterator
from heapq import nlargest
from itertools import islice
from operator import attrgetter
from typing import Any, Final

from markupsafe import Markup
from msgspec import json

from govcheck.document.naming import day_words
from govcheck.kinds.remark import Outcome
from govcheck.reports.batch.likeness_pages import STYLES, address_of_likeness
from govcheck.reports.batch.overview import Overview
from govcheck.reports.batch.report_summary import judged
from govcheck.reports.batch.view_common import common_causes, common_failures
from govcheck.reports.batch.view_ranking import (
    CODES,
    RankedReport,
    address_of,
    mapped_rules,
    ranking,
)
from govcheck.reports.batch.view_spread import by_kind, by_place, shares, steps
from govcheck.reports.batch.view_trends import trends
from govcheck.reports.environment import dress_of, environment
from govcheck.reports.headline import headline
from govcheck.rulebook.rule import Rulebook

_MOST_CAUSES: Final = 40
"""The rarer ones stand on the pages of their reports."""
_MOST_LATE: Final = 60
_MOST_ALIKE: Final = 60
"""All of them stand on the pages that show their sentences."""
_SHOWN: Final = 50
"""Lines of the ranking that are there without a script; with it, at a time."""
_PIECES: Final = 500
"""Small ones are written together."""


def to_html(overview: Overview, rulebook: Rulebook) -> Iterator[str]:
    """Render the index, piece by piece; nothing is kept of the reports."""
    pieces = (
        environment()
        .get_template("batch.html")
        .stream(
            **dress_of(STYLES, ["batch.js"]),
            overview=overview,
            policy=rulebook.policy,
            address_of=address_of,
            address_of_likeness=address_of_likeness,
            day_words=day_words,
            **_views(overview, rulebook),
        )
    )
    pieces.enable_buffering(_PIECES)
    return pieces


def _views(overview: Overview, rulebook: Rulebook) -> dict[str, Any]:
    reports, policy = overview.reports, rulebook.policy
    rules = mapped_rules(reports, rulebook)
    causes = tuple(common_causes(reports))
    counts = shares(reports, policy)
    return {
        "years": sorted({one.year for one in reports if one.year}),
        "shares": counts,
        "judged": sum(one.count for one in counts[:-1]),
        "refused": (one for one in reports if one.refused is not None),
        "steps": steps(reports),
        "trends": trends(reports, policy),
        "kinds": by_kind(reports, policy),
        "groups": by_place(reports, policy),
        "first": tuple(islice(ranking(overview.ranked, rules, policy), _SHOWN)),
        "names": RankedReport.__struct_fields__,
        "ranking": _written(ranking(overview.ranked, rules, policy)),
        "rules": [(rule, headline(rule, Outcome.PASS, rulebook)) for rule in rules],
        "codes": CODES,
        "failures": tuple(common_failures(reports, rulebook)),
        "causes": causes[:_MOST_CAUSES],
        "more_causes": len(causes[_MOST_CAUSES:]),
        **_lists(overview),
    }


def _lists(overview: Overview) -> dict[str, Any]:
    """Return what is listed: how many there are, and those that are shown."""
    days = attrgetter("late")
    return {
        "late_count": sum(1 for one in judged(overview.reports) if one.late),
        "late": nlargest(_MOST_LATE, filter(days, judged(overview.reports)), key=days),
        "absent_count": sum(1 for _ in overview.absent),
        "unequal_count": sum(1 for _ in overview.unequal),
        "alike_count": sum(1 for _ in overview.alike),
        "alike": [
            (one, address_of_likeness(number))
            for number, one in enumerate(islice(overview.alike, _MOST_ALIKE))
        ],
    }


def _written(lines: Iterator[RankedReport]) -> Iterator[Markup]:
    """Yield the lines as an array of JSON, in which no text can end the element."""
    lead = "["
    for one in lines:
        written = json.encode(one).decode().replace("<", "\\u003c")
        yield Markup(f"{lead}{written}")  # noqa: S704 - without any mark that HTML knows
        lead = ",\n"
    yield Markup("[]" if lead == "[" else "]")  # noqa: S704 - our own
