"""Which reader takes a file: by its first bytes, else by the end of its name."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.errors import Unusable
from govcheck.readers.beginnings import (
    Written,
    as_browsers_read,
    begins_as_page,
    has_markup,
    speaks_as_page,
    written_as,
)
from govcheck.readers.encoding import EMPTY, decode
from govcheck.readers.foreign import refuse_foreign, refuse_named, refuse_written
from govcheck.readers.limits import MEGABYTE, MOST_TEXT
from govcheck.readers.pictures import Watch, unwatched
from govcheck.readers.raw import RawPage

ZIP_SIGNATURE: Final = b"PK\x03\x04"
"""What the first file in an archive begins with."""


class InputFormat(Struct, frozen=True, kw_only=True):
    """One format: the function that reads it, and how its files are told."""

    reader: str
    """``module:function``; the module is imported when a file asks for it."""
    suffixes: tuple[str, ...]
    signature: re.Pattern[bytes] | None = None
    """How its files begin; None for text, which is decoded before it is read."""


_FORMATS: Final = (
    InputFormat(
        reader="from_html:read_html",
        suffixes=(".html", ".htm", ".shtml", ".xhtml", ".jsp", ".aspx", ".asp", ".php"),
    ),
    InputFormat(reader="from_text:read_text", suffixes=(".txt", ".md")),
    InputFormat(
        reader="from_zip:read_zip",
        suffixes=(".docx", ".docm", ".zip"),
        signature=re.compile(re.escape(ZIP_SIGNATURE)),
    ),
    InputFormat(
        reader="from_pdf:read_pdf",
        suffixes=(".pdf",),
        signature=re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-"),
    ),
    InputFormat(
        reader="from_mhtml:read_mhtml",
        suffixes=(".mhtml", ".mht"),
        signature=re.compile(
            rb"(?i:\s{0,64}(?:[\w-]{1,64}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,20}){0,30}?"
            rb"content-type:\s{0,64}(?:multipart/|text/html|application/xhtml))"
        ),
    ),
)
_HTML, _TEXT = _FORMATS[:2]
_PRINTED, _MHTML = _FORMATS[-2:]
_SCANS: Final = InputFormat(reader="from_scans:read_scanned_pdf", suffixes=())
_FLAT: Final = InputFormat(reader="from_docx:read_flat", suffixes=())
SUFFIXES: Final = tuple(suffix for known in _FORMATS for suffix in known.suffixes)
"""What can be read, by the end of a file's name."""
_MOST_JUNK: Final = 1024
_PDF: Final = re.compile(rb"%PDF-[12]\.[0-9][\r\n]")
_OTHERWISE: Final = re.compile(rb"\s{0,64}[<{]|PK")
"""How files begin that are no PDF, whatever they hold."""
_WELL_FORMED: Final = frozenset({".xhtml"})
"""Names of pages in which a tag may close itself."""
_WORD_PROCESSORS: Final = frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf"})
"""Names of files that Word and WPS open as text where they are but text."""


def read_page(
    content: bytes, suffix: str, *, ocr: bool = False, watch: Watch = unwatched
) -> RawPage:
    """Read a file; ``suffix`` is the end of its name in lower case, empty for none.

    A file that says by its first bytes what it is, is that, whatever it is called.  ``ocr``
    says that scanned pages are to be recognised, of which ``watch`` is told.  Raises Unusable
    for a format that cannot be read.
    """
    refuse_foreign(content)
    start = _start(content)
    known = next(
        (
            known
            for known in _FORMATS
            if known.signature and known.signature.match(content, start)
        ),
        None,
    )
    if ocr and known is _PRINTED:
        return _function(_SCANS)(content, watch)
    if known:
        return _function(known)(content)
    return _read_text(content, suffix)


def is_mhtml(content: bytes) -> bool:
    """Tell whether a file is a page saved as one file, by how it begins."""
    return bool(_MHTML.signature and _MHTML.signature.match(content))


def _start(content: bytes) -> int:
    """Return where a file begins: what mail and servers put before a PDF file is none of it."""
    pdf = max(content.find(b"%PDF-", 0, _MOST_JUNK), 0)
    return pdf if _PDF.match(content, pdf) and not _OTHERWISE.match(content) else 0


def _read_text(content: bytes, suffix: str) -> RawPage:
    """Read a page or a text, whatever the file is called."""
    try:
        text, encoding = decode(content)
    except Unusable:
        _refuse_by_name(content, suffix)
        raise
    kind = written_as(text)
    if kind is Written.PACKAGE:
        return _function(_FLAT)(content)
    if kind:
        refuse_written(kind, content)
    known = _kind_of(text, suffix)
    if known is None:
        _refuse_by_name(content, suffix)
        raise Unusable(f"不支持 {suffix} 文件；可用的格式：{'、'.join(SUFFIXES)}")
    if len(content) > MOST_TEXT:
        raise Unusable(f"网页或文本超过 {MOST_TEXT // MEGABYTE} MB，不予读取；请只提交报告正文")
    if known is _HTML and suffix in _WELL_FORMED:
        text = as_browsers_read(text)
    return replace(_function(known)(text), encoding=encoding)


def _kind_of(text: str, suffix: str) -> InputFormat | None:
    """Return whether a file is a page or a text; None for one that is called otherwise."""
    if suffix in _TEXT.suffixes:
        return _HTML if begins_as_page(text) else _TEXT
    if suffix in _HTML.suffixes:
        return _HTML if has_markup(text) else _TEXT
    if speaks_as_page(text):
        return _HTML
    if suffix in _WORD_PROCESSORS:
        return _TEXT
    return None if suffix else _HTML if "</" in text else _TEXT


def _refuse_by_name(content: bytes, suffix: str) -> None:
    """Raise Unusable for what is not what it is called."""
    if not content.strip():
        raise Unusable(EMPTY)
    refuse_named(suffix)
    if any(suffix in known.suffixes and known.signature for known in _FORMATS):
        raise Unusable(f"内容不是 {suffix} 文件，可能已损坏或改过后缀；请重新保存或重新下载")


def _function(known: InputFormat) -> Callable[..., RawPage]:
    module, _, name = known.reader.partition(":")
    function: Callable[..., RawPage] = getattr(
        import_module(f"govcheck.readers.{module}"), name
    )
    return function
