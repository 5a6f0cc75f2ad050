"""From bytes to text, by the bytes alone: what a file says of its encoding is often wrong."""

import codecs
import re
from typing import Final

from govcheck.errors import Unusable
from govcheck.readers.foreign import refuse_foreign
from govcheck.signs import SIGNS

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16: must come first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READABLE: Final = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "ZIP 压缩包或 Office 文件（docx、xlsx 等）"),
)
"""What has readers of its own, in a place where only text can stand."""
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DOUBLE_BYTES: Final = re.compile(rb"(?:[\x81-\xfe][\x30-\xfe])+")
"""Characters of GB18030 and Big5: the first byte is beyond ASCII, the second need not be."""
_WITHOUT_ZEROS: Final = ("gb18030", "big5hkscs", "utf-8")
_WITH_ZEROS: Final = ("utf-16-le", "utf-16-be", *_WITHOUT_ZEROS)
"""Zero bytes are half of the markup in UTF-16, and a slip of the pen elsewhere."""

_COMMON: Final = frozenset(SIGNS.common)
_SAMPLE: Final = 4_096
_ERROR_COST: Final = 20
"""One undecodable character weighs as much as so many common ones."""
_FEW: Final = 0.02
"""Damage up to this share of the characters beyond ASCII leaves an encoding believable."""
_LEAST_SENSE: Final = 0.3
"""Of Chinese or markup rightly decoded, at least this share is common characters or ASCII."""


EMPTY: Final = "文件为空；请重新保存或重新下载"
"""What is said of a file that holds nothing."""
_ORIGINAL: Final = "；请提供 Word 原稿、网页或由文字处理软件直接导出的 PDF"
_CHARSETS: Final = {
    **{name: name for name in ("utf-8", "gb18030", "big5hkscs", "iso8859-1", "cp1252")},
    **{name: name for name in ("shift_jis", "euc_kr")},
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("big5", "cp950"), "big5hkscs"),
}
"""Encodings beyond ASCII that a file may declare, by Python's name, and what is read for each.

Python has others, which transform (rot13), have no end (zlib) or were never a file's (idna)."""


def decoded(content: bytes, declared: str) -> tuple[str, str] | None:
    """Return the text and the name of its encoding: UTF-8 if it is that, else as declared.

    What is sound UTF-8 is nothing else, whatever the file declares.  Returns None where it is
    neither.
    """
    for name in ("utf-8", declared.strip()):
        try:
            known = _CHARSETS[codecs.lookup(name).name]
            return content.decode(known), known
        except (LookupError, ValueError):
            continue
    return None


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding; a byte-order mark is taken off.

    Raises Unusable for what holds no text: an empty, a binary or another kind of file.
    """
    if not content.strip():
        raise Unusable(EMPTY)
    _refuse_other_formats(content)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(name, "replace"), name)
    if b"\0" in content:
        return _checked(*_best(content, content[:_SAMPLE], _WITH_ZEROS))
    _refuse_binary(content)
    try:
        return content.decode(), "utf-8"
    except UnicodeDecodeError:
        return _damaged_or_national(content)


def _refuse_other_formats(content: bytes) -> None:
    refuse_foreign(content)
    for sign, name in _READABLE:
        if content.startswith(sign):
            raise Unusable(f"不是文本或网页，而是{name}{_ORIGINAL}")


def _refuse_binary(content: bytes) -> None:
    if len(_CONTROL.findall(content[:_SAMPLE])) > _FEW * len(content[:_SAMPLE]):
        raise Unusable(f"不是文本或网页{_ORIGINAL}")


def _damaged_or_national(content: bytes) -> tuple[str, str]:
    """Read bytes that are not sound UTF-8: UTF-8 with a few losses, GB18030 or Big5."""
    text = content.decode("utf-8", "replace")
    beyond_ascii = (len(content) - len(text)) / 2  # of three bytes each
    if _losses(text) <= _FEW * beyond_ascii:
        return text, "utf-8"
    sample = b"".join(_DOUBLE_BYTES.findall(content[: 16 * _SAMPLE]))[:_SAMPLE]
    return _checked(*_best(content, sample, _WITHOUT_ZEROS))


def _best(content: bytes, sample: bytes, names: tuple[str, ...]) -> tuple[str, str]:
    """Decode by whichever of these encodings makes most sense of a sample."""
    name = max(names, key=lambda name: _sense(sample.decode(name, "replace")))
    return content.decode(name, "replace"), name


def _sense(text: str) -> int:
    """Return how much of a text is Chinese or markup, less what cannot be either."""
    return _familiar(text) - _ERROR_COST * (_losses(text) + text.count("\0"))


def _familiar(text: str) -> int:
    """Return how many characters are common ones or ASCII."""
    return sum(map(_COMMON.__contains__, text)) + len(text.encode("ascii", "ignore"))


def common_share(text: str) -> float:
    """Return what share of a text (not empty) is characters that Chinese is full of."""
    return sum(map(_COMMON.__contains__, text)) / len(text)


def _losses(text: str) -> int:
    return text.count("\ufffd")


def _checked(text: str, name: str) -> tuple[str, str]:
    """Return text and name, unless it is no text at all."""
    if not text.strip():
        raise Unusable(EMPTY)
    sample = text[:_SAMPLE]
    _refuse_binary(sample.encode("utf-8", "replace"))
    if _familiar(sample) < _LEAST_SENSE * len(sample):
        raise Unusable(f"不是文本或网页，或者编码无法识别{_ORIGINAL}")
    return text, name
