"""Shapes of text that cost more than they should, once or in theory, for growth.py."""

from collections.abc import Callable, Iterator
from typing import Final

from pages import EXAMPLE

UNITS: Final = {
    "pictures begun": "![a](",
    "links begun": "[政](政",
    "links": "[政](http://a.gov.cn/1)",
    "pictures": "![政](a.png)",
    "bold": "**政** __府__",
    "bold begun": "**政",
    "spaced year": "2 0 2 4 年",
    "spaced digits": "2 0 2 4 ",
    "full-width digits": "１２３．４",
    "traditional": "政府資訊公開",
    "part headings": "一、总体情况",
    "titles": "某市2024年政府信息公开工作年度报告",
    "dates": "2024年1月2日",
    "dates labelled": "发布日期：2024-01-20 ",
    "labels": "发布机构：某局 来源：某局 ",
    "named": "《中华人民共和国政府信息公开条例》",
    "book opened": "《政",
    "book closed": "政》",
    "round opened": "（政",
    "round opened and date": "（2024年",
    "quotation opened": "“政",
    "mixed brackets": "（政]",
    "breakdown": "主动公开10件，其中网站5件、微信3件。",
    "breakdown long": "其中网站5件、微信3件，",
    "figures": "网站5件、",
    "account": "新收申请10件，上年结转2件，办结11件，结转1件。",
    "rates": "占总数的50.5%，同比增长20%，",
    "applications": "收到依申请公开10件，予以公开5件，",
    "fees": "收取信息处理费100元，",
    "reviews": "行政复议5件，行政诉讼3件，",
    "problems": "一是公开不及时；二是解读不深入；三是队伍不稳；",
    "measures": "存在的问题：一是不够；改进措施：一是加强；",
    "phone": "电话：0871-65550123，",
    "mail": "a.b@c.gov.cn ",
    "address": "https://www.a.gov.cn/b/c ",
    "identity": "530102199001011234 ",
    "years": "2023年、2024年度",
    "comparison": "比上年增加10件，比2022年减少5%，",
    "han figures": "一百二十三万四千五百六十七件",
    "thousands": "1,234,567",
    "points": "1.1.1",
    "images named": "a.png ",
    "body names": "昆明市官渡区人民政府办公室",
    "regulation": "制发规章3件、行政规范性文件2件，",
    "sentence marks": "。",
    "colons": "：",
    "commas": "，",
    "pauses": "、",
    "dashes": "—",
    "hyphens": "-",
    "ones": "一",
    "of": "的",
    "government": "政",
    "year": "年",
    "blanks": " ",
    "wide blanks": "　",
    "digits": "1",
    "zeros": "0",
    "letters": "a",
    "dots": ".",
    "ellipses": "…",
    "stars": "*",
    "hashes": "#",
    "sharps in brackets": "[](",
    "pipes": "|",
    "pipes and text": "政|",
    "tabs": "政\t",
    "numbers of items": "1、政2、府",
    "circled": "①政②府",
    "paren items": "（一）政（二）府",
    "words in question": "XX某某待补充",
    "percent": "50%",
    "documents": "云政发〔2024〕5号",
    "phrases": "政府信息公开工作年度报告",
    "because": "按照《中华人民共和国政府信息公开条例》和国务院办公厅要求，",
    "period": "统计期限自2024年1月1日至2024年12月31日止。",
    "wrong words": "公开公开的的信息信息",
}
"""What is said again and again."""


def _plain(filling: str) -> bytes:
    return (
        "某市财政局2024年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》编制。\n一、总体情况\n"
        f"{filling}\n二、主动公开政府信息情况\n见上。\n"
    ).encode()


def _page(filling: str) -> bytes:
    before, marker, after = EXAMPLE.read_text("utf-8").partition("<h2>二、")
    return (before + filling + marker + after).encode()


