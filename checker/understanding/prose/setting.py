"""Where a paragraph stands, and how its numbers are understood."""

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.concepts import Concepts
from govcheck.understanding.prose.limits import Limits


class Setting(Struct, frozen=True, kw_only=True):
    """Where a paragraph stands, and how it is understood."""

    year: int | None
    """The year that the document reports on."""
    part: str | None
    """Id of the part that it belongs to."""
    title: str
    """The title of the passage that it stands in, below that of the part; or ""."""
    limits: Limits
    concepts: Concepts
    vocabulary: Vocabulary
