"""Whatever happens to the parts of a Word file, it is read or refused in one line."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import KNOWLEDGE
from refusals import refusal_of
from word_files import W, packed, paragraph, word_file

from govcheck.checking import read

_LINK = '<w:hyperlink r:id="rId9"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://a"</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>文</w:t><w:fldChar w:fldCharType="end"/></w:r>'
)
_CHANGE = (
    '<w:ins w:author="甲"><w:r><w:t>增</w:t></w:r></w:ins>'
    "<w:del><w:r><w:delText>减</w:delText></w:r></w:del>"
)
_NOTE = '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="1"/></w:r>'
_BOX = "<w:r><w:pict><v:shape><w:txbxContent>框</w:txbxContent></v:shape></w:pict></w:r>"
_NUMBERED = '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_CELL = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>{paragraph("5")}</w:tc>'
_FILE = word_file(
    paragraph("云岭市水务局2024年政府信息公开工作年度报告")
    + paragraph("总体情况", _LINK, _FIELD, _CHANGE, _NOTE, _BOX, properties=_NUMBERED)
    + f"<w:tbl><w:tr>{_CELL * 2}</w:tr><w:tr>{_CELL * 3}</w:tr></w:tbl>",
    {
        "styles": '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "comments": f'<w:comment w:id="1" w:author="乙">{paragraph("注")}</w:comment>',
        "footnotes": f'<w:footnote w:id="1">{paragraph("脚注")}</w:footnote>',
    },
    links={"rId9": "http://[bad"},
)
with ZipFile(BytesIO(_FILE)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
PIECES = (
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:tr/>",
        b"<w:tc/>",
        b"<w:r>",
        b"</w:r>",
        b"<w:pPr/>",
    ),
    *(b"<w:rPr/>", b"<w:sdt/>", b"<mc:AlternateContent/>", b"<w:ins/>", b"<w:numPr/>"),
    *(
        b'"-1"',
        b'"9999999999"',
        b'""',
        "“²”".encode(),
        b"&#0;",
        b"&x;",
        b"\xff",
        b"\0",
        b"<!--",
    ),
    *(
        b'w:val="none"',
        b'encoding="x"',
        b'Target="../../x"',
        b'TargetMode="External"',
        b" x='1'",
    ),
)
values = st.sampled_from((b'"0"', b'"1"', b'"2"', b'"a"', b'w:val="', b"paragraph", b"w:id="))


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(PARTS)),
    st.lists(
        st.one_of(
            st.tuples(
                st.floats(0, 1), st.sampled_from([0, 0, 1, 9, 80]), st.sampled_from(PIECES)
            ),
            st.tuples(values, st.sampled_from(PIECES)),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_a_damaged_part_is_read_or_refused(
    name: str, hits: list[tuple[float, int, bytes] | tuple[bytes, bytes]]
) -> None:
    content = PARTS[name]
    for hit in hits:
        if len(hit) == 2:
            content = content.replace(*hit)
        else:
            at = int(hit[0] * len(content))
            content = content[:at] + hit[2] + content[at + hit[1] :]
    assert "\n" not in refusal_of(
        lambda: read(packed(PARTS | {name: content}), name="年报.docx", knowledge=KNOWLEDGE)
    )


ENCLOSING = (
    "sdt><w:sdtContent",
    "ins",
    "customXml",
    "smartTag",
    "p><w:r><w:pict><w:txbxContent",
)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*ENCLOSING, "tbl><w:tr><w:tc"]), min_size=1, max_size=75))
def test_elements_in_each_other_are_read_to_the_limit(names: list[str]) -> None:
    opened = "".join(f"<w:{name}>" for name in names)
    closed = "".join(
        f"</w:{tag}>" for name in reversed(names) for tag in reversed(name.split("><w:"))
    )
    inside = f"<w:body>{opened}{paragraph('底')}{closed}</w:body>"
    body = f'<w:document xmlns:w="{W}">{inside}</w:document>'
    assert "\n" not in refusal_of(
        lambda: read(
            packed(PARTS | {"word/document.xml": body.encode()}),
            name="a.docx",
            knowledge=KNOWLEDGE,
        )
    )
