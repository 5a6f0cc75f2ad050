"""The process that reads a PDF file; ``isolation`` starts it.

pdfium is written in C++ and stops at nothing: a small file can make it fill the memory, run
for days, or end the process.  Here it may do so.  A line of JSON is written for every page;
a text instead of a page says why the file cannot be read.
"""

import sys

import msgspec

from govcheck.errors import Unusable
from govcheck.processes.lifeline import bound, end_with_parent
from govcheck.readers.limits import LONGEST_READING, MOST_MEMORY


def main(content: bytes) -> None:
    """Read a file and write its pages to standard output."""
    end_with_parent()
    bound(seconds=LONGEST_READING, memory=MOST_MEMORY)
    from govcheck.readers.pdf.file import read_folios  # noqa: PLC0415 - within the limits

    try:
        for folio in read_folios(content):
            _say(folio)
    except Unusable as error:
        _say(str(error))


def _say(one: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
