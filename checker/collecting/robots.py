"""What a site's robots.txt asks of programs (RFC 9309): which addresses to leave alone.

The standard library's parser takes ``*`` and ``$`` for plain characters and the first line that
matches instead of the longest, so that it would fetch what many sites ask to be left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_AGENT: Final = "govcheck"
_MOST_CHARACTERS: Final = 500 * 1024
_MOST_LINES: Final = 2_000
_LONGEST: Final = 2_000
"""Characters of a line; a longer one is none that a person wrote."""
_OWN: Final = "/robots.txt"


class Robots(Struct, frozen=True, kw_only=True):
    """What a site asks of this program."""

    lines: tuple[tuple[bool, str], ...] = ()
    """Whether addresses are allowed that begin with a path, in which * is anything."""
    delay: float = 0.0
    """Seconds between two requests."""

    def allows(self, address: str) -> bool:
        """Tell whether an address may be asked for: by the longest line that speaks of it."""
        parts = urlsplit(address)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        if path == _OWN:
            return True
        said = [(len(start), allow) for allow, start in self.lines if _speaks_of(start, path)]
        return max(said)[1] if said else True


EVERYTHING: Final = Robots()
"""Of a site that asks for nothing."""
NOTHING: Final = Robots(lines=((False, "/"),))
"""Of a site that does not tell, for a fault of its own."""


def read_robots(text: str) -> Robots:
    """Return what the lines for this program say, or else those for all programs."""
    lines = list(_lines(text[:_MOST_CHARACTERS]))[:_MOST_LINES]
    ours: list[tuple[str, str]] = []
    all_others: list[tuple[str, str]] = []
    agents: set[str] = set()
    for named, group in groupby(lines, lambda line: line[0] == "user-agent"):
        if named:
            agents = {value.lower().partition("/")[0] for _, value in group}
            continue
        rules = list(group)
        ours += rules if _AGENT in agents else []
        all_others += rules if "*" in agents else []
    named_here = any(key == "user-agent" and _is_ours(value) for key, value in lines)
    return _robots(ours if named_here else all_others)


def _is_ours(agent: str) -> bool:
    return agent.lower().partition("/")[0] == _AGENT


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line[:_LONGEST].partition("#")[0].partition(":")
        if colon and key.strip().lower() in {"user-agent", "allow", "disallow", "crawl-delay"}:
            yield key.strip().lower(), value.strip()


def _robots(rules: Sequence[tuple[str, str]]) -> Robots:
    delays = [value for key, value in rules if key == "crawl-delay" and _is_number(value)]
    return Robots(
        lines=tuple(
            (key == "allow", unquote(value))
            for key, value in rules
            if key != "crawl-delay" and value
        ),
        delay=max(map(float, delays), default=0.0),
    )


def _is_number(value: str) -> bool:
    return value.isascii() and value.replace(".", "", 1).isdigit()


def _speaks_of(start: str, path: str) -> bool:
    """Tell whether a path begins as a line says; ``$`` at its end stands for the path's."""
    to_the_end = start.endswith("$")
    first, *pieces = start.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in pieces:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not to_the_end:
        return True
    last = pieces[-1] if pieces else ""
    return path.endswith(last) if pieces else at == len(path)
