"""Whatever shows a picture counts as one, and none unread lets a report be accused of gaps."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from knowledge import KNOWLEDGE
from ledgers import BOOK
from picture_pages import OPENING, TITLE, grave, judged

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.files import PicturesBeside
from govcheck.judging.engine import assess
from govcheck.readers.formats import read_page
from govcheck.readers.from_html import read_html

SHOWING = {
    "plain": "<img src='a.png'>",
    "late": "<img src='loading.gif' data-original='a.png'>",
    "late, a placeholder within": "<img src='data:image/gif;base64,R0lG' data-src='a.png'>",
    "sizes": "<img srcset='a.png 1x, b.png 2x'>",
    "choice": "<picture><source srcset='a.png'></picture>",
    "object": "<object data='a.png'></object>",
    "embedded": "<embed src='a.png'>",
    "drawing": "<svg width='600' height='800'><image xlink:href='a.png'/></svg>",
    "without scripts": "<noscript><img src='a.png'></noscript>",
    "ground": "<div style=\"background:url('a.png')\"></div>",
    "ground of a drawing": "<svg viewBox='0 0 9 9' style='background:url(a.png)'></svg>",
    "ground of a cell": "<table><tr><td background='a.png'></td></tr></table>",
    "words of a sheet": "<style>.t::before{content:url(a.png)}</style><div class=t></div>",
    "film": "<video src='a.mp4' poster='a.png'></video>",
    "any attribute": "<div data-page='a.png'></div>",
    "link": "<a href='a.png'>查看大图</a>",
}


def images(markup: str) -> list[Image]:
    return [block for block in read_html(markup).blocks if isinstance(block, Image)]


@pytest.mark.parametrize("markup", SHOWING.values(), ids=SHOWING)
def test_whatever_shows_a_picture_counts(markup: str) -> None:
    (image,) = images(f"<p>{markup}</p>")
    assert image.source == "a.png"
    assert not image.slight


@pytest.mark.parametrize("markup", SHOWING.values(), ids=SHOWING)
def test_no_part_is_missed_while_a_picture_is_unread(markup: str) -> None:
    assert not judged(f"{OPENING}<p>{markup}</p>").score.vetoes
    empty = f"{OPENING}<h2>三、收到和处理政府信息公开申请情况</h2><p>{markup}</p>"
    assert not {rule for rule in grave(judged(empty)) if "applications" in rule}


def test_parts_are_missed_without_a_picture_or_with_a_mere_sign() -> None:
    for sign in ("", "<img src='a.png' width='16' height='16'>", "<img src='icon_pdf.gif'>"):
        assert "decree-711/applications" in judged(f"{OPENING}<p>{sign}</p>").score.vetoes


@pytest.mark.parametrize(
    "line",
    ["发布日期：2025-01-20", "打印本页 关闭窗口", "责任编辑：张某", "来源：云岭市水务局"],
)
def test_pictures_stay_in_the_body_whatever_lines_are_around(line: str) -> None:
    pages = "<p><img src='1.png'></p><p><img src='2.png'></p>"
    for body in (
        f"<p>{line}</p>{pages}",
        f"{pages}<p>{line}</p>",
        f"{pages}<p>{line}</p>{pages}",
    ):
        assert not grave(judged(TITLE + body))


def test_a_picture_that_a_link_shows_is_one_picture() -> None:
    (image,) = images("<a href='large.png'><img src='small.png'></a>")
    assert image.sources == ("small.png", "large.png")


def test_pictures_of_a_menu_are_not_the_report_s() -> None:
    page = f"{OPENING}<div class='footer'><img src='a.png'></div>"
    assert "decree-711/applications" in judged(page).score.vetoes


def test_charts_beside_the_prose_of_every_part_leave_nothing_open() -> None:
    text = (Path(__file__).parents[1] / "examples" / "sound.html").read_text("utf-8")
    chart = text.replace("<h2>二、", "<p><img src='chart.png' alt='图一'></p><h2>二、", 1)
    plain, shown = (
        assess(Case(document=read(one.encode(), name="a.html", knowledge=KNOWLEDGE)), BOOK)
        for one in (text, chart)
    )
    assert shown.open == plain.open


# ---------------------------------------------------------------- where the file is


def held(folder: Path, page: str) -> bytes:
    """Return the file that the first picture of a page is taken from."""
    (image,) = images(page)
    beside = PicturesBeside(folder / "年报.html")
    return next(beside[one] for one in image.sources if one in beside)


@pytest.mark.parametrize(
    "page",
    [
        "<img src='年报_files/t.png'>",
        "<base href='年报_files/'><img src='t.png'>",
        "<base href='http://www.yunling.example/x/'><img src='年报_files/t.png'>",
        "<img src='年报_files\\t.png'>",
        "<img src='年报_Files/T.PNG'>",
        "<img src='%C4%EA%B1%A8_files/t.png'>",
        "<img src='%E5%B9%B4%E6%8A%A5_files/t.png?v=1'>",
        "<img src='http://www.yunling.example/t.png' data-src='./年报_files/t.png'>",
        "<img src='年报_files/t.png' data-src='/img/t.png'>",
    ],
)
def test_a_file_is_found_as_browsers_and_windows_find_it(tmp_path: Path, page: str) -> None:
    (tmp_path / "年报_files").mkdir()
    (tmp_path / "年报_files" / "t.png").write_bytes(b"picture")
    assert held(tmp_path, page) == b"picture"


@pytest.mark.parametrize(
    "address",
    ["../t.png", "..\\t.png", "%2e%2e/t.png", "a/../../t.png", "C:\\t.png", "//x/t.png"],
)
def test_no_address_leads_out_of_the_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "t.png").write_bytes(b"secret")
    (tmp_path / "inner").mkdir()
    beside = PicturesBeside(tmp_path / "inner" / "年报.html")
    assert address not in beside
    assert address.upper() not in beside


def test_an_archive_is_searched_in_the_same_way() -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("年报.html", f"{OPENING}<img src='年报_FILES\\T.png'>")
        archive.writestr("年报_files/t.png", b"picture")
    page = read_page(packed.getvalue(), ".zip")
    (address,) = (one for one in page.pictures if "T.png" in one)
    assert page.pictures[address] == b"picture"


def document(body: str) -> Document:
    return read(body.encode(), name="a.html", knowledge=KNOWLEDGE)


def test_each_picture_of_a_table_is_one_open_item() -> None:
    body = (
        f"{OPENING}<h2>二、主动公开政府信息情况</h2><p><img src='b2.png'></p>"
        "<h2>三、收到和处理政府信息公开申请情况</h2><p><img src='b3.png'></p>"
        "<h2>四、政府信息公开行政复议、行政诉讼情况</h2><p><img src='b4.png'></p>"
        "<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时，已经改进。</p>"
        "<h2>六、其他需要报告的事项</h2><p>没有收取信息处理费。</p>"
    )
    items = assess(Case(document=document(body)), BOOK).open
    named = [item.look_at for item in items if item.cause == "picture"]
    assert {f"图片“b{number}.png”" for number in (2, 3, 4)} <= set(named)
    assert len(named) == len(set(named))
