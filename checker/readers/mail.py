"""The parts of an e-mail, which is what a page saved as one file is, read within limits.

The standard library's parser believes whatever a header says, and fails in as many ways as a
header can lie; what it says of a part is asked for here, once, and a part that it fails on is
an empty one.
"""

import re
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from functools import cached_property
from itertools import islice
from typing import Final

from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_BOUNDARIES, MOST_ENTRIES

_BROKEN: Final = "网页文件（mhtml）已损坏，无法打开；请重新保存"
_NESTING: Final = re.compile(
    rb"[;\s]boundary\s{0,9}\*?\d{0,3}\*?\s{0,9}=|^content-type:\s{0,9}message/",
    re.IGNORECASE | re.MULTILINE,
)
"""What begins a container of parts."""
_HEADER: Final = re.compile(
    rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_LONGEST_HEADER: Final = 16_384
"""Bytes of one header; the parser takes the square of the time that a long one should take."""


class MailPart:
    """One part: what its headers say, and its content, decoded when it is asked for."""

    def __init__(self, message: Message) -> None:
        """Ask for what the headers say."""
        self._message = message
        self.kind = _asked(message.get_content_type)
        self.charset = _asked(message.get_content_charset)
        """As it is declared; it may be no encoding at all."""
        self.location = _asked(lambda: message.get("Content-Location"))
        self.number = _asked(lambda: message.get("Content-ID"))
        self.start = _asked(lambda: message.get_param("start"))
        """Number of the part that a container says is the page."""

    @cached_property
    def content(self) -> bytes:
        """The bytes, whatever they were written in to be sent; none for what is broken."""
        try:
            payload = self._message.get_payload(decode=True)
        except Exception:  # noqa: BLE001 - see above
            return b""
        return payload if isinstance(payload, bytes) else b""


def mail_parts(content: bytes) -> list[MailPart]:
    """Return the parts of an e-mail, containers among them, in the file's order.

    Raises Unusable for one that is built as no program builds them.
    """
    if len(_NESTING.findall(content)) > MOST_BOUNDARIES or _has_long_header(content):
        raise Unusable(
            "网页文件（mhtml）的结构异常，不予读取；请在浏览器中打开，另存为“网页，全部”后再检查"
        )
    try:
        parts = list(islice(message_from_bytes(content).walk(), MOST_ENTRIES))
    except Exception as error:  # see above
        raise Unusable(_BROKEN) from error
    return [MailPart(part) for part in parts]


def _has_long_header(content: bytes) -> bool:
    return any(
        match.end() - match.start() > _LONGEST_HEADER for match in _HEADER.finditer(content)
    )


def _asked(question: Callable[[], object]) -> str:
    """Return an answer of the parser's as text; nothing where it fails."""
    try:
        return str(question() or "").strip()
    except Exception:  # noqa: BLE001 - see above
        return ""
