"""Bytes to text: by the bytes, whatever they say of themselves."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.errors import Unusable
from govcheck.readers.encoding import decode

SIMPLIFIED = (
    "<p>一、总体情况</p><p>2024年，云岭市人民政府办公室主动公开政府信息1036条，收到申请12件，"
    "均按期答复；没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。</p>"
)
TRADITIONAL = (
    "<p>一、總體情況</p><p>2024年，雲嶺市人民政府辦公室主動公開政府信息1036條，收到申請12件，"
    "均按期答復；沒有因政府信息公開工作被申請行政復議、提起行政訴訟的情況。</p>"
)
LONG = SIMPLIFIED * 40


@pytest.mark.parametrize("claim", ["", "utf-8", "gb2312", "iso-8859-1"])
@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "big5hkscs", "big5hkscs"),
    ],
)
def test_the_bytes_decide_and_not_the_meta_tag(
    text: str, encoding: str, name: str, claim: str
) -> None:
    page = f'<meta charset="{claim}">{text}'
    assert decode(page.encode(encoding)) == (page, name)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_is_believed_and_taken_off(mark: bytes, name: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(name)) == (SIMPLIFIED, name)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_little_damage_changes_little(encoding: str) -> None:
    content = bytearray(LONG.encode(encoding))
    for index in range(100, len(content), len(content) // 10):
        content[index] = 0x81
    text, name = decode(bytes(content))
    assert name == encoding
    assert text.count("政府信息") > LONG.count("政府信息") - 25


def test_one_zero_byte_does_not_make_utf_16() -> None:
    content = LONG.encode().replace(b"1036", b"10\x0036", 1)
    assert decode(content)[1] == "utf-8"


def test_chinese_after_much_markup_is_found() -> None:
    page = "<script>" + "var x = 1;\n" * 3000 + "</script>" + SIMPLIFIED
    assert decode(page.encode("gb18030")) == (page, "gb18030")


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable, match="文件为空"):
        decode(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "旧版 Office"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 9 + bytes(range(256)) * 8, "不是文本或网页"),
        (bytes(range(1, 32)) * 20, "不是文本或网页"),
        (b"\0" * 500, "不是文本或网页"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, words: str) -> None:
    with pytest.raises(Unusable, match=words) as caught:
        decode(content)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text, _ = decode(content)
    except Unusable:
        return
    assert text.strip()


@given(
    st.integers(0, len(SIMPLIFIED) - 60),
    st.sampled_from(
        [(SIMPLIFIED, "gb18030"), (SIMPLIFIED, "utf-8"), (TRADITIONAL, "big5hkscs")]
    ),
)
def test_a_fragment_is_enough(start: int, source: tuple[str, str]) -> None:
    text, encoding = source
    fragment = text[min(start, len(text) - 60) :][:60]
    assert decode(fragment.encode(encoding))[0] == fragment


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_another_detector_agrees(encoding: str) -> None:
    detector = pytest.importorskip("resiliparse.parse.encoding")
    content = (TRADITIONAL * 5).encode(encoding)
    other = codecs.lookup(detector.detect_encoding(content)).name
    _, name = decode(content)
    assert content.decode(name) == content.decode(other, "replace")
