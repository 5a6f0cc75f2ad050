"""Keep a rule book that was found sound, so that the next start need not read YAML again.

The book lies as JSON in the user's cache folder (``$XDG_CACHE_HOME/govcheck``, by default
``~/.cache/govcheck``), named by the hash of all that it was made of; its first line is the
hash of that name and of the book, so that one that was cut, changed or put under another name
is read anew.  Only a folder that belongs to the user and that no one else can write to is
used: what lies there decides what documents are judged by.  ``GOVCHECK_NO_CACHE=1`` switches
it off.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from govcheck.errors import Unusable
from govcheck.kinds.registry import KINDS
from govcheck.rulebook.conversion import Conversion
from govcheck.rulebook.late_pattern import late_pattern
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.references import References
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.rule_bytes import rule_bytes
from govcheck.version import __version__

_SWITCH: Final = "GOVCHECK_NO_CACHE"
_KEPT: Final = 8
"""How many books are kept; the oldest make way."""
_MOST_BYTES: Final = 64 * 1024 * 1024


def cache_key(digest: str, root: Path) -> str:
    """Return the name of a book: what the rules say, and what the program makes of it."""
    schema = (root / "rule.schema.json").read_bytes()
    return sha256(b"\0".join([digest.encode(), __version__.encode(), schema])).hexdigest()


def restore(key: str) -> Rulebook | None:
    """Return the book that was kept under a key, or None."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        kept = rule_bytes(folder / f"{key}.json", most=_MOST_BYTES)
        seal, _, content = kept.partition(b"\n")
        if seal != _seal(key, content):
            return None
        data: Mapping[str, Any] = json.loads(content)
        conversion = Conversion(References(kinds=KINDS, pattern=late_pattern))
        book: Rulebook = conversion.build(Rulebook, data)
    except (OSError, Unusable, ArithmeticError, LookupError, RecursionError):
        return None
    except (ValueError, TypeError, AttributeError):
        return None
    return None if conversion.misfits else book


def store(key: str, book: Rulebook) -> None:
    """Keep a book; where that cannot be done, do nothing."""
    folder = cache_folder()
    if folder is None:
        return
    content = json.dumps(plain(book), ensure_ascii=False, separators=(",", ":")).encode()
    unfinished = folder / f".{key}.{os.getpid()}"
    try:
        unfinished.write_bytes(_seal(key, content) + b"\n" + content)
        unfinished.replace(folder / f"{key}.json")
        _make_room(folder)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _seal(key: str, content: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + content).hexdigest().encode()


def cache_folder() -> Path | None:
    """Return the cache folder, made if need be; None when it must not or cannot be used."""
    if os.environ.get(_SWITCH):
        return None
    try:
        caches = _caches()
        if caches is None:
            return None
        folder = caches / "govcheck"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.lstat()
    except (OSError, RuntimeError, ValueError):
        return None
    others = stat.S_IWGRP | stat.S_IWOTH
    own = not hasattr(os, "getuid") or (
        state.st_uid == os.getuid() and not state.st_mode & others
    )
    return folder if own and stat.S_ISDIR(state.st_mode) else None


def _caches() -> Path | None:
    """Return the folder for caches; a home that is not there is not made."""
    said = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if said.is_absolute():
        return said
    home = Path.home()
    return home / ".cache" if home.is_absolute() and home.is_dir() else None


def _make_room(folder: Path) -> None:
    books = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for book in books[:-_KEPT]:
        book.unlink(missing_ok=True)
