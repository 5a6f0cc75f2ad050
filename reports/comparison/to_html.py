"""The page on two reports: one file, no network, no script."""

from typing import Any, Final

from msgspec import Struct

from govcheck.judging.assessment import Assessment
from govcheck.judging.contrast import Contrast
from govcheck.reports.comparison.view_cells import pair_tables
from govcheck.reports.comparison.view_matters import asked_views, recurrence_views, said_views
from govcheck.reports.comparison.view_pairs import pairs_views
from govcheck.reports.comparison.view_relations import relation_views
from govcheck.reports.comparison.words import words_of
from govcheck.reports.environment import dress_of, environment
from govcheck.reports.wording import points_words
from govcheck.rulebook.rule import Rulebook

_STYLES: Final = (
    "base.css",
    "summary.css",
    "findings.css",
    "document.css",
    "comparison.css",
    "print.css",
)


class SideView(Struct, frozen=True, kw_only=True):
    """One of the two reports."""

    called: str
    title: str
    facts: tuple[tuple[str, str], ...]
    name: str
    sha256: str


def style_digest() -> str:
    """Return the hash by which a Content-Security-Policy knows the page's style."""
    return dress_of(_STYLES)["style_hash"]


def to_html(contrast: Contrast, rulebook: Rulebook) -> str:
    """Render the page."""
    words = words_of(contrast)
    return (
        environment()
        .get_template("comparison.html")
        .render(
            **dress_of(_STYLES),
            digest=contrast.later.rules_digest,
            words=words,
            why=contrast.why,
            copies=contrast.copies,
            sides=(
                _side(contrast.earlier, words.earlier),
                _side(contrast.later, words.later),
            ),
            **_views(contrast, rulebook),
        )
    )


def _views(contrast: Contrast, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "asked": tuple(asked_views(contrast, rulebook)),
        "said": said_views(contrast, rulebook),
        "relations": tuple(relation_views(contrast, rulebook)),
        "texts": tuple(pairs_views(contrast, rulebook)),
        "tables": tuple(pair_tables(contrast, rulebook)),
        "recurrences": tuple(recurrence_views(contrast, rulebook)),
    }


def _side(assessment: Assessment, called: str) -> SideView:
    document, score = assessment.document, assessment.score
    facts = (
        ("单位", document.agency.value if document.agency else "未识别"),
        ("年度", str(document.year or "未识别")),
        ("检查", "，".join((score.verdict, *points_words(score)))),
    )
    return SideView(
        called=called,
        title=document.title.value if document.title else document.source.name,
        facts=facts,
        name=document.source.name,
        sha256=document.source.sha256,
    )
