"""What collecting is made of, on whatever a site may send: robots, names, addresses, lists."""

import re
from pathlib import PurePosixPath
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.collecting.column_links import Kind, entries_of
from govcheck.collecting.file_names import safe_name, safe_suffix
from govcheck.collecting.list_page import ListPage, read_list, saved_list
from govcheck.collecting.manifest import HEADINGS, Manifest, cell_of, read_manifest
from govcheck.collecting.paging import further_pages
from govcheck.collecting.relinking import relinked
from govcheck.collecting.robots import Robots, read_robots
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook

SITE = "http://a.gov.cn"
PAGE = f"{SITE}/nb/index.html"
VOCABULARY = load_rulebook().vocabulary


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow:\n", "/x", True),
        ("User-agent: *\nDisallow: /\n", "/x", False),
        ("User-agent: *\nDisallow: /\n", "/robots.txt", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c", False),
        ("User-agent: *\nDisallow: /p\nAllow: /p\n", "/p", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/x/a.pdf?v=1", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/x.pdf/a.pdf", False),
        ("User-agent: *\nDisallow: /a$\n", "/a", False),
        ("User-agent: *\nDisallow: /a$\n", "/ab", True),
        ("User-agent: *\nDisallow: /list?id=\n", "/list?id=3", False),
        ("User-agent: *\nDisallow: /%E5%B9%B4\n", "/年/a", False),
        ("User-agent: govcheck/1.0\nAllow: /\n\nUser-agent: *\nDisallow: /\n", "/x", True),
        ("User-agent: x\nUser-agent: GovCheck\nDisallow: /\n", "/x", False),
        ("User-agent: x\nDisallow: /\n", "/x", True),
        ("Disallow: /\nUser-agent: *\nDisallow: /b # c\n", "/x", True),
        ("<html><body>Disallow: /</body></html>", "/x", True),
    ],
)
def test_robots_are_read_as_the_standard_says(robots: str, path: str, allowed: bool) -> None:  # noqa: FBT001
    assert read_robots(robots).allows(SITE + path) is allowed


@given(st.text("ab*/", max_size=12), st.booleans(), st.text("ab/", max_size=12))
def test_a_line_of_robots_matches_as_its_pattern(start: str, end: bool, path: str) -> None:  # noqa: FBT001
    pattern = ".*".join(map(re.escape, start.split("*"))) + (r"\Z" if end else "")
    rules = Robots(lines=((False, f"/{start}{'$' if end else ''}"),))
    assert rules.allows(f"{SITE}/{path}") is (re.match(f"/{pattern}", f"/{path}") is None)


@given(st.text(max_size=80))
def test_any_words_make_a_name_in_one_folder(words: str) -> None:
    name = safe_name(words, "年报")
    assert PurePosixPath(name).name == name
    assert not set(name) & set('\\/:*?"<>|.\0')
    assert len(name.encode()) <= 200
    assert not name.startswith(("-", "~", "="))
    suffix = safe_suffix(words, ".html")
    assert re.fullmatch(r"\.[a-z0-9]{1,5}", suffix)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("云岭市水务局2024年政府信息公开工作年度报告", None),
        ("水务局（更正版）", None),
        ("../../etc/passwd", "etc_passwd"),
        ("a\u202eb", "a_b"),
        ("CON", "CON_"),
        ("...", "年报"),
        ("关于《年报》 的公告：一", "关于《年报》_的公告_一"),
    ],
)
def test_chinese_titles_are_kept_and_what_leads_elsewhere_is_not(
    words: str, name: str | None
) -> None:
    assert safe_name(words, "年报") == (name or words)


@given(st.binary(max_size=300))
def test_a_page_of_which_nothing_was_saved_stays_as_it_is(content: bytes) -> None:
    assert relinked(content, PAGE, {f"{SITE}/i.png": "p1.png"}, "utf-8") == content or (
        b"i.png" in content
    )


@pytest.mark.parametrize(
    ("written", "led"),
    [
        (b'<img src="../i.png">', b'<img src="p/1.png">'),
        (b"<img src='/i.png'>", b"<img src='p/1.png'>"),
        (b"<img src=/i.png >", b"<img src=p/1.png >"),
        (b'<img src="http://a.gov.cn/i.png">', b'<img src="p/1.png">'),
        (b'<img src = "..\\i.png">', b'<img src = "p/1.png">'),
        (b'<a href="/i.png?x=1">i.png</a>', b'<a href="/i.png?x=1">i.png</a>'),
        ('<b a="图=x"><img src="/i.png">'.encode("gbk"), None),
    ],
)
def test_what_a_page_shows_is_led_to_its_file(written: bytes, led: bytes | None) -> None:
    due = led or written.replace(b"/i.png", b"p/1.png")
    assert relinked(written, PAGE, {f"{SITE}/i.png": "p/1.png"}, "gb18030") == due


@given(st.text(max_size=200), st.text(printable, max_size=200))
def test_any_page_is_a_list_or_refused(words: str, script: str) -> None:
    markup = f"<ul><li><a href='a'>{words}</a></li></ul><script>{script}</script>"
    try:
        page = read_list(markup.encode("utf-8", "replace"), PAGE)
    except Unusable:
        return
    for entry in entries_of(page, VOCABULARY):
        assert entry.address.startswith("http")
    for address in further_pages(page, VOCABULARY).addresses:
        assert address.startswith("http")


