"""The clauses as the page shows them: the words relied on, and the whole clause folded."""

from msgspec import Struct

from govcheck.reports.wording import STATUSES
from govcheck.rulebook.lawbook import folded
from govcheck.rulebook.rule import Basis


class BasisView(Struct, frozen=True, kw_only=True):
    """A clause: what it is called, its words, and how they are known."""

    citation: str
    quote: str | None
    whole: tuple[str, str, str] | None
    """The clause before, in and after the words relied on; None where it has no more."""
    status: str
    word: str
    explanation: str


def basis_view(basis: Basis) -> BasisView:
    """Show a clause."""
    word, explanation = STATUSES[basis.status]
    return BasisView(
        citation=basis.citation,
        quote=basis.quote,
        whole=whole_clause(basis.text, basis.quote),
        status=basis.status.value,
        word=word,
        explanation=explanation,
    )


def whole_clause(text: str, quote: str | None) -> tuple[str, str, str] | None:
    """Cut a clause around its quotation, in which white space and width of signs may differ."""
    if not quote:
        return (text, "", "") if text else None
    if folded(text) == folded(quote):
        return None
    seen = [at for at, character in enumerate(text) if not character.isspace()]
    start = folded(text).find(folded(quote))
    if start < 0:
        return None
    first, last = seen[start], seen[start + len(folded(quote)) - 1] + 1
    return text[:first], text[first:last], text[last:]
