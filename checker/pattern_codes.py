"""Patterns compiled by an earlier run: what Python's own compiler makes of them is kept.

Half of a short run went into compiling some 300 patterns of Chinese characters, for which
``re`` looks through all 65,536 characters of a plane at every class.  What it comes to are
numbers for the interpreter's own engine, and they can be kept like any module's bytecode.

No public interface gives them out or takes them in.  So nothing depends on it: what is kept
is bound to the very interpreter that made it, the engine checks it before it is used, and
whatever does not fit, here or there, is compiled as ever.
"""

import re
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Final, NamedTuple

MOST_KEPT: Final = 4000
"""Patterns that are kept; a run needs some 300."""


class Code(NamedTuple):
    """What a pattern compiles to."""

    flags: int
    code: bytes
    groups: int
    names: tuple[tuple[str, int], ...]
    """Of its groups, with their numbers."""


Codes = dict[tuple[str, int], Code]
_kept: Codes = {}
_made: Codes = {}
_keeping = False


def interpreter() -> str:
    """Return a name for the engine that codes are for: no other may use them."""
    told = f"{sys.implementation.cache_tag} {sys.version} {sys.byteorder} {array('I').itemsize}"
    return sha256(told.encode()).hexdigest()


def use(codes: Mapping[tuple[str, int], Code]) -> None:
    """Take codes that an earlier run has made, and note those that this one makes."""
    global _keeping  # noqa: PLW0603 - one process, one store
    _kept.update(codes)
    _keeping = True


def made() -> Codes | None:
    """Return all codes known, if this run has made any; None if not."""
    if not _made or len(_kept) + len(_made) > MOST_KEPT:
        return None
    return _kept | _made


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern, or make it from the code that is kept of it."""
    kept = _kept.get((pattern, flags))
    if kept is not None:
        with suppress(Exception):
            return _from_code(pattern, kept)
    found = re.compile(pattern, flags)
    if _keeping:
        with suppress(Exception):
            _made[pattern, flags] = _code_of(pattern, flags, found)
    return found


def _from_code(pattern: str, kept: Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found] # noqa: PLC0415 - of CPython alone

    names = dict(kept.names)
    numbered: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names:
        numbered[number] = name
    code = array("I", kept.code).tolist()
    found: re.Pattern[str] = _sre.compile(
        pattern, kept.flags, code, kept.groups, names, tuple(numbered)
    )
    return found


def _code_of(pattern: str, flags: int, found: re.Pattern[str]) -> Code:
    from re import _compiler, _parser  # type: ignore[attr-defined] # noqa: PLC0415 - not public

    pattern.encode()  # what cannot be written is not kept
    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))  # noqa: SLF001
    return Code(found.flags, code.tobytes(), found.groups, tuple(found.groupindex.items()))
