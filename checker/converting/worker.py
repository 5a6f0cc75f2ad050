"""The process in which LibreOffice converts one file; its child ends with it."""

import ctypes
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from govcheck.processes.lifeline import bound
from govcheck.readers.limits import (
    LONGEST_CONVERSION,
    MOST_CONVERSION_MEMORY,
    MOST_UNPACKED_FILE,
)

_OUTPUT: Final = "docx:MS Word 2007 XML"
_OPTIONS: Final = (
    *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault"),
    *("--nofirststartwizard", "--nolockcheck"),
)
_NEW_USER: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of unshare(2)."""
_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that nobody is."""
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "FONTCONFIG_PATH")
_PROXIES: Final = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")


def main(order: bytes) -> None:
    """Convert the file that an order names: program, folder, end of the file's name."""
    program, folder, suffix = order.decode().split("\n")
    home = Path(folder)
    bound(seconds=LONGEST_CONVERSION, memory=MOST_CONVERSION_MEMORY, written=MOST_UNPACKED_FILE)
    out = home / "out"
    command: list[str | Path] = [
        program,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        *_OPTIONS,
        *("--convert-to", _OUTPUT, "--outdir", out, home / f"report{suffix}"),
    ]
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 - the program found on the machine; the name is ours
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=home,
            env=_surroundings(folder),
            timeout=LONGEST_CONVERSION,
            preexec_fn=_leave_the_network if sys.platform == "linux" else None,
        )
        sys.stdout.buffer.write((out / "report.docx").read_bytes())


def _surroundings(folder: str) -> dict[str, str]:
    """Return an environment in which nothing of the user's is found."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    proxies = dict.fromkeys((*_PROXIES, *map(str.upper, _PROXIES)), _NOWHERE)
    return {**kept, **proxies, "HOME": folder, "TMPDIR": folder, "TEMP": folder, "TMP": folder}


def _leave_the_network() -> None:
    """Go where no network is, if the system lets a user do that; the profile forbids it too.

    Only a process of one thread may go: the program's own, before it begins.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
