"""Where something stands in a document."""

from msgspec import Struct


class Place(Struct, frozen=True, kw_only=True):
    """A place in the running text or in a statutory table; empty, it is the whole document."""

    part: str | None = None
    """Part id, ``introduction`` or ``furniture``."""
    block: int | None = None
    """Index in the body (in the furniture, when ``part`` says so)."""
    start: int | None = None
    """Offset in that paragraph's normal text."""
    end: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    line: int | None = None
    """Line in the source file, from 1."""
    page: int | None = None
    """Page of a paginated file, from 1."""
