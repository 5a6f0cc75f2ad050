"""What govcheck has written before, so that what a person has changed since is not lost.

The hashes of results lie in the user's cache folder.  A result that is not among them, be it
changed by hand or written elsewhere, is renamed before another takes its place.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from govcheck.commands.console import say
from govcheck.commands.names import shown
from govcheck.regular_file import bounded_bytes
from govcheck.rulebook.kept_files import cache_folder

_FILE: Final = "written.txt"
_KEPT: Final = 5_000
"""So many hashes are kept; of more, the older half is dropped."""
_MOST_BYTES: Final = 1024 * 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
"""Office files carry a mark that an editor drops: they need no record."""


def remember(content: bytes) -> None:
    """Note that these bytes are a result; where that cannot be done, do nothing."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        known = _known(folder)
        if len(known) >= _KEPT:
            (folder / _FILE).write_text("".join(known[_KEPT // 2 :]), "ascii")
        with (folder / _FILE).open("a", encoding="ascii") as record:
            record.write(_line(content))


def keep_changed(path: Path, content: bytes) -> Path | None:
    """Rename a result that was changed after it was written; return its new name.

    Raises OSError.
    """
    if path.is_symlink():
        return None
    there = bounded_bytes(path, _MOST_BYTES)
    if not there or there == content or there.startswith(_ZIP) or _is_remembered(there):
        return None
    return keep_aside(path)


def keep_aside(path: Path) -> Path:
    """Rename a result that a person has changed; return its new name.  Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.原-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    say(f"{shown(path)} 不是 govcheck 写出时的样子，已改名为 {shown(aside)}", err=True)
    return aside


def _is_remembered(content: bytes) -> bool:
    folder = cache_folder()
    with suppress(OSError):
        return folder is not None and _line(content) in _known(folder)
    return False


def _known(folder: Path) -> list[str]:
    try:
        return (folder / _FILE).read_text("ascii", "replace").splitlines(keepends=True)
    except FileNotFoundError:
        return []


def _line(content: bytes) -> str:
    return f"{sha256(content).hexdigest()}\n"
