"""Orders handed out in lots: several small reports in one, one that is large."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain

from msgspec import msgpack

from govcheck.batch.judges import Judges
from govcheck.batch.places import path_of
from govcheck.batch.task import BatchTerms, Order, Reply, orders_bytes


def replied(
    judges: Judges, terms: BatchTerms, orders: Iterable[Order], size: int
) -> Generator[list[Reply]]:
    """Yield what is answered to lots of at most so many orders, as it comes in.

    Nothing is yielded of a lot that ended its process.  Raises Unusable, and Failed where no
    process can be started.
    """
    lots = _lots(orders, size, judges.lot_bytes)
    first = next(lots, None)
    if first is None:
        return
    with closing(judges.answers(msgpack.encode(terms), chain([first], lots))) as found:
        for _, answer in found:
            if answer is not None:
                yield msgpack.decode(answer, type=list[Reply])


def _lots(orders: Iterable[Order], most: int, most_bytes: int) -> Iterator[bytes]:
    lot, size = list[Order](), 0
    for one in orders:
        lot.append(one)
        size += _size_of(one.path)
        if len(lot) >= most or size >= most_bytes:
            yield orders_bytes(lot)
            lot, size = [], 0
    if lot:
        yield orders_bytes(lot)


def _size_of(place: bytes) -> int:
    try:
        return path_of(place).stat().st_size
    except (OSError, ValueError):
        return 0
