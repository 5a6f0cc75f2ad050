"""Pictures of tables in PDF files: at hand, cut out of their page, and only when asked for."""

from io import BytesIO

import pytest

pytest.importorskip("pypdfium2", reason="pip install 'govcheck[pdf]' reads PDF files")
pytest.importorskip("PIL", reason="pip install 'govcheck[ocr]' reads pictures")
from PIL import Image as Picture

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.pdf.folio import Box
from govcheck.readers.pdf.shown_pictures import shown_picture, with_shown_pictures
from govcheck.readers.raw import RawPage


def file() -> bytes:
    """Return a page of which the upper half is red, the lower blue."""
    page = Picture.new("RGB", (600, 800), "blue")
    page.paste((255, 0, 0), (0, 0, 600, 400))
    content = BytesIO()
    page.save(content, "PDF", resolution=72)
    return content.getvalue()


def shown(content: bytes, image: Image) -> Picture.Image:
    page = with_shown_pictures(RawPage(blocks=(image,), format="pdf"), content)
    (address,) = image.sources
    return Picture.open(BytesIO(page.pictures[address]))


def test_a_page_is_painted_whole_or_in_part() -> None:
    whole = shown(file(), shown_picture(1, "第1页的扫描图像"))
    assert abs(whole.height / whole.width - 800 / 600) < 0.01
    lower = shown(file(), shown_picture(1, "第1页的图片", Box(100, 500, 500, 700)))
    assert lower.width > 1000
    colours = lower.resize((1, 1)).getpixel((0, 0))
    assert isinstance(colours, tuple)
    assert colours[2] > 2 * colours[0]


def test_two_pictures_of_a_page_have_addresses_of_their_own() -> None:
    first, second = (shown_picture(3, "", Box(0, top, 9, top + 5)) for top in (0, 50))
    assert first.source == second.source == "第3页"
    assert first.sources != second.sources


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 damaged"])
def test_what_cannot_be_painted_is_said(content: bytes) -> None:
    with pytest.raises(Unusable, match="未能识别"):
        shown(content, shown_picture(1, ""))
