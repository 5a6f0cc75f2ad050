"""Pages to measure on: our sound example, lengthened and dressed as Word exports it."""

import re
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "sound.html"

_PARAGRAPH = (
    "<p>（{n}）持续做好第{n}类水务信息公开。全年围绕供水保障、防汛抗旱、河湖管护和农村饮水安全，通过门户网站、"
    "政务新媒体和政务公开专区发布信息{total}条，其中工作动态{a}条、监测公告{b}条、政策解读{c}条；组织现场宣讲"
    "{a}场次，群众提出意见建议{b}条，采纳{c}条。坚持先审查、后公开，落实三审三校，做到内容准确、更新及时、查询方便。</p>\n"
)
_STYLE = (
    "margin:0cm;margin-bottom:.0001pt;text-align:justify;text-indent:32.0pt;line-height:28.0pt;"
    "mso-line-height-rule:exactly;mso-pagination:none;layout-grid-mode:char;font-family:仿宋_GB2312;"
    "mso-fareast-font-family:仿宋_GB2312;mso-ansi-language:EN-US;font-size:16.0pt"
)


def report(size: int) -> bytes:
    """Return a plain page of at least ``size`` bytes with one report in it."""
    page = EXAMPLE.read_text("utf-8")
    before, marker, after = page.partition("<h2>二、")
    extra: list[str] = []
    length = len(page.encode())
    while length < size:
        n = len(extra) + 1
        extra.append(_PARAGRAPH.format(n=n, a=n, b=2 * n, c=3 * n, total=6 * n))
        length += len(extra[-1].encode())
    return (before + "".join(extra) + marker + after).encode()


def word_export(size: int) -> bytes:
    """Return a page of at least ``size`` bytes, most of it the markup that Word writes."""
    page, length = b"", 0
    while len(page) < size:
        length += 2_000
        page = _dressed(report(length).decode()).encode()
    return page


def _dressed(page: str) -> str:
    page = re.sub(
        r"<p>([^<]*)</p>",
        lambda m: f'<p class="MsoNormal" style="{_STYLE}">{_spans(m[1])}<o:p></o:p></p>',
        page,
    )
    return re.sub(
        r"<td([^>]*)>([^<]*)</td>",
        lambda m: (
            f'<td{m[1]} style="border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class='
            f'"MsoNormal" align="center" style="text-align:center"><span lang="EN-US" style='
            f'"font-size:10.5pt;font-family:宋体">{m[2]}<o:p></o:p></span></p></td>'
        ),
        page,
    )


def _spans(text: str) -> str:
    runs = re.findall(r".{1,24}", text)
    return "".join(f'<span lang="EN-US" style="{_STYLE}">{run}</span>' for run in runs)
