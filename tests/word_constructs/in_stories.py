"""Constructs of paragraphs, boxes, pictures and what stands around the text."""

import re
from collections.abc import Mapping
from typing import Final

from word_files import word_file

from word_constructs import (
    PARAGRAPH,
    RUN,
    Construct,
    Rewrite,
    each,
    first_run,
    outside_tables,
    rewritten,
    run,
)

_HIDDEN_STYLE: Final = (
    '<w:style w:type="paragraph" w:styleId="藏"><w:name w:val="隐藏备注"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="藏2"><w:name w:val="备注"/>'
    '<w:basedOn w:val="藏"/></w:style>'
)
_NOTE: Final = "<w:p><w:pPr>{}</w:pPr>" + run("待补XX，请核") + "</w:p>"
_NUMBERS: Final = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'
    "</w:lvl></w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED: Final = re.compile(
    r"<w:p><w:pPr>(<w:outlineLvl[^>]*/>)</w:pPr><w:r><w:t>[一二三四五六]、([^<]*)</w:t></w:r></w:p>"
)
_LIST: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def _box(inside: str) -> str:
    return f"<w:txbxContent><w:p>{inside}</w:p></w:txbxContent>"


def _shape(inside: str) -> str:
    return (
        '<w:drawing><wp:anchor><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData>'
        f"{inside}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _modern(text: str) -> str:
    box = _box(run(text))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{_shape(f'<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>')}</mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _grouped(space: str) -> Rewrite:
    def write(text: str) -> str:
        shape = f"<wps:wsp><wps:txbx>{_box(run(text))}</wps:txbx></wps:wsp>"
        kind = "wgp" if space == "wpg" else "wpc"
        return f"<w:r>{_shape(f'<{space}:{kind}>{shape}</{space}:{kind}>')}</w:r>"

    return write


def _word_art(text: str) -> str:
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136">'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape type="#_x0000_t136"><v:textpath string="{text}"/></v:shape></w:pict></w:r>'
    )


_WATERMARK: Final = (
    '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136">'
    '<v:textpath string="征求意见稿XX"/></v:shape></w:pict></w:r></w:p>'
)
_PAGE: Final = (
    f'<w:p>{run("— ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    "<w:instrText>PAGE</w:instrText></w:r>"
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("1")}<w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r>'
    f"{run(' —')}</w:p>"
)


def _contents(body: str) -> str:
    entries = "".join(
        '<w:p><w:pPr><w:pStyle w:val="toc"/></w:pPr>'
        f'<w:hyperlink w:anchor="_Toc{at}">{run(title)}'
        f"<w:r><w:tab/></w:r>{run(str(at))}</w:hyperlink></w:p>"
        for at, title in enumerate(re.findall(r'w:val="1"/></w:pPr><w:r><w:t>([^<]*)', body), 1)
    )
    title = RUN.search(body)
    assert title
    head = body[: body.index("</w:p>") + len("</w:p>")]
    whole = (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent><w:p>{run('目录')}</w:p>{entries}</w:sdtContent></w:sdt>"
    )
    return head + whole + body[len(head) :]


_CONTENTS_STYLE: Final = (
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
)
_HEADING_STYLES: Final = "".join(
    f'<w:style w:type="paragraph" w:styleId="{at}"><w:name w:val="heading {at}"/>'
    f'<w:pPr><w:outlineLvl w:val="{at - 1}"/></w:pPr></w:style>'
    for at in (1, 2, 3)
)


def _styled(body: str) -> str:
    return re.sub(
        r'<w:outlineLvl w:val="(\d)"/>',
        lambda match: f'<w:pStyle w:val="{int(match[1]) + 1}"/>',
        body,
    )


def _torn(match: re.Match[str]) -> str:
    """Tear a paragraph in two whose first mark is deleted."""
    text = match[1]
    if len(text) < 20:
        return match[0]
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    return f"<w:p>{mark}{run(text[:9])}</w:p><w:p>{run(text[9:])}</w:p>"


def _initial(match: re.Match[str]) -> str:
    text = match[1]
    if len(text) < 20:
        return match[0]
    frame = '<w:pPr><w:framePr w:dropCap="drop" w:lines="2" w:wrap="around"/></w:pPr>'
    return f"<w:p>{frame}{run(text[:1])}</w:p><w:p>{run(text[1:])}</w:p>"


_PLAIN: Final = re.compile(r"<w:p><w:r><w:t>([^<&]*)</w:t></w:r></w:p>")
_CHANGE: Final = '<w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange>'


def _picture(body: str) -> bytes:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="单位标识"/>'
        '<a:graphic><a:blip r:embed="logo"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return word_file(f"<w:p>{drawing}</w:p>{body}", files={"media/logo.png": b"\x89PNG"})


