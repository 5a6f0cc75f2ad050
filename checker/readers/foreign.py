"""Files of other formats: what each is, by its first bytes or its name, and what to do with it.

A refusal says how the report becomes a file that can be read; it never guesses by the words
in it.
"""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from govcheck.errors import Unusable
from govcheck.readers.compound import Compound, compound_kind

Convert = Callable[[bytes, str], bytes | None]
"""Turns a file into .docx, by its content and the end of its usual name; None where nothing is
at hand that could.  Raises Unusable for a file that it fails on."""


class Convertible(Unusable):
    """A file of a format that an office program can turn into one that is read."""

    def __init__(self, words: str, *, name: str, content: bytes, suffix: str) -> None:
        """Say what it is and what to do; ``suffix`` tells the program how to open it."""
        super().__init__(words)
        self.name = name
        """What it is (Chinese)."""
        self.content = content
        self.suffix = suffix


class _Foreign(Struct, frozen=True, kw_only=True):
    """A format that is not read."""

    way: str
    """What to do about a file of it (Chinese)."""
    name: str = ""
    """What such a file is."""
    suffix: str = ""
    """How an office program knows it; empty for one that it cannot turn into a report."""

    @property
    def words(self) -> str:
        """What is said of a file of it."""
        if not self.name:
            return self.way
        return f"这是{' ' if self.name[0].isascii() else ''}{self.name}；{self.way}"

    def refuse(self, content: bytes) -> Unusable:
        if self.suffix:
            return Convertible(self.words, name=self.name, content=content, suffix=self.suffix)
        return Unusable(self.words)


_BY_WORD: Final = "请用 Word 或 WPS 打开，另存为 .docx 后再检查；装有 LibreOffice 时自动转换"
_BY_OFFICE: Final = (
    "请用 LibreOffice 或 WPS 打开，另存为 .docx 后再检查；装有 LibreOffice 时自动转换"
)
_ORIGINAL: Final = "请提供 Word 原稿、网页或由文字处理软件直接导出的 PDF"
_LOCKED: Final = _Foreign(way="文件已加密，请在 Word 或 WPS 中取消密码后再检查")
_PICTURE: Final = _Foreign(name="图片", way=_ORIGINAL)
_PACKED: Final = _Foreign(name="压缩包", way="请解开后逐份检查")
_OFD: Final = _Foreign(
    name="OFD 版式文件",
    way="请用 OFD 阅读器或 WPS 打开，打印（另存）为 PDF 或导出为 Word 后再检查",
)
_CEB: Final = _Foreign(
    name="CEB、GD 等版式文件", way="请用其阅读器打开，打印（另存）为 PDF 后再检查"
)
_ODT: Final = _Foreign(name="OpenDocument 文件", way=_BY_OFFICE, suffix=".odt")
_FODT: Final = _Foreign(name="OpenDocument（单一 XML）文件", way=_BY_OFFICE, suffix=".fodt")
_UOF: Final = _Foreign(name="标文通（UOF）文件", way=_BY_OFFICE, suffix=".uot")
_RTF: Final = _Foreign(name="RTF 文件", way=_BY_WORD, suffix=".rtf")
_DOC: Final = _Foreign(name="旧版 Word 文件（.doc、.wps 等）", way=_BY_WORD, suffix=".doc")
_WORKS: Final = _Foreign(name="旧版 Office 文件（.wps 等）", way=_BY_WORD, suffix=".wps")
_XML: Final = _Foreign(name="Word 2003 XML 文件", way=_BY_WORD, suffix=".xml")
_HIDDEN: Final = (
    "这是 Word 2003 XML 文件，含有隐藏文字，转换后会显示出来；"
    "请用 Word 或 WPS 打开，另存为 .docx 后再检查"
)
_HIDING: Final = b"<w:vanish"
_SHEET: Final = _Foreign(name="电子表格，不是报告", way=_ORIGINAL)
_SLIDES: Final = _Foreign(name="演示文稿，不是报告", way=_ORIGINAL)
_EBOOK: Final = _Foreign(name="电子书", way=_ORIGINAL)

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
    **dict.fromkeys((".doc", ".dot"), _DOC),
    **dict.fromkeys((".wps", ".wpt"), _WORKS),
    ".rtf": _RTF,
    ".ofd": _OFD,
    **dict.fromkeys((".ceb", ".cebx", ".gd", ".gw", ".sep", ".s2", ".s72"), _CEB),
    **dict.fromkeys((".odt", ".ott"), _ODT),
    ".fodt": _FODT,
    **dict.fromkeys((".uof", ".uot"), _UOF),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".et", ".ett", ".ods", ".csv"), _SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), _SLIDES),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"), _PICTURE
    ),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tgz", ".tar"), _PACKED),
    ".epub": _EBOOK,
}
_WRITTEN: Final = {
    ".xml": _XML,
    ".fodt": _FODT,
    ".uot": _UOF,
    ".xls": _SHEET,
}
_COMPOUNDS: Final = {
    Compound.WORD: _DOC,
    Compound.LOCKED: _LOCKED,
    Compound.SHEET: _SHEET,
    Compound.SLIDES: _SLIDES,
    Compound.OTHER: _WORKS,
}
_OPEN_KINDS: Final = {b"text": _ODT, b"spreadsheet": _SHEET, b"presentation": _SLIDES}
_OPEN_KIND: Final = b"mimetypeapplication/vnd.oasis.opendocument."
_EBOOK_KIND: Final = b"mimetypeapplication/epub"
CONVERTIBLE: Final = tuple(suffix for suffix, known in _SUFFIXES.items() if known.suffix)
"""How the names end of files that an office program can turn into ones that are read."""


def refuse_foreign(content: bytes) -> None:
    """Raise Unusable for content that says by its first bytes that it is of another format."""
    if kind := compound_kind(content):
        raise _COMPOUNDS[kind].refuse(content)
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, known in _SIGNATURES:
        if start.startswith(sign):
            raise known.refuse(content)


def refuse_foreign_package(content: bytes, holds: Callable[[str], object]) -> None:
    """Raise Unusable for an archive that is a document of another format."""
    if holds("OFD.xml"):
        raise _OFD.refuse(content)
    start = content[:200]
    if _EBOOK_KIND in start:
        raise _EBOOK.refuse(content)
    kind = start.partition(_OPEN_KIND)[2]
    for sign, known in _OPEN_KINDS.items():
        if kind.startswith(sign):
            raise known.refuse(content)
    if kind or (holds("content.xml") and holds("META-INF/manifest.xml")):
        raise _ODT.refuse(content)


def refuse_written(kind: str, content: bytes) -> None:
    """Raise Unusable for a document that is written as XML, by the end of its usual name.

    LibreOffice shows what Word 2003 has hidden: such a file is not left to it.
    """
    known = _WRITTEN[kind]
    if known is _XML and _HIDING in content:
        raise Unusable(_HIDDEN)
    raise known.refuse(content)


def refuse_named(suffix: str) -> None:
    """Raise Unusable for a file whose name ends as those of another format do.

    It does not say by its content that it is of that format: no program would take it.
    """
    if known := _SUFFIXES.get(suffix):
        raise Unusable(known.words)
