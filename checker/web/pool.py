"""The workers of a server: so many at once, each within its time, others in turn."""

import asyncio
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Final

from anyio import CapacityLimiter, to_thread
from msgspec import DecodeError, json

from govcheck.processes.standing import StandingProcess, TooLarge, TooLong
from govcheck.processes.starting import Failed
from govcheck.web.orders import Answer, Order, Settings, answer_of, packed

_MODULE: Final = "govcheck.web.worker"
_MOST_ANSWER: Final = 256 * 1024 * 1024
"""Bytes of what a worker answers."""
_MOST_ORDERS: Final = 2000
"""After so many a worker makes room for a new one, and what it may have hoarded is gone."""

Step = Callable[[str], None]


class Unanswered(Exception):
    """An order was not answered; the message is for the user (Chinese)."""


class Busy(Unanswered):
    """More orders wait than may."""


class Late(Unanswered):
    """An order took too much time."""


class Heavy(Unanswered):
    """An order took too much memory, or its worker ended otherwise."""


class Pool:
    """Workers, and who waits for one."""

    def __init__(self, settings: Settings, *, workers: int, waiting: int) -> None:
        """Take how many work at once, and how many orders may wait."""
        self._opening = json.encode(settings)
        self._limiter = CapacityLimiter(workers)
        self._most = workers + waiting
        self._asked = 0
        self._idle = asyncio.Queue[tuple[StandingProcess, int]]()
        self._all = {self._new() for _ in range(workers)}
        for one in self._all:
            self._idle.put_nowait((one, 0))

    def start(self) -> None:
        """Start all workers at once, while the server gets ready."""
        for one in self._all:
            Thread(target=one.start, daemon=True).start()

    def close(self) -> None:
        """End all workers, whatever they are at."""
        for one in tuple(self._all):
            one.close()

    async def ask(self, order: Order, *, seconds: float, step: Step | None = None) -> Answer:
        """Return a worker's answer.

        Raises Busy, Late or Heavy.  Who is cancelled while it waits takes the work along.
        """
        if self._asked >= self._most:
            raise Busy("同时检查的报告太多，请稍后再试")
        self._asked += 1
        try:
            worker, done = await self._idle.get()
            try:
                return await self._answer(worker, order, seconds, step or _untold)
            except asyncio.CancelledError:
                worker = self._replaced(worker)
                raise
            finally:
                if done + 1 >= _MOST_ORDERS:
                    worker = self._replaced(worker)
                    done = -1
                self._idle.put_nowait((worker, done + 1))
        finally:
            self._asked -= 1

    async def _answer(
        self, worker: StandingProcess, order: Order, seconds: float, step: Step
    ) -> Answer:
        asking = partial(
            worker.ask, packed(order), seconds=seconds, most=_MOST_ANSWER, step=step
        )
        try:
            return answer_of(
                await to_thread.run_sync(asking, abandon_on_cancel=True, limiter=self._limiter)
            )
        except TooLong:
            raise Late(f"检查超过 {seconds:g} 秒，已中止") from None
        except TooLarge:
            raise Heavy("检查所需内存超过限度，已中止") from None
        except (Failed, DecodeError):
            raise Heavy("检查进程异常结束，已中止") from None

    def _new(self) -> StandingProcess:
        return StandingProcess(_MODULE, self._opening)

    def _replaced(self, worker: StandingProcess) -> StandingProcess:
        """End a worker, without waiting for it, and return one in its place."""
        self._all.discard(worker)
        Thread(target=worker.close, daemon=True).start()
        new = self._new()
        self._all.add(new)
        return new


def _untold(_: str) -> None:
    """Tell nobody."""
