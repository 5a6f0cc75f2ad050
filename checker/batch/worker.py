"""A process that judges the reports of a batch, as it is handed them."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec import msgpack

from govcheck.batch.judging_room import Room
from govcheck.batch.task import BatchTerms, EarlierTask, Order, replies_bytes

_OBJECTS: Final = 200_000
"""So many new objects call for the garbage collector; a check makes some 50,000."""


def attendant(opening: bytes) -> Callable[[bytes], bytes]:
    """Return what answers lots of orders, by the terms of the batch."""
    room = Room(msgpack.decode(opening, type=BatchTerms))
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    return partial(answers_of, room)


def answers_of(room: Room, lot: bytes) -> bytes:
    """Answer a lot of orders in a room."""
    return replies_bytes(
        [
            room.told(one) if isinstance(one, EarlierTask) else room.judged(one)
            for one in msgpack.decode(lot, type=list[Order])
        ]
    )
