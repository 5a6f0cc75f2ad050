"""A numeral in prose, and what the words around it make of it."""

from msgspec import Struct

from govcheck.document.figure import Period, Relation
from govcheck.understanding.prose.numerals import Numeral


class Quantity(Struct, frozen=True, kw_only=True):
    """A numeral and what the words around it make of it."""

    numeral: Numeral
    subject: str
    concept: str | None
    scope: str
    relation: Relation
    period: Period
    sentence: int
    """Running number within the paragraph."""
