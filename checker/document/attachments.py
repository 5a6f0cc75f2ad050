"""Reports that are not on the page: given as a file to download, or as pictures."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from govcheck.document.blocks import Grid, Image, Link, Paragraph, Shown
from govcheck.document.loss import Cause, Loss
from govcheck.document.picture_losses import is_unread, pictured_anywhere
from govcheck.document.report import Document
from govcheck.late_pattern import late_pattern

FILE: Final = late_pattern(r"\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?)(?:$|[?#&])", re.IGNORECASE)
"""How the addresses of files end that may hold a report."""

_ATTACHED: Final = Loss(
    cause=Cause.OTHER,
    reason="页面上没有可读的报告正文，正文可能在附件中，而附件未读取",
    look_at="页面的附件",
)
_VIEWERS: Final = (Shown.FRAME, Shown.DRAWN)
_PICTURED: Final = "页面上没有可读的报告正文，正文可能在{0}中"
_HEADLESS: Final = "页面上有正文而没有各部分的标题，标题可能在{0}中，{0}未读取"
_MUCH: Final = 500
"""Prose of so many characters is some of a report; less may only introduce it."""


def attached_files(document: Document) -> Iterator[Link]:
    """Yield the links to files that stand in the body or are named as a report."""
    report = document.vocabulary.pattern("titles.attached")
    for link in document.links:
        if (link.in_body or report.search(link.text)) and FILE.search(link.address):
            yield link


def attached_file(document: Document) -> Link | None:
    """Return the first of them."""
    return next(attached_files(document), None)


def file_name(address: str) -> str:
    """Return the name of a file by its address, or by what a viewer's address asks for."""
    named = FILE.search(unquote(address))
    return unquote(address)[: named.end() if named else None].rpartition("/")[2].rstrip("?#&")


def shows_file(document: Document) -> bool:
    """Tell whether the body has a frame, or a place for a script, in which a file may stand."""
    return any(
        isinstance(block, Image) and is_unread(block) and block.shown in _VIEWERS
        for block in document.body
    )


def given_elsewhere(document: Document) -> Loss | None:
    """Say where the report's text must be when none of it is on the page, or return None.

    Where text is there without a heading, the headings may be pictures.
    """
    if document.parts:
        return None
    if _is_told(document) and (shown := pictured_anywhere(document, _HEADLESS)):
        return shown
    if any(isinstance(block, Grid) for block in document.body):
        return None
    if any(FILE.search(link.address) for link in document.links if not link.hidden):
        return _ATTACHED
    return pictured_anywhere(document, _PICTURED)


def _is_told(document: Document) -> bool:
    """Whether the body has a table, or as much prose as a report."""
    prose = sum(len(one.text.normal) for one in document.body if isinstance(one, Paragraph))
    return prose >= _MUCH or any(isinstance(block, Grid) for block in document.body)
