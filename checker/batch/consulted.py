"""What lies beside a report and was asked for while it was read: frames, and its pictures.

A result depends on it as on the report itself, so the journal keeps what was learnt of each.
"""

from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from typing import Final

from msgspec import Struct

from govcheck.batch.places import path_of
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside

_ABSENT: Final = ""
_THERE: Final = "+"
"""It is there, and was not read."""


class Companion(Struct, frozen=True, kw_only=True):
    """One address on a page, and what was found there."""

    page: bytes
    """Whole path of the file on which the address stands."""
    source: str
    state: str
    """Hash of the content, as far as that was looked at."""


class Consulted:
    """The files beside a page, which remember what was asked of them."""

    def __init__(self, page: bytes) -> None:
        """Take the whole path of the page."""
        self._page, self._beside = page, PicturesBeside(path_of(page))
        self._states: dict[str, str] = {}

    def __contains__(self, source: object) -> bool:
        """Tell whether there is such a file."""
        held = source in self._beside
        if isinstance(source, str):
            self._states.setdefault(source, _THERE if held else _ABSENT)
        return held

    def __getitem__(self, source: str) -> bytes:
        """Return its content.  Raises KeyError when there is none, Unusable in words."""
        content = self._beside[source]
        self._states[source] = sha256(content).hexdigest()
        return content

    @property
    def companions(self) -> tuple[Companion, ...]:
        """All that was asked for so far."""
        return tuple(
            Companion(page=self._page, source=source, state=state)
            for source, state in sorted(self._states.items())
        )


def are_as_they_were(companions: Iterable[Companion]) -> bool:
    """Tell whether pages find beside them what they found before; theirs come together."""
    for page, its in groupby(companions, lambda one: one.page):
        beside = PicturesBeside(path_of(page))
        if not all(_found(one, beside) == one.state for one in its):
            return False
    return True


def _found(companion: Companion, beside: PicturesBeside) -> str:
    """Return what is there now, looked at as closely as before."""
    if companion.source not in beside:
        return _ABSENT
    if companion.state in (_ABSENT, _THERE):
        return _THERE
    try:
        return sha256(beside[companion.source]).hexdigest()
    except (KeyError, Unusable):
        return _ABSENT
