"""A report that a page shows in a frame is read where its file lies beside the page."""

import os
from base64 import b64encode
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from agreement import RULEBOOK, facts, findings
from refusals import refusal_of

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.report import Document
from govcheck.files import PicturesBeside
from govcheck.readers.formats import read_page
from govcheck.readers.frames import with_frames
from govcheck.readers.limits import MOST_TAGS

REPORT = (Path(__file__).parents[1] / "examples/flawed.html").read_text("utf-8")
MENU = '<div class="nav"><a href="/">首页</a><a href="/gk">政府信息公开</a></div>'
FOOT = '<div class="footer">版权所有：云岭市人民政府　滇ICP备05000000号</div>'


def page(frame: str) -> str:
    return f"<html><head><title>年报</title></head><body>{MENU}{frame}{FOOT}</body></html>"


def iframe(address: str) -> str:
    return page(f'<iframe src="{address}" width="100%"></iframe>')


def document_at(path: Path) -> Document:
    return read(
        path.read_bytes(),
        name=path.name,
        knowledge=RULEBOOK.knowledge,
        beside=PicturesBeside(path),
    )


def document_in(content: bytes, name: str) -> Document:
    return read(content, name=name, knowledge=RULEBOOK.knowledge)


def assert_the_report(document: Document) -> None:
    plain = document_in(REPORT.encode(), "报告.html")
    assert facts(document)["tables"] == facts(plain)["tables"]
    assert facts(document)["parts"] == facts(plain)["parts"]
    assert findings(document) == findings(plain)
    assert any("框架" in note for note in document.notes)


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str, str], Path]:
    """Save a page, and the report in its companion folder under a name."""

    def save(outer: str, name: str) -> Path:
        path = tmp_path / "页面.html"
        path.write_text(outer, "utf-8")
        inner = path.parent / name
        inner.parent.mkdir(parents=True, exist_ok=True)
        inner.write_text(REPORT, "utf-8")
        return path

    return save


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("content.html", "content.html"),
        ("./页面_files/saved_resource.html", "页面_files/saved_resource.html"),
        (quote("页面_files/a (1).html"), "页面_files/a (1).html"),
        ("页面_files\\b.htm", "页面_files/b.htm"),
        ("页面_files/c.html?id=3#top", "页面_files/c.html"),
        ("页面_files/d.jsp", "页面_files/d.jsp"),
    ],
)
def test_a_frame_is_read_in_its_place(
    saved: Callable[[str, str], Path], address: str, name: str
) -> None:
    assert_the_report(document_at(saved(iframe(address), name)))


def test_frames_of_old_and_frames_in_frames(saved: Callable[[str, str], Path]) -> None:
    frames = '<frameset cols="1,9"><frame src="m.html"><frame src="x/b.html"></frameset>'
    path = saved(f"<html>{frames}</html>", "x/y/c.html")
    (path.parent / "x/b.html").write_text(iframe("y/c.html"), "utf-8")
    (path.parent / "m.html").write_text(page(""), "utf-8")
    assert_the_report(document_at(path))


def test_a_frame_that_the_page_holds_itself() -> None:
    outer = page(f'<iframe srcdoc="{escape(REPORT)}"></iframe>')
    assert_the_report(document_in(outer.encode(), "页面.html"))


def test_a_frame_whose_address_holds_the_page() -> None:
    for data in (f";base64,{b64encode(REPORT.encode()).decode()}", f",{quote(REPORT)}"):
        outer = page(f'<iframe src="data:text/html;charset=utf-8{data}"></iframe>')
        assert_the_report(document_in(outer.encode(), "页面.html"))
    spoilt = page('<iframe src="data:text/html;base64,A"></iframe>')
    assert "框架" in refusal_of(lambda: document_in(spoilt.encode(), "页面.html"))


@pytest.mark.parametrize("address", ["cid:frame-1@mhtml.blink", "http://a.example/b.html"])
def test_a_frame_in_a_page_of_one_file(address: str) -> None:
    whole = MIMEMultipart("related", type="text/html")
    outer, inner = (MIMEText(text, "html", "utf-8") for text in (iframe(address), REPORT))
    outer["Content-Location"] = "http://a.example/"
    inner["Content-Location"] = "http://a.example/b.html"
    inner["Content-ID"] = "<frame-1@mhtml.blink>"
    whole.attach(outer)
    whole.attach(inner)
    assert_the_report(document_in(whole.as_bytes(), "页面.mhtml"))


