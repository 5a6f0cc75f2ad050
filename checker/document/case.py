"""What is judged together: a report, last year's report, and the day on which it is done."""

from datetime import date

from msgspec import Struct

from govcheck.document.last_year import unlikeness
from govcheck.document.peers import Peers
from govcheck.document.report import Document


class Unlike(Struct, frozen=True, kw_only=True):
    """A report that was handed in as last year's and cannot be compared."""

    document: Document
    why: str
    """In words for the reader (Chinese), without a full stop."""


class Case(Struct, frozen=True, kw_only=True):
    """A document and what is known beside it; nothing of this stands in the document."""

    document: Document
    last_year: Document | None = None
    """The same body's report on the year before, if it is at hand."""
    unlike: Unlike | None = None
    """What was handed in for it and is not that: nothing is compared with it."""
    draft: bool = False
    """Not yet published: what publication brings cannot be asked of it."""
    today: date | None = None
    """The day on which a draft is checked; nothing else may depend on the day."""
    peers: Peers | None = None
    """What the other reports of a batch tell of it; only rules of peers look at that."""


def case_of(
    document: Document,
    *,
    earlier: Document | None = None,
    draft: bool = False,
    today: date | None = None,
) -> Case:
    """Return a case, with ``earlier`` as last year's report if it is that."""
    why = unlikeness(document, earlier) if earlier else ""
    return Case(
        document=document,
        last_year=None if why else earlier,
        unlike=Unlike(document=earlier, why=why) if earlier and why else None,
        draft=draft,
        today=today,
    )
