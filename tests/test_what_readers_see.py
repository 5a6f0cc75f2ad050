"""What a page shows is its report; what it hides is none, and what was not read is open."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from agreement import RULEBOOK
from refusals import refusal_of
from sound_page import (
    BODY,
    INTRODUCTION,
    NEW,
    PARTS,
    ROW_TOTAL,
    TABLES,
    assert_not_accused,
    assert_the_same,
    document_in,
    found,
    page,
    sound,
    with_new,
)

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.files import PicturesBeside
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

TITLES = [re.findall("<h2>(.*?)</h2>", part)[0] for part in PARTS]
TEXTS = [re.sub("<h2>.*?</h2>", "", part) for part in PARTS]
ROW = "<tr><td>2.其他法律行政法规禁止公开"
SAYS_99 = "<p>全年新收政府信息公开申请99件。</p>"

assert BODY.count(ROW) == 1


def styled(sheet: str, body: str) -> str:
    return page(body, f"<style>{sheet}</style>")


def with_row(row: str) -> str:
    return page(BODY.replace(ROW, row + ROW))


def before_five(markup: str) -> str:
    return BODY.replace("<h2>五", f"{markup}<h2>五")


UNFOLDS = "<script>unfold()</script>"


def folded(opening: str) -> str:
    return INTRODUCTION + "".join(
        f"<h2>{title}</h2><div {opening}>{text}</div>"
        for title, text in zip(TITLES, TEXTS, strict=True)
    )


def panes(first: str, other: str) -> str:
    opened = [first, *[other] * (len(PARTS) - 1)]
    return INTRODUCTION + "".join(
        f"<div {opening}>{part}</div>" for opening, part in zip(opened, PARTS, strict=True)
    )


def in_cells(pattern: str, by: str) -> str:
    return page(re.sub(pattern, by, BODY))


HIDDEN = {
    "a row": with_row('<tr style="display:none"><td>旧</td><td>9</td></tr>'),
    "a row whose place is kept": with_row(
        '<tr style="visibility:hidden"><td>旧</td><td>9</td></tr>'
    ),
    "a row that is struck out": with_row("<tr><td><s>1.旧</s></td><td><s>9</s></td></tr>"),
    "a row of no size": with_row('<tr style="font-size:0"><td>旧</td><td>9</td></tr>'),
    "a row without a cell": with_row("<tr hidden></tr>"),
    "a row of another group": page(
        BODY.replace("</table>", "<tbody hidden><tr><td>旧</td><td>9</td></tr></tbody></table>")
    ),
    "a row without text": with_row("<tr><td>&nbsp;</td></tr>"),
    "a row in the head": page(
        BODY.replace("<tr><td>商业", "<tr style='display:none'><td></td></tr><tr><td>商业")
    ),
    "a row by its class": styled(
        "tr.old{display:none}",
        BODY.replace(ROW, f"<tr class=old><td>旧</td><td>9</td></tr>{ROW}"),
    ),
    "cells": page(BODY.replace("<td>", '<td style="display:none">9</td><td>')),
    "cells by their class": styled(
        "td.x{display:none}", BODY.replace("<td>", "<td class=x>9</td><td>")
    ),
    "cells by their place": styled(
        "#t td:last-child{display:none}",
        BODY.replace(
            TABLES[1],
            TABLES[1].replace("<table", "<table id=t").replace("</tr>", "<td>9</td></tr>"),
        ),
    ),
    "text by class": styled(".x{display:none}", before_five(f"<div class=x>{SAYS_99}</div>")),
    "text by id": styled("#x{visibility:hidden}", before_five(f"<div id=x>{SAYS_99}</div>")),
    "text by tag and class": styled(
        "div.x p{display:none}", before_five(f"<div class=x>{SAYS_99}</div>")
    ),
    "text on paper alone": styled(
        ".x{display:none}@media print{.x{display:block}}",
        before_five(f"<div class=x>{SAYS_99}</div>"),
    ),
    "a heading": page(before_five(f"<div hidden><h2>一、总体情况</h2>{SAYS_99}</div>")),
    "a heading for screen readers": styled(
        ".sr{position:absolute;width:1px;height:1px;overflow:hidden}",
        before_five("<h2 class=sr>一、总体情况</h2>"),
    ),
    "a copy": page(f'{BODY}<div style="display:none">{BODY.replace("326", "999")}</div>'),
    "a copy before": page(
        f'<div style="display:none">{BODY.replace("326", "999")}</div>{BODY}'
    ),
    "a copy in a table": page(f"{BODY}<table hidden><tr><td>{BODY}</td></tr></table>"),
    "a copy for print": styled(
        ".p{display:none}@media print{.p{display:block}}", f"{BODY}<div class=p>{BODY}</div>"
    ),
    "a copy for telephones": styled(
        "@media(min-width:769px){.m{display:none!important}}",
        f"<div class=m>{BODY}</div>{BODY}",
    ),
    "a copy in a closed dialog": page(f"{BODY}<dialog>{BODY}</dialog>"),
    "a copy without scripts": page(
        f"{BODY}<noscript>{BODY}</noscript><template>{BODY}</template>"
    ),
    "struck": with_new("<del>13</del>14"),
    "struck by style": with_new('<span style="text-decoration:line-through">13</span>14'),
    "struck by class": with_new(
        "<b class=x>13</b>14", "<style>.x{text-decoration:line-through}</style>"
    ),
    "struck text": page(before_five(f"<s>{SAYS_99}</s>")),
    "of no size": with_new('14<span style="font-size:0">99</span>'),
    "white": with_new('14<font color="#FFFFFF">99</font>'),
    "nearly white": with_new('14<span style="color: #FEFEFE">9</span>'),
    "without colour": with_new('14<span style="color: transparent">9</span>'),
    "of a point's size": page(
        BODY.replace("。</p>", "。<i style='font-size:1px'>版权所有，申请99件</i></p>")
    ),
    "white by style": with_new('<span style="color:white">9</span>14'),
}
SHOWN = {
    "a shadow tree": page(f"<div><template shadowrootmode=open>{BODY}</template></div>"),
    "fields": in_cells(r"<td>(\d+)</td>", r'<td><input value="\1"></td>'),
    "areas": in_cells(r"<td>(\d+)</td>", r"<td><textarea>\1</textarea></td>"),
    "lists": in_cells(
        r"<td>(\d+)</td>", r"<td><select><option>9<option selected>\1</select></td>"
    ),
    "formulas": in_cells(r"<td>(\d+)</td>", r"<td><math><mn>\1</mn></math></td>"),
    "a note's number": with_new("14<sup>1</sup>"),
    "a note's sign": with_new('14<sup><a href="#n">[1]</a></sup>'),
    "a note by style": with_new('14<span style="vertical-align: super">①</span>'),
    "a note in text": page(BODY.replace("326条", "326<sup>2</sup>条")),
    "a reading": with_new("<ruby>14<rt>shi si</rt></ruby>"),
    "places to break": in_cells(r"<td>(\d)(\d)</td>", r"<td>\1<wbr>\2</td>"),
    "soft hyphens": in_cells(r"<td>(\d)(\d)</td>", r"<td>\1&shy;\2</td>"),
    "cells of no width": in_cells(
        r"<td>(\d+)</td>", r'<td style="width:0;overflow:hidden">\1</td>'
    ),
    "no width": in_cells(r"<td>(\d)(\d)</td>", r"<td>&#8203;\1&#8203;\2</td>"),
    "letters apart": in_cells(r"<td>(\d)(\d)</td>", r"<td><span>\1</span><b>\2</b></td>"),
    "labels that are shown in part": in_cells(
        r"<td>(2\.其他法律[^<]{3,})([^<]{3})</td>", r'<td title="\1\2">\1…</td>'
    ),
    "figures that are shown in part": in_cells(
        r"<td>(\d)(\d+)</td>", r'<td><span title="\1\2">\1...</span></td>'
    ),
    "white on dark": page(
        BODY.replace("<td>信息内容", '<td style="background:#06c;color:#fff">信息内容')
    ),
    "noughts as words": in_cells("<td>0</td>", "<td>零</td>"),
    "noughts as circles": in_cells("<td>0</td>", "<td>〇</td>"),
    "a head that is a group of its own": in_cells(
        r"<table([^>]*)>\s*(<tr>.*?</tr>)", r"<table\1><thead>\2</thead>"
    ),
    "feet above": in_cells(
        r"(?s)(<table[^>]*>)((?:(?!</table>).)*)(<tr>(?:(?!<tr>).)*)</table>",
        r"\1<tfoot>\3</tfoot><tbody>\2</tbody></table>",
    ),
    "tables in an annex": page(
        re.sub("(?s)(<table.*?</table>\\s*)+", "<p>见附表。</p>", BODY)
        + "<p>附表</p>"
        + "".join(TABLES)
    ),
    "tables in an annex, as one": page(
        re.sub("(?s)(<table.*?</table>\\s*)+", "<p>（详见附表）</p>", BODY)
        + f"<p>附件：统计表</p><table>{re.sub('</?table[^>]*>', '', ''.join(TABLES))}</table>"
    ),
    "folded sections": page(
        INTRODUCTION
        + "".join(
            f"<details><summary>{title}</summary>{text}</details>"
            for title, text in zip(TITLES, TEXTS, strict=True)
        )
    ),
    "a heading in a row": page(
        re.sub(
            r"<h2>(四、.*?)</h2>\s*(<table[^>]*>)", r"\2<tr><td colspan=10>\1</td></tr>", BODY
        )
    ),
    "a heading in one cell": page(
        re.sub(r"<h2>(四、.*?)</h2>\s*(<table[^>]*>)", r"\2<tr><th>\1</th></tr>", BODY)
    ),
    "a heading beside nothing": page(
        re.sub(
            r"<h2>(四、.*?)</h2>\s*(<table[^>]*>)",
            r"\2<tr><td colspan=9>\1</td><td></td></tr>",
            BODY,
        )
    ),
    "a heading in the table above": page(
        re.sub(
            r"</table>\s*<h2>(四、.*?)</h2>\s*<table[^>]*>",
            r"<tr><td colspan=10>\1</td></tr>",
            BODY,
        )
    ),
}
ASKED_FOR = {
    "tabs": page(panes("", 'style="display:none"')),
    "tabs by class": styled(
        ".t{display:none}.t.on{display:block}", panes('class="t on"', "class=t")
    ),
    "tabs with a list of them": page(
        INTRODUCTION
        + "".join(f"<li>{title}</li>" for title in TITLES)
        + panes("", "hidden").removeprefix(INTRODUCTION)
        + UNFOLDS
    ),
    "folded": styled(".c{display:none}", folded("class=c") + UNFOLDS),
    "folded to no height": styled(
        ".c{max-height:0;overflow:hidden}", folded("class=c") + UNFOLDS
    ),
    "all until a script runs": styled("#app{visibility:hidden}", f"<div id=app>{BODY}</div>"),
    "all until loaded": page(
        f'<div style="display:none" id=app>{BODY}</div><script>show()</script>'
    ),
    "all faded": styled(".f{opacity:0}", f"<div class=f>{BODY}</div>"),
    "read more": page(
        f"{INTRODUCTION}{PARTS[0]}<div style='display:none'>{''.join(PARTS[1:])}</div>"
    ),
}


def without(table: int, instead: str, foot: str = "") -> str:
    return page(BODY.replace(TABLES[table], instead) + foot)


UNREAD = {
    "a frame": without(1, '<iframe src="http://host.invalid/t.html"></iframe>'),
    "an object": without(1, '<object data="t.pdf"></object>'),
    "a player": without(1, '<embed src="t.swf">'),
    "a canvas": without(1, "<canvas></canvas>"),
    "a drawing": without(1, "<svg width=800 height=600><text>一、本年新收</text></svg>"),
    "a table in a drawing": without(
        1, f"<svg><foreignObject>{TABLES[1]}</foreignObject></svg>"
    ),
    "a place for a script": without(1, "<div id=t3></div>", "<script>load()</script>"),
    "a table for a script": without(
        1, "<table id=t><tbody></tbody></table>", "<script></script>"
    ),
    "cells for a script": in_cells(r"<td>\d+</td>", "<td id=a></td>")
    + "<script>fill()</script>",
    "a table that is still to come": without(1, "<p>数据正在加载中，请稍候……</p>"),
    "a table that is repeated by a script": without(
        1, "<table><tr><td>项目<td>总计</tr><tr><td>{{ r.name }}<td>{{ r.n | number }}</table>"
    ),
    "labels that go on where none sees": in_cells(
        r"<td>(2\.其他法律[^<]{3,})[^<]{3}</td>", r"<td>\1…</td>"
    ),
    "columns too narrow for their figures": in_cells(r"<td>\d\d+</td>", "<td>####</td>"),
    "cells of a template": in_cells(r"<td>\d+</td>", "<td>{{ row.total }}</td>"),
    "cells of another template": in_cells(r"<td>\d+</td>", "<td>${n}</td>"),
    "cells that say what a script knows": in_cells(r"<td>\d+</td>", "<td>undefined</td>"),
    "cells that a script writes where it stands": in_cells(
        r"<td>\d+</td>", "<td><script>document.write(n)</script></td>"
    ),
    "cells that say what stands there without scripts": in_cells(
        r"<td>(\d+)</td>", r"<td><script>w(\1)</script><noscript>\1</noscript></td>"
    ),
    "cells with bound elements": in_cells(r"<td>\d+</td>", '<td><i v-text="n"></i></td>'),
    "cells with elements of a script": in_cells(
        r"<td>\d+</td>", "<td><a-figure></a-figure></td>"
    ),
    "cells with signs of a sheet": page(
        re.sub(r"<td>\d+</td>", "<td><i class=n3></i></td>", BODY),
        "<link rel=stylesheet href=a.css>",
    ),
    "cells by an attribute": styled(
        "td::after{content:attr(data-n)}", re.sub(r"<td>(\d+)</td>", r'<td data-n="\1">', BODY)
    ),
    "all cells for a script": in_cells(r">[\d.]+ ?件?</td>", "></td>") + "<script></script>",
    "last year's table above": page(
        BODY.replace(
            TABLES[1],
            f"<p>上年度：</p>{TABLES[1].replace('>14<', '>13<')}<p>本年度：</p>{TABLES[1]}",
        )
    ),
    "last year's table beneath": page(
        BODY.replace(TABLES[1], TABLES[1] + TABLES[1].replace(">14<", ">13<"))
    ),
    "a link to another page": without(1, '<p><a href="t3.html">点击查看表格</a></p>'),
    "a link": without(1, '<p>表格见附件：<a href="t.xlsx">申请情况表</a></p>'),
    "a link of a script": without(
        1, '<p>详见附件：<a href="javascript:void(0)" onclick="down(3)">申请情况表</a></p>'
    ),
    "a button": without(1, "<button>点击下载表格</button>"),
    "a frame to be loaded": without(1, '<iframe data-src="t.html" src="about:blank"></iframe>'),
    "a frame of a script": without(1, "<iframe name=t></iframe>"),
    "a figure on two lines": in_cells(r"<td>(\d)(\d)</td>", r"<td>\1<br>\2</td>"),
    "a link alone": without(2, '<a href="t.doc">情况表</a>'),
    "a link at the end": without(
        1, "<p>表格见附件1。</p>", '<p>附件：<a href="/f/1.xls">1.申请情况表</a></p>'
    ),
    "a frame of a part": page(
        BODY.replace(PARTS[4], '<iframe src="http://host.invalid/5.html"></iframe>')
    ),
    "figures apart": in_cells(r"<td>(\d)(\d)</td>", r"<td>\1 \2</td>"),
    "figures in spans": in_cells(r"<td>(\d)(\d)</td>", "<td><i>\\1</i>\n<i>\\2</i></td>"),
    "all struck": with_new("<s>14</s>"),
    "a picture": with_new('<img src="n14.png" alt="十四">'),
    "written by style": with_new("<i class=n></i>", '<style>.n::before{content:"14"}</style>'),
    "two copies, with a sheet to be imported": styled("@import url(a.css);", BODY + BODY),
    "two copies": page(
        f"<div class=pc>{BODY}</div><div class=m>{BODY}</div>",
        "<link rel=stylesheet href=a.css>",
    ),
    "tabs without headings": page(
        INTRODUCTION
        + "".join(f"<li>{title}</li>" for title in TITLES)
        + "".join(f"<div hidden>{text}</div>" for text in TEXTS)
    ),
}
FLAWED = {
    "no part four": (page(BODY.replace(PARTS[3], "")), "decree-711/review-and-litigation"),
    "no part four, with scripts and sheets": (
        page(
            BODY.replace(PARTS[3], "") + "<script></script><div id=foot></div>",
            "<link rel=stylesheet href=a.css><style>.x{display:none}</style>",
        ),
        "decree-711/review-and-litigation",
    ),
    "no part four, in tabs": (
        page(panes("", "hidden").replace(PARTS[3], "")),
        "decree-711/review-and-litigation",
    ),
    "no part four, nor in the hidden copy": (
        page(f"{BODY}<div hidden>{BODY}</div>".replace(PARTS[3], "")),
        "decree-711/review-and-litigation",
    ),
    "no table": (without(1, ""), "format/applications-structure"),
    "no table, and a link elsewhere": (
        without(1, "", '<p><a href="b.pdf">政策文件</a></p>'),
        "format/applications-structure",
    ),
    "no table, and a script for the foot": (
        without(1, "", "<div id=share></div><script></script>"),
        "format/applications-structure",
    ),
    "a sum": (with_new("15"), ROW_TOTAL),
    "a sum, with a note": (with_new("15<sup>1</sup>"), ROW_TOTAL),
    "a sum, corrected wrongly": (with_new("<del>14</del>15"), ROW_TOTAL),
    "a sum, in tabs": (
        page(panes("", "hidden").replace(NEW, "<td>15</td>")),
        ROW_TOTAL,
    ),
    "two figures in a cell": (with_new("14<br>15"), "format/cells-valid"),
    "a second copy that is shown": (page(BODY + BODY), "format/sections"),
    "a heading again": (
        page(before_five("<h2>一、总体情况</h2><p>总体情况。</p>")),
        "format/sections",
    ),
    "text shown by a later rule": (
        styled(
            ".x{display:none}div.x{display:block}", before_five(f"<div class=x>{SAYS_99}</div>")
        ),
        "consistency/applications-narrative",
    ),
    "text in a field": (
        page(before_five('<input value="全年新收政府信息公开申请99件。">')),
        "consistency/applications-narrative",
    ),
    "text in a formula": (
        page(before_five("<math><mtext>全年新收政府信息公开申请99件。</mtext></math>")),
        "consistency/applications-narrative",
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_not_seen_says_nothing(name: str) -> None:
    assert_the_same(document_in(HIDDEN[name]))


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_in_other_ways_is_read(name: str) -> None:
    assert_the_same(document_in(SHOWN[name]))


@pytest.mark.parametrize("name", ASKED_FOR)
def test_what_is_shown_when_asked_for_is_read(name: str) -> None:
    document = document_in(ASKED_FOR[name])
    assert_the_same(document)
    assert any("隐藏" in note for note in document.notes)


@pytest.mark.parametrize("name", UNREAD)
def test_what_was_not_read_is_open(name: str) -> None:
    document = document_in(UNREAD[name])
    minor = {"publication/tables-machine-readable", "publication/image-text"}
    accused = found(document, Outcome.FAIL) - found(sound(), Outcome.FAIL)
    assert not {rule for rule, _ in accused} - minor
    assert found(document, Outcome.OPEN) - found(sound(), Outcome.OPEN)


@pytest.mark.parametrize("name", FLAWED)
def test_a_fault_that_is_shown_is_found(name: str) -> None:
    markup, rule = FLAWED[name]
    assert rule in {one for one, _ in found(document_in(markup), Outcome.FAIL)}


def framed(folder: Path, table: int, markup: str) -> Document:
    path = folder / "报告.html"
    path.write_text(without(table, markup), "utf-8")
    inner = f"<meta charset=utf-8><body>{TABLES[table]}"
    (folder / "t.html").write_text(inner, "utf-8")
    return read(
        path.read_bytes(),
        name=path.name,
        knowledge=RULEBOOK.knowledge,
        beside=PicturesBeside(path),
    )


@pytest.mark.parametrize("table", range(3))
@pytest.mark.parametrize(
    "frame", ['<iframe src="t.html"></iframe>', '<object data="t.html"></object>']
)
def test_a_table_in_a_frame_is_read_in_its_place(
    tmp_path: Path, table: int, frame: str
) -> None:
    document = framed(tmp_path, table, frame)
    assert_the_same(document)
    assert any("t.html" in note for note in document.notes)


def test_a_frame_of_the_page_itself_is_read_in_its_place() -> None:
    inner = TABLES[1].replace('"', "&quot;")
    assert_the_same(document_in(without(1, f'<iframe srcdoc="{inner}"></iframe>')))


def test_a_frame_that_is_not_at_hand_is_named(tmp_path: Path) -> None:
    document = framed(tmp_path, 1, '<iframe src="../t.html"></iframe>')
    assert any("../t.html" in note and "没有读取" in note for note in document.notes)
    assert_not_accused(document)


@pytest.mark.parametrize(
    "frame",
    ["<iframe hidden src=t.html></iframe>", "<iframe width=0 height=0 src=t.html></iframe>"],
)
def test_frames_that_count_visitors_are_none(tmp_path: Path, frame: str) -> None:
    path = tmp_path / "报告.html"
    path.write_text(page(before_five(frame)), "utf-8")
    (tmp_path / "t.html").write_text(SAYS_99, "utf-8")
    assert_the_same(
        read(
            path.read_bytes(),
            name=path.name,
            knowledge=RULEBOOK.knowledge,
            beside=PicturesBeside(path),
        )
    )


SHEETS: dict[str, Callable[[], str]] = {
    "rules": lambda: ".a b{display:none}" * 20_000,
    "comments": lambda: "p{display:none}" + "/*" * 100_000,
    "blocks": lambda: "p{display:none}" + "@media all{" * 50_000,
    "selectors": lambda: ",".join(["p"] * 50_000) + "{display:none}",
    "contents": lambda: "p:before{content:" * 30_000 + "'a'}",
}


@pytest.mark.parametrize("name", SHEETS)
def test_any_sheet_is_gone_through(name: str) -> None:
    assert document_in(styled(SHEETS[name](), "<em>" * 200 + BODY)).source.format == "html"


TITLE = "<title>云岭市水务局2024年政府信息公开工作年度报告</title>"
ELSEWHERE = {
    "another page": ('<meta http-equiv="refresh" content="0;url=/art/1.html">', "/art/1.html"),
    "the source of a page": (
        f"<textarea>{BODY.replace('<', '&lt;')}</textarea>",
        "没有报告的正文",
    ),
    "a frame": ('<iframe src="http://host.invalid/1.html"></iframe>', "host.invalid/1.html"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_page_without_its_report_says_where_it_is(name: str) -> None:
    markup, words = ELSEWHERE[name]
    assert words in refusal_of(lambda: document_in(f"<meta charset=utf-8>{TITLE}{markup}"))


@pytest.mark.parametrize("heading", ["结果维持", "结果纠正"])
def test_a_heading_that_is_struck_out_is_unread_and_no_other_column(heading: str) -> None:
    body = re.sub(rf"(<td[^>]*>){heading}", rf"\1<del>{heading}</del>", BODY, count=1)
    assert body != BODY
    findings = assess(Case(document=document_in(page(body))), RULEBOOK).findings
    assert [(one.rule, one.outcome) for one in findings] == [
        ("format/review-litigation-structure", Outcome.OPEN)
    ]
