"""What a worker of a Dask scheduler is asked: is it fit, and what do orders come to."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock
from typing import Final
from weakref import finalize

from msgspec import msgpack
from msgspec.structs import replace

from govcheck.batch.desk import Disk
from govcheck.batch.judging_room import Room
from govcheck.batch.parcel import Parcel, ParcelDesk, Returned, SentTerms, Unsent
from govcheck.batch.places import path_of
from govcheck.batch.task import BatchTerms, Order, Reply
from govcheck.batch.worker import answers_of, reply_to
from govcheck.errors import Unusable
from govcheck.version import __version__

UNSEEN: Final = "-"
"""In the place of a fault: the worker does not see the folder of the batch."""
_LIST: Final = "earlier.sqlite"
_alone = Lock()
"""A worker may have several threads; reports are judged one after the other in a process."""


def fault_of_worker(version: str, opening: bytes, token: str) -> str:
    """Say (Chinese) why this process would not come to the same results, if it would not."""
    if version != __version__:
        return f"govcheck 是另一版本（{__version__}，应为 {version}）"
    folder = path_of(msgpack.decode(opening, type=BatchTerms).folder)
    if not (folder / token).exists():
        return UNSEEN
    try:
        _room(opening)
    except Unusable as error:
        return f"{error}"
    return ""


def fault_of_sent(opening: bytes) -> str:
    """Say (Chinese) why the terms that were sent would not do here."""
    try:
        _sent_room(opening)
    except (Unusable, OSError) as error:
        return f"{error}"
    return ""


def answered(opening: bytes, lot: bytes) -> bytes:
    """Answer a lot of orders, by the terms of the batch.  Raises Unusable for other rules."""
    with _alone:
        room, desk = _room(opening)
        return answers_of(room, desk, lot)


def returned(opening: bytes, parcel: bytes) -> bytes:
    """Do the orders of a parcel, as far as its files suffice.  Raises Unusable."""
    with _alone:
        given = msgpack.decode(parcel, type=Parcel)
        room, folder = _sent_room(opening)
        desk = ParcelDesk(given.sent, folder / _LIST)
        replies, left = list[Reply](), list[Order]()
        for order in given.orders:
            reply = _reply(order, room, desk)
            left += [] if reply else [order]
            replies += [reply] if reply else []
        wanted = tuple(desk.wanted)
        result = Returned(replies=tuple(replies), left=tuple(left), wanted=wanted)
        return msgpack.encode(result)


def _reply(order: Order, room: Room, desk: ParcelDesk) -> Reply | None:
    """Do what is ordered; None where something is wanted for it that was not sent."""
    before = len(desk.wanted)
    with suppress(Unsent):
        reply = reply_to(order, room, desk)
        return reply if len(desk.wanted) == before else None
    return None


@lru_cache(maxsize=1)
def _room(opening: bytes) -> tuple[Room, Disk]:
    terms = msgpack.decode(opening, type=BatchTerms)
    return Room(terms), Disk(terms)


@lru_cache(maxsize=1)
def _sent_room(opening: bytes) -> tuple[Room, Path]:
    """Return a room, and the folder with what was sent, which goes with it."""
    sent = msgpack.decode(opening, type=SentTerms)
    folder, rules = Path(mkdtemp(prefix="govcheck-")), list[bytes]()
    for number, one in enumerate(sent.rules):
        path = folder / f"{number}" / one.folder / f"{one.name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_bytes(one.content)
        rules.append(bytes(path))
    (folder / _LIST).write_bytes(sent.earlier)
    room = Room(replace(sent.terms, rule_sets=tuple(rules)))
    finalize(room, rmtree, folder, ignore_errors=True)
    return room, folder
