"""Whether a figure speaks of the whole of what the document reports on, or of a part of it."""

from bisect import bisect_left
from typing import Final

from govcheck.document.figure import AMONG, Figure
from govcheck.document.report import AgencyKind, Document
from govcheck.statements.stated import bounds, figures_by_block

ALL_APPLICATIONS: Final = tuple(
    f"applications.{name}" for name in ("new", "received", "handled", "answered")
)
"""Concepts of all applications, whatever became of them."""


def is_whole(document: Document, scope: str) -> bool:
    """Tell whether the words that limit a figure name no less than what the tables count.

    全市 of any body but the government of one may be more than its own, as 全省 is of a
    city's; 市政府 may be the government or its office.
    """
    if not scope:
        return True
    vocabulary = document.vocabulary
    every = vocabulary.pattern("statements.every").match(scope)
    if every:
        wide = vocabulary.pattern("statements.wide").match(scope)
        ours = wide is None or _governs(document, wide["area"])
        return ours and not scope[every.end() :]
    return _is_own_name(document, scope)


def is_part(document: Document, scope: str) -> bool:
    """Tell whether the words that limit a figure leave a part of what the tables count.

    按期办结, 通过网络收到: there are never more of these than of all.
    """
    part = document.vocabulary.pattern("statements.part_of_own")
    return scope == AMONG or part.fullmatch(scope) is not None


def may_be_of_others(document: Document, figure: Figure) -> bool:
    """Whether a figure, or the amount before it in its sentence, is not known to be all ours.

    受理各类申请900件，按时办结898件 may tell of any office's business.
    """
    if figure.scope == AMONG:
        return False
    any_kind = document.vocabulary.pattern("statements.any_kind")
    beside = figures_by_block(document)[figure.place.block]
    before = beside[max(0, bisect_left(beside, bounds(figure), key=bounds) - 1)]
    known = (before.sentence, before.unit) == (figure.sentence, figure.unit)
    last = before if known else figure
    ours = is_whole(document, last.scope) or is_part(document, last.scope)
    return not last.concept or not ours or any_kind.search(last.subject) is not None


def _governs(document: Document, area: str) -> bool:
    """Whether the body is the government of such an area, as far as its name tells: 市."""
    if document.agency_kind is not AgencyKind.GOVERNMENT:
        return False
    governed = document.vocabulary.pattern("statements.governed")
    found = governed.search(document.agency.value) if document.agency else None
    return found is None or found["area"] == area


def _is_own_name(document: Document, scope: str) -> bool:
    vocabulary = document.vocabulary
    shortened = vocabulary.pattern("statements.of_people")
    name = shortened.sub("", document.agency.value) if document.agency else ""
    acting_for = vocabulary.pattern("statements.acting_for")
    subject = acting_for.split(shortened.sub("", scope))[0]
    both = all(map(vocabulary.pattern("statements.government").search, (subject, name)))
    return len(subject) > 1 and subject in name and not both
