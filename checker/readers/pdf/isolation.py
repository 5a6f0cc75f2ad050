"""PDF files read in a process of their own, which may fail."""

from importlib.util import find_spec
from typing import Final

import msgspec

from govcheck.errors import Unusable
from govcheck.processes.starting import Failed, answer
from govcheck.readers.limits import LONGEST_READING, MOST_ANSWER
from govcheck.readers.pdf.folio import Folio

_WORKER: Final = "govcheck.readers.pdf.worker"
_LINE: Final = msgspec.json.Decoder(Folio | str)


def read_folios(content: bytes) -> list[Folio]:
    """Return the pages of a PDF file.

    Raises Unusable, with the reason, for one that cannot be read within the limits, and where
    the extra that reads PDF files is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise Unusable('读取 PDF 需要另装组件：pip install "govcheck[pdf]"')
    try:
        said = answer(_WORKER, content, seconds=LONGEST_READING, most=MOST_ANSWER)
        return _folios(said)
    except (Failed, msgspec.MsgspecError, UnicodeDecodeError, OSError):
        raise Unusable(
            "PDF 无法在限定的时间和内存内读出，可能已损坏；请重新导出或重新下载"
        ) from None


def _folios(said: bytes) -> list[Folio]:
    """Read what the process says, line by line.  Raises Unusable for a reason instead."""
    folios: list[Folio] = []
    for line in said.splitlines():
        one = _LINE.decode(line)
        if isinstance(one, str):
            raise Unusable(one)
        folios.append(one)
    return folios
