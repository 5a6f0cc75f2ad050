"""How a site is asked: what it allows, one file at a time, with a pause, and no other site."""

from collections.abc import Callable
from time import sleep
from typing import Final
from urllib.parse import urlsplit

from govcheck.collecting.address import joined, split
from govcheck.collecting.robots import EVERYTHING, NOTHING, Robots, read_robots
from govcheck.collecting.site import NotGiven, Site, is_private
from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE

_LONGEST_DELAY: Final = 30.0
"""Seconds between two requests that are waited at most, whatever robots.txt asks for."""
_FAULTS: Final = 500
"""From here on the numbers of faults that are the site's own."""


class Manners:
    """Asks one site for files, as it wants to be asked."""

    def __init__(
        self, address: str, *, pause: float, wait: Callable[[float], None] = sleep
    ) -> None:
        """Take an address of the site, and the seconds between two requests.

        Raises Unusable for one that leads nowhere.
        """
        parts = split(address)
        if parts is None:
            raise Unusable("不是可用的网址，应以 http:// 或 https:// 开头")
        self._host = _host(address)
        self._private = is_private(address)
        self._pause, self._wait = pause, wait
        self._asked = False
        self._robots_address = joined(address, "/robots.txt")
        self._robots: Robots | None = None

    def site(self) -> Site:
        """Return a connection for one report or one page of a list."""
        return Site(private=self._private, before=self._before)

    def is_here(self, address: str) -> bool:
        """Tell whether an address is of this site."""
        return _host(address) == self._host

    def _before(self, address: str) -> None:
        if not self.is_here(address):
            raise Unusable(f"在另一个网站上（{split_host(address)}），不予收集")
        if self._robots is None:
            self._robots = self._fetched_robots()
        if not self._robots.allows(address):
            raise Unusable("网站的 robots.txt 不许程序读取这个网址")
        self._rest(max(self._pause, min(self._robots.delay, _LONGEST_DELAY)))

    def _rest(self, seconds: float) -> None:
        if self._asked and seconds > 0:
            self._wait(seconds)
        self._asked = True

    def _fetched_robots(self) -> Robots:
        """Return what the site asks for.  One without the file asks for nothing."""
        self._asked = True
        with Site(private=self._private, most=MEGABYTE) as site:
            try:
                content = site.fetch(self._robots_address).content
            except NotGiven as error:
                return NOTHING if error.status >= _FAULTS else EVERYTHING
        return read_robots(content.decode("utf-8", "replace"))


def split_host(address: str) -> str:
    """Return the host of an address, for words to the user; empty for none."""
    parts = split(address)
    return parts.hostname or "" if parts else ""


def _host(address: str) -> tuple[str, int | None]:
    """Return what tells sites apart: the name without www., and a port of its own."""
    if split(address) is None:
        return "", None
    parts = urlsplit(address)
    port = None if parts.port in {80, 443} else parts.port
    return (parts.hostname or "").lower().removeprefix("www."), port
