"""What the user hands in: reports, the pictures beside them, standard input."""

import sys
from collections.abc import Mapping
from io import BufferedReader
from pathlib import Path
from typing import Final, cast

from govcheck.errors import Unusable
from govcheck.readers.companions import local_paths
from govcheck.readers.limits import MOST_BYTES
from govcheck.regular_file import bounded_bytes, too_large

_PIECE: Final = 64 * 1024


def content_of(path: Path) -> bytes:
    """Return a file's bytes.  Raises Unusable, in words, for what cannot be read."""
    return bounded_bytes(path, MOST_BYTES)


def standard_input() -> bytes:
    """Return what comes in, within the bound for a file.  Raises Unusable, in words."""
    if sys.stdin is None:
        raise Unusable("标准输入已关闭，没有可读的内容")
    content = bytearray()
    try:
        # Piece by piece: between two of them Ctrl-C is heard.
        while piece := cast("BufferedReader", sys.stdin.buffer).read1(_PIECE):
            content += piece
            if len(content) > MOST_BYTES:
                raise too_large(MOST_BYTES)
    except (OSError, ValueError):
        raise Unusable("标准输入无法读取") from None
    return bytes(content)


class PicturesBeside:
    """The pictures that a saved page refers to, where they lie beside or below it."""

    def __init__(self, page: Path) -> None:
        """Take the page's own path."""
        try:
            self._folder = page.parent.resolve()
        except (OSError, RuntimeError):  # a link that leads to itself
            self._folder = page.parent.absolute()
        self._listed: dict[Path, Mapping[str, str]] = {}

    def __contains__(self, source: object) -> bool:
        """Tell whether there is such a file."""
        return isinstance(source, str) and self._path(source) is not None

    def __getitem__(self, source: str) -> bytes:
        """Return its content.  Raises KeyError when there is none."""
        path = self._path(source)
        if path is None:
            raise KeyError(source)
        return content_of(path)

    def _path(self, source: str) -> Path | None:
        """Return the file that an address means; none that leads out of the page's folder.

        Links are not followed: whoever has packed the folder may let them lead anywhere.
        """
        paths = local_paths(source)
        exact = (found for path in paths if (found := self._inside(self._folder / path)))
        alike = (found for path in paths if (found := self._inside(self._alike(path))))
        return next(exact, None) or next(alike, None)

    def _inside(self, named: Path | None) -> Path | None:
        if named is None:
            return None
        try:
            inside = named.resolve() == named and named.is_relative_to(self._folder)
            return named if inside and named.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None

    def _alike(self, path: str) -> Path | None:
        """Return the file whose path differs in capitals alone, as Windows takes no heed."""
        found = self._folder
        for name in path.split("/"):
            entries = self._names(found)
            if name.casefold() not in entries:
                return None
            found /= entries[name.casefold()]
        return found

    def _names(self, folder: Path) -> Mapping[str, str]:
        """Return what is in a folder of the page's, by its name in small letters."""
        if folder not in self._listed:
            try:
                inside = folder.resolve() == folder
                names = sorted(one.name for one in folder.iterdir()) if inside else []
            except (OSError, ValueError, RuntimeError):
                names = []
            self._listed[folder] = {name.casefold(): name for name in reversed(names)}
        return self._listed[folder]
