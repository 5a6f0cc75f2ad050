"""Answers that were given: the same order has the same answer, and is worked at once."""

import asyncio
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Final

_MOST_BYTES: Final = 64 * 1024 * 1024
"""Of all answers that are kept; those that were asked for longest ago give way."""


class Recall:
    """What a server has answered lately, in memory alone."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        """Take how many bytes may be kept."""
        self._room = most
        self._kept: dict[bytes, bytes] = {}
        self._asked: dict[bytes, asyncio.Task[bytes]] = {}

    async def answer(self, order: bytes, work: Callable[[], Awaitable[bytes]]) -> bytes:
        """Return the answer to an order; ``work`` gives it where it is not known.

        Raises what ``work`` raises, to all who wait for it; nothing of that is kept.
        """
        key = sha256(order).digest()
        known = self._kept.pop(key, None)
        if known is not None:
            self._kept[key] = known
            return known
        task = self._asked.get(key)
        if task is None:
            task = self._asked[key] = asyncio.ensure_future(self._worked(key, work))
        return await asyncio.shield(task)

    async def _worked(self, key: bytes, work: Callable[[], Awaitable[bytes]]) -> bytes:
        try:
            answer = await work()
        finally:
            del self._asked[key]
        self._keep(key, answer)
        return answer

    def _keep(self, key: bytes, answer: bytes) -> None:
        self._kept[key] = answer
        self._room -= len(answer)
        while self._room < 0:
            self._room += len(self._kept.pop(next(iter(self._kept))))
