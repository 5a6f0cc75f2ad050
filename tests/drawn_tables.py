"""Statutory tables drawn as pictures, as bodies publish them."""

from collections.abc import Sequence
from io import BytesIO
from itertools import accumulate
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from govcheck.readers.raw import RawCell, RawGrid

FONT = next(Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc"), None)
_WIDTH, _MARGIN, _PAD, _SIZE, _LINE = 800, 10, 4, 14, 20


def drawn(grid: RawGrid, scale: int = 1) -> Image.Image:
    """Draw a table with lines one pixel wide, ``scale`` times as large."""
    size = _SIZE * scale
    font = ImageFont.truetype(str(FONT), size)
    across = [at * scale for at in _borders(_widths(grid))]
    lines = {id(cell): _wrapped(cell, across, size) for cell in grid.cells}
    down = [at * scale for at in _borders(_heights(grid, [lines[id(c)] for c in grid.cells]))]
    edge = _MARGIN * scale
    picture = Image.new("RGB", (across[-1] + edge, down[-1] + edge), "white")
    pen = ImageDraw.Draw(picture)
    for cell in grid.cells:
        left, right = across[cell.column], across[cell.column + cell.width]
        top, bottom = down[cell.row], down[cell.row + cell.height]
        pen.rectangle((left, top, right, bottom), outline="black", width=scale)
        y = (top + bottom) / 2 - len(lines[id(cell)]) * _LINE * scale / 2
        for number, line in enumerate(lines[id(cell)]):
            middle = y + (number + 1 / 2) * _LINE * scale
            pen.text(((left + right) / 2, middle), line, "black", font, anchor="mm")
    return picture


def stacked(pictures: Sequence[Image.Image]) -> Image.Image:
    """Put pictures of one width one below the other."""
    tops = list(accumulate((one.height for one in pictures), initial=0))
    whole = Image.new("RGB", (pictures[0].width, tops[-1]), "white")
    for top, one in zip(tops, pictures, strict=False):
        whole.paste(one, (0, top))
    return whole


def png(picture: Image.Image) -> bytes:
    return _saved(picture, "PNG")


def jpeg(picture: Image.Image, quality: int = 75) -> bytes:
    return _saved(picture, "JPEG", quality=quality)


def askew(picture: Image.Image, degrees: float = 1.0) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def _saved(picture: Image.Image, form: str, **options: int) -> bytes:
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def _borders(sizes: Sequence[int]) -> list[int]:
    return [_MARGIN + at for at in accumulate(sizes, initial=0)]


def _widths(grid: RawGrid) -> list[int]:
    """Give labels twice the room that figures have."""
    figures = {c.column for c in grid.cells if not c.header}
    shares = [1 if column in figures else 2 for column in range(grid.width)]
    return [(_WIDTH - 2 * _MARGIN) * share // sum(shares) for share in shares]


def _wrapped(cell: RawCell, across: Sequence[int], size: int) -> list[str]:
    room = max(1, (across[cell.column + cell.width] - across[cell.column] - 2 * _PAD) // size)
    return [cell.text[at : at + room] for at in range(0, len(cell.text), room)]


def _heights(grid: RawGrid, lines: Sequence[Sequence[str]]) -> list[int]:
    heights = [_LINE + 2 * _PAD] * grid.height
    for cell, wrapped in sorted(zip(grid.cells, lines, strict=True), key=lambda p: p[0].height):
        rows = slice(cell.row, cell.row + cell.height)
        lacking = len(wrapped) * _LINE + 2 * _PAD - sum(heights[rows])
        heights[cell.row + cell.height - 1] += max(0, lacking)
    return heights
