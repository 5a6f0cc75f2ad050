"""Tables read from pictures of them.  Every figure is the one printed, or it is not taken."""

import struct
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path
from zlib import crc32

import pytest
from knowledge import FORMS, KNOWLEDGE
from ledgers import BOOK
from recognised_tables import MANY, PICTURED, RIGHT

pytest.importorskip("rapidocr", reason="pip install 'govcheck[ocr]' reads pictures of tables")
import drawn_tables
from PIL import Image

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.document.table import DeviationKind
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.readers.ocr import tables
from govcheck.readers.ocr.picture import decoded
from govcheck.readers.ocr.recognition import RecognisedLine
from govcheck.readers.raw import RawCell
from govcheck.understanding.hints import Hints
from govcheck.understanding.printed_form import printed_table

FORM, OLD = FORMS["form-2021"], FORMS["form-2019"]
pytestmark = pytest.mark.skipif(not drawn_tables.FONT, reason="no Noto Sans CJK to draw with")


def picture(
    name: str, values: Mapping[str, Mapping[str, object]], scale: int = 2
) -> Image.Image:
    return drawn_tables.drawn(printed_table(FORM.tables[name], values), scale)


def page(source: str) -> bytes:
    """Write a report whose table of applications is a picture."""
    return (
        "<h1>云岭市水务局2024年政府信息公开工作年度报告</h1>"
        "<h2>一、总体情况</h2><p>全年公开信息35条。</p>"
        f"<h2>三、收到和处理政府信息公开申请情况</h2><p><img src='{source}'></p>"
        "<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时，已经改进。</p>"
    ).encode()


def embedded(content: bytes) -> bytes:
    return page(f"data:image/png;base64,{b64encode(content).decode()}")


def submitted(content: bytes, *, ocr: bool = True, **more: object) -> Document:
    hints = Hints(ocr=ocr)
    return read(content, name="a.html", knowledge=KNOWLEDGE, hints=hints, **more)  # type: ignore[arg-type]


MANNERS: Mapping[str, Callable[[], bytes]] = {
    "clean": lambda: drawn_tables.png(picture("applications", MANY)),
    "75% JPEG": lambda: drawn_tables.jpeg(picture("applications", MANY)),
    "askew": lambda: drawn_tables.png(drawn_tables.askew(picture("applications", MANY))),
    "small": lambda: drawn_tables.png(picture("applications", MANY, scale=1)),
}


@cache
def seen(manner: str) -> Document:
    return submitted(embedded(MANNERS[manner]()))


@pytest.mark.parametrize("manner", MANNERS)
def test_every_cell_is_read_as_printed_or_not_at_all(manner: str) -> None:
    table = seen(manner).tables["applications"]
    printed = {(row, column): MANY.get(row, {}).get(column, 0) for row, column in table.cells}
    values = {cell: table.value(*cell) for cell in table.cells}
    assert table.recognised
    assert {cell: value for cell, value in values.items() if value is not None} == {
        cell: printed[cell] for cell, value in values.items() if value is not None
    }
    assert sum(value is None for value in values.values()) <= (0 if manner == "clean" else 5)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_right_table_fails_nothing_but_being_a_picture(manner: str) -> None:
    findings = assess(Case(document=seen(manner)), BOOK).findings
    about = [f for f in findings if any(e.place.table == "applications" for e in f.evidence)]
    assert [f.rule for f in about if f.outcome is Outcome.FAIL] == [PICTURED]


def test_a_clean_picture_has_the_rows_and_columns_of_the_form() -> None:
    table = seen("clean").tables["applications"]
    assert {deviation.kind for deviation in table.deviations} == {DeviationKind.PICTURE}
    assert not table.partial
    assert any("已识别" in note for note in seen("clean").notes)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("review-litigation", {"count": {"rev_upheld": 12, "rev_other": 3, "rev_total": 15}}),
        ("proactive-8", {"fees": {"amount": "1203.5"}}),
    ],
)
def test_other_tables_are_read_as_well(
    name: str, values: Mapping[str, Mapping[str, object]]
) -> None:
    (grid,) = tables.read_tables(drawn_tables.png(picture(name, values))).grids
    printed = printed_table(FORM.tables[name], values)
    assert _figures(grid.cells) == _figures(printed.cells)


def test_all_tables_of_a_part_in_one_picture_are_read_by_the_form_of_their_year() -> None:
    figures = count(11)
    values = {
        table.id: {row.id: {c.id: next(figures) for c in table.columns} for row in table.rows}
        for table in OLD.tables.values()
        if table.part == "proactive"
    }
    grids = [printed_table(OLD.tables[name], printed) for name, printed in values.items()]
    shown = drawn_tables.stacked([drawn_tables.drawn(grid, 2) for grid in grids])
    content = embedded(drawn_tables.png(shown)).replace("2024年".encode(), "2020年".encode())
    found = submitted(content).tables
    assert {
        name: {
            row: {one: found[name].value(row, one) for one in cells}
            for row, cells in rows.items()
        }
        for name, rows in values.items()
    } == values


def _figures(cells: tuple[RawCell, ...]) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): cell.text
        for cell in cells
        if cell.text.replace(".", "").isdigit()
    }


