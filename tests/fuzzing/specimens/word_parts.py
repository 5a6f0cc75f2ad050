"""What Word files hold besides plain paragraphs: elements, and a file full of them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from word_files import by_hand, word_file

from govcheck.readers.raw import RawPage

_RUN = "<w:r><w:t>公开政府信息12条，</w:t></w:r>"
FRAGMENTS = tuple(
    Path(__file__).with_name("word_fragments.txt").read_text("utf-8").splitlines()
)
"""Well-formed by themselves; the prefixes are those that word_files declares."""
VALUES = (
    *("", "0", "1", "-1", "9", "999", "99999999999999", "x", "rId1", "rId99", "true", "off"),
    *("１", "\u0661", "1.5", "restart", "continue", "%1、", "%9%1", "decimal", "nonsense"),
)
"""What attributes are set to."""

_LEVELS = "".join(
    f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
    f"<w:lvlText w:val='{text}'/></w:lvl>"
    for at, (form, text) in enumerate(
        (
            ("chineseCounting", "%1、"),
            ("chineseCounting", "（%2）"),
            ("decimal", "%3."),
            ("upperRoman", "%1%4"),
            ("aiueo", "%5"),
        )
    )
)
_PARTS = {
    "styles": (
        "<w:docDefaults/><w:style w:styleId='1'><w:name w:val='heading 1'/>"
        "<w:basedOn w:val='2'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
        "<w:style w:styleId='2'>"
        "<w:basedOn w:val='1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    ),
    "numbering": (
        f"<w:abstractNum w:abstractNumId='0'>{_LEVELS}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='3'/></w:lvlOverride></w:num>"
    ),
    "footnotes": f"<w:footnote w:id='1'><w:p>{_RUN}</w:p></w:footnote>",
    "comments": f"<w:comment w:id='0' w:author='丙'><w:p>{_RUN}</w:p></w:comment>",
    "header": f"<w:p>{_RUN}</w:p>",
    "footer": f"<w:p>{_RUN}</w:p>",
}


def rich_word_file(page: RawPage) -> bytes:
    """Write a page as a Word file with a part of every kind and a fragment here and there."""
    body = _body(by_hand(page))
    paragraphs = body.split("</w:p><w:p>")
    step = max(1, len(paragraphs) // len(_IN_BODY))
    for number, fragment in enumerate(_IN_BODY):
        at = min(number * step, len(paragraphs) - 2)
        paragraphs[at] += f"</w:p>{fragment}<w:p>"
    rich = "</w:p><w:p>".join(paragraphs)
    return word_file(
        rich,
        _PARTS,
        links={"rId9": "https://a.example/x"},
        files={"media/rId1.png": b"\x89PNG"},
    )


_IN_BODY = tuple(
    one if one.startswith(("<w:p>", "<w:tbl", "<w:sdt")) else f"<w:p>{one}</w:p>"
    for one in FRAGMENTS
    if one.startswith(("<w:p>", "<w:tbl>", "<w:r>", "<w:ins", "<w:del", "<w:sdt", "<w:hyper"))
)


def _body(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        text = archive.read("word/document.xml").decode()
    return text.partition("<w:body>")[2].removesuffix("</w:body></w:document>")
