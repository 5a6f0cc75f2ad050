"""What a file of text is, by how it begins: a page, or a document that is written as XML."""

import re
from enum import StrEnum
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names

_BEGINNING: Final = 4096
_PROLOGUE: Final = late_pattern(
    r"(?:[\s\ufeff]{1,1000}+|<\?[^>]{0,500}+>|<!--(?:(?!-->).){0,2000}+-->"
    r"|<%(?:(?!%>).){0,2000}+%>){0,50}+",
    re.DOTALL,
)
"""What may stand before the first element: declarations, remarks, a server's own words."""
_FIRST_TAG: Final = late_pattern(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|base|center|table|div|frameset)\b",
    re.IGNORECASE,
)
_PAGE: Final = late_pattern(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_CLOSED: Final = late_pattern(r"<([a-z][\w:-]{0,50})([^<>]{0,2000})/>", re.IGNORECASE)
_VOID: Final = names("area base br col embed hr img input link meta param source track wbr")
"""Elements of pages that hold nothing, with or without a slash."""
_MARKUP: Final = late_pattern(r"<[!/a-z]", re.IGNORECASE)


class Written(StrEnum):
    """What a document that is written as XML is for, by the end of its usual name."""

    WORD_2003 = ".xml"
    OPEN_DOCUMENT = ".fodt"
    UNIFORM_OFFICE = ".uot"
    SHEET = ".xls"
    PACKAGE = ".docx"
    """The parts of a Word file one after the other."""


_NAMESPACES: Final = {
    "http://schemas.microsoft.com/office/word/2003/wordml": Written.WORD_2003,
    "http://schemas.microsoft.com/office/2006/xmlPackage": Written.PACKAGE,
    "<office:document": Written.OPEN_DOCUMENT,
    "<uof:UOF": Written.UNIFORM_OFFICE,
    "<uof:文字处理": Written.UNIFORM_OFFICE,
    'Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"': Written.SHEET,
}


def written_as(text: str) -> Written | None:
    """Return which program's document a text is, or None."""
    head = text[:_BEGINNING]
    if not head.lstrip("\ufeff \t\r\n").startswith("<"):
        return None
    return next((kind for words, kind in _NAMESPACES.items() if words in head), None)


def begins_as_page(text: str) -> bool:
    """Whether a text is a page from its first element on."""
    prologue = _PROLOGUE.match(text, 0, _BEGINNING)
    return _FIRST_TAG.match(text, prologue.end() if prologue else 0) is not None


def speaks_as_page(text: str) -> bool:
    """Whether a text says near its beginning that it is a page."""
    return begins_as_page(text) or _PAGE.search(text, 0, _BEGINNING) is not None


def has_markup(text: str) -> bool:
    """Whether there is anything like a tag in a text."""
    return _MARKUP.search(text) is not None


def as_browsers_read(text: str) -> str:
    """Return XHTML with an end for every tag that closes itself, which HTML does not know."""

    def ended(match: re.Match[str]) -> str:
        name, attributes = match.groups()
        return match[0] if name.lower() in _VOID else f"<{name}{attributes}></{name}>"

    return _CLOSED.sub(ended, text)
