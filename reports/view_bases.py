"""The clauses as the page shows them: the words relied on, and the whole clause folded."""

from functools import lru_cache

from msgspec import Struct

from govcheck.document.kept import kept
from govcheck.reports.wording import STATUSES
from govcheck.rulebook.instrument import folded
from govcheck.rulebook.rule import Basis, Role

_Pieces = tuple[str, str, str]
"""Before the words that the rule relies on, these words, and after them."""


class BasisView(Struct, frozen=True, kw_only=True):
    """A clause: what it is called, its words, and how they are known."""

    citation: str
    quote: _Pieces | None
    whole: _Pieces | None
    """The whole clause; None where the quotation is all of it."""
    consequence: bool
    """What may be done about it, not what is broken."""
    status: str
    word: str
    explanation: str


@kept(2000)
def basis_view(basis: Basis) -> BasisView:
    """Show a clause."""
    word, explanation = STATUSES[basis.status]
    return BasisView(
        citation=basis.citation,
        quote=_around(basis),
        whole=whole_clause(basis.text, basis.quote, basis.relied),
        consequence=basis.role is Role.CONSEQUENCE,
        status=basis.status.value,
        word=word,
        explanation=explanation,
    )


def _around(basis: Basis) -> _Pieces | None:
    if basis.quote is None:
        return None
    before, relied, after = basis.quote.partition(basis.relied or basis.quote)
    return (before, relied, after) if basis.relied else (relied, "", "")


@lru_cache(maxsize=1024)
def whole_clause(text: str, quote: str | None, relied: str | None = None) -> _Pieces | None:
    """Cut a clause around the words relied on, else around its quotation.

    White space and the width of signs may differ between them.  All pages show the same law.
    """
    if not text or (quote and folded(text) == folded(quote)):
        return None
    words = folded(relied or quote or "")
    seen = [at for at, character in enumerate(text) if not character.isspace()]
    start = folded(text).find(words) if words else -1
    if start < 0:
        return text, "", ""
    first, last = seen[start], seen[start + len(words) - 1] + 1
    return text[:first], text[first:last], text[last:]
