"""Judging by the processes of a Dask scheduler, on this machine and others.

Where all of them see the folder of the batch, they read the reports, and write pages beside
their places, by the same paths as the batch; else they are sent what they read, and send back
what they write.  A lot whose worker dies is done by another.
"""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec import msgpack

from govcheck.batch.finished import write_beside
from govcheck.batch.judges import SECONDS, Judges
from govcheck.batch.scheduled_worker import (
    UNSEEN,
    fault_of_sent,
    fault_of_worker,
)
from govcheck.batch.sending import MOST_SENT, sent_terms
from govcheck.batch.task import BatchTerms
from govcheck.batch.ways import Way, by_parcel, by_path
from govcheck.errors import ManyUnusable, Unusable
from govcheck.processes.crew import Answered
from govcheck.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

_LOT: Final = 25
"""Orders that are handed out one by one cost half of all that is worked."""
_LOT_BYTES: Final = 2_000_000
_AHEAD: Final = 2
"""So many lots for each worker are on their way, that none waits for the next."""
_TO_CONNECT: Final = "30s"
_TO_GREET: Final = 300
_WARNED_OF: Final = "distributed.admin.large-graph-warning-threshold"
_GONE: Final = "与调度器的连接已断"
_NOBODY: Final = "调度器没有工作进程"
_NOBODY_LEFT: Final = "没有工作进程了：都已断开，也没有新的连上"
_LOST: Final = "刚连上就断开了，请查看它的日志"
_TO_RETURN: Final = 30
"""Seconds that a batch waits for a worker when there is none any more."""
_PAUSE: Final = 5
"""Seconds from one look at the workers to the next."""


@contextmanager
def judges_at(address: str, folder: Path, terms: BatchTerms) -> Iterator[Judges]:
    """Give the workers of a scheduler.

    Raises Unusable where there are none, or one of them is of another govcheck or other rules.
    """
    client = _connected(address)
    try:
        count = len(_workers(client))
        if not count:
            raise Unusable(_NOBODY)
        sends = not _see_alike(client, folder, terms)

        def answers(opening: bytes, lots: Iterable[bytes]) -> Generator[Answered]:
            way = by_parcel(client, opening) if sends else by_path(client, opening)
            return _answers(client, way, lots)

        yield Judges(answers=answers, count=count, lot=_LOT, lot_bytes=_LOT_BYTES, sends=sends)
    finally:
        client.close()


def _connected(address: str) -> "Client":
    try:
        from dask import config  # noqa: PLC0415 - an extra
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unusable("--scheduler 需要另装组件：pip install 'govcheck[dist]'") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    config.set({_WARNED_OF: 2 * MOST_SENT})
    try:
        return Client(address, timeout=_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise Unusable(f"连不上 Dask 调度器 {address}") from error


def _workers(client: "Client") -> Mapping[str, int]:
    """Return the workers.  Raises Unusable where the scheduler is gone."""
    try:
        found: Mapping[str, int] = client.nthreads()
    except (OSError, ValueError) as error:
        raise Unusable(_GONE) from error
    return found


def _see_alike(client: "Client", folder: Path, terms: BatchTerms) -> bool:
    """Tell whether all workers see the folder of the batch.

    Raises Unusable for those that would come to other results.
    """
    token, _ = write_beside(folder, [b"\n"])
    found: Mapping[str, str | Exception] = client.run(
        fault_of_worker, __version__, msgpack.encode(terms), token, on_error="return"
    )
    _require_fit({one: fault for one, fault in found.items() if fault != UNSEEN})
    if UNSEEN not in found.values():
        return True
    _require_fit(client.run(fault_of_sent, sent_terms(terms), on_error="return"))
    return False


def _require_fit(found: Mapping[str, str | Exception]) -> None:
    wrong = [
        Unusable(f"工作进程 {worker}：{_LOST if isinstance(fault, OSError) else fault}")
        for worker, fault in sorted(found.items())
        if fault
    ]
    if wrong:
        raise ManyUnusable("工作进程不能用", wrong)


def _answers(client: "Client", way: Way, lots: Iterable[bytes]) -> Generator[Answered]:
    """Yield every message with its answer, as they come in.  Raises Unusable and Unwritten."""
    given: dict[Future[bytes], bytes] = {}
    done = SimpleQueue["Future[bytes]"]()

    def hand_out(message: bytes) -> None:
        future = way.submit(message)
        given[future] = message
        future.add_done_callback(done.put)

    def take_in() -> Answered:
        message, result = _next(client, given, done)
        if result is None:
            return message, None
        answer, more = way.taken_in(message, result)
        if more is not None:
            hand_out(more)
        return message, answer

    try:
        for lot in lots:
            hand_out(way.message_of(lot))
            if len(given) >= _AHEAD * max(1, len(_workers(client))):
                yield take_in()
        while given:
            yield take_in()
    finally:
        client.cancel(list(given))


def _next(
    client: "Client", given: dict["Future[bytes]", bytes], done: "SimpleQueue[Future[bytes]]"
) -> Answered:
    """Wait for the next answer; where none comes in time, give up the oldest lot."""
    future = _done(client, done)
    if future is None:
        future = next(iter(given))
        client.cancel([future])
        return given.pop(future), None
    lot = given.pop(future)
    if future.status == "finished":
        return lot, future.result(timeout=SECONDS)
    if future.status == "cancelled":
        raise Unusable(_GONE)
    error = future.exception(timeout=SECONDS)
    if isinstance(error, Unusable):
        raise error
    return lot, None


def _done(
    client: "Client", done: "SimpleQueue[Future[bytes]]", clock: Callable[[], float] = monotonic
) -> "Future[bytes] | None":
    """Return the next that is done, None where that takes too long.

    Raises Unusable where no worker has been there for a while.
    """
    began = staffed = clock()
    while clock() - began < SECONDS:
        with suppress(Empty):
            return done.get(timeout=_PAUSE)
        if _workers(client):
            staffed = clock()
        elif clock() - staffed >= _TO_RETURN:
            raise Unusable(_NOBODY_LEFT)
    return None