def _often(unit: str, size: int) -> str:
    return unit * max(1, size // len(unit.encode()))


def _said() -> "Iterator[tuple[str, str, Callable[[int], bytes]]]":
    for name, unit in UNITS.items():
        yield f"{name}, one line", "txt", lambda n, u=unit: _plain(_often(u, n))
        yield f"{name}, lines", "txt", lambda n, u=unit: _plain(_often(f"{u}\n", n))
        yield (
            f"{name}, sentences",
            "txt",
            lambda n, u=unit: _plain(_often(f"政府{u * 4}工作。", n)),
        )
        yield f"{name}, paragraph", "html", lambda n, u=unit: _page(f"<p>{_often(u, n)}</p>")
        yield f"{name}, paragraphs", "html", lambda n, u=unit: _page(_often(f"<p>{u}", n))


MARKUP: Final = {
    "breaks": "<br>",
    "breaks and text": "政<br>",
    "empty paragraphs": "<p></p>",
    "empty spans": "<span></span>",
    "spans": "<span>政</span>",
    "opened spans": "<span>政",
    "opened divisions": "<div>政",
    "opened bold": "<b>",
    "opened lists": "<ul><li>政",
    "items": "<li>政",
    "headings": "<h2>一、总体情况</h2>",
    "main headings": "<h1>某局2024年政府信息公开工作年度报告</h1>",
    "links": '<a href="/a/b.html">政</a>',
    "list of links": '<li><a href="b.html">政府信息</a></li>',
    "pictures": '<img src="a.png">',
    "tables": "<table><tr><td>1</td></tr></table>",
    "two-celled tables": "<table><tr><td>一</td><td>2</td></tr></table>",
    "nested tables": "<table><tr><td>",
    "entities": "&nbsp;&#x4e00;",
    "entity begun": "&#1",
    "comments": "<!-- a -->",
    "comments begun": "<!--",
    "scripts": "<script>a</script>",
    "styles": "<style>a{b:c}</style>",
    "tag begun": "<a ",
    "less": "<",
    "hidden": '<p style="display:none">政</p>',
    "metas": '<meta name="PubDate" content="2024-01-02">',
    "attributes": '<p a="b" c="d">政</p>',
    "footnotes": "<sup>1</sup>",
    "inputs": "<input value=1>",
    "frames": '<iframe src="a.html"></iframe>',
    "section headings": "<h2>政府</h2><p>政府。</p>",
}
"""Markup that is written again and again."""

CELLS: Final = {
    "cells in a row": ("<table><tr>", "<td>1", "</table>"),
    "cells in rows": ("<table>", "<tr><td>1<td>2<td>3<td>4", "</table>"),
    "empty rows": ("<table>", "<tr>", "</table>"),
    "wide cells": ("<table>", "<tr><td colspan=1000>1", "</table>"),
    "high cells": ("<table>", "<tr><td rowspan=60000>1", "</table>"),
    "form rows": ("<table>", "<tr><td>规章<td>1<td>2<td>3", "</table>"),
    "form words": (
        "<table>",
        "<tr><td>本年新收政府信息公开申请数量<td>1<td>0<td>0<td>0<td>0<td>0<td>1",
        "</table>",
    ),
    "text in one cell": ("<table><tr><td>", "规章 1 2 3 ", "</table>"),
    "breaks in one cell": ("<table><tr><td>", "规章<br>1<br>", "</table>"),
}


def _marked() -> "Iterator[tuple[str, str, Callable[[int], bytes]]]":
    for name, unit in MARKUP.items():
        yield f"<> {name}", "html", lambda n, u=unit: _page(_often(u, n))
    for name, (before, unit, after) in CELLS.items():
        yield (
            f"<> {name}",
            "html",
            lambda n, u=unit, b=before, a=after: _page(b + _often(u, n) + a),
        )


SHAPES: Final = (*_said(), *_marked())
"""Name, end of the file's name, and what makes it so many bytes long."""
