"""What the user hands in: reports, the pictures beside them, standard input."""

import os
import sys
from io import BufferedReader
from pathlib import Path
from typing import Final, cast
from urllib.parse import unquote

from govcheck.errors import Unusable
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
        try:
            named = Path(os.path.normpath(self._folder / unquote(source.partition("?")[0])))
            path = named.resolve()
            inside = path == named and path.is_relative_to(self._folder) and path.is_file()
        except (OSError, ValueError, RuntimeError):
            return None
        return path if inside else None
