"""One site, asked for files: bounded in time, size and number, and never led astray.

The address is the user's; what a page then leads to (redirects, pictures, the attachment that
holds the report) is the page's, and a page on the open network may not lead to a machine of
the user's own.
"""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from time import monotonic
from types import TracebackType
from typing import Final, Self

import httpx
from msgspec import Struct

from govcheck.collecting.address import joined, split
from govcheck.collecting.pinned import PLACES, Pinned
from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE, MOST_BYTES
from govcheck.version import __version__

_PATIENCE: Final = 90.0
"""Seconds for all that is fetched for one report."""
_BY_HAND: Final = "；请用浏览器打开，另存为文件后再检查"
_MOST_REDIRECTS: Final = 5
_LONGEST: Final = 30.0
"""Seconds to connect, and seconds that nothing may come."""
_REDIRECTS: Final = (301, 302, 303, 307, 308)


class Fetched(Struct, frozen=True, kw_only=True):
    """A file from a site."""

    address: str
    """Where it lay in the end, after redirects."""
    content: bytes
    kind: str
    """Media type that the server calls it by, without parameters, in lower case."""


class NotGiven(Unusable):
    """A site answers that it does not give a file; ``status`` is its own number for why."""

    def __init__(self, status: int) -> None:
        """Say so."""
        super().__init__(f"网站没有给出这个文件（HTTP {status}）{_BY_HAND}")
        self.status = status


def _at_once(_: str) -> None:
    """Ask for an address without more ado."""


class Site:
    """A connection for one report; use it as a context."""

    def __init__(
        self,
        *,
        private: bool,
        most: int = MOST_BYTES,
        patience: float = _PATIENCE,
        before: Callable[[str], None] = _at_once,
    ) -> None:
        """Take bounds for all that is fetched: ``most`` bytes, ``patience`` seconds.

        ``private`` allows addresses of the user's own network.  ``before`` is told of every
        address before it is asked for, redirects too: it may wait, which takes none of the
        patience, or raise Unusable.
        """
        self._private, self._before = private, before
        self._room = most
        self._end = monotonic() + patience
        self._client = httpx.Client(
            transport=Pinned(),
            timeout=_LONGEST,
            trust_env=False,
            headers={"User-Agent": f"govcheck/{__version__}", "Accept-Encoding": "gzip"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def fetch(self, address: str) -> Fetched:
        """Return the file at an address.  Raises Unusable, in words, for none."""
        for _ in range(_MOST_REDIRECTS + 1):
            ways = {PLACES: self._allowed_places(address)}
            began = monotonic()
            self._before(address)
            self._end += monotonic() - began
            with _refusals(), self._client.stream("GET", address, extensions=ways) as answer:
                self._meet(answer)
                if answer.status_code not in _REDIRECTS:
                    return self._read(answer)
                address = self._next(address, answer)
        raise Unusable(f"网址转向超过 {_MOST_REDIRECTS} 次{_BY_HAND}")

    def _next(self, address: str, answer: httpx.Response) -> str:
        where = joined(address, answer.headers.get("location", ""))
        if not where:
            raise Unusable(f"网站转向的不是可用的网址{_BY_HAND}")
        return where

    def _read(self, answer: httpx.Response) -> Fetched:
        if answer.status_code != httpx.codes.OK:
            raise NotGiven(answer.status_code)
        content = bytearray()
        for piece in answer.iter_bytes():
            content += piece
            self._room -= len(piece)
            if monotonic() > self._end:
                raise Unusable(f"网站在 {_PATIENCE:.0f} 秒内没有给全{_BY_HAND}")
            if self._room < 0:
                raise Unusable(f"网页及其图片、附件超过 {MOST_BYTES // MEGABYTE} MB，不予读取")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(address=str(answer.url), content=bytes(content), kind=kind)

    def _allowed_places(self, address: str) -> Sequence[str]:
        """Return the machines that an address means, all of which may be asked."""
        parts = split(address)
        if parts is None:
            raise Unusable("不是可用的网址，应以 http:// 或 https:// 开头")
        places = _places(address)
        if not places:
            raise Unusable(f"找不到网站 {parts.hostname}")
        if not self._private and any(map(_is_own, places)):
            raise Unusable("网址指向内部网络，不予读取")
        return places

    def _meet(self, answer: httpx.Response) -> None:
        """Lead who was answered from the open network to no machine of the user's own."""
        stream = answer.extensions.get("network_stream")
        place = stream.get_extra_info("server_addr") if stream else None
        if place:
            self._private = self._private and _is_own(str(place[0]))


def is_private(address: str) -> bool:
    """Tell whether an address can only be one of the user's own network or machine."""
    places = _places(address)
    return bool(places) and all(map(_is_own, places))


def _places(address: str) -> Sequence[str]:
    """Return the machines that an address means now, by number; none for one not known."""
    parts = split(address)
    try:
        found = socket.getaddrinfo(parts.hostname, None) if parts else []
    except (OSError, UnicodeError):
        return []
    return [*dict.fromkeys(str(place[0]) for *_, place in found)]


def _is_own(place: str) -> bool:
    return not ip_address(place.partition("%")[0]).is_global


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what the library says of a site into words for the user."""
    try:
        yield
    except httpx.TimeoutException:
        raise Unusable(f"网站 {_LONGEST:.0f} 秒内没有回应") from None
    except httpx.DecodingError:
        raise Unusable("网站给出的内容已损坏") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unusable(f"无法读取网站（{type(error).__name__}）") from error
