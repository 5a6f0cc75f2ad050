"""PDF files read in a process of their own, which may fail."""

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import Final

from govcheck.errors import Unusable
from govcheck.readers.limits import LONGEST_READING
from govcheck.readers.pdf.folio import Folio

_WORKER: Final = (sys.executable, "-m", "govcheck.readers.pdf.worker")


def read_folios(content: bytes) -> list[Folio]:
    """Return the pages of a PDF file.

    Raises Unusable, with the reason, for one that cannot be read within the limits, and where
    the extra that reads PDF files is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise Unusable("读取 PDF 需要另装组件：pip install 'govcheck[pdf]'")
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of the file's is run
            _WORKER, input=content, capture_output=True, timeout=LONGEST_READING, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise Unusable(
            "PDF 无法在限定的时间和内存内读出，可能已损坏；请重新导出或重新下载"
        ) from None
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    if pages and isinstance(pages[-1], str):
        raise Unusable(pages[-1])
    return [Folio.of_plain(page) for page in pages]
