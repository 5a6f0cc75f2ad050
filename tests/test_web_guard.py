"""What comes in unannounced: a request without its length, all together, one that stalls."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import pytest

pytest.importorskip("starlette")

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from govcheck.web import guard
from govcheck.web.guard import Guard
from govcheck.web.hosts import Hosts

Story = Callable[[Guard], Coroutine[Any, Any, None]]
PIECE = b"x" * 10
MOST = 3
"""Pieces of one request that are taken."""
ALL = 4
"""Pieces of all requests."""


class Client:
    """Sends pieces without saying how many; stalls after some of them, where it is told to."""

    def __init__(self, pieces: int, stalls_after: int | None = None) -> None:
        self.unsent, self.status = pieces, 0
        self.stalls, self.goes_on = asyncio.Event(), asyncio.Event()
        self._stalls_at = None if stalls_after is None else pieces - stalls_after

    async def ask(self, server: Guard) -> int:
        named = [(b"host", b"localhost"), (b"transfer-encoding", b"chunked")]
        scope = {"type": "http", "method": "POST", "path": "/enter", "headers": named}
        await server(scope, self._send, self._take)
        return self.status

    async def _send(self) -> Message:
        if self.unsent == self._stalls_at:
            self.stalls.set()
            await self.goes_on.wait()
        self.unsent -= 1
        return {"type": "http.request", "body": PIECE, "more_body": self.unsent > 0}

    async def _take(self, message: Message) -> None:
        self.status = message.get("status", self.status)


async def _taking_all(scope: Scope, receive: Receive, send: Send) -> None:
    await Request(scope, receive).body()
    await PlainTextResponse("")(scope, receive, send)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], None]:
    """Give what runs a story before a guard that has little room."""
    monkeypatch.setattr(guard, "MOST_SMALL", MOST * len(PIECE))
    monkeypatch.setattr(guard, "MOST_HELD", ALL * len(PIECE))
    server = Guard(_taking_all, hosts=Hosts("127.0.0.1"), large=())
    return lambda story: asyncio.run(story(server))


def test_without_a_length_no_more_is_taken_than_with_one(run: Callable[[Story], None]) -> None:
    async def story(server: Guard) -> None:
        assert await Client(MOST).ask(server) == 200
        large = Client(MOST + 2)
        assert await large.ask(server) == 413
        assert large.unsent == 0

    run(story)


def test_all_requests_together_have_so_much_room(run: Callable[[Story], None]) -> None:
    async def story(server: Guard) -> None:
        first = Client(MOST, stalls_after=2)
        asking = asyncio.create_task(first.ask(server))
        await first.stalls.wait()
        assert await Client(ALL - 2).ask(server) == 200
        assert await Client(ALL - 1).ask(server) == 503
        first.goes_on.set()
        assert await asking == 200
        assert await Client(MOST).ask(server) == 200

    run(story)


def test_who_goes_away_or_is_refused_leaves_its_room(run: Callable[[Story], None]) -> None:
    async def story(server: Guard) -> None:
        gone = Client(MOST, stalls_after=2)
        asking = asyncio.create_task(gone.ask(server))
        await gone.stalls.wait()
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        assert await Client(ALL).ask(server) == 413
        assert await Client(MOST).ask(server) == 200

    run(story)


@pytest.mark.parametrize(("patience", "pieces", "status"), [(0, 0, 408), (60, MOST + 1, 413)])
def test_who_stalls_is_not_waited_for(
    run: Callable[[Story], None],
    monkeypatch: pytest.MonkeyPatch,
    patience: int,
    pieces: int,
    status: int,
) -> None:
    monkeypatch.setattr(guard, "_PATIENCE", patience)
    monkeypatch.setattr(guard, "_LINGERING", 0)

    async def story(server: Guard) -> None:
        assert await Client(MOST + 2, stalls_after=pieces).ask(server) == status

    run(story)
