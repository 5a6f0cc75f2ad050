"""What passes between a batch and machines that do not see its files, as MessagePack.

A parcel holds orders and the files that they are known to need.  What lies beside a page, and
which report is last year's, shows only as a report is read: the machine says what it wants,
and is sent the order once more with that.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from govcheck.batch.earlier_reports import found_in
from govcheck.batch.task import BatchTerms, Order, Reply, Task, WrittenPage
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.pictures import Pictures


class SentRule(Struct, frozen=True, kw_only=True):
    """A rule file that ``--rules`` adds."""

    folder: str
    name: str
    content: bytes


class SentTerms(Struct, frozen=True, kw_only=True):
    """The terms of a batch, and its own files."""

    terms: BatchTerms
    rules: tuple[SentRule, ...] = ()
    """In the order in which they are loaded."""
    earlier: bytes = b""
    """The list of last year's reports."""


class Want(Struct, frozen=True, kw_only=True):
    """A file, or one beside it."""

    place: bytes
    """Whole path, as the batch has it."""
    source: str | None = None
    """The address on that page; None for the page itself."""
    read: bool = True
    """Its content; else only whether it is there."""


class Sent(Struct, frozen=True, kw_only=True):
    """What there is of it."""

    want: Want
    there: bool = True
    content: bytes = b""
    refused: str | None = None
    """Why it cannot be read (Chinese)."""


class Parcel(Struct, frozen=True, kw_only=True):
    """Orders, and files for them."""

    orders: tuple[Order, ...]
    sent: tuple[Sent, ...]


class Returned(Struct, frozen=True, kw_only=True):
    """What came of the orders of a parcel."""

    replies: tuple[Reply, ...]
    left: tuple[Order, ...]
    """Those that need more files …"""
    wanted: tuple[Want, ...]
    """… and these."""


class Unsent(BaseException):
    """A file was asked for that is not in the parcel; nothing can be done without it."""


class ParcelDesk:
    """Files that were sent, and a note of those that were not; pages go back as they are."""

    def __init__(self, sent: Sequence[Sent], earlier: Path) -> None:
        """Take the files of a parcel, and the list of last year's reports."""
        self._sent, self._list = {one.want: one for one in sent}, earlier
        self.wanted: dict[Want, None] = {}

    def found(self, want: Want) -> Sent | None:
        """Return what was sent; note what was not."""
        found = self._sent.get(want)
        if found is None:
            self.wanted[want] = None
        return found

    def content(self, place: bytes) -> bytes:
        """Return a file.  Raises Unsent, and Unusable as where it lies."""
        found = self.found(Want(place=place))
        if found is None:
            raise Unsent
        if found.refused is not None:
            raise Unusable(found.refused)
        return found.content

    def beside(self, place: bytes) -> Pictures:
        """Return the files beside a page."""
        return _Beside(self, place)

    def earlier(self, document: Document) -> tuple[bytes, ...]:
        """Look into the list that was sent."""
        return found_in(self._list, document)

    def keep(self, path: str, content: bytes) -> WrittenPage:
        """Give a page back."""
        return WrittenPage(path=path, finished="", sha256="", content=content)


class _Beside:
    """The files beside a page, as far as they were sent; what was not is wanted, and absent."""

    def __init__(self, desk: ParcelDesk, place: bytes) -> None:
        self._desk, self._place = desk, place

    def __contains__(self, source: object) -> bool:
        if not isinstance(source, str):
            return False
        found = self._desk.found(Want(place=self._place, source=source, read=False))
        return found is not None and found.there

    def __getitem__(self, source: str) -> bytes:
        found = self._desk.found(Want(place=self._place, source=source))
        if found is None or not found.there:
            raise KeyError(source)
        if found.refused is not None:
            raise Unusable(found.refused)
        return found.content


def files_of(order: Order) -> tuple[bytes, ...]:
    """Return the files that an order is known to need."""
    if isinstance(order, Task):
        return tuple(filter(None, (order.path, order.last_year, order.copy)))
    return (order.path,)
