"""What the editing of a file has left in it: tracked changes and comments."""

from enum import StrEnum

from msgspec import Struct, field

from govcheck.document.place import Place


class TraceKind(StrEnum):
    """What an editor did."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FORMAT = "format"
    """Changed how something looks, not what it says."""
    COMMENT = "comment"


class Trace(Struct, frozen=True, kw_only=True):
    """One tracked change that was neither accepted nor rejected, or one comment."""

    kind: TraceKind
    text: str = ""
    """What was inserted, deleted or moved; what a comment says."""
    author: str = ""
    anchor: int | None = None
    """As of the paragraph that it stands in; see ``RawParagraph``."""
    place: Place = field(default_factory=Place)
