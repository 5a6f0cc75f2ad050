"""Old and other office formats, converted to .docx by LibreOffice in a process of its own.

The file comes from a stranger, and the program that opens it is large: it works in a folder and
with a profile of its own, within time and memory, runs no macro, follows no link and reaches no
network (``profile``, ``worker``).
"""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from govcheck.converting.profile import write_profile
from govcheck.errors import Unusable
from govcheck.readers.limits import LONGEST_CONVERSION, MOST_UNPACKED_FILE

_PROGRAMS: Final = ("soffice", "libreoffice", "soffice.exe")
_USUAL: Final = (
    "/usr/bin",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:\\Program Files\\LibreOffice\\program",
)
"""Where it is installed on Linux, macOS and Windows."""
_FAILED: Final = (
    "LibreOffice 未能转换这份文件（可能已损坏、已加密或过大）；"
    "请用 Word 或 WPS 打开，另存为 .docx 后再检查"
)


def to_docx(content: bytes, suffix: str) -> bytes | None:
    """Return the Word file that LibreOffice makes of a file; None where it is not installed.

    ``suffix`` is the end of the name by which it knows the format.  Raises Unusable where it
    fails, or takes longer than ``LONGEST_CONVERSION`` seconds.
    """
    program = office_program()
    if program is None:
        return None
    from govcheck.processes.starting import Failed, answer  # noqa: PLC0415 - few files need it

    with TemporaryDirectory(prefix="govcheck-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        write_profile(home / "profile")
        (home / f"report{suffix}").write_bytes(content)
        order = f"{program}\n{folder}\n{suffix}".encode()
        try:
            converted = answer(
                "govcheck.converting.worker",
                order,
                seconds=LONGEST_CONVERSION,
                most=MOST_UNPACKED_FILE,
            )
        except Failed:
            raise Unusable(_FAILED) from None
    if not converted:
        raise Unusable(_FAILED)
    return converted


def office_program() -> str | None:
    """Return the path of LibreOffice, or None.

    It is not looked for in the working directory: that may hold a report, and whatever came
    with it.
    """
    listed = os.environ.get("PATH", "").split(os.pathsep)
    folders = (Path(one) for one in (*listed, *_USUAL) if one)
    programs = (
        folder / name
        for folder in folders
        if folder.is_absolute() and not _is_here(folder)
        for name in _PROGRAMS
    )
    return next(
        (str(one) for one in programs if one.is_file() and os.access(one, os.X_OK)), None
    )


def _is_here(folder: Path) -> bool:
    with suppress(OSError):
        return folder.samefile(Path.cwd())
    return False
