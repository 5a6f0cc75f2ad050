"""Archives unpacked into their files and packed again."""

import io
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

Files = dict[str, bytes]


def unpacked(content: bytes) -> Files:
    """Return the files of an archive of ours; none for a damaged one."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return {}


def repacked(files: Files) -> bytes:
    """Return an archive of these files with sound checksums; the same files, the same bytes."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return buffer.getvalue()
