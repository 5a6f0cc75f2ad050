"""Pages saved as MHTML, with their folder, or in a ZIP archive give the page itself."""

import io
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from agreement import facts
from knowledge import KNOWLEDGE

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.formats import read_page

EXAMPLE = (Path(__file__).parents[1] / "examples" / "sound.html").read_text("utf-8")
SHOWN = "<p><img src='年报_files/a.png' alt='图一'><img src='年报_files/b.png' alt='图二'></p>"
PAGE = EXAMPLE.replace("<h2>六、", f"{SHOWN}<h2>六、")
ADDRESS = "https://www.yunling.example/zwgk/t20250120_1.html"


def document(content: bytes, name: str, **more: object) -> Document:
    return read(content, name=name, knowledge=KNOWLEDGE, **more)  # type: ignore[arg-type] # as tests say


def packed(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def mhtml(page: Message, *parts: Message) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = ADDRESS
    page["Content-Location"] = ADDRESS
    for part in (page, *parts):
        whole.attach(part)
    return whole.as_bytes()


def html_part(text: str, charset: str = "utf-8") -> Message:
    return MIMEText(text, "html", charset)


def image_part(address: str) -> Message:
    part = MIMEImage(b"\x89PNG picture", "png")
    part["Content-Location"] = address
    return part


def images(found: Document) -> list[tuple[str, bool]]:
    return [(one.alt, one.missing) for one in found.body if isinstance(one, Image)]


@pytest.mark.parametrize("name", ["年报.mhtml", "年报.mht", "年报"])
def test_an_mhtml_file_is_the_page_within_it(name: str) -> None:
    saved, page = document(mhtml(html_part(PAGE)), name), document(PAGE.encode(), "年报.html")
    assert facts(saved) == facts(page)
    assert saved.source.format == "html"
    assert {block.line for block in saved.body} == {None}


def test_each_part_has_its_own_encoding() -> None:
    page = html_part(PAGE.replace("utf-8", "gb2312"), "gb18030")
    found = document(mhtml(page), "年报.mhtml")
    assert found.title is not None
    assert found.title.value == "云岭市水务局2024年政府信息公开工作年度报告"
    assert found.source.encoding == "gb18030"


def test_a_part_that_names_a_wrong_encoding_is_decoded_by_its_bytes() -> None:
    part = MIMENonMultipart("text", "html", charset="us-ascii")
    part.set_payload(PAGE.encode())
    assert document(mhtml(part), "年报.mhtml").year == 2024


def test_pictures_within_an_mhtml_file_are_at_hand() -> None:
    page = PAGE.replace("年报_files/a.png", "../img/a.png").replace("年报_files/b.png", "cid:b")
    second = image_part("")
    del second["Content-Location"]
    second["Content-ID"] = "<b>"
    first = image_part("https://www.yunling.example/img/a.png")
    found = read_page(mhtml(html_part(page), first, second), ".mhtml")
    assert {name: found.pictures[name] for name in found.pictures} == {
        "../img/a.png": b"\x89PNG picture",
        "cid:b": b"\x89PNG picture",
    }


def test_an_mhtml_file_without_a_page_says_so() -> None:
    with pytest.raises(Unusable, match="没有网页正文"):
        read_page(mhtml(MIMEApplication(b"x")), ".mhtml")


def test_a_thousand_containers_are_refused() -> None:
    content = mhtml(html_part(PAGE)).replace(b"boundary=", b"boundary=x; " * 99 + b"boundary=")
    with pytest.raises(Unusable, match="结构异常"):
        read_page(content, ".mhtml")


def test_the_one_report_in_an_archive_is_read_with_its_pictures() -> None:
    files = {
        "公开/年报.html": PAGE,
        "公开/年报_files/a.png": "a",
        "公开/年报_files/x.html": "<p>",
    }
    page = read_page(packed({**files, "__MACOSX/年报.html": ""}), ".zip")
    found = document(packed(files), "年报.zip")
    assert {name: page.pictures[name] for name in page.pictures} == {"年报_files/a.png": b"a"}
    assert images(found) == [("图一", False), ("图二", True)]
    assert found.source.format == "html"


def test_names_that_windows_wrote_are_read() -> None:
    content = packed({"AAAA.html": PAGE, "AAAA_files/a.png": "a"})
    named = content.replace(b"AAAA", "年报".encode("gb18030"))
    assert images(document(named, "年报.zip")) == [("图一", False), ("图二", True)]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"甲.html": PAGE, "乙.html": PAGE},
            "压缩包内有 2 份文件，请解开后逐份检查：甲.html、乙.html",
        ),
        ({"表.xlsx": "x"}, "压缩包内没有可读的报告：表.xlsx"),
        ({"空目录/": ""}, "压缩包内没有可读的报告：没有文件"),
        ({"../年报.html": PAGE}, "指向外部的路径"),
        ({"年报.html": " " * 80_000_000}, "解开后超过 64 MB"),
    ],
)
def test_other_archives_say_what_is_in_them(files: dict[str, str], reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        read_page(packed(files), ".zip")


def test_archives_within_archives_are_refused() -> None:
    inner = packed({"年报.html": PAGE})
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("年报.html", inner)
    with pytest.raises(Unusable, match="还是压缩包"):
        read_page(buffer.getvalue(), ".zip")


def test_a_picture_is_missing_where_its_folder_holds_others() -> None:
    beside = {"年报_files/a.png": b"a"}
    assert images(document(PAGE.encode(), "年报.html", beside=beside)) == [
        ("图一", False),
        ("图二", True),
    ]


def test_a_page_saved_without_its_folder_is_not_blamed() -> None:
    found = document(PAGE.encode(), "年报.html", beside={})
    assert images(found) == [("图一", False), ("图二", False)]


def test_pictures_on_the_network_are_not_looked_for() -> None:
    page = PAGE.replace("年报_files/b.png", "https://www.yunling.example/年报_files/b.png")
    beside = {"年报_files/a.png": b"a"}
    found = document(page.encode(), "年报.html", beside=beside)
    assert not any(missing for _, missing in images(found))
