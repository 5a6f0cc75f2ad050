"""What was seen at one place of a document, and what should have been there."""

from msgspec import Struct, field

from govcheck.document.place import Place


class Evidence(Struct, frozen=True, kw_only=True):
    """What was seen at one place, and what should have been there."""

    quote: str = ""
    """As written in the document; empty for what is not there."""
    place: Place = field(default_factory=Place)
    expected: str | None = None
    actual: str | None = None
    secret: bool = False
    """The quote is masked, and no report may show what stands at the place in full."""
