"""What stands before everything else: who is called, who asks, how much comes in."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govcheck.web.hosts import Hosts
from govcheck.web.limits import MOST_HELD, MOST_REQUEST, MOST_SMALL
from govcheck.web.replies import API, HEADERS, NotDone, reply

_SAFE: Final = ("GET", "HEAD")
_OWN_SITES: Final = ("same-origin", "none")
_PATIENCE: Final = 60
"""Seconds that a request may pause while it is being sent."""
_LINGERING: Final = 30
"""Seconds for which the rest of a refused request is taken: who is cut off reads no answer."""
_BAD, _FORBIDDEN, _SLOW, _LARGE, _MISDIRECTED, _BUSY = 400, 403, 408, 413, 421, 503


class Guard:
    """Refuses requests to other names, from other sites, and of too many bytes."""

    def __init__(self, app: ASGIApp, *, hosts: Hosts, large: Collection[str]) -> None:
        """Take by which names we are called, and the paths that take files in."""
        self._app, self._hosts, self._large = app, hosts, large
        self._room = MOST_HELD

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or say why not."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        most = MOST_REQUEST if scope["path"] in self._large else MOST_SMALL
        body = _Body(self, receive, most)

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._require(scope, most)
            await self._app(scope, body.receive, headed)
        except NotDone as error:
            answer = reply(scope["path"], error.status, str(error))
            answer.headers["Connection"] = "close"
            await answer(scope, receive, _unended(headed))
            await body.ignore_rest()
            await headed({"type": "http.response.body"})
        finally:
            self._room += body.length

    def take(self, length: int) -> None:
        """Make room for bytes that have come.  Raises NotDone."""
        if length > self._room:
            raise NotDone(_BUSY, "正在上传的内容太多，请稍后再试")
        self._room -= length

    def _require(self, scope: Scope, most: int) -> None:
        """Raise NotDone for a request that is not meant for us, or comes from elsewhere."""
        headers = Headers(scope=scope)
        called = headers.getlist("host")
        if len(called) != 1 or not self._hosts.knows(called[0]):
            raise NotDone(_MISDIRECTED, "请用启动时所示的地址访问")
        if _is_foreign(scope, headers, called[0]):
            raise NotDone(_FORBIDDEN, "不接受其他网站发来的请求")
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdecimal()):
            raise NotDone(_BAD, "Content-Length 不是数字")
        if int(length[:20]) > most:
            raise _too_large(most)


class _Body:
    """What a request sends, counted."""

    def __init__(self, guard: Guard, receive: Receive, most: int) -> None:
        self._guard, self._receive, self._most = guard, receive, most
        self._ended = False
        self.length = 0

    async def receive(self) -> Message:
        """Return the next piece.  Raises NotDone where it is too much, or does not come."""
        if self._ended:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), _PATIENCE)
        except TimeoutError:
            raise NotDone(_SLOW, "上传中断") from None
        self._ended = not message.get("more_body", False)
        length = len(message.get("body", b""))
        if self.length + length > self._most:
            raise _too_large(self._most)
        self._guard.take(length)
        self.length += length
        return message

    async def ignore_rest(self) -> None:
        """Take what is still sent, for a while, and keep none of it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGERING):
                while not self._ended:
                    message = await self._receive()
                    self._ended = not message.get("more_body", False)


def _unended(send: Send) -> Send:
    """Return what sends an answer but its end, upon which the connection is closed."""

    async def sending(message: Message) -> None:
        body = message["type"] == "http.response.body"
        await send({**message, "more_body": True} if body else message)

    return sending


def _is_foreign(scope: Scope, headers: Headers, called: str) -> bool:
    """Whether another site's page sends it.  A link from there may lead to a page of ours.

    Whoever has a session and changes something must show where the request comes from.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if origin is not None and not _is_own(origin, called):
        return True
    reads = scope["method"] in _SAFE
    if site is None:
        return origin is None and not reads and "cookie" in headers
    if site in _OWN_SITES:
        return False
    visits = headers.get("sec-fetch-mode") == "navigate" and reads
    return not visits or scope["path"].startswith(API)


def _is_own(origin: str, called: str) -> bool:
    scheme, _, host = origin.partition("://")
    return scheme in ("http", "https") and host.lower() == called.lower()


def _too_large(most: int) -> NotDone:
    return NotDone(_LARGE, f"内容超过 {most // 1024 // 1024} MB")
