"""A Chromium that stays: to start one takes five times as long as to print a page.

It is told what to do over two pipes, in the protocol of its developer tools, each message
followed by a zero; when the pipes are closed it ends.
"""

import atexit
import json
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping
from select import select
from tempfile import TemporaryDirectory
from typing import Any, Final

_QUIET: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
_START: Final = """
import fcntl, os, sys
given = [fcntl.fcntl(int(one), fcntl.F_DUPFD_CLOEXEC, 10) for one in sys.argv[1:3]]
for own, of_chromium in zip(given, (3, 4)):
    os.dup2(own, of_chromium)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""It reads what it is told from its third pipe, and answers on its fourth."""
_AS_PRINTED: Final = {
    "displayHeaderFooter": True,
    "printBackground": True,
    "preferCSSPageSize": True,
    "generateTaggedPDF": True,
}
"""What ``--print-to-pdf`` does."""
_PATIENCE: Final = 120


class LastingChromium:
    """A browser that prints one page after the other."""

    def __init__(self, program: str) -> None:
        self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
        read, self._told = os.pipe()
        self._answers, write = os.pipe()
        profile = f"--user-data-dir={self._folder.name}"
        self._process = subprocess.Popen(  # noqa: S603 - ours
            [sys.executable, "-c", _START, str(read), str(write), program, *_QUIET, profile],
            pass_fds=(read, write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read)
        os.close(write)
        self._read = b""
        self._number = 0
        atexit.register(self._end)

    def pdf(self, address: str) -> bytes:
        """Print what is at an address."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        session = attached["sessionId"]
        self._ask("Page.enable", session)
        self._ask("Page.navigate", session, url=address)
        while self._message().get("method") != "Page.loadEventFired":
            pass
        printed = self._ask("Page.printToPDF", session, **_AS_PRINTED)
        self._ask("Target.closeTarget", targetId=target)
        return b64decode(printed["data"])

    def _ask(self, method: str, session: str = "", **parameters: object) -> Mapping[str, Any]:
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if session:
            asked["sessionId"] = session
        os.write(self._told, json.dumps(asked).encode() + b"\0")
        while (answer := self._message()).get("id") != self._number:
            pass
        result: Mapping[str, Any] = answer["result"]
        return result

    def _message(self) -> Mapping[str, Any]:
        while b"\0" not in self._read:
            if not select([self._answers], [], [], _PATIENCE)[0]:
                raise TimeoutError
            more = os.read(self._answers, 1 << 20)
            if not more:
                raise BrokenPipeError
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        received: Mapping[str, Any] = json.loads(message)
        return received

    def _end(self) -> None:
        os.close(self._told)
        os.close(self._answers)
        self._process.wait(_PATIENCE)
        self._folder.cleanup()
