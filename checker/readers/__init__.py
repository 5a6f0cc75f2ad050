"""Turn a file's bytes into a document.

One module reads one file format (``from_*``) into a ``RawPage``; ``understand`` makes a
document of any of them.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath

from govcheck.document import Document, Source
from govcheck.form import Form
from govcheck.readers.formats import read_page
from govcheck.readers.hints import Hints
from govcheck.readers.understand import understand


def read(
    content: bytes, *, name: str, forms: Mapping[str, Form], hints: Hints | None = None
) -> Document:
    """Read one report; ``name`` is the file's own name, without its folder.

    Raises Unusable when there is no report to be had in it.
    """
    page = read_page(content, PurePath(name).suffix.lower())
    source = Source(
        name=name,
        sha256=sha256(content).hexdigest(),
        format=page.format,
        encoding=page.encoding,
        size=len(content),
    )
    return understand(page, source=source, forms=forms, hints=hints or Hints())
