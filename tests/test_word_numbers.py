"""The numbers that Word puts before paragraphs are part of their text."""

import pytest
from word_files import paragraph, read_lines, word_file

from govcheck.readers.word.ordinals import ordinal


def _level(at: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def _numbered(text: str, number: int, level: int = 0) -> str:
    properties = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, properties=f"<w:numPr>{properties}</w:numPr>")


NUMBERING = f"""
<w:abstractNum w:abstractNumId="0">
  {_level(0, "chineseCounting", "%1、")}
  {_level(1, "chineseCounting", "（%2）")}
  {_level(2, "decimal", "%3.")}
  {_level(3, "decimal", "%1.%4", "<w:isLgl/>")}
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{_level(0, "japaneseCounting", "第%1部分")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{_level(0, "bullet", "&#xF06C;")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
  {_level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="3"/></w:num>
"""


def lines(*paragraphs: str, styles: str = "") -> list[str]:
    return read_lines(
        word_file("".join(paragraphs), {"numbering": NUMBERING, "styles": styles})
    )


def test_levels_count_and_begin_anew() -> None:
    assert lines(
        _numbered("总体情况", 1),
        _numbered("主动公开", 1, 1),
        _numbered("申请", 1, 1),
        _numbered("甲", 1, 2),
        _numbered("问题", 1),
        _numbered("一项", 1, 1),
        _numbered("法定", 1, 3),
    ) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）申请",
        "1.甲",
        "二、问题",
        "（一）一项",
        "2.1 法定",
    ]


def test_patterns_and_bullets() -> None:
    assert lines(_numbered("总体", 2), _numbered("点", 3)) == ["第一部分 总体", "点"]


def test_lists_of_one_kind_go_on_unless_they_say_where_to_start() -> None:
    assert lines(
        _numbered("甲", 1), _numbered("乙", 5), _numbered("丙", 4), _numbered("丁", 4)
    ) == [
        "一、甲",
        "二、乙",
        "五、丙",
        "六、丁",
    ]


def test_styles_number_their_paragraphs_and_zero_takes_one_out() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="h">{numbered}</w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="i"><w:basedOn w:val="h"/></w:style>'
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(
        paragraph("甲", properties='<w:pStyle w:val="h"/>'),
        paragraph("乙", properties=f'<w:pStyle w:val="h"/>{out}'),
        paragraph("丙", properties='<w:pStyle w:val="i"/>'),
        styles=styles,
    ) == ["一、甲", "乙", "二、丙"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    mark = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="李"/></w:rPr>'
    gone = paragraph("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", properties=mark)
    assert lines(_numbered("甲", 1), gone, _numbered("乙", 1)) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (23, "japaneseCounting", "二十三"),
        (110, "chineseCounting", "一百一十"),
        (105, "chineseCounting", "一百零五"),
        (1005, "chineseCountingThousand", "一千零五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "ideographDigital", "二〇"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
        (7, "none", ""),
        (123456, "chineseCounting", "123456"),
    ],
)
def test_formats_of_numbers(number: int, form: str, written: str) -> None:
    assert ordinal(number, form) == written
