"""The user's files: read within limits, written, and every failure said in words."""

from pathlib import Path

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


def save(path: Path, content: bytes) -> None:
    """Write a file.  Raises Unusable, in words, where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Unusable(f"无法写入 {path}（{error.strerror}）") from error
