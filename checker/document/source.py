"""The file that a document was read from."""

from msgspec import Struct


class Source(Struct, frozen=True, kw_only=True):
    """The file that the document was read from."""

    name: str
    sha256: str = ""
    format: str = "text"
    encoding: str | None = None
    size: int = 0
    """In bytes."""
    converted: bool = False
    """Read as the Word file that was made of it."""
