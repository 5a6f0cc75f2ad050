"""The many ways in which sites lay reports out."""

from collections.abc import Iterable, Mapping

from layouts import AGENCY, HEADINGS, NAME, Layout, plain_heading

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _heading(markup: str) -> Layout:
    return Layout(heading=lambda number, title: markup.format(number=number, title=title))


def _spaced(number: str, title: str) -> str:
    return f"<p>{number} 、 {' '.join(title)}</p>"


def _dashed(number: str, title: str) -> str:
    return plain_heading("—" if number == "一" else number, title)


def _unnumbered(number: str, title: str) -> str:
    return f"<h2>{title}</h2>" if number == "一" else f"<h2>{number}、{title}</h2>"


def _signed(signs: Iterable[str], between: str = "") -> Layout:
    signs_of = dict(zip("一二三四五六", signs, strict=True))
    return Layout(heading=lambda number, title: f"<p>{signs_of[number]}{between}{title}</p>")


def _article(day: str, script: str = "") -> Layout:
    return Layout(
        notice="<div id='meta_content' class='rich_media_meta_list'><span>原创</span> "
        f"<a id='js_name'>{AGENCY}</a> {day} <em>云南</em></div>",
        article='<div id="js_content">{text}</div>',
        after=script,
    )


def _broken(number: str, title: str) -> str:
    return f"{number}、{title}<br>"


def _divided(number: str, title: str) -> str:
    return f"<div>{number}、{title}</div>"


def _mixed(number: str, title: str) -> str:
    tags = dict(zip("一二三四五六", ("h2", "p", "strong", "h3", "div", "h6"), strict=True))
    return f"<{tags[number]}>{number}、{title}</{tags[number]}>"


def _linked(address: str, text: str) -> str:
    return f'<li><a href="{address}">{text}</a></li>'


_MENU = f'<ul class="menu">{_linked("/", "首页")}{_linked("/gk", "政府信息公开")}</ul>'
_CRUMBS = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/gk'>年报</a> &gt; 正文</div>"
_OTHERS = "".join(
    _linked(f"/{year}", f"云岭市教育局{year}年政府信息公开工作年度报告")
    for year in (2021, 2022, 2023)
)
_FOOT = (
    '<div class="footer"><p>主办：云岭市人民政府办公室</p><p>滇ICP备00000000号</p>'
    "<p>网站标识码：0000000000</p></div>"
)
_CONTENTS = "".join(_linked(f"#{number}", f"{number}、{title}") for number, title in HEADINGS)
_RECORD = (
    "<table><tr><td>索引号</td><td>000000000/2025-00002</td>"
    "<td>发布机构</td><td>云岭市教育局</td></tr>"
    "<tr><td>名称</td><td>云岭市教育局2024年政府信息公开工作年度报告</td>"
    "<td>公开日期</td><td>2025-01-20</td></tr></table>"
)
_WORD_CELL = (
    '<td style="border:solid windowtext 1.0pt" valign="top" width="80" colspan="{width}" '
    'rowspan="{height}"><p class="MsoNormal" align="center"><span style="font-family:宋体">'
    "<span>{text}</span><o:p></o:p></span></p></td>"
)

