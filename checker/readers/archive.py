"""ZIP archives, read within limits: Word files and saved pages."""

import struct
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - a class with the name of a variable

from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.readers.limits import (
    LARGE,
    MEGABYTE,
    MOST_ENTRIES,
    MOST_RATIO,
    MOST_UNPACKED,
    MOST_UNPACKED_FILE,
)

_ENCRYPTED: Final = 0x1
_DAMAGE: Final = (
    *(BadZipFile, ZlibError, LZMAError, struct.error, EOFError, OSError, LookupError),
    *(ValueError, OverflowError, RuntimeError),
)
"""What the library raises for an archive that lies about itself."""
_ANEW: Final = "请用 Word 或 WPS 重新保存，或只提交报告正文"
_DRIVE: Final = late_pattern("[A-Za-z]:")
_LONGEST_NAME: Final = 100


class Archive:
    """The files of an archive, each unpacked when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Look the archive over; nothing is unpacked.

        Raises Unusable for one that is damaged or encrypted, that would unpack to more than
        the limits allow, or that holds paths leading out of it.
        """
        try:
            self._zip = ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        except _DAMAGE as error:
            raise Unusable("压缩包已损坏，无法打开；请重新保存或重新下载") from error
        _require_sane(entries)
        _require_one_each(entries)
        self.entries: Mapping[str, ZipInfo] = {entry.filename: entry for entry in entries}
        """Name to entry, in the archive's order."""

    def within_package(self, name: str) -> str:
        r"""Return the file that an Office package means by a name, or nothing.

        To it upper case is lower case; old programs write \ for /, others escape what is not
        ASCII.
        """
        for written in (name, unquote(name)):
            if known := self._folded.get(_folded(written)):
                return known
        return ""

    def require_one_of_each_name(self) -> None:
        """Raise Unusable for a package in which programs would find different files."""
        for name in self.entries:
            if self.within_package(name) != name:
                raise Unusable(f"压缩包内有两个只差大小写的 {shown(name)}，不予读取；{_ANEW}")

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {_folded(name): name for name in reversed(list(self.entries))}

    def __contains__(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return name in self.entries

    def read(self, name: str) -> bytes:
        """Unpack a file.  Raises KeyError when there is none, Unusable when it is damaged."""
        entry = self.entries[name]
        try:
            with self._zip.open(entry) as file:
                return file.read(entry.file_size + 1)  # asked for all, it unpacks all
        except _DAMAGE as error:
            raise Unusable(f"压缩包中的 {shown(name)} 已损坏；请重新保存或重新下载") from error


def _require_sane(entries: list[ZipInfo]) -> None:
    """Refuse what no honest program packs, by the archive's directory alone."""
    if len(entries) > MOST_ENTRIES:
        raise Unusable(f"压缩包内的文件超过 {MOST_ENTRIES} 个，不予读取；{_ANEW}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unusable(f"压缩包解开后超过 {MOST_UNPACKED // MEGABYTE} MB，不予读取；{_ANEW}")
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Unusable("压缩包已加密，请解除密码后再检查")
        if _leads_out(entry.filename):
            raise Unusable(f"压缩包内有指向外部的路径，不予读取；{_ANEW}")
        if entry.file_size > MOST_UNPACKED_FILE:
            limit = MOST_UNPACKED_FILE // MEGABYTE
            raise Unusable(
                f"压缩包中的 {shown(entry.filename)} 解开后超过 {limit} MB，不予读取；{_ANEW}"
            )
        if entry.file_size > max(LARGE, MOST_RATIO * entry.compress_size):
            raise Unusable(f"压缩包中的 {shown(entry.filename)} 压缩比异常，不予读取；{_ANEW}")


def _require_one_each(entries: list[ZipInfo]) -> None:
    """Refuse an archive in which programs would find different files under one name."""
    first: dict[str, ZipInfo] = {}
    for entry in entries:
        other = first.setdefault(entry.filename, entry)
        if (entry.CRC, entry.file_size) != (other.CRC, other.file_size):
            raise Unusable(f"压缩包内有两个不同的 {shown(entry.filename)}，不予读取；{_ANEW}")


def _folded(name: str) -> str:
    return name.replace("\\", "/").lower()


def _leads_out(name: str) -> bool:
    """Whether a path would not stay in the folder that the archive is unpacked in."""
    path = name.replace("\\", "/")
    absolute = path.startswith("/") or _DRIVE.match(path) is not None
    return absolute or ".." in PurePosixPath(path).parts


def shown(name: str) -> str:
    """Return a file's name as a line can hold it: cut short, hidden characters written out."""
    signs = (sign if sign.isprintable() else f"‹U+{ord(sign):04X}›" for sign in name)
    text = "".join(signs)
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
