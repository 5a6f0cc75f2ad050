"""What documents are understood by: the editions of the form, and the language of reports."""

from collections.abc import Mapping

from msgspec import Struct

from govcheck.document.demand import Demand
from govcheck.document.form import Form
from govcheck.document.vocabulary import Vocabulary


class Knowledge(Struct, frozen=True, kw_only=True):
    """What the rulebook hands to the understanding of a page."""

    forms: Mapping[str, Form]
    """Editions by id, the oldest first."""
    vocabulary: Vocabulary
    demands: tuple[Demand, ...] = ()
    """What places ask of their bodies' reports beyond the law."""