CONSTRUCTS: Mapping[str, Construct] = {
    "paragraphs in content controls": rewritten(
        outside_tables(
            each(PARAGRAPH, "<w:sdt><w:sdtPr/><w:sdtContent>@</w:sdtContent></w:sdt>")
        )
    ),
    "all in one content control": rewritten(
        lambda body: f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    ),
    "all in custom XML": rewritten(
        lambda body: f'<w:customXml w:element="报告">{body}</w:customXml>'
    ),
    "paragraphs for programs unknown": rewritten(
        outside_tables(
            each(
                PARAGRAPH,
                '<mc:AlternateContent><mc:Choice xmlns:zz="urn:zz" Requires="zz"><w:p>'
                "<w:r><w:t>新</w:t></w:r></w:p>"
                "</mc:Choice><mc:Fallback>@</mc:Fallback></mc:AlternateContent>",
            )
        )
    ),
    "title in a text box": rewritten(first_run(_modern)),
    "title in a text box of old": rewritten(
        first_run(
            lambda text: (
                f"<w:r><w:pict><v:shape><v:textbox>{_box(run(text))}</v:textbox></v:shape>"
                "</w:pict></w:r>"
            )
        )
    ),
    "title in a group of shapes": rewritten(first_run(_grouped("wpg"))),
    "title on a canvas": rewritten(first_run(_grouped("wpc"))),
    "title as WordArt": rewritten(first_run(_word_art)),
    "title as WordArt for old programs": rewritten(
        first_run(
            lambda text: (
                '<w:r><mc:AlternateContent><mc:Choice xmlns:zz="urn:zz" Requires="zz">'
                "<w:drawing/></mc:Choice>"
                f"<mc:Fallback>{_word_art(text)[5:-6]}</mc:Fallback></mc:AlternateContent>"
                "</w:r>"
            )
        )
    ),
    "frames": rewritten(
        outside_tables(
            each(
                _PLAIN,
                '<w:p><w:pPr><w:framePr w:w="9000" w:wrap="around"/></w:pPr>'
                + run("@1")
                + "</w:p>",
            )
        )
    ),
    "large initials": rewritten(outside_tables(lambda body: _PLAIN.sub(_initial, body))),
    "marks deleted": rewritten(outside_tables(lambda body: _PLAIN.sub(_torn, body))),
    "marks inserted": rewritten(
        outside_tables(
            each(
                _PLAIN,
                '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="a"/></w:rPr></w:pPr>'
                + run("@1")
                + "</w:p>",
            )
        )
    ),
    "paragraphs deleted": rewritten(
        outside_tables(
            each(
                PARAGRAPH,
                '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
                '<w:del w:id="2" w:author="a">'
                "<w:r><w:delText>一、删去的标题</w:delText></w:r></w:del></w:p>@",
            )
        )
    ),
    "changed paragraphs": rewritten(
        outside_tables(each(_PLAIN, f"<w:p><w:pPr>{_CHANGE}</w:pPr>" + run("@1") + "</w:p>"))
    ),
    "hidden paragraphs": rewritten(
        outside_tables(each(PARAGRAPH, "@" + _NOTE.format('<w:pStyle w:val="藏"/>'))),
        styles=_HIDDEN_STYLE,
    ),
    "hidden paragraphs by a chain of styles": rewritten(
        outside_tables(each(PARAGRAPH, "@" + _NOTE.format('<w:pStyle w:val="藏2"/>'))),
        styles=_HIDDEN_STYLE,
    ),
    "hidden paragraphs in lists": rewritten(
        lambda body: _NUMBERED.sub(
            lambda match: (
                _NOTE.format(f'<w:pStyle w:val="藏"/>{_LIST}')
                + f"<w:p><w:pPr>{match[1]}{_LIST}</w:pPr>{run(match[2])}</w:p>"
            ),
            body,
        ),
        styles=_HIDDEN_STYLE,
        numbering=_NUMBERS,
    ),
    "numbers by lists": rewritten(
        lambda body: _NUMBERED.sub(
            lambda match: f"<w:p><w:pPr>{match[1]}{_LIST}</w:pPr>{run(match[2])}</w:p>", body
        ),
        numbering=_NUMBERS,
    ),
    "numbers by styles": rewritten(
        lambda body: _NUMBERED.sub(
            lambda match: f'<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr>{run(match[2])}</w:p>',
            body,
        ),
        numbering=_NUMBERS.replace("<w:numFmt", '<w:pStyle w:val="h"/><w:numFmt'),
        styles='<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/><w:pPr>'
        f'{_LIST}<w:outlineLvl w:val="1"/></w:pPr></w:style>',
    ),
    "headings broken by line breaks": rewritten(
        lambda body: _NUMBERED.sub(
            lambda match: match[0].replace(match[2][3:], f"</w:t><w:br/><w:t>{match[2][3:]}"),
            body,
        )
    ),
    "headings by styles": rewritten(_styled, styles=_HEADING_STYLES),
    "title by its style": rewritten(
        lambda body: body.replace('<w:outlineLvl w:val="0"/>', '<w:pStyle w:val="t"/>', 1),
        styles='<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>',
    ),
    "sections": rewritten(
        outside_tables(
            each(_PLAIN, '@<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>')
        )
    ),
    "page breaks": rewritten(
        lambda body: body.replace(
            '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
            (
                '<w:pPr><w:pageBreakBefore/><w:outlineLvl w:val="1"/></w:pPr><w:r>'
                '<w:br w:type="page"/></w:r>'
            ),
        )
    ),
    "empty paragraphs": rewritten(
        outside_tables(each(PARAGRAPH, "@<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>"))
    ),
    "headers and footers": rewritten(
        lambda body: body, header=f"<w:p>{run('政府信息公开工作年度报告')}</w:p>", footer=_PAGE
    ),
    "watermark": rewritten(lambda body: body, header=_WATERMARK),
    "watermark in the text": rewritten(lambda body: body + _WATERMARK),
    "table of contents": rewritten(_contents, styles=_CONTENTS_STYLE),
    "a picture": _picture,
    "a final section": rewritten(
        lambda body: f'{body}<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'
    ),
}
