"""Pages that are written whole, and wait beside their place until the journal takes them."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

_LEAD: Final = ".govcheck-"
_END: Final = ".tmp"


class Unwritten(Exception):
    """Nothing can be written, by the OSError that is this one's cause."""

    def __init__(self, number: int) -> None:
        """Take the number of the error (errno)."""
        super().__init__(number)
        self.number = number


def name_beside() -> str:
    """Return a name that no other file has; what is left under it goes with the next run."""
    return f"{_LEAD}{os.urandom(8).hex()}{_END}"


def write_beside(folder: Path, pieces: Iterable[bytes]) -> tuple[str, str]:
    """Write a file under a name of its own; return that and the hash of the content.

    Raises Unwritten, and leaves nothing.
    """
    name, whole = name_beside(), sha256()
    path = folder / name
    try:
        with path.open("xb") as file:
            for piece in pieces:
                whole.update(piece)
                file.write(piece)
    except BaseException as error:
        with suppress(OSError):
            path.unlink()
        if isinstance(error, OSError):
            raise Unwritten(error.errno or 0) from error
        raise
    return name, whole.hexdigest()


def hash_of(path: Path) -> str:
    """Return the hash of a file that the batch has written; nothing where there is none."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def clear(folder: Path) -> None:
    """Take away what a run that was killed has left."""
    with suppress(OSError):
        for path in folder.glob(f"{_LEAD}*{_END}"):
            path.unlink(missing_ok=True)
