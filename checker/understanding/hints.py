"""What the user says of a document before it is read."""

from typing import Final

from msgspec import Struct

from govcheck.document.report import AgencyKind

YEARS: Final = range(2000, 2101)
"""A year outside is a slip of the keyboard."""


class Hints(Struct, frozen=True, kw_only=True):
    """Facts that override what the document itself shows."""

    fiscal_year: int | None = None
    agency_kind: AgencyKind | None = None
    region: str | None = None
    ocr: bool = False
    """Read pictures of tables as well, which takes seconds for each."""
    convert: bool = False
    """Have files of other office formats converted, which starts another program."""
