"""A page's source, with the addresses of files that were saved beside it led to these."""

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import quote

from govcheck.collecting.address import joined

_VALUE = re.compile(
    rb"=[ \t\r\n]{0,9}(\"[^\"<>]{1,4000}\"|'[^'<>]{1,4000}'|[^\s\"'<>=]{1,4000})"
)
"""An attribute's value.  None of these marks is the second byte of a character in GB18030."""
_ANY_ENCODING = "gb18030"


def relinked(
    content: bytes, page: str, saved: Mapping[str, str], encoding: str | None
) -> bytes:
    """Return a page that lies at the address ``page`` with what it shows led to files.

    ``saved`` gives the path of a file by its address in full.  All else stays as the site
    gave it, byte by byte.
    """
    if not saved:
        return content

    def led(found: re.Match[bytes]) -> bytes:
        mark = found[1][:1] if found[1][:1] in {b'"', b"'"} else b""
        words = found[1].strip(b"\"'").decode(encoding or _ANY_ENCODING, "replace")
        path = saved.get(joined(page, unescape(words).strip().replace("\\", "/")))
        if path is None:
            return found[0]
        before = found[0][: len(found[0]) - len(found[1])]
        return before + mark + quote(path).encode() + mark

    return _VALUE.sub(led, content)
