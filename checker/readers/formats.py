"""Which reader takes a file: by its first bytes, else by the end of its name."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.errors import Unusable
from govcheck.readers.encoding import decode
from govcheck.readers.foreign import refuse_foreign, remedy
from govcheck.readers.limits import MEGABYTE, MOST_TEXT
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
    InputFormat(reader="from_html:read_html", suffixes=(".html", ".htm")),
    InputFormat(reader="from_text:read_text", suffixes=(".txt", ".md")),
    InputFormat(
        reader="from_zip:read_zip",
        suffixes=(".docx", ".zip"),
        signature=re.compile(re.escape(ZIP_SIGNATURE)),
    ),
    InputFormat(
        reader="from_pdf:read_pdf",
        suffixes=(".pdf",),
        signature=re.compile(
            rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-|(?s:(?!\s*[<{]|PK).{0,1000}?)%PDF-[12]\.[0-9][\r\n]"
        ),
    ),
    InputFormat(
        reader="from_mhtml:read_mhtml",
        suffixes=(".mhtml", ".mht"),
        signature=re.compile(
            rb"(?i:\s{0,64}(?:[\w-]{1,64}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,20}){0,30}?"
            rb"content-type:\s{0,64}multipart/related)"
        ),
    ),
)
_HTML, _TEXT = _FORMATS[:2]
SUFFIXES: Final = tuple(suffix for known in _FORMATS for suffix in known.suffixes)
"""What can be read, by the end of a file's name."""
_OLD: Final = frozenset({".doc", ".dot", ".wps", ".wpt"})
_PAGE: Final = re.compile(rb"(?i)<html[\s>]")
_BEGINNING: Final = 4096
"""Content systems write web pages under the name of Word files, and say so up here."""


def read_page(content: bytes, suffix: str) -> RawPage:
    """Read a file; ``suffix`` is the end of its name in lower case, empty for none.

    A file that says by its first bytes what it is, is that, whatever it is called.  Raises
    Unusable for a format that cannot be read.
    """
    refuse_foreign(content)
    known = next(
        (known for known in _FORMATS if known.signature and known.signature.match(content)),
        None,
    )
    if known:
        return _function(known)(content)
    return _read_text(content, suffix)


def _read_text(content: bytes, suffix: str) -> RawPage:
    if suffix in _OLD and _PAGE.search(content, 0, _BEGINNING):
        suffix = ".html"
    if words := remedy(suffix):
        raise Unusable(words)
    known = next((known for known in _FORMATS if suffix in known.suffixes), None)
    if suffix and known is None:
        raise Unusable(f"不支持 {suffix} 文件；可用的格式：{'、'.join(SUFFIXES)}")
    if known and known.signature:
        raise Unusable(f"内容不是 {suffix} 文件，可能已损坏或改过后缀；请重新保存或重新下载")
    if len(content) > MOST_TEXT:
        raise Unusable(f"网页或文本超过 {MOST_TEXT // MEGABYTE} MB，不予读取")
    text, encoding = decode(content)
    known = known or (_HTML if "</" in text else _TEXT)
    return replace(_function(known)(text), encoding=encoding)


def _function(known: InputFormat) -> Callable[..., RawPage]:
    module, _, name = known.reader.partition(":")
    function: Callable[..., RawPage] = getattr(
        import_module(f"govcheck.readers.{module}"), name
    )
    return function
