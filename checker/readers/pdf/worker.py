"""The process that reads a PDF file: ``python -m govcheck.readers.pdf.worker < FILE``.

pdfium is written in C++ and stops at nothing: a small file can make it fill the memory, run
for days, or end the process.  Here it may do so.  A line of JSON is written for every page;
a text instead of a page says why the file cannot be read.
"""

import json
import sys

from govcheck.errors import Unusable
from govcheck.readers.limits import LONGEST_READING, MOST_MEMORY


def main() -> None:
    """Read the file on standard input."""
    _limit()
    from govcheck.readers.pdf.file import read_folios  # noqa: PLC0415 - within the limits

    try:
        for folio in read_folios(sys.stdin.buffer.read()):
            sys.stdout.write(f"{json.dumps(folio.plain())}\n")
    except Unusable as error:
        sys.stdout.write(f"{json.dumps(str(error))}\n")


def _limit() -> None:
    """Bound time and memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_READING, LONGEST_READING))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
