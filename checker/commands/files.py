"""The user's files: read within limits, written, and every failure said in words."""

from pathlib import Path
from urllib.parse import unquote

from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE, MOST_BYTES


def content_of(path: Path) -> bytes:
    """Return a file's bytes.  Raises Unusable, in words, for what cannot be read."""
    try:
        if path.is_dir():
            raise Unusable("这是一个目录，不是报告文件")
        if path.stat().st_size > MOST_BYTES:
            raise Unusable(f"文件超过 {MOST_BYTES // MEGABYTE} MB，不予读取")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unusable("文件不存在") from None
    except PermissionError:
        raise Unusable("没有读取权限") from None
    except OSError as error:
        raise Unusable(f"无法读取（{error.strerror}）") from error


class PicturesBeside:
    """The pictures that a saved page refers to, where they lie beside or below it."""

    def __init__(self, page: Path) -> None:
        """Take the page's own path."""
        self._folder = page.parent.resolve()

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
        """Return the file that an address means; none that leads out of the page's folder."""
        try:
            path = (self._folder / unquote(source.partition("?")[0])).resolve()
            inside = path.is_relative_to(self._folder) and path.is_file()
        except (OSError, ValueError):
            return None
        return path if inside else None


def save(path: Path, content: bytes) -> None:
    """Write a file.  Raises Unusable, in words, where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Unusable(f"无法写入 {path}（{error.strerror}）") from error
