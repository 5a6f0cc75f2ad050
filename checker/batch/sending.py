"""Reports sent to machines that do not see them, with what is read beside them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import msgpack
from msgspec.structs import replace

from govcheck.batch.desk import Disk
from govcheck.batch.finished import write_beside
from govcheck.batch.judging_room import Room
from govcheck.batch.parcel import (
    Parcel,
    Returned,
    Sent,
    SentRule,
    SentTerms,
    Want,
    files_of,
)
from govcheck.batch.places import path_of
from govcheck.batch.task import Answer, BatchTerms, Order, Reply, WrittenPage, replies_bytes
from govcheck.batch.worker import reply_to
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of
from govcheck.rulebook.rule_files import rule_files, shipped_rules

MOST_SENT: Final = 64 * 1024 * 1024
"""Bytes of a parcel; orders that need more are done here."""


def sent_terms(terms: BatchTerms) -> bytes:
    """Return the terms with the files that they name.  Raises Unusable."""
    files = rule_files(shipped_rules(), [path_of(one) for one in terms.rule_sets])
    sent = SentTerms(
        terms=terms,
        rules=tuple(
            SentRule(folder=one.folder, name=one.name, content=one.content)
            for one in files
            if not one.shipped
        ),
        earlier=path_of(terms.earlier_list).read_bytes() if terms.earlier_list else b"",
    )
    return msgpack.encode(sent)


class Sender:
    """Packs parcels, and takes in what comes back."""

    def __init__(self, terms: BatchTerms) -> None:
        """Take the terms of the batch."""
        self._terms = terms
        self._room: Room | None = None

    def parcel_of(self, lot: bytes) -> bytes:
        """Pack a lot of orders with the files that they are known to need."""
        orders = msgpack.decode(lot, type=tuple[Order, ...])
        wanted = [Want(place=place) for one in orders for place in files_of(one)]
        return msgpack.encode(Parcel(orders=orders, sent=tuple(_all_sent(wanted))))

    def taken_in(self, parcel: bytes, returned: bytes) -> tuple[bytes, bytes | None]:
        """Return the answers, and a parcel with what else is wanted for the rest.

        Raises Unwritten.
        """
        result = msgpack.decode(returned, type=Returned)
        replies = [self._with_pages(one) for one in result.replies]
        if not result.left:
            return replies_bytes(replies), None
        known = msgpack.decode(parcel, type=Parcel).sent
        sent = (*known, *_all_sent(result.wanted))
        if sum(len(one.content) for one in sent) > MOST_SENT:
            replies += [self._done_here(one) for one in result.left]
            return replies_bytes(replies), None
        return replies_bytes(replies), msgpack.encode(Parcel(orders=result.left, sent=sent))

    def _with_pages(self, reply: Reply) -> Reply:
        """Write the pages that came back beside their places.  Raises Unwritten."""
        if not isinstance(reply, Answer):
            return reply
        folder = path_of(self._terms.folder)
        return replace(reply, pages=tuple(_written(folder, page) for page in reply.pages))

    def _done_here(self, order: Order) -> Reply:
        self._room = self._room or Room(self._terms)
        return reply_to(order, self._room, Disk(self._terms))


def _written(folder: Path, page: WrittenPage) -> WrittenPage:
    finished, known = write_beside((folder / page.path).parent, [page.content])
    return WrittenPage(path=page.path, finished=finished, sha256=known)


def _all_sent(wanted: Iterable[Want]) -> Iterator[Sent]:
    return map(_sent, dict.fromkeys(wanted))


def _sent(want: Want) -> Sent:
    """Return what there is of a file, as it would be found where it lies."""
    path = path_of(want.place)
    try:
        if want.source is None:
            return Sent(want=want, content=content_of(path))
        beside = PicturesBeside(path)
        if not want.read:
            return Sent(want=want, there=want.source in beside)
        return Sent(want=want, content=beside[want.source])
    except KeyError:
        return Sent(want=want, there=False)
    except Unusable as error:
        return Sent(want=want, refused=f"{error}")