LAYOUTS: Mapping[str, Layout] = {
    "plain paragraphs": Layout(),
    "h2": _heading("<h2>{number}、{title}</h2>"),
    "h3": _heading("<h3>{number}、{title}</h3>"),
    "strong": _heading("<p><strong>{number}、{title}</strong></p>"),
    "bold and broken": _heading("<p><b>{number}</b><b>、</b><span>{title}</span></p>"),
    "spans": _heading("<p><span>{number}、</span><span><font>{title}</font></span></p>"),
    "indented": _heading("<p>　　{number}、{title}</p>"),
    "non-breaking spaces": _heading("<p>&nbsp;&nbsp;{number}、&nbsp;{title}&nbsp;</p>"),
    "list item": _heading("<ul><li>{number}、{title}</li></ul>"),
    "definition": _heading("<dl><dt>{number}、{title}</dt></dl>"),
    "cell": _heading("<table><tr><td>{number}、{title}</td></tr></table>"),
    "section": _heading("<section><header>{number}、{title}</header></section>"),
    "colon": _heading("<p>{number}、{title}：</p>"),
    "point": _heading("<p>{number}．{title}</p>"),
    "part": _heading("<p>第{number}部分　{title}</p>"),
    "brackets": _heading("<p>（{number}）{title}</p>"),
    "spaces for a mark": _heading("<p>{number}　　{title}</p>"),
    "colon for a mark": _heading("<p>{number}：{title}</p>"),
    "heavy brackets": _heading("<p>【{number}】{title}</p>"),
    "two digits": _signed(("01", "02", "03", "04", "05", "06")),
    "two digits after a word": _signed(("PART 01", "02", "03", "04", "05", "06"), "　"),
    "circles": _signed("①②③④⑤⑥"),
    "circles and marks": _signed("①②③④⑤⑥", "、"),
    "Roman numbers": _signed("ⅠⅡⅢⅣⅤⅥ", "、"),
    "small Roman numbers": _signed(("i", "ii", "iii", "iv", "v", "vi"), ". "),
    "stems": _signed("甲乙丙丁戊己", "、"),
    "stems in parts": _signed([f"第{stem}部分" for stem in "甲乙丙丁戊己"], "　"),
    "chapters": _heading("<p>第{number}章　{title}</p>"),
    "chapters by digits": _signed([f"第{number}章" for number in "123456"], " "),
    "numerals of money": _signed("壹贰叁肆伍陆", "、"),
    "capital letters": _signed("ABCDEF", "."),
    "letters and a bracket": _signed("abcdef", "）"),
    "digits and a bracket": _signed("123456", ") "),
    "digits and a dash": _signed("123456", "——"),
    "digits before a bar": _signed([f"0{number}" for number in "123456"], " | "),
    "Part A": _signed([f"Part {letter}" for letter in "ABCDEF"], ": "),
    "Chinese in brackets": _signed("㈠㈡㈢㈣㈤㈥"),
    "brackets around all": _heading("<p>【{number}、{title}】</p>"),
    "brackets around the title": _heading("<p>{number}、《{title}》</p>"),
    "stars around": _heading("<p>★{number}、{title}★</p>"),
    "zero width": _heading("<p>\u200b{number}、\ufeff{title}</p>"),
    "line break after": _heading("<div>{number}、{title}<br></div>"),
    "letter-spaced": Layout(heading=_spaced),
    "dash for one": Layout(heading=_dashed),
    "first without number": Layout(heading=_unnumbered),
    "mixed": Layout(heading=_mixed),
    "title in two lines": Layout(title=f"<h1>{AGENCY}<br>{NAME}</h1>"),
    "title in two paragraphs": Layout(title=f"<p>{AGENCY}</p><p>{NAME}</p>"),
    "title in three lines": Layout(title=f"<p>{AGENCY}</p><p>{NAME[:5]}</p><p>{NAME[5:]}</p>"),
    "title torn": Layout(title=f"<p>{AGENCY}{NAME[:9]}</p><p>{NAME[9:]}</p>"),
    "title spaced": Layout(title=f"<p>{'　'.join(AGENCY + NAME)}</p>"),
    "title twice": Layout(title=f"<div>{AGENCY}{NAME}</div><h1>{AGENCY}{NAME}</h1>"),
    "year first": Layout(title=f"<h2>2024年{AGENCY}{NAME[5:]}</h2>"),
    "menus before": Layout(before=_MENU + _CRUMBS),
    "table of contents before": Layout(before=_MENU + _CONTENTS),
    "other reports beside": Layout(before=f"<ul>{_OTHERS}</ul>", after=f"<ul>{_OTHERS}</ul>"),
    "footer after": Layout(after=_FOOT),
    "neighbours after": Layout(
        after="<p>上一篇：<a href='/1'>云岭市教育局2023年年报</a></p>" + _FOOT
    ),
    "share buttons after": Layout(after="<div>分享到：</div><div>【打印】【关闭】</div>"),
    "advertisement after": Layout(
        after='<div class="footer"><a href="/x">下载通用APP</a></div>'
    ),
    "signed": Layout(after="<p>云岭市教育局</p><p>2025年1月15日</p>"),
    "record table": Layout(notice=_RECORD),
    "notice in parts": Layout(
        notice="<ul><li>发布机构：云岭市教育局</li><li>发布日期：2025-01-20 16:28:04</li>"
        "<li>浏览次数：<span>12</span></li></ul>"
    ),
    "day in a time element": Layout(
        notice="<p>来源：云岭市教育局</p><time datetime='2025-01-20T16:28'></time>"
    ),
    "day written by a script": Layout(
        notice="<div>来源：云岭市教育局 发布日期："
        "<script>document.write('2025-01-20');</script></div>"
    ),
    "day for search engines": Layout(
        notice="<div>来源：云岭市教育局</div>",
        head='<meta charset="utf-8"><script type="application/ld+json">'
        '{"@type": "Article", "datePublished": "2025-01-20T16:28:04+08:00"}</script>',
    ),
    "article of WeChat": _article("<em id='publish_time'>2025年1月20日 16:28</em>"),
    "article of WeChat before its script": _article(
        "<em id='publish_time'></em>", '<script>var ct = "1737361684";</script>'
    ),
    "layout table": Layout(article="<table><tr><td>{text}</td></tr></table>"),
    "layout tables nested": Layout(
        article="<table><tr><td>" + _MENU + "</td><td><table><tr><td>{text}</td></tr></table>"
        "</td></tr></table>"
    ),
    "article": Layout(
        article="<article><main>{text}</main></article>", before=_MENU, after=_FOOT
    ),
    "all in a header": Layout(article='<div class="header">{text}</div>'),
    "full-width figures": Layout(figure=lambda text: text.translate(_WIDE)),
    "thousands separators": Layout(figure=lambda text: f"{int(text):,}"),
    "figures with spaces": Layout(figure=lambda text: f"&nbsp;{text}&nbsp;\n"),
    "figures with units": Layout(figure=lambda text: f"<span>{text}</span>件"),
    "attributes in another order": Layout(
        cell="<td align=center colspan='{width}' class=x rowspan={height}><p>{text}</p></td>"
    ),
    "word export": Layout(
        cell=_WORD_CELL, paragraph='<p class="MsoNormal"><span>{text}</span></p>'
    ),
    "tables in tables": Layout(
        table='<table><tr><td><table border="1"><tbody>{rows}</tbody></table></td></tr></table>'
    ),
    "tables in divs": Layout(table='<div style="overflow:auto"><table>{rows}</table></div>'),
    "gbk said to be utf-8": Layout(encoding="gbk"),
    "gbk": Layout(head='<meta charset="gb2312">', encoding="gbk"),
    "utf-8 said to be gbk": Layout(head='<meta charset="gbk">'),
    "utf-8 with a mark": Layout(encoding="utf-8-sig"),
    "utf-16": Layout(head="", encoding="utf-16"),
    "paragraphs by breaks": Layout(
        paragraph="{text}<br><br>", heading=lambda n, t: f"{n}、{t}<br>"
    ),
    "divs": Layout(paragraph="<div>{text}</div>", heading=_divided),
}
