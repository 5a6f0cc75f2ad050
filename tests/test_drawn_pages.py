"""A page whose text the browser would draw is refused with a way out, and never accused."""

import pytest
from pages import read_lines

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()

TITLE = "云岭市水务局2024年政府信息公开工作年度报告"
SCRIPT = "<script src=app.js></script>"
LONG = (
    "2024年，本局主动公开政府信息320条，其中通过网站公开300条，通过新媒体公开20条，"
    "均已核对无误，没有遗漏，也没有重复。"
)


def document(body: str, *, head: str = f"<title>{TITLE}</title>") -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head>{body}</html>"
    return read(page.encode(), name="年报.html", knowledge=BOOK.knowledge)


def refusal(body: str, **head: str) -> str:
    with pytest.raises(Unusable) as refused:
        document(body, **head)
    line = str(refused.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize(
    "body",
    [
        f"<body><div id=app></div>{SCRIPT}</body>",
        f"<body><div id=root>加载中，请稍候……</div>{SCRIPT}",
        f"<noscript>请启用JavaScript，以便浏览本站的全部内容，谢谢您。</noscript>{SCRIPT}",
        f"<p>您的浏览器没有启用JavaScript，请启用后刷新本页，以便正常浏览本网站的内容。</p>{SCRIPT}",
        f"<p>请用新版浏览器打开本站，旧版不能显示{'各栏目的内容、' * 5}请谅解。</p>{SCRIPT}",
        f"<h1>{TITLE}</h1><div class=content></div>{SCRIPT}",
        f"<body>&nbsp;\u3000\n<!-- {LONG} -->{SCRIPT}",
        f"<img src=logo.png><ul><li><a href=/>首页</a><li><a href=/x>要闻</a></ul>{SCRIPT}",
        f"<div class=footer><p>主办单位：市政府</p><p>滇ICP备1号，{LONG}</p></div>{SCRIPT}",
        f"<template><p>{LONG}</p></template>{SCRIPT}",
        f"<textarea hidden>{LONG}</textarea><div id=x></div>{SCRIPT}",
        "<body onload='draw()'><div id=x></div>",
        SCRIPT,
    ],
)
def test_a_page_that_a_script_draws_says_so(body: str) -> None:
    line = refusal(body)
    assert "脚本" in line
    assert "另存为" in line
    assert "打印为 PDF" in line


@pytest.mark.parametrize(
    "body",
    [
        "<frameset><frame src=a.html><frame src=b.html></frameset>",
        "<iframe src=a.html></iframe>",
    ],
)
def test_a_page_in_frames_says_so(body: str) -> None:
    assert "框架" in refusal(body)


@pytest.mark.parametrize("body", ["", "<body></body>", "<body>&nbsp;</body>", "<p hidden>文字"])
def test_a_page_with_nothing_but_its_title_is_no_report(body: str) -> None:
    assert "没有报告的正文" in refusal(body)


ABOVE = f"<ul><li><a href=/>首页</a></ul><h1>{TITLE}</h1><p>发布日期：2025-01-20 来源：本局</p>"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div class=content></div>",
        "<div id=zoom>正在加载…</div>",
        "<p>&nbsp;</p><table><tr><td></td></tr></table>",
        "<p>云岭市水务局</p><p>2025年1月20日</p>",
        "<img src=x.gif width=1 height=1>",
        "<p>上一篇：<a href=1>云岭市水务局2023年年报</a></p><p>【打印】【关闭】</p>",
        f"<!-- <p>{LONG}</p> --><p>扫一扫在手机打开当前页</p>",
    ],
)
def test_a_page_that_was_saved_without_its_text_is_no_report(body: str) -> None:
    line = refusal(f"<body>{ABOVE}{body}</body>")
    assert "没有报告的正文" in line
    assert "另存为" in line


@pytest.mark.parametrize("around", [(), ("云岭水务 2025-01-20 08:00 云南", "微信扫一扫")])
def test_a_page_printed_before_its_text_has_come_is_no_report(around: tuple[str, ...]) -> None:
    with pytest.raises(Unusable, match="没有报告的正文"):
        read_lines(TITLE, *around, saved=True)
    short = read_lines(TITLE, *around, "本局没有收到申请。", saved=True)
    assert "没有收到申请" in short.passages["body"].text


def test_a_script_page_without_a_title_names_both_reasons() -> None:
    line = refusal(f"<div id=app></div>{SCRIPT}", head="<title>政务公开</title>")
    assert "没有找到政府信息公开工作年度报告" in line
    assert "脚本" in line


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p>",
        "<p><a href='P020250120.pdf'>全文下载</a></p>",
        "<h1>{title}</h1><img src=1.png>",
        "<h1>{title}</h1><table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>1</td></table>",
        "<h1>{title}</h1><h2>一、总体情况</h2>",
        "<iframe src='viewer.html?file=a.pdf'></iframe>",
    ],
)
def test_scripts_around_a_report_do_not_matter(body: str) -> None:
    found = document(body.format(title=TITLE) + SCRIPT)
    assert len(assess(Case(document=found), BOOK).judgements) == len(BOOK.rules)


@pytest.mark.parametrize("words", ["不存在", "404", "已删除", "无法访问", "找不到"])
def test_words_of_an_error_do_not_decide(words: str) -> None:
    line = refusal(f"<h1>公司2024年年度报告</h1><p>董事会保证{words}虚假记载。</p>", head="")
    assert line.startswith("没有找到政府信息公开工作年度报告")
    found = document(f"<h1>{TITLE}</h1><h2>一、总体情况</h2><p>{words}虚假信息。</p>")
    assert found.year == 2024


def test_a_title_that_nobody_sees_is_no_report() -> None:
    assert "没有报告的正文" in refusal(f"<body><p hidden>{TITLE}</p></body>", head="")


@pytest.mark.parametrize(
    "given",
    [
        '<iframe src="/pdfjs/viewer.html?file=a.pdf"></iframe>',
        '<embed src="a.pdf">',
        '<a href="a.pdf">下载</a>',
    ],
)
def test_parts_that_a_file_may_hold_are_not_said_to_be_missing(given: str) -> None:
    body = f"<body><h1>{TITLE}</h1><p>发布日期：2025-01-20</p>{given}</body>"
    result = assess(Case(document=document(body)), BOOK)
    assert not result.score.vetoes
    outcomes = {one.rule: one.outcome for one in result.judgements}
    assert outcomes["decree-711/applications"] == "open"
