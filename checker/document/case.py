"""What is judged together: a report, last year's report, and the day on which it is done."""

from datetime import date

from msgspec import Struct

from govcheck.document.report import Document


class Case(Struct, frozen=True, kw_only=True):
    """A document and what is known beside it; nothing of this stands in the document."""

    document: Document
    last_year: Document | None = None
    """The same body's report on the year before, if it is at hand."""
    draft: bool = False
    """Not yet published: what publication brings cannot be asked of it."""
    today: date | None = None
    """The day on which a draft is checked; nothing else may depend on the day."""
