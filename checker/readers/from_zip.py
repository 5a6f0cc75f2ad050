"""ZIP archives: a Word file, which is one, or a page or a file saved into one."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipInfo

from msgspec.structs import replace

from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.readers.archive import Archive, shown
from govcheck.readers.companions import (
    held_files,
    image_addresses,
    with_missing_pictures,
    with_pictures,
)
from govcheck.readers.foreign import CONVERTIBLE, refuse_foreign_package
from govcheck.readers.formats import SUFFIXES, ZIP_SIGNATURE, read_page
from govcheck.readers.from_docx import read_docx
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawPage
from govcheck.signs import sign

_OFFICE: Final = "[Content_Types].xml"
_UTF8: Final = 0x800
"""The flag of an entry whose name is in UTF-8."""
_COMPANIONS: Final = late_pattern(rf"{sign('folder_of_page')}\Z")
"""How the folders end that browsers save a page's pictures and frames in."""
_REPORTS: Final = frozenset({*SUFFIXES, *CONVERTIBLE})
_MOST_NAMES: Final = 8


def read_zip(content: bytes) -> RawPage:
    """Read a Word file, or the one report in an archive, with the pictures beside it.

    Raises Unusable when there is no report in it, or more than one.
    """
    archive = Archive(content)
    if archive.within_package(_OFFICE):
        return read_docx(content)
    refuse_foreign_package(content, archive.within_package)
    entries = {_name(entry): key for key, entry in archive.entries.items()}
    name = _report(list(entries))
    inner = archive.read(entries[name])
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    page = _inner_page(inner, name, suffix)
    folder = "" if path.parent == PurePosixPath() else f"{path.parent}/"
    beside = {other.removeprefix(folder): key for other, key in entries.items()}
    return _with_pictures(page, beside, archive)


def _inner_page(content: bytes, name: str, suffix: str) -> RawPage:
    """Read the report in an archive; an archive in an archive is no report."""
    if not content.startswith(ZIP_SIGNATURE):
        return read_page(content, suffix)
    inner = Archive(content)
    if inner.within_package(_OFFICE) or suffix == ".docx":
        return read_docx(content)
    refuse_foreign_package(content, inner.within_package)
    raise Unusable(f"压缩包中的 {shown(name)} 还是压缩包；请解开后逐份检查")


def _with_pictures(page: RawPage, beside: Mapping[str, str], archive: Archive) -> RawPage:
    """Return a page with the pictures that an archive holds; ``beside`` names its files."""
    held = held_files(image_addresses(page), beside)
    known = with_missing_pictures(page, held)
    whole = with_pictures(known, held, lambda source: archive.read(held[source]))
    frames = held_files([frame.address for frame in page.frames], beside)
    framed = PackedPictures(
        {**page.framed, **frames}.keys(),
        lambda one: archive.read(frames[one]) if one in frames else page.framed[one],
    )
    return replace(whole, framed=framed)


def _name(entry: ZipInfo) -> str:
    """Return an entry's name; Windows in China writes it in GB18030 and does not say so."""
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def _report(names: Sequence[str]) -> str:
    """Return the only file of a format that can be read; what pages bring along counts not."""
    files = [name for name in names if not name.endswith("/") and not _is_aside(name)]
    found = [name for name in files if PurePosixPath(name).suffix.lower() in _REPORTS]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unusable(f"压缩包内有 {len(found)} 份文件，请解开后逐份检查：{_listed(found)}")
    there = _listed(files) or "没有文件"
    raise Unusable(f"压缩包内没有可读的报告：{there}；请放入 Word、网页或 PDF 格式的报告")


def _is_aside(name: str) -> bool:
    folders = PurePosixPath(name).parts[:-1]
    hidden = name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")
    return hidden or any(map(_COMPANIONS.search, folders))


def _listed(names: Sequence[str]) -> str:
    return "、".join(map(shown, names[:_MOST_NAMES])) + (
        "等" if len(names) > _MOST_NAMES else ""
    )
