"""Pages to measure on: our sound example, lengthened, with other words, dressed as by Word."""

import re
from functools import cache
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "sound.html"

_PARAGRAPHS = (
    (
        "<p>（{n}）推进{area}片区供水、防汛和河湖管护信息公开。围绕{area}片区群众关心的饮水安全、农田灌溉和水旱灾害防御，梳理"
        "各股室、各水管单位应当公开的事项，明确公开内容、责任主体和更新周期，通过门户网站、政务新媒体和政务公开专区及时发布。对"
        "涉及{area}片区民生的工程项目，从立项、招标、施工到验收分阶段公开进展，方便群众了解和监督。</p>\n"
    ),
    (
        "<p>坚持先审查、后公开。严格落实{area}片区信息发布三审三校制度，由承办股室提出、分管领导审核、办公室统一发布，对拟公开"
        "的信息逐条进行保密审查，做到内容准确、程序规范、更新及时。通过各类平台发布{area}片区水务信息{total}条，其中工作动态"
        "{a}条、监测公告{b}条、政策解读{c}条。同时加强对{area}片区历史信息的清理，对已经过时的栏目及时归并。</p>\n"
    ),
    (
        "<p>拓宽{area}片区公开渠道，增强公开实效。结合世界水日、中国水周等节点，组织干部职工走进{area}片区村组、学校和企业开展"
        "宣传，现场解答群众关于水价、用水报装和水源保护的提问，把政策讲清楚、讲明白。在{area}片区服务窗口设置查阅点，配备查询设"
        "备，安排专人引导，为不便使用网络的群众提供纸质材料。全年组织宣讲{a}场次，采纳群众建议{c}条。</p>\n"
    ),
)
"""Used in turn; published reports have 11 to 15 figures in a thousand characters, as these.
The sentences of one page name its own areas: no other page has them."""
_BODY = "云岭市水务局"
_STYLE = (
    "margin:0cm;margin-bottom:.0001pt;text-align:justify;text-indent:32.0pt;line-height:28.0pt;"
    "mso-line-height-rule:exactly;mso-pagination:none;layout-grid-mode:char;font-family:仿宋_GB2312;"
    "mso-fareast-font-family:仿宋_GB2312;mso-ansi-language:EN-US;font-size:16.0pt"
)


def report(size: int, number: int = 0) -> bytes:
    """Return a plain page of at least ``size`` bytes with one report in it.

    Another ``number`` is another body with other sentences and figures, in as many bytes.
    """
    body = f"云岭市水务{_letters(number)}局"
    page = EXAMPLE.read_text("utf-8").replace(_BODY, body)
    before, marker, after = page.partition("<h2>二、")
    extra: list[str] = []
    length = len(page.encode())
    while length < size:
        turn, kind = divmod(len(extra), len(_PARAGRAPHS))
        a = turn + 1 + number % 10
        words = {"n": turn + 1, "a": a, "b": 2 * a, "c": 3 * a, "total": 6 * a}
        area = _letters(number) + _letters(turn)
        extra.append(_PARAGRAPHS[kind].format(area=area, **words))
        length += len(extra[-1].encode())
    return (before + "".join(extra) + marker + after).encode()


def _letters(number: int) -> str:
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:05}")


def word_export(size: int, number: int = 0) -> bytes:
    """Return a page of at least ``size`` bytes, most of it the markup that Word writes."""
    return dressed(report(_before_dressing(size), number).decode()).encode()


@cache
def _before_dressing(size: int) -> int:
    """Return how large a plain page must be, in bytes, to have so many when dressed."""
    plain = 0
    while len(dressed(report(plain).decode()).encode()) < size:
        plain += 2_000
    return plain


def dressed(page: str) -> str:
    """Return a page as Word exports it."""
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