def listed(markup: str) -> ListPage:
    return read_list(f"<html><body>{markup}</body></html>".encode(), PAGE)


@pytest.mark.parametrize(
    ("call", "names"),
    [
        ('createPageHTML(2, 0, "list", "shtml")', ["list.shtml", "list_1.shtml"]),
        ("createPageHTML('p', 2, 1, 'index', 'htm', 9)", ["index.htm", "index_1.htm"]),
        ("createPage(count, 0, 'index', 'html')", []),
        ('createPageHTML(99999999, 0, "a/../../b", "html")', []),
        ("createPageHTML(2)", []),
    ],
)
def test_scripts_that_write_page_links_are_read_not_run(call: str, names: list[str]) -> None:
    paging = further_pages(listed(f"<script>{call}</script>"), VOCABULARY)
    assert list(paging.addresses) == [f"{SITE}/nb/{name}" for name in names]


def test_pages_written_by_script_are_bounded() -> None:
    script = '<script>createPageHTML(9999, 0, "index", "html")</script>'
    assert len(further_pages(listed(script), VOCABULARY).addresses) == 200


def test_a_day_counts_only_where_its_line_has_one() -> None:
    lines = (
        '<li><a href="a">2024年年报</a> 2025-01-20</li>'
        '<li><div><a href="b">2023年年报</a></div><div>2024年1月5日</div></li>'
        '<li><a href="c">2022年年报</a> 2023-01-20 更新 2023-02-01</li>'
        '<li><a href="d">2021年年报</a></li>'
    )
    days = [entry.listed for entry in entries_of(listed(lines), VOCABULARY)]
    assert [day and day.isoformat() for day in days] == ["2025-01-20", "2024-01-05", None, None]


@pytest.mark.parametrize(
    ("words", "is_report"),
    [
        ("云岭市统计局2024年政府信息公开工作年度报告", True),
        ("云岭市干部培训中心2024年政府信息公开工作年度报告", True),
        ("云岭市中小企业局2024年政府信息公开工作…", True),
        ("关于云岭市水务局2024年度政府信息公开工作情况的报告", True),
        ("云岭市2024年政府信息公开年报", True),
        ("附件：云岭市水务局2024年政府信息公开工作年度报告.pdf", True),
        ("水务局2024年年报", True),
        ("云岭市2024年政府信息公开工作年度报告解读", False),
        ("一图读懂：2024年政府信息公开工作年度报告_图解", False),
        ("2024年统计年报", False),
        ("2024年政府网站工作年度报告", False),
        ("云岭市2024年法治政府建设年度报告", False),
        ("政府信息公开工作年度报告格式", False),
        ("政府信息公开年报编制培训…", False),
        ("政府信息公开指南", False),
        ("年报数据来源说明", False),
    ],
)
def test_which_links_are_called_reports(words: str, is_report: bool) -> None:  # noqa: FBT001
    page = listed(f'<li><a href="a">{words}</a></li>')
    assert [one.sure for one in entries_of(page, VOCABULARY)] == [True] * is_report


def test_bodies_count_where_no_link_is_called_a_report() -> None:
    body = '<li><a href="b/">云岭市水务局</a></li>'
    own = '<li><a href="a">水务局2024年政府信息公开工作年度报告</a></li>'
    assert [one.kind for one in entries_of(listed(body), VOCABULARY)] == [Kind.BODY]
    assert [one.kind for one in entries_of(listed(body + own), VOCABULARY)] == [Kind.REPORT]


def test_addresses_are_read_from_where_the_page_says_it_lies() -> None:
    page = listed('<base href="/other/"><a href="a.html">2024年年报</a>')
    assert [one.address for one in entries_of(page, VOCABULARY)] == [f"{SITE}/other/a.html"]


def test_a_saved_page_says_where_it_is_from() -> None:
    noted = b"<!-- saved from url=(0024)http://a.gov.cn/nb/ -->"
    assert saved_list(noted) == (noted, f"{SITE}/nb/")
    assert saved_list(b"<html>") == (b"<html>", "")
    one_file = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: http://a.gov.cn/nb/\r\n\r\n<a href=3D'a'>1</a>\r\n--x--\r\n"
    )
    content, address = saved_list(one_file)
    assert content.strip() == b"<a href='a'>1</a>"
    assert address == f"{SITE}/nb/"


@given(st.lists(st.text(), min_size=1, max_size=len(HEADINGS)))
def test_a_manifest_stays_as_it_was_written(cells: list[str]) -> None:
    row = {**dict.fromkeys(HEADINGS, "x"), **dict(zip(HEADINGS, cells, strict=False))}
    written = Manifest(rows=(row,)).written()
    assert written.count(b"\r\n") == 2
    read = read_manifest(written)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in read.rows[0].values())
    assert read.written() == written


@pytest.mark.parametrize("content", [b"a,b\r\n1,2\r\n", b"\x00\x01", b'"'])
def test_another_table_is_no_manifest(content: bytes) -> None:
    with pytest.raises(Unusable):
        read_manifest(content)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        (" \n@a\tb ", "'@a b"),
        ("甲\x07乙\u202e丙", "甲‹U+0007›乙‹U+202E›丙"),
        ("甲=1", "甲=1"),
    ],
)
def test_a_cell_is_one_line_that_is_seen_and_commands_nothing(cell: str, written: str) -> None:
    assert cell_of(cell) == written
