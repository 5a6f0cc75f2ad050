"""What stands on another page of a text is open; a text of one page is held to it all."""

import pytest
from picture_pages import OPENING, REST, TITLE, judged

NEXT = "<a href='t_2.html'>"
PAGERS = {
    "links by number": f"<p>1 {NEXT}2</a> {NEXT}下一页</a></p>",
    "numbers in brackets": f"<p>[1] {NEXT}[2]</a> {NEXT}[3]</a></p>",
    "a count": f"<p>共3页 第1页 {NEXT}下一页</a> {NEXT}尾页</a></p>",
    "a count and a number": f"<div class='pagination'>共3页 1 {NEXT}下页</a></div>",
    "the next alone": f"<p>{NEXT}下一页</a></p>",
    "the rest": f"<p>{NEXT}阅读全文</a></p>",
    "a script": '<script>createPageHTML(2, 0, "t2025", "html");</script>',
    "a script with a place": "<script>createPageHTML('p', 2, 1, 't', 'html', 9)</script>",
}
NO_PAGERS = {
    "nothing": "",
    "the next article": f"<p>上一篇：{NEXT}公告</a></p><p>下一篇：{NEXT}通知</a></p>",
    "one page": f"<p>共1页 第1页 {NEXT}首页</a></p>",
    "one page by script": '<script>createPageHTML(1, 0, "t2025", "html");</script>',
    "the number of a printed page": "<p>第1页 共3页</p>",
    "a list beside the text": f"<div class='sidebar'>1 {NEXT}2</a> {NEXT}下一页</a></div>",
    "a list far behind": f"<p>责任编辑：某</p><p>关闭</p><p>相关</p><p>热</p>{NEXT}下一页</a>",
}


@pytest.mark.parametrize("pager", PAGERS.values(), ids=PAGERS)
def test_parts_on_other_pages_are_open(pager: str) -> None:
    assessment = judged(f"{OPENING}{pager}")
    assert not assessment.score.vetoes
    assert "正文的其余各页" in {item.look_at for item in assessment.open}


@pytest.mark.parametrize("pager", NO_PAGERS.values(), ids=NO_PAGERS)
def test_without_other_pages_parts_are_missing(pager: str) -> None:
    assert "decree-711/applications" in judged(f"{OPENING}{pager}").score.vetoes


def test_of_a_later_page_the_earlier_parts_are_open() -> None:
    back = "<p><a href='t_1.html'>上一页</a> 第2页 共2页</p>"
    head = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有行政复议和行政诉讼。</p>"
    assert not judged(f"{TITLE}{head}{REST}{back}").score.vetoes
    assert judged(f"{TITLE}{head}{REST}").score.vetoes


def test_a_part_between_others_of_its_page_is_missing_on_it() -> None:
    head = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有行政复议和行政诉讼。</p>"
    vetoes = judged(f"{OPENING}{head}{PAGERS['a count']}").score.vetoes
    assert "decree-711/applications" in vetoes
    assert "decree-711/problems-and-improvements" not in vetoes
