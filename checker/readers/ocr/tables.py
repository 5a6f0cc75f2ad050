"""A picture to the tables in it, as printed: every cell with the words recognised in it."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.readers.limits import MOST_TEXT_LINES
from govcheck.readers.ocr.grid import box_of, filled, is_divided, ruled_tables, whole_box
from govcheck.readers.ocr.lines import CellText, has_text_outside, text_lines
from govcheck.readers.ocr.picture import Pixels, in_colours
from govcheck.readers.ocr.recognition import RecognisedLine, recognise
from govcheck.readers.ocr.scan import Scan, scans
from govcheck.readers.pdf.lattice import Lattice
from govcheck.readers.pictures import PictureReading
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.signs import sign

_SURE: Final = 0.8
"""A figure that is less sure is not taken (of 6,000 read rightly, the least had 0.84)."""
_DOUBT: Final = "？"
"""Stands behind a figure that is not sure, which makes it no figure."""
_FIGURE: Final = late_pattern(rf"[-−+]?[0-9][0-9,，.． ]*(?:{sign('unit')})?")
_SPELLED: Final = late_pattern(sign("han_figure"))
_LABEL: Final = late_pattern(r"\D*|.*[^\W\d_]{2}.*")
"""Without digits, or with a word among them."""
_MARK: Final = late_pattern(r"[^\w\s]+")
_IDLE_SPACE: Final = late_pattern("(?<![0-9]) | (?![0-9])")
_FULL: Final = 0.8
"""Tables that fill so much of the height of what is printed are all that there is."""
_MORE: Final = 0.1
"""By how much more of the height a less plain view must show."""
_FEWEST: Final = 4
"""Fewer cells are a frame around something."""


def read_tables(content: bytes) -> PictureReading:
    """Return the ruled tables of a picture, from top to bottom.

    Raises Unusable (one clause in Chinese) for a picture beyond the limits, one that cannot
    be decoded, and one without a table.
    """
    found = ruled(in_colours(content))
    if any(len(one.fields) > MOST_TEXT_LINES for _, one in found):
        raise Unusable(f"的表格超过 {MOST_TEXT_LINES} 格，不予识别")
    if not found:
        raise Unusable("中没有框线完整的表格")
    seen = found[0][0]
    boxes = [whole_box(one, seen) for _, one in found]
    grids = [grid_of(seen, one) for _, one in found]
    return PictureReading(grids, whole=not has_text_outside(seen, boxes))


def ruled(picture: Pixels, *, fewest: int = _FEWEST) -> list[tuple[Scan, Lattice]]:
    """Return the tables that lines rule in a picture, and in what view of it they are.

    The first view counts in which they fill the picture; else the one in which they fill most.
    ``fewest`` cells make a table.
    """
    best: list[tuple[Scan, Lattice]] = []
    most = 0.0
    for seen in scans(picture):
        tables = [one for one in ruled_tables(seen) if len(one.fields) >= fewest]
        if any(is_divided(one, seen) for one in tables):
            continue
        share = filled(tables, seen)
        if share > most + _MORE:
            best, most = [(seen, one) for one in tables], share
        if share >= _FULL:
            break
    return best


def grid_of(seen: Scan, lattice: Lattice) -> RawGrid:
    """Return a table with the words recognised in its cells, in the order of its fields.

    Raises Unusable (one clause in Chinese) for one with too much text.
    """
    written = text_lines(seen, [box_of(field, lattice, seen) for field in lattice.fields])
    if sum(len(cell.lines) for cell in written) > MOST_TEXT_LINES:
        raise Unusable(f"文字超过 {MOST_TEXT_LINES} 行，不予识别")
    readings = iter(recognise([line for cell in written for line in cell.lines]))
    words = [_words(list(islice(readings, len(cell.lines))), cell) for cell in written]
    return RawGrid(
        cells=tuple(
            RawCell(
                row=field.row,
                column=field.column,
                height=field.height,
                width=field.width,
                text=text,
            )
            for field, text in zip(lattice.fields, words, strict=True)
        ),
        height=len(lattice.down) - 1,
        width=len(lattice.across) - 1,
        recognised=True,
    )


def _words(readings: Sequence[RecognisedLine], cell: CellText) -> str:
    """Join a cell's lines; what may be a figure must be sure, whole, in one line and unbroken.

    Under a seal nothing is sure, nor that nothing is there.  A figure with other signs beside
    it was not read well: of 3487 at the edge of a picture, 348 and half of a 7.
    """
    lines = [_IDLE_SPACE.sub("", reading.text) for reading in readings]
    text = " ".join(lines)
    if not text:
        return _DOUBT * (bool(readings) or cell.hidden)
    if not _FIGURE.fullmatch(text):
        scrap = _SPELLED.fullmatch(text) or not _LABEL.fullmatch(text)
        doubted = scrap or (cell.hidden and _MARK.fullmatch(text))
        return text + _DOUBT if doubted else "".join(lines)
    whole = not cell.hidden and not cell.cut and " " not in text
    return text if whole and all(one.sure >= _SURE for one in readings) else text + _DOUBT
