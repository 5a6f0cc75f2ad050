"""Seals over tables in pictures: what stands outside is read, what they cover is not."""

from collections.abc import Mapping

import pytest
from knowledge import FORMS

pytest.importorskip("rapidocr", reason="pip install 'govcheck[ocr]' reads pictures of tables")
import drawn_tables
from PIL import Image, ImageDraw, ImageFont

from govcheck.readers.ocr import tables
from govcheck.readers.ocr.grid import box_of
from govcheck.readers.ocr.picture import in_colours
from govcheck.readers.pdf.folio import Box
from govcheck.readers.raw import RawGrid
from govcheck.understanding.printed_form import printed_table

pytestmark = pytest.mark.skipif(not drawn_tables.FONT, reason="no Noto Sans CJK to draw with")
FORM = FORMS["form-2021"].tables["applications"]
GRID = printed_table(FORM, {row.id: {one.id: 23 for one in FORM.columns} for row in FORM.rows})
RED = (220, 0, 0)


def ring(pen: ImageDraw.ImageDraw, box: Box, strength: int) -> None:
    pen.ellipse(box, outline=(*RED, strength), width=6)
    font = ImageFont.truetype(str(drawn_tables.FONT), round(box.height / 3))
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    pen.text(middle, "★", (*RED, strength), font, anchor="mm")


def square(pen: ImageDraw.ImageDraw, box: Box, strength: int) -> None:
    pen.rectangle(box, fill=(*RED, strength))
    font = ImageFont.truetype(str(drawn_tables.FONT), round(box.height / 3))
    for number, letter in enumerate("水务局印"):
        across, down = 0.25 + 0.5 * (number % 2), 0.25 + 0.5 * (number // 2)
        place = box.left + box.width * across, box.top + box.height * down
        pen.text(place, letter, "white", font, anchor="mm")


def disc(pen: ImageDraw.ImageDraw, box: Box, strength: int) -> None:
    pen.ellipse(box, fill=(*RED, strength))


SEALS = {"ring": ring, "square": square, "disc": disc}
PLACES: Mapping[str, Box] = {
    "corner": Box(1350, 1500, 1590, 1740),
    "middle": Box(900, 700, 1140, 940),
    "labels": Box(560, 800, 800, 1040),
}


def sealed(picture: Image.Image, seal: str, place: Box, strength: int) -> Image.Image:
    layer = Image.new("RGBA", picture.size)
    SEALS[seal](ImageDraw.Draw(layer), place, strength)
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


@pytest.mark.parametrize("strength", [178, 204, 255])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seal", SEALS)
def test_a_seal_takes_no_cells_from_a_table(seal: str, place: str, strength: int) -> None:
    """The lines under it may show through, or be covered and go on at its other side."""
    picture = drawn_tables.drawn(GRID, 2)
    if place == "corner" and strength == 255:
        pytest.skip("lines that end under a seal may end anywhere")
    shown = sealed(picture, seal, PLACES[place], strength)
    ((_, lattice),) = tables.ruled(in_colours(drawn_tables.png(shown)))
    assert cells(lattice.fields) == cells(GRID.cells)


def cells(found: object) -> set[tuple[int, int, int, int]]:
    return {(one.row, one.column, one.height, one.width) for one in found}  # type: ignore[attr-defined]


@pytest.mark.parametrize("seal", SEALS)
def test_figures_are_read_outside_a_seal_and_in_doubt_under_it(seal: str) -> None:
    place = PLACES["middle"]
    content = drawn_tables.png(sealed(drawn_tables.drawn(GRID, 2), seal, place, 204))
    (grid,) = tables.read_tables(content).grids
    ((seen, lattice),) = tables.ruled(in_colours(content))
    under = {
        (field.row, field.column)
        for field in lattice.fields
        if _meet(box_of(field, lattice, seen), place)
    }
    printed, read = figures(GRID), figures(grid)
    assert read.items() <= printed.items()
    assert printed.keys() - read.keys() <= under
    assert len(under) > 2


def figures(grid: RawGrid) -> dict[tuple[int, int], str]:
    return {(one.row, one.column): one.text for one in grid.cells if one.text.isdecimal()}


def _meet(one: Box, other: Box) -> bool:
    return max(one.left, other.left) < min(one.right, other.right) and max(
        one.top, other.top
    ) < min(one.bottom, other.bottom)


def test_the_coloured_ground_of_a_cell_is_no_seal() -> None:
    picture = drawn_tables.drawn(GRID, 2)
    ((seen, lattice),) = tables.ruled(in_colours(drawn_tables.png(picture)))
    last = max(lattice.fields, key=lambda one: (one.row, one.column))
    left, top, right, bottom = map(round, box_of(last, lattice, seen))
    top -= 2 * (bottom - top)
    ground = Image.new("RGB", (right - left - 1, bottom - top - 1), (255, 255, 120))
    shown = picture.copy()
    shown.paste(
        Image.blend(picture.crop((left + 1, top + 1, right, bottom)), ground, 0.5),
        (left + 1, top + 1),
    )
    (grid,) = tables.read_tables(drawn_tables.png(shown)).grids
    assert figures(grid) == figures(GRID)
