"""XML in any encoding brought to UTF-8: the parser reads that one, whatever a file declares."""

import codecs
import re
from typing import Final

from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.readers.encoding import decoded

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
"""How a document begins in an encoding that does not hold ASCII; the last is EBCDIC."""
_DECLARATION: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{0,100})")
_HEAD: Final = late_pattern(r"\A\s*<\?xml[^>]{0,300}\?>")


def in_utf8(content: bytes, name: str) -> bytes:
    """Return an XML document in UTF-8; as it is where it is in that, whatever it declares.

    Raises Unusable, with the name, for one in no encoding that it could be in.
    """
    mark = next((known for mark, known in _MARKS if content.startswith(mark)), "")
    text = _by_mark(content, mark) if mark else _by_declaration(content)
    if text is None:
        raise Unusable(f"{name} 的编码无法识别；请用 Word 或 WPS 重新保存")
    if not mark and text == content.decode("utf-8", "replace"):
        return content
    return _HEAD.sub("", text, count=1).encode("utf-8", "replace")


def _by_mark(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _by_declaration(content: bytes) -> str | None:
    found = _DECLARATION.match(content)
    read = decoded(content, found[1].decode("ascii", "replace") if found else "utf-8")
    return read[0] if read else None