def test_what_is_not_sure_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a figure in two lines: a line of the table may have been lost between them."""
    unsure = {"12": RecognisedLine("12", 0.7), "O": RecognisedLine("O", 0.99)}
    for text, reading in unsure.items():
        monkeypatch.setattr(tables, "recognise", lambda lines, one=reading: [one] * len(lines))
        (grid,) = tables.read_tables(
            drawn_tables.png(picture("proactive-1", {}, scale=1))
        ).grids
        said = {cell.text for cell in grid.cells if not cell.text.startswith("O")}
        assert said <= {text + "？", "12 12？"}


def test_a_blank_cell_stays_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        tables, "recognise", lambda lines: [RecognisedLine("7", 1.0)] * len(lines)
    )
    blank = {"rules": {"issued": None}}
    (grid,) = tables.read_tables(drawn_tables.png(picture("proactive-1", blank, scale=1))).grids
    assert [cell.text for cell in grid.cells].count("") == 1


# ---------------------------------------------------------------- what is no table


def test_a_picture_without_a_table_is_said_to_have_none() -> None:
    plain = Image.linear_gradient("L").resize((900, 600))
    document = submitted(embedded(drawn_tables.png(plain)))
    assert not document.tables["applications"].recognised
    assert "图片“内嵌图片1”中没有框线完整的表格。" in document.notes


def _saved(form: str = "PNG", colour: object = "white", mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, (321, 123), colour).save(file, form)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_every_usual_format_is_decoded(form: str) -> None:
    pixels = decoded(_saved(form))
    assert pixels.shape == (123, 321)
    assert pixels.min() > 250


@pytest.mark.parametrize(
    ("mode", "colour"),
    [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0)), ("I;16", 65535), ("P", 0), ("1", 1)],
)
def test_paper_is_white_in_every_mode(mode: str, colour: object) -> None:
    white = _saved("GIF") if mode == "P" else _saved("PNG", colour, mode)
    assert decoded(white).min() == 255


def test_a_bomb_is_refused_by_its_header() -> None:
    for side in (9_000, 10_000, 30_000):
        head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
        header = struct.pack(">I", 13) + head + struct.pack(">I", crc32(head))
        with pytest.raises(Unusable, match="8000 万像素"):
            decoded(b"\x89PNG\r\n\x1a\n" + header + struct.pack(">I", 0) + b"IDAT" + bytes(4))


@pytest.mark.parametrize("content", [b"", b"<picture/>", _saved()[:60]])
def test_a_damaged_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable, match="已损坏"):
        decoded(content)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"II*\x00....", "TIFF"),
        (b"\x00\x00\x00\x1cftypavif", "AVIF"),
        (b"\x00\x00\x00\x1cftypheic", "HEIC"),
    ],
)
def test_what_is_no_damage_is_named(content: bytes, name: str) -> None:
    with pytest.raises(Unusable, match=f"是 {name}.*另存为 PNG"):
        decoded(content)


def test_a_very_large_picture_is_reduced() -> None:
    file = BytesIO()
    Image.new("L", (6000, 9000), 255).save(file, "PNG")
    assert decoded(file.getvalue()).shape == (4500, 3000)


# ---------------------------------------------------------------- asked, at hand, installed


def test_a_picture_is_read_only_when_that_is_asked() -> None:
    document = submitted(embedded(_saved()), ocr=False)
    assert any("启用图片识别" in note for note in document.notes)


def test_a_missing_file_is_named() -> None:
    assert any("未见图片文件" in note for note in submitted(page("b3.png")).notes)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "govcheck.readers.ocr.tables", None)
    notes = submitted(embedded(_saved())).notes
    assert any("govcheck[ocr]" in note for note in notes)


def test_a_picture_beside_the_page_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "年报_files"
    folder.mkdir()
    small = drawn_tables.png(picture("applications", RIGHT, scale=1))
    (folder / "b 3.png").write_bytes(small)
    beside = PicturesBeside(tmp_path / "年报.html")
    document = submitted(page("./年报_files/b%203.png"), beside=beside)
    assert document.tables["applications"].value("r1_new", "natural") == 13


def test_no_picture_outside_the_page_s_folder_is_at_hand(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(b"")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.png").symlink_to(tmp_path / "b.png")
    beside = PicturesBeside(inner / "a.html")
    for source in ("../b.png", str(tmp_path / "b.png"), "link.png", "\0", "http://a.cn/b.png"):
        assert source not in beside
        with pytest.raises(KeyError):
            beside[source]


def test_a_word_file_brings_its_pictures(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="pip install 'govcheck[docx]' writes Word files")
    written = docx.Document()
    written.add_paragraph("云岭市水务局2024年政府信息公开工作年度报告")
    written.add_paragraph("四、政府信息公开行政复议、行政诉讼情况")
    values = {"count": {"rev_upheld": 4, "rev_total": 4}}
    content = drawn_tables.png(picture("review-litigation", values, scale=1))
    written.add_picture(BytesIO(content))
    path = tmp_path / "a.docx"
    written.save(str(path))
    hints = Hints(ocr=True)
    document = read(path.read_bytes(), name="a.docx", knowledge=KNOWLEDGE, hints=hints)
    assert document.tables["review-litigation"].value("count", "rev_total") == 4
