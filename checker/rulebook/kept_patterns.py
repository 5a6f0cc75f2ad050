"""Keep what patterns compile to (``pattern_codes``) from one run to the next."""

import atexit
from contextlib import suppress
from functools import cache
from typing import Final

from msgspec import DecodeError, ValidationError
from msgspec.msgpack import decode, encode

from govcheck.pattern_codes import Code, interpreter, made, use
from govcheck.rulebook.kept_files import cache_folder, keep, read_kept

_SUFFIX: Final = ".patterns"
_KEPT: Final = 2
"""Of so many interpreters; the oldest make way."""
_Kept = list[tuple[str, int, Code]]


@cache
def recall() -> None:
    """Take what earlier runs have kept; when this one ends, keep what it has added."""
    if cache_folder() is None:
        return
    kept: _Kept = []
    with suppress(DecodeError, ValidationError):
        kept = decode(read_kept(_name()) or encode([]), type=_Kept)
    use({(pattern, flags): code for pattern, flags, code in kept})
    atexit.register(_keep)


def _keep() -> None:
    codes = made()
    if codes:
        kept = [(pattern, flags, code) for (pattern, flags), code in codes.items()]
        keep(_name(), encode(kept), most=_KEPT)


def _name() -> str:
    return interpreter() + _SUFFIX
