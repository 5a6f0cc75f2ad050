"""Why something cannot be told from a file, and the one thing to look at instead."""

from enum import StrEnum

from msgspec import Struct


class Cause(StrEnum):
    """What keeps a question open."""

    PICTURE = "picture"
    """A table is a picture."""
    OBJECT = "object"
    """An object of another program, or a control, was not read."""
    PAGE = "page"
    """A page could not be read."""
    TAIL = "tail"
    """The text breaks off before the report ends."""
    HOLE = "hole"
    """The text begins late, or lacks something between what it has."""
    DATE = "date"
    """The file does not say when it was published."""
    INTERNAL = "internal"
    """govcheck itself failed."""
    OTHER = "other"


class Loss(Struct, frozen=True, kw_only=True):
    """A reason that keeps questions open; those of one cause and thing to look at are one."""

    cause: Cause
    reason: str
    """In words for the reader (Chinese)."""
    look_at: str
    """What a person should look at to decide (Chinese)."""
    beside: "tuple[Loss, ...]" = ()
    """What keeps the same questions open as well."""

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason
