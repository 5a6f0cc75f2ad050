"""Who may do what: sessions of browsers, one-time links, the password, tokens of programs.

On loopback a link that counts once opens the desk, since a machine may have several users, and
the interface needs no token.  Elsewhere the desk needs the password and the interface a token.
"""

from collections import deque
from collections.abc import Callable
from threading import RLock
from time import monotonic
from typing import Final

from msgspec import Struct

from govcheck.web.secrets import digest, new_key, opens

COOKIE: Final = "govcheck"
_LINK: Final = 15 * 60
"""Seconds in which a link must be followed."""
_SESSION: Final = 12 * 3600
"""Seconds after which a browser must be let in anew."""
_MOST: Final = 1000
"""Sessions, and links, at a time; the oldest give way."""
_TRIES: Final = 10
"""Wrong passwords of one address within ``_WINDOW`` seconds, after which none is looked at."""
_MOST_TRIES: Final = 200
"""The same of all addresses together."""
_WINDOW: Final = 60


class Locks(Struct, frozen=True, kw_only=True):
    """What opens a server that others can reach; empty on loopback."""

    password: str = ""
    token: str = ""


class Access:
    """Lets in, and remembers whom."""

    def __init__(self, locks: Locks, clock: Callable[[], float] = monotonic) -> None:
        """Take the locks; without them every program of this machine may ask."""
        self.locks = locks
        self._clock = clock
        self._guard = RLock()  # a signal may ask for a link at any moment
        self._links: dict[str, float] = {}
        self._sessions: dict[str, float] = {}
        self._wrong = deque[tuple[float, str]]()

    def link(self) -> str:
        """Return a key that lets in one browser, once."""
        return self._given(self._links, _LINK)

    def enter(self, key: str) -> str | None:
        """Return a session for a link's key; None where it does not count (any more)."""
        with self._guard:
            end = self._links.pop(digest(key), 0.0)
        return self._given(self._sessions, _SESSION) if end > self._clock() else None

    def log_in(self, password: str, address: str) -> str | None:
        """Return a session for the password; None for a wrong one, or after too many."""
        if not self.locks.password or self.is_besieged(address):
            return None
        if opens(password, self.locks.password):
            return self._given(self._sessions, _SESSION)
        with self._guard:
            self._wrong.append((self._clock(), address))
        return None

    def is_besieged(self, address: str) -> bool:
        """Whether so many wrong passwords have come that none from there is looked at."""
        with self._guard:
            while self._wrong and self._wrong[0][0] < self._clock() - _WINDOW:
                self._wrong.popleft()
            own = sum(one == address for _, one in self._wrong)
            return own >= _TRIES or len(self._wrong) >= _MOST_TRIES

    def knows(self, session: str | None) -> bool:
        """Whether a browser has been let in."""
        with self._guard:
            return (
                bool(session) and self._sessions.get(digest(session or ""), 0) > self._clock()
            )

    def leave(self, session: str) -> None:
        """End a session."""
        with self._guard:
            self._sessions.pop(digest(session), None)

    def may_ask(self, token: str | None) -> bool:
        """Whether a program may use the interface."""
        return not self.locks.token or (bool(token) and digest(token or "") == self.locks.token)

    def _given(self, to: dict[str, float], seconds: float) -> str:
        key = new_key()
        with self._guard:
            to[digest(key)] = self._clock() + seconds
            while len(to) > _MOST:
                del to[next(iter(to))]
        return key
