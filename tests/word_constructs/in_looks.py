"""Looks of runs by which a text says less, or another thing, than its letters."""

import re
from collections.abc import Mapping
from typing import Final

from word_constructs import RUN, Construct, each, rewritten, run, within_tables

_FIGURE: Final = re.compile(r"<w:r><w:t>(\d+)</w:t></w:r>")
_STRUCK: Final = (
    '<w:style w:type="character" w:styleId="s"><w:name w:val="s"/><w:rPr><w:strike/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="t"><w:name w:val="t"/>'
    '<w:basedOn w:val="s"/></w:style>'
)


def _before(text: str, properties: str, **parts: str) -> Construct:
    return rewritten(each(RUN, run(text, properties) + "@"), **parts)


def _behind_figures(text: str, properties: str) -> Construct:
    return rewritten(each(_FIGURE, "@" + run(text, properties)))


def _figures(template: str) -> Construct:
    return rewritten(within_tables(each(_FIGURE, template)))


SAME: Mapping[str, Construct] = {
    "struck text": _before("13", "<w:strike/>"),
    "text struck twice": _before("13", "<w:dstrike w:val='1'/>"),
    "text struck by a style": _before("13", '<w:rStyle w:val="t"/>', styles=_STRUCK),
    "text that is no longer struck": rewritten(each(RUN, run("@1", '<w:strike w:val="0"/>'))),
    "white text": _before("9", '<w:color w:val="FFFFFF"/>'),
    "nearly white text": _before("9", '<w:color w:val="FEFEFE"/>'),
    "text of half a point": _before("9", '<w:sz w:val="1"/><w:szCs w:val="1"/>'),
    "text of two points": _before("9", '<w:sz w:val="4"/>'),
    "figures with raised notes": _behind_figures("1", '<w:vertAlign w:val="superscript"/>'),
    "figures with raised notes in brackets": _behind_figures(
        "[12]", '<w:vertAlign w:val="superscript"/>'
    ),
    "figures with notes moved up": _behind_figures(
        "1", '<w:position w:val="10"/><w:sz w:val="12"/>'
    ),
    "figures with notes moved down": _behind_figures(
        "1", '<w:position w:val="-6"/><w:sz w:val="12"/>'
    ),
    "figures moved up whole": _figures(run("@1", '<w:position w:val="4"/><w:sz w:val="12"/>')),
    "figures with lowered notes": _behind_figures("注", '<w:vertAlign w:val="subscript"/>'),
    "signs before the labels of tables": rewritten(
        within_tables(
            each(
                re.compile(r"<w:r><w:t>([（1-9][^<]{3,80})</w:t></w:r>"),
                '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>@',
            )
        )
    ),
    "coloured text": rewritten(each(RUN, run("@1", '<w:color w:val="C00000"/>'))),
    "digits of the font Symbol": rewritten(
        lambda body: _FIGURE.sub(
            lambda match: "".join(
                f'<w:r><w:sym w:font="Symbol" w:char="F03{digit}"/></w:r>' for digit in match[1]
            ),
            body,
        )
    ),
    "figures chosen in a list": rewritten(
        each(
            _FIGURE,
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="7"/><w:listEntry w:val="@1"/></w:ddList></w:ffData>'
            "</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    ),
}
"""What is not seen, or is a note, is no part of a figure."""
OPEN: Mapping[str, Construct] = {
    "figures with an unknown sign": _figures(
        '<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>@'
    ),
    "nothing but an unknown sign": _figures(
        '<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>'
    ),
    "figures in a font of pictures": _figures(
        run("@1", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    ),
    "figures with a hyphen": _figures("@<w:r><w:noBreakHyphen/><w:t>4</w:t></w:r>"),
    "figures with a space": _figures("@" + run(" ") + run("4")),
    "figures all white": _figures(run("@1", '<w:color w:val="FFFFFF"/>')),
    "figures by an equation of another program": _figures(
        '@<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object></w:r>'
    ),
    "figures as pictures": _figures(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="x"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    ),
    "figures of fields without result": _figures(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT)'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "figures of simple fields without result": _figures(
        '<w:fldSimple w:instr=" DOCVARIABLE a "/>'
    ),
}
"""Cells that are printed and of which it is not known for certain what they say."""
