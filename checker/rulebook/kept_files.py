"""Files kept in the user's cache folder from one run to the next.

They lie in ``$XDG_CACHE_HOME/govcheck``, by default ``~/.cache/govcheck``.  The first line of
each is the hash of its name and of what follows, so that one that was cut, changed or put
under another name is not used.  Only a folder that belongs to the user and that no one else
can write to is used: what lies there decides what documents are judged by.
``GOVCHECK_NO_CACHE=1`` switches it off.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from govcheck.errors import Unusable
from govcheck.rulebook.rule_bytes import rule_bytes

_SWITCH: Final = "GOVCHECK_NO_CACHE"
_MOST_BYTES: Final = 64 * 1024 * 1024


def read_kept(name: str) -> bytes | None:
    """Return what was kept under a name; None for nothing, and for what is not whole."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        seal, _, content = rule_bytes(folder / name, most=_MOST_BYTES).partition(b"\n")
    except (OSError, Unusable):
        return None
    return content if seal == _seal(name, content) else None


def keep(name: str, content: bytes, *, most: int) -> None:
    """Keep what has a name, and of those with its ending the newest ``most``.

    Where that cannot be done, do nothing.
    """
    folder = cache_folder()
    if folder is None:
        return
    unfinished = folder / f".{name}.{os.getpid()}"
    try:
        unfinished.write_bytes(_seal(name, content) + b"\n" + content)
        unfinished.replace(folder / name)
        _make_room(folder, Path(name).suffix, most)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _seal(name: str, content: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + content).hexdigest().encode()


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


def _make_room(folder: Path, suffix: str, most: int) -> None:
    files = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime)
    for file in files[:-most]:
        file.unlink(missing_ok=True)
