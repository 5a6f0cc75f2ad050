"""Archives that lie about what they hold are refused in one line, or read as they are."""

import tracemalloc
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import KNOWLEDGE
from refusals import refusal_of
from word_files import paragraph, word_file

from govcheck.checking import read
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE, MOST_UNPACKED_FILE

PAGE = (Path(__file__).parents[1] / "examples" / "sound.html").read_text("utf-8")


def packed(*files: tuple[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings(), ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # names that come twice are meant
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def document(content: bytes, name: str = "年报.zip") -> Document:
    return read(content, name=name, knowledge=KNOWLEDGE)


def refusal(content: bytes, name: str = "年报.zip") -> str:
    with pytest.raises(Unusable) as refused:
        document(content, name)
    line = str(refused.value)
    assert line.isprintable()
    return line


@pytest.mark.parametrize(
    "name", ["/a", "../a", "a/../../b", "..\\a", "C:\\a", "\\\\host\\a", "c:a"]
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    assert "指向外部" in refusal(packed(("年报.html", PAGE), (name, "x")))


def test_two_files_of_one_name_are_refused() -> None:
    assert "两个不同的" in refusal(packed(("年报.html", PAGE), ("年报.html", PAGE + "<p>另")))
    assert document(packed(("年报.html", PAGE), ("年报.html", PAGE))).year == 2024


def test_names_are_shown_as_a_line_can_hold_them() -> None:
    line = refusal(packed(("a\n\x1b[31m\u202e" + "x" * 500 + ".exe", "x")))
    assert "‹U+000A›" in line
    assert "‹U+202E›" in line
    assert len(line) < 300


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_damaged_content_is_named(method: int) -> None:
    content = bytearray(packed(("年报.html", PAGE), method=method))
    assert document(bytes(content)).year == 2024
    for at in range(60, 400, 7):
        content[at] ^= 0x55
    assert "损坏" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        (10, b"\x63\x00", "损坏"),  # a method of compression that there is not
        (16, b"\0\0\0\0", "损坏"),  # the check sum
        (24, b"\xff\xff\xff\x7f", "超过"),  # a size that would not fit
        (24, b"\x10\0\0\0", "损坏"),  # a size smaller than the content
        (42, b"\xf0\xff\xff\x7f", "损坏"),  # a place beyond the end
        (8, b"\x21\0", "加密"),
        (8, b"\x20\0", "损坏"),  # patched data
        (8, b"\x40\0", "损坏"),  # strongly encrypted
    ],
)
def test_a_directory_that_lies_is_found_out(field: int, value: bytes, reason: str) -> None:
    content = bytearray(packed(("a.html", PAGE)))
    at = content.rindex(b"PK\x01\x02") + field
    content[at : at + len(value)] = value
    with pytest.raises(Unusable, match=reason):
        document(bytes(content))


def test_no_more_is_unpacked_than_the_directory_says() -> None:
    content = bytearray(packed(("a.html", bytes(MOST_UNPACKED_FILE))))
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    tracemalloc.start()
    assert "损坏" in refusal(bytes(content))
    assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([("OFD.xml", "<x/>"), ("Doc_0/Document.xml", "<x/>")], "OFD"),
        (
            [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "x")],
            "OpenDoc",
        ),
        ([("mimetype", "application/epub+zip"), ("a.html", PAGE)], "电子书"),
    ],
)
def test_documents_of_other_formats_get_a_way_out(
    files: list[tuple[str, str]], words: str
) -> None:
    line = refusal(packed(*files, method=ZIP_STORED), "report.ofd")
    assert words in line
    assert "请" in line


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"{\\rtf1\\ansi{\\fonttbl} <html>", "a.rtf", "RTF"),
        (b"{\\rtf1\\ansi", "a.html", "RTF"),
        (b"{\\rtf1\\ansi", "a.doc", "RTF"),
        (b"\xef\xbb\xbf{\\rtf1", "a", "RTF"),
        (b"text", "a.ofd", "OFD"),
        (b"text", "a.odt", "OpenDocument"),
        (b"text", "a.xls", "电子表格"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "图片"),
        (b"II*\0", "a.html", "图片"),
        (b"Rar!\x1a", "a.rar", "压缩包"),
    ],
)
def test_other_formats_get_a_way_out(content: bytes, name: str, words: str) -> None:
    line = refusal(content, name)
    assert words in line
    assert "；请" in line


WORD = word_file(
    paragraph("云岭市水务局2024年政府信息公开工作年度报告"), {"styles": "", "comments": ""}
)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([WORD, packed(("年报.html", PAGE[:500])), packed(("a.txt", PAGE[:300]))]),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)),
        min_size=1,
        max_size=4,
    ),
)
def test_damaged_archives_are_read_or_refused(
    content: bytes, hits: list[tuple[float, int, bytes]]
) -> None:
    for place, length, piece in hits:
        at = int(place * len(content))
        content = content[:at] + piece + content[at + length :]
    said = refusal_of(lambda: document(content, "年报.docx"))
    assert not said or said.isprintable()
