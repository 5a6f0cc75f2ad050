"""Constructs within paragraphs."""

import re
from collections.abc import Mapping
from typing import Final

from word_constructs import RUN, Construct, each, first_run, outside_tables, rewritten, run

_HIDDEN: Final = "<w:vanish/>"
_MARK: Final = "待补XX"


def _style(name: str, kind: str, inside: str) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">'
        f'<w:name w:val="{name}"/>{inside}</w:style>'
    )


_HIDING: Final = _style("藏", "character", "<w:rPr><w:vanish/></w:rPr>")
_CHAIN: Final = _HIDING + "".join(
    _style(f"s{at}", "character", f'<w:basedOn w:val="{"藏" if not at else f"s{at - 1}"}"/>')
    for at in range(4)
)
_DEFAULTS: Final = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
)


def _field(instruction: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{char.format('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f"{char.format('separate')}{result}{char.format('end')}"
    )


def _letters(body: str) -> str:
    return RUN.sub(
        lambda match: "".join(map(run, match[1] if "&" not in match[1] else [match[1]])), body
    )


def _halves(middle: str) -> Construct:
    def cut(match: re.Match[str]) -> str:
        text = match[1]
        if len(text) < 2 or "&" in text:
            return match[0]
        return run(text[:1]) + middle + run(text[1:])

    return rewritten(lambda body: RUN.sub(cut, body))


def _alternatives(choice: str, fallback: str) -> str:
    return (
        f"<mc:AlternateContent>{choice}<mc:Fallback>{fallback}</mc:Fallback>"
        "</mc:AlternateContent>"
    )


_UNKNOWN: Final = (
    '<mc:Choice xmlns:zz="urn:zz" Requires="zz"><zz:new>新</zz:new><w:t>新</w:t></mc:Choice>'
)
_ASIDE: Final = run("（此处不显示）")

CONSTRUCTS: Mapping[str, Construct] = {
    "a run for each letter": rewritten(_letters),
    "proofing marks": _halves(
        '<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'
    ),
    "revision numbers": rewritten(lambda body: body.replace("<w:r>", '<w:r w:rsidR="00A1">')),
    "looks": rewritten(
        each(
            RUN,
            (
                '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:b/><w:sz w:val="32"/>'
                "</w:rPr><w:t>@1</w:t></w:r>"
            ),
        )
    ),
    "content controls": rewritten(
        each(RUN, "<w:sdt><w:sdtPr/><w:sdtContent>@</w:sdtContent></w:sdt>")
    ),
    "bound content controls": rewritten(
        each(
            RUN,
            '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="x"/><w:text/></w:sdtPr>'
            "<w:sdtContent>@</w:sdtContent></w:sdt>",
        )
    ),
    "smart tags": rewritten(
        each(RUN, '<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>@</w:smartTag>')
    ),
    "smart tags in smart tags": rewritten(
        each(
            RUN,
            '<w:smartTag w:element="a"><w:smartTag w:element="b">@</w:smartTag></w:smartTag>',
        )
    ),
    "custom XML": rewritten(
        each(RUN, '<w:customXml w:element="e"><w:customXmlPr/>@</w:customXml>')
    ),
    "insertions": rewritten(each(RUN, '<w:ins w:id="1" w:author="a">@</w:ins>')),
    "deletions": rewritten(
        each(
            RUN,
            '<w:del w:id="1" w:author="a"><w:r><w:delText>2023年9件</w:delText></w:r></w:del>@',
        )
    ),
    "insertions deleted again": rewritten(
        each(
            RUN,
            (
                '<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>误</w:delText></w:r>'
                "</w:del></w:ins>@"
            ),
        )
    ),
    "moves": rewritten(
        each(
            RUN,
            (
                '<w:moveFrom w:id="1"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
                '<w:moveTo w:id="2">@</w:moveTo>'
            ),
        )
    ),
    "changed looks": rewritten(
        each(
            RUN,
            (
                '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/>'
                "</w:rPrChange></w:rPr><w:t>@1</w:t></w:r>"
            ),
        )
    ),
    "simple fields": rewritten(each(RUN, '<w:fldSimple w:instr=" REF x ">@</w:fldSimple>')),
    "fields": rewritten(each(RUN, _field("REF x \\h", "@"))),
    "fields in fields": rewritten(
        each(RUN, _field("IF " + _field("PAGE", run("1")) + "=1", "@"))
    ),
    "form fields": rewritten(each(RUN, _field("FORMTEXT", "@"))),
    "formulas of tables": rewritten(
        each(re.compile(r"<w:r><w:t>(\d+)</w:t></w:r>"), _field("=SUM(LEFT)", "@"))
    ),
    "equations": rewritten(
        each(
            re.compile(r"<w:r><w:t>(\d+)</w:t></w:r>"),
            "<m:oMath><m:r><m:t>@1</m:t></m:r></m:oMath>",
        )
    ),
    "bookmarks": rewritten(
        each(RUN, '<w:bookmarkStart w:id="1" w:name="b"/>@<w:bookmarkEnd w:id="1"/>')
    ),
    "a link of an address": rewritten(
        first_run(lambda text: f'<w:hyperlink w:anchor="b" w:tooltip="t"/>{run(text)}')
    ),
    "comments": rewritten(
        each(
            RUN,
            '<w:commentRangeStart w:id="0"/>@<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>',
        ),
        comments=f'<w:comment w:id="0" w:author="a"><w:p>{run(_MARK)}</w:p></w:comment>',
    ),
    "footnotes": rewritten(
        first_run(lambda text: run(text) + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=(
            '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>'
            f"</w:r>{run('统计口径见说明。')}</w:p></w:footnote>"
        ),
    ),
    "endnotes": rewritten(
        first_run(lambda text: run(text) + '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        endnotes=f'<w:endnote w:id="2"><w:p>{run("统计口径见说明。")}</w:p></w:endnote>',
    ),
    "soft hyphens": _halves("<w:r><w:softHyphen/></w:r>"),
    "rendered page breaks": _halves("<w:r><w:lastRenderedPageBreak/></w:r>"),
    "tabs before": rewritten(outside_tables(each(RUN, "<w:r><w:tab/></w:r>@"))),
    "phonetic guides": rewritten(
        first_run(
            lambda text: (
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yún</w:t></w:r></w:rt>"
                f"<w:rubyBase>{run(text[:1])}</w:rubyBase></w:ruby></w:r>{run(text[1:])}"
            )
        )
    ),
    "phonetic guides of old": rewritten(
        first_run(
            lambda text: (
                _field_only(
                    f'EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yún),{text[:1]})'
                )
                + run(text[1:])
            )
        )
    ),
    "enclosed letters": rewritten(
        outside_tables(
            lambda body: RUN.sub(
                lambda match: (
                    run(match[1])
                    if not match[1][:1].isdigit()
                    else _field_only(f"EQ \\o\\ac(○,{match[1][:1]})") + run(match[1][1:])
                ),
                body,
            )
        )
    ),
    "hidden runs": rewritten(each(RUN, "@" + run(_MARK, _HIDDEN))),
    "hidden by a style of letters": rewritten(
        each(RUN, "@" + run(_MARK, '<w:rStyle w:val="藏"/>')), styles=_HIDING
    ),
    "hidden by a chain of styles": rewritten(
        each(RUN, "@" + run(_MARK, '<w:rStyle w:val="s3"/>')), styles=_CHAIN
    ),
    "hidden by default": rewritten(
        each(RUN, '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>@1</w:t></w:r>' + run(_MARK)),
        styles=_DEFAULTS,
    ),
    "shown in a hiding style": rewritten(
        each(
            RUN,
            (
                '<w:r><w:rPr><w:rStyle w:val="藏"/><w:vanish w:val="false"/></w:rPr>'
                "<w:t>@1</w:t></w:r>"
            ),
        ),
        styles=_HIDING,
    ),
    "hidden on the web alone": rewritten(
        each(RUN, "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>@1</w:t></w:r>")
    ),
    "texts for programs unknown": rewritten(
        each(RUN, f"<w:r>{_alternatives(_UNKNOWN, '<w:t>@1</w:t>')}</w:r>")
    ),
    "runs for programs unknown": rewritten(each(RUN, _alternatives(_UNKNOWN, "@"))),
    "texts for programs known": rewritten(
        each(
            RUN,
            "<w:r>"
            + _alternatives(
                '<mc:Choice Requires="w14"><w:t>@1</w:t></mc:Choice>', "<w:t>旧</w:t>"
            )
            + "</w:r>",
        )
    ),
    "programs unknown without fallback": rewritten(
        each(RUN, f"@<w:r><mc:AlternateContent>{_UNKNOWN}</mc:AlternateContent></w:r>")
    ),
    "symbols of colour": rewritten(
        first_run(
            lambda text: (
                run(text)
                + "<w:r>"
                + _alternatives(
                    '<mc:Choice xmlns:se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
                    ' Requires="se"><se:symEx se:char="1F600"/></mc:Choice>',
                    "<w:t></w:t>",
                )
                + "</w:r>"
            )
        )
    ),
    "two lines in one": rewritten(
        each(
            RUN,
            (
                '<w:r><w:rPr><w:eastAsianLayout w:id="1" w:combine="1"/></w:rPr><w:t>@1'
                "</w:t></w:r>"
            ),
        )
    ),
    "directions": rewritten(
        each(RUN, '<w:dir w:val="ltr"><w:bdo w:val="ltr">@</w:bdo></w:dir>')
    ),
    "permissions": rewritten(
        each(RUN, '<w:permStart w:id="1" w:edGrp="everyone"/>@<w:permEnd w:id="1"/>')
    ),
    "texts in pieces": rewritten(each(RUN, "<w:r><w:t></w:t><w:t>@1</w:t><w:t/></w:r>")),
    "letters by number": rewritten(
        lambda body: RUN.sub(
            lambda match: (
                match[0]
                if "&" in match[1]
                else run("".join(f"&#x{ord(letter):X};" for letter in match[1]))
            ),
            body,
        )
    ),
    "letters in CDATA": rewritten(
        lambda body: RUN.sub(
            lambda match: match[0] if "&" in match[1] else run(f"<![CDATA[{match[1]}]]>"), body
        )
    ),
    "remarks of XML": rewritten(each(RUN, "<!-- 旧 --><?旧 旧?>@")),
}


def _field_only(instruction: str) -> str:
    """Write a field that has no result: Word draws it from its instruction."""
    return _field(instruction, "").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""
    )
