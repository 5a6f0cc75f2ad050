"""Turn a file's bytes into a document.

One module reads one file format (``from_*``) into a ``RawPage``; ``understand`` makes a
document of any of them.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from govcheck.document import Document, Source
from govcheck.errors import Unusable
from govcheck.form import Form
from govcheck.readers.encoding import decode
from govcheck.readers.hints import Hints
from govcheck.readers.raw import RawPage
from govcheck.readers.understand import understand

SUFFIXES = (".html", ".htm", ".txt", ".md")
"""What ``read`` takes, by the end of the file's name."""


def read(
    content: bytes, *, name: str, forms: Mapping[str, Form], hints: Hints | None = None
) -> Document:
    """Read one report; ``name`` is the file's own name, without its folder.

    Raises Unusable when there is no report to be had in it.
    """
    page = _page(content, PurePath(name).suffix.lower())
    source = Source(
        name=name,
        sha256=sha256(content).hexdigest(),
        format=page.format,
        encoding=page.encoding,
        size=len(content),
    )
    return understand(page, source=source, forms=forms, hints=hints or Hints())


def _page(content: bytes, suffix: str) -> RawPage:
    if suffix and suffix not in SUFFIXES:
        raise Unusable(f"不支持 {suffix} 文件；可用的格式：{'、'.join(SUFFIXES)}")
    text, encoding = decode(content)
    if suffix in {".txt", ".md"} or (not suffix and "</" not in text):
        from govcheck.readers.from_text import read_text  # noqa: PLC0415 - only when needed

        return replace(read_text(text), encoding=encoding)
    from govcheck.readers.from_html import read_html  # noqa: PLC0415 - only when needed

    return replace(read_html(text), encoding=encoding)
