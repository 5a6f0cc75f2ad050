"""The cells of tables in pictures, by lines of every kind; no word of them is read here."""

from collections.abc import Callable, Mapping

import pytest
from knowledge import FORMS

pytest.importorskip("rapidocr", reason="pip install 'govcheck[ocr]' reads pictures of tables")
import drawn_tables
import numpy as np
import pictured_styles as styles
from PIL import Image, ImageDraw, ImageOps

from govcheck.readers.ocr.grid import box_of
from govcheck.readers.ocr.picture import Pixels
from govcheck.readers.ocr.stamps import signs
from govcheck.readers.ocr.tables import ruled
from govcheck.readers.raw import RawGrid
from govcheck.understanding.printed_form import printed_table

pytestmark = pytest.mark.skipif(not drawn_tables.FONT, reason="no Noto Sans CJK to draw with")
GRID = printed_table(FORMS["form-2021"].tables["proactive-1"], {})


def pale(picture: Image.Image) -> Image.Image:
    """Make whatever is long and black light grey, as lines on pages are."""
    pixels, words = np.array(picture), np.array(_words(picture))
    pixels[(pixels[:, :, 0] < 128) & (words == 0)] = 215
    return Image.fromarray(pixels)


def dashed(picture: Image.Image) -> Image.Image:
    """Rub out every third piece of all that is long."""
    pixels = np.array(picture)
    rows, columns = _lines(pixels)
    pixels[np.ix_(rows, np.arange(picture.width) % 12 < 4)] = 255
    pixels[np.ix_(np.arange(picture.height) % 12 < 4, columns)] = 255
    return Image.composite(picture, Image.fromarray(pixels), _words(picture))


def holed(picture: Image.Image) -> Image.Image:
    """Rub out pieces of each line, as a bad copy does."""
    pixels = np.array(picture)
    rows, columns = _lines(pixels)
    pixels[np.ix_(rows, np.arange(picture.width) % 400 < 12)] = 255
    pixels[120:132, columns] = 255
    return Image.composite(picture, Image.fromarray(pixels), _words(picture))


def _lines(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """Return in which rows and columns a line runs."""
    dark = pixels[:, :, 0] < 128
    return dark.mean(axis=1) > 0.8, dark.mean(axis=0) > 0.5


def _words(picture: Image.Image) -> Image.Image:
    """Return 255 where characters are: ink that no line has."""
    pixels = np.array(picture)
    rows, columns = _lines(pixels)
    words = (pixels[:, :, 0] < 200) & ~rows[:, None] & ~columns[None, :]
    return Image.fromarray(np.where(words, 255, 0).astype(np.uint8))


SHOWN: Mapping[str, Callable[[Image.Image], Image.Image]] = {
    "as drawn": lambda picture: picture,
    "dark": ImageOps.invert,
    "pale lines": pale,
    "dashes": dashed,
    "holes": holed,
    "askew": styles.turned(2),
    "aslant": styles.seen_aslant(0.01),
    "sealed": styles.sealed,
    "watermark": styles.watermarked(200, repeated=True),
    "coarse": styles.jpeg(40),
    "blurred": styles.blurred(1.0),
}


def require_cells(grid: RawGrid, change: Callable[[Image.Image], Image.Image]) -> None:
    picture = change(drawn_tables.drawn(grid, 2))
    ((_, lattice),) = ruled(np.array(picture.convert("RGB")))
    found = [(one.row, one.column, one.height, one.width) for one in lattice.fields]
    drawn = [(one.row, one.column, one.height, one.width) for one in grid.cells]
    assert sorted(found) == sorted(drawn)


@pytest.mark.parametrize("manner", SHOWN)
def test_cells_are_as_drawn(manner: str) -> None:
    require_cells(GRID, SHOWN[manner])


def test_a_picture_in_uneven_light_that_is_turned_has_no_edges_of_its_own() -> None:
    """White corners beside what is in shade were taken for the frame of the table."""
    photographed = styles.after(styles.seen_aslant(0.008), styles.turned(0.7), styles.shaded)
    require_cells(printed_table(FORMS["form-2019"].tables["applications"], {}), photographed)


def test_stems_of_figures_are_no_lines() -> None:
    """Large print: the stem of 1 is as long as a short line."""
    picture = drawn_tables.drawn(GRID, 4)
    pen = ImageDraw.Draw(picture)
    ((seen, lattice),) = ruled(np.array(picture))
    for field in lattice.fields[-3:]:
        left, top, right, bottom = (
            at * picture.width / seen.width for at in box_of(field, lattice, seen)
        )
        middle, high = (left + right) / 2, bottom - top
        pen.line((middle, top + high * 0.2, middle, bottom - high * 0.2), "black", 6)
    ((_, again),) = ruled(np.array(picture))
    assert again.fields == lattice.fields


def test_a_table_whose_cells_a_line_divides_is_not_taken() -> None:
    """Where a line is only seen as faint, cells on both its sides are not one."""
    picture = drawn_tables.drawn(GRID, 2)
    ((_, lattice),) = ruled(np.array(picture))
    pen = ImageDraw.Draw(picture)
    pen.line((21, picture.height - 40, picture.width - 22, picture.height - 40), (225,) * 3, 2)
    assert all(one.fields != lattice.fields for _, one in ruled(np.array(picture)))


def test_a_seal_is_told_from_coloured_lines_and_grounds() -> None:
    white = Image.new("RGB", (1200, 800), "white")
    red = Image.new("RGB", (1200, 800), "white")
    pen = ImageDraw.Draw(red)
    for at in range(0, 1200, 60):
        pen.line((at, 0, at, 800), "red", 2)
        pen.line((0, at, 1200, at), "red", 2)
    pen.rectangle((0, 0, 1200, 60), "blue")
    assert signs(np.ptp(np.array(styles.sealed(white)), axis=2) > 70)
    assert not signs(np.ptp(np.array(red), axis=2) > 70)
