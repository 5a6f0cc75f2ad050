"""A process that judges the reports of a batch, as it is handed them."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec import msgpack

from govcheck.batch.desk import Desk, Disk
from govcheck.batch.judging_room import Room
from govcheck.batch.task import BatchTerms, EarlierTask, Order, Reply, replies_bytes

_OBJECTS: Final = 200_000
"""So many new objects call for the garbage collector; a check makes some 50,000."""


def attendant(opening: bytes) -> Callable[[bytes], bytes]:
    """Return what answers lots of orders, by the terms of the batch."""
    terms = msgpack.decode(opening, type=BatchTerms)
    room = Room(terms)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    return partial(answers_of, room, Disk(terms))


def answers_of(room: Room, desk: Desk, lot: bytes) -> bytes:
    """Answer a lot of orders in a room."""
    orders = msgpack.decode(lot, type=list[Order])
    return replies_bytes([reply_to(one, room, desk) for one in orders])


def reply_to(order: Order, room: Room, desk: Desk) -> Reply:
    """Do what is ordered."""
    if isinstance(order, EarlierTask):
        return room.told(order, desk)
    return room.judged(order, desk)
