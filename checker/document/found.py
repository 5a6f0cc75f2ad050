"""A fact that was found in a document, and where."""

from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from govcheck.document.place import Place

T = TypeVar("T")


class Origin(StrEnum):
    """Where a fact about the document was found; the later, the weaker."""

    GIVEN = "given"
    """Said on the command line."""
    META = "meta"
    """A meta tag or the properties of the file."""
    LINE = "line"
    """A line that labels it: 发布日期：2025-01-20."""
    BODY = "body"
    """The document's own words."""
    ADDRESS = "address"
    """A date inside a web address: a last resort."""


class Found(Struct, Generic[T], frozen=True, kw_only=True):
    """A fact about the document, with the place and the manner in which it was found."""

    value: T
    origin: Origin
    quote: str = ""
    """What was read, in normal text as the case may be; findings quote what stands there."""
    place: Place = field(default_factory=Place)
