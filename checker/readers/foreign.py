"""Files of other formats: what each is, by its first bytes or its name, and what to do with it.

A refusal says how the report becomes a file that can be read; it never guesses by the words
in it.
"""

from collections.abc import Container
from typing import Final

from govcheck.errors import Unusable

_BY_WORD: Final = "请用 Word 或 WPS 打开，另存为 .docx 后再检查"
_ORIGINAL: Final = "请提供 Word 原稿、网页或由文字处理软件直接导出的 PDF"
_PICTURE: Final = f"这是图片；{_ORIGINAL}"
_PACKED: Final = "这是压缩包；请解开后逐份检查"
_OFD: Final = (
    "这是 OFD 版式文件；请用 OFD 阅读器或 WPS 打开，打印（另存）为 PDF 或导出为 Word 后再检查"
)
_OPEN: Final = "这是 OpenDocument 文件；请用 LibreOffice 或 WPS 打开，另存为 .docx 后再检查"
_RTF: Final = f"这是 RTF 文件；{_BY_WORD}"
_OLD: Final = f"这是旧版 Office 文件（.doc、.wps 等）；{_BY_WORD}"
_SHEET: Final = f"这是电子表格，不是报告；{_ORIGINAL}"
_SLIDES: Final = f"这是演示文稿，不是报告；{_ORIGINAL}"
_EBOOK: Final = f"这是电子书；{_ORIGINAL}"

_SIGNATURES: Final = (
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"\x1f\x8b", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"BZh", _PACKED),
)
_SUFFIXES: Final = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt"), _OLD),
    ".rtf": _RTF,
    ".ofd": _OFD,
    **dict.fromkeys((".odt", ".ott", ".fodt"), _OPEN),
    **dict.fromkeys((".xls", ".xlsx", ".et", ".ods", ".csv"), _SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), _SLIDES),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"), _PICTURE
    ),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tgz", ".tar"), _PACKED),
    ".epub": _EBOOK,
}
_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""What a file of Word 97 begins with, an encrypted one of today as well."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OPEN_KIND: Final = b"mimetypeapplication/vnd.oasis.opendocument"
_EBOOK_KIND: Final = b"mimetypeapplication/epub"


def refuse_foreign(content: bytes) -> None:
    """Raise Unusable for content that says by its first bytes that it is of another format."""
    if content.startswith(_COMPOUND):
        locked = "文件已加密，请在 Word 或 WPS 中取消密码后再检查"
        raise Unusable(locked if _LOCKED in content else _OLD)
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, words in _SIGNATURES:
        if start.startswith(sign):
            raise Unusable(words)


def refuse_foreign_package(content: bytes, names: Container[str]) -> None:
    """Raise Unusable for an archive that is a document of another format."""
    if "OFD.xml" in names:
        raise Unusable(_OFD)
    start = content[:200]
    if _OPEN_KIND in start:
        raise Unusable(_OPEN)
    if _EBOOK_KIND in start:
        raise Unusable(_EBOOK)


def remedy(suffix: str) -> str:
    """Return what files with this ending are and what to do with them; nothing if unknown."""
    return _SUFFIXES.get(suffix, "")