def test_a_frame_in_an_archive() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("年报/页面.html", iframe("页面_files/a.html"))
        archive.writestr("年报/页面_files/a.html", REPORT)
    assert_the_report(document_in(buffer.getvalue(), "页面.zip"))


@pytest.mark.parametrize(
    "address",
    [
        "../outside.html",
        "%2e%2e/outside.html",
        "..\\outside.html",
        "file:///{}/outside.html",
        "{}/outside.html",
        "http://127.0.0.1:9/outside.html",
        "//127.0.0.1/outside.html",
    ],
)
def test_nothing_outside_is_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "outside.html").write_text(REPORT, "utf-8")
    inside = tmp_path / "年报"
    inside.mkdir()
    path = inside / "页面.html"
    path.write_text(iframe(address.format(tmp_path)), "utf-8")
    assert "框架（" in refusal_of(lambda: document_at(path))


@pytest.mark.skipif(os.name != "posix", reason="links that anyone may make")
@pytest.mark.parametrize("name", ["年报_files/a.html", "../a.html"])
def test_no_link_is_followed(saved: Callable[[str, str], Path], name: str) -> None:
    path = saved(iframe("link.html"), name)
    (path.parent / "link.html").symlink_to(path.parent / name)
    assert "link.html" in refusal_of(lambda: document_at(path))


def test_a_frame_with_an_absolute_path_into_the_folder_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "页面.html"
    (tmp_path / "a.html").write_text(REPORT, "utf-8")
    path.write_text(iframe(str(tmp_path / "a.html")), "utf-8")
    assert "a.html" in refusal_of(lambda: document_at(path))


def test_frames_that_show_each_other_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "页面.html"
    path.write_text(page('<iframe src="页面.html"></iframe>' * 3), "utf-8")
    assert "框架" in refusal_of(lambda: document_at(path))


def test_of_frames_that_hold_too_much_together_not_all_are_read(tmp_path: Path) -> None:
    filler = f"<p>又及<!--{'<' * (MOST_TAGS * 3 // 5)}-->"
    for name, text in (("a.html", filler), ("b.html", filler + REPORT)):
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "页面.html"
    path.write_text(iframe("a.html") + iframe("b.html"), "utf-8")
    notes = "".join(document_at(path).notes)
    assert "框架 b.html" in notes
    assert "框架 a.html 的内容已一并读取" not in notes


def test_a_report_is_read_without_the_frames_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "页面.html"
    frame = '<iframe src="分享.html"></iframe>'
    path.write_text(REPORT.replace("</body>", f"{frame}</body>"), "utf-8")
    (tmp_path / "分享.html").write_text("<p>一、总体情况</p><p>XX</p>", "utf-8")
    assert "一并读取" not in "".join(document_at(path).notes)


def test_the_refusal_names_the_frame() -> None:
    outer = page('<h1>云岭市水务局2024年政府信息公开工作年度报告</h1><iframe src="/a/b.html">')
    said = refusal_of(lambda: document_in(outer.encode(), "页面.html"))
    assert "框架（/a/b.html）" in said
    assert "另存为" in said
    assert "\n" not in said


def test_pictures_that_page_and_frame_hold_are_not_taken_for_each_other() -> None:
    outer, inner = ("x" * 400, "y" * 400)
    shown = escape(f'<p>一、总体情况</p><img src="data:image/png,{inner}">')
    whole = page(f'<img src="data:image/png,{outer}"><iframe srcdoc="{shown}"></iframe>')
    found = with_frames(read_page(whole.encode(), ".html"), {})
    sources = [block.source for block in found.blocks if isinstance(block, Image)]
    assert [found.pictures[source].decode() for source in sources] == [outer, inner]


def test_pictures_in_a_frame_are_found_from_its_own_folder(tmp_path: Path) -> None:
    folder = tmp_path / "页面_files"
    folder.mkdir()
    for name in ("图 1.png", "大.png"):
        (folder / name).write_bytes(name.encode())
    (folder / "a.html").write_text(
        f'<img src="{quote("图 1.png")}" data-src="../页面_files/大.png">', "utf-8"
    )
    beside = PicturesBeside(tmp_path / "页面.html")
    found = with_frames(read_page(iframe("页面_files/a.html").encode(), ".html"), beside)
    (image,) = (block for block in found.blocks if isinstance(block, Image))
    assert {beside[source].decode() for source in image.sources} == {"图 1.png", "大.png"}
