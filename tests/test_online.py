"""A report at an address: fetched from a server of our own, on this machine's loopback."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from own_server import Answer, OwnServer, serving
from word_files import word_file

import govcheck
from govcheck.checking import read
from govcheck.cli import main
from govcheck.collecting.address import file_name, is_address, joined
from govcheck.collecting.report import read_online
from govcheck.collecting.site import Site
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook

NOW = datetime(2025, 2, 3, 8, 5, tzinfo=UTC)
TITLE = "云岭市水务局2024年政府信息公开工作年度报告"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    "<p>发布日期：2025-01-20　来源：云岭市水务局</p>{}</body></html>"
)
REPORT = (
    f"{TITLE}\n一、总体情况\n2024年，本局主动公开信息120条。\n六、其他需要报告的事项\n无。\n"
)


def read_at(server: OwnServer, path: str) -> Document:
    reading = partial(read, knowledge=load_rulebook().knowledge)
    return read_online(server.address + path, reading, now=NOW)


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with serving() as own:
        yield own


def html(inside: str) -> Answer:
    return Answer(PAGE.format(inside).encode(), headers={"Content-Type": "text/html"})


def test_a_page_is_read_in_the_encoding_that_its_content_shows(server: OwnServer) -> None:
    page = PAGE.format("<p>一、总体情况</p><p>本局主动公开信息120条。</p>")
    kind = {"Content-Type": "text/html; charset=utf-8"}
    server.files["/zfxxgk/"] = Answer(page.encode("gb18030"), headers=kind)
    document = read_at(server, "/zfxxgk/")
    assert document.agency is not None
    assert document.agency.value == "云岭市水务局"
    assert document.source.name == "zfxxgk.html"
    assert document.notes[-1] == f"2025年2月3日 08:05 读取自 {server.address}/zfxxgk/。"


def test_of_a_page_that_links_the_report_the_attachment_is_read(server: OwnServer) -> None:
    server.files["/a/t1.html"] = html(f'<p><a href="../f/%E5%B9%B4.docx">{TITLE}</a></p>')
    server.files["/f/%E5%B9%B4.docx"] = Answer(_word(), headers={"Content-Type": "x/y"})
    document = read_at(server, "/a/t1.html")
    assert document.source.format == "docx"
    assert document.source.name == "年.docx"
    assert [one.value.isoformat() for one in document.published] == ["2025-01-20"]
    assert f"页面只有附件，检查的是附件“{TITLE}”。" in document.notes


def test_pictures_are_fetched_once_and_only_those_of_the_page(server: OwnServer) -> None:
    picture = '<p><img src="i/1.png"></p>'
    server.files["/a/t1.html"] = html(
        f'<p>二、主动公开政府信息情况</p>{picture}{picture}<a href="b.html">其他</a>'
    )
    server.files["/a/i/1.png"] = Answer(b"\x89PNG")
    document = read_at(server, "/a/t1.html")
    assert any("图片" in note for note in document.notes)
    assert set(server.asked) <= {"/a/t1.html", "/a/i/1.png"}
    assert len(server.asked) == len(set(server.asked))


def test_a_site_is_not_asked_for_pictures_that_the_file_holds(server: OwnServer) -> None:
    inside = f'<img src="data:image/png,{"x" * 400}"><img src="i\\2.png">'
    server.files["/a/t1.html"] = html(f"<p>二、主动公开政府信息情况</p>{inside}")
    read_at(server, "/a/t1.html")
    assert set(server.asked) == {"/a/t1.html", "/a/i/2.png"}


def test_a_file_makes_no_connection(server: OwnServer, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    inside = f'<p>二、主动公开政府信息情况</p><img src="{server.address}/1.png">'
    page.write_text(PAGE.format(inside), "utf-8")
    govcheck.check(page)
    assert not server.asked


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_few_redirects_are_followed(server: OwnServer, status: int) -> None:
    server.files["/"] = Answer(status=status, headers={"Location": "/a.html"})
    server.files["/a.html"] = html("<p>一、总体情况</p><p>120条。</p>")
    assert read_at(server, "/").source.name == "a.html"


def test_redirects_that_do_not_end_are_refused(server: OwnServer) -> None:
    server.files["/"] = Answer(status=302, headers={"Location": "/"})
    with pytest.raises(Unusable, match="转向超过"):
        read_at(server, "/")
    assert len(server.asked) < 10


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://x/y", "http://[::1", ""])
def test_a_redirect_leads_to_a_site_or_nowhere(server: OwnServer, where: str) -> None:
    server.files["/"] = Answer(status=302, headers={"Location": where} if where else {})
    with pytest.raises(Unusable):
        read_at(server, "/")


def test_a_page_of_the_open_network_leads_to_no_machine_of_the_user(server: OwnServer) -> None:
    with Site(private=False) as site, pytest.raises(Unusable, match="内部网络"):
        site.fetch(server.address)
    assert not server.asked


def test_what_is_fetched_is_bounded_also_when_it_is_unpacked(server: OwnServer) -> None:
    bomb = gzip.compress(bytes(1_000_000))
    server.files["/"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    with Site(private=True, most=100_000) as site, pytest.raises(Unusable, match="不予读取"):
        site.fetch(server.address)


def test_a_site_that_takes_too_long_is_left(server: OwnServer) -> None:
    server.files["/"] = html("<p>一、总体情况</p>")
    with Site(private=True, patience=-1) as site, pytest.raises(Unusable, match="没有给全"):
        site.fetch(server.address)


def test_an_attachment_that_is_not_there_is_named(server: OwnServer) -> None:
    server.files["/a.html"] = html(f'<p><a href="gone.docx">{TITLE}</a></p>')
    with pytest.raises(Unusable, match=f"附件“{TITLE}”.*404"):
        read_at(server, "/a.html")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(status=404), "HTTP 404"),
        (Answer(b"\x1f\x8bxxxxxxxxxxxx", headers={"Content-Encoding": "gzip"}), "损坏"),
        (Answer(b"<html><p>hello</p></html>"), "没有找到政府信息公开工作年度报告"),
    ],
)
def test_what_is_not_to_be_had_is_refused_in_a_line(
    server: OwnServer, capsys: pytest.CaptureFixture[str], answer: Answer, said: str
) -> None:
    server.files["/x.html"] = answer
    assert main(["check", f"{server.address}/x.html"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1


def test_the_command_writes_beside_where_it_runs(
    server: OwnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server.files["/a/t1.html?id=3"] = Answer(
        REPORT.encode(), headers={"Content-Type": "text/plain"}
    )
    main(["check", f"{server.address}/a/t1.html?id=3", "-f", "json"])
    assert [path.name for path in tmp_path.iterdir()] == ["t1.govcheck.json"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("http://a.gov.cn/x", True),
        ("HTTPS://a.gov.cn", True),
        ("http:/x", False),
        ("C:\\report.html", False),
        ("report.html", False),
        ("-", False),
    ],
)
def test_an_address_is_told_from_a_file(name: str, address: bool) -> None:  # noqa: FBT001
    assert is_address(name) is address


def test_what_a_page_leads_to() -> None:
    page = "https://a.gov.cn/x/y.html"
    assert joined(page, "../1.png") == "https://a.gov.cn/1.png"
    assert joined(page, "javascript:alert(1)") == ""
    assert joined(page, "https://b:99999/") == ""
    assert file_name("https://a.gov.cn/", "text/html") == "index.html"
    assert file_name("https://a.gov.cn/x.jsp?a=/b.pdf", "application/pdf") == "x.jsp"


def _word() -> bytes:

    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in REPORT.splitlines())
    return word_file(lines)
