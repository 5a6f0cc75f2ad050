"""Word files for tests: written by hand, so that each says exactly what a test is about."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from govcheck.readers.from_docx import read_docx
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_MERGES = ("restart", "continue")
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def word_file(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """Pack a body with other parts by kind, links by relation id, and files by their name.

    A file ``media/x.png`` gets the relation id ``x``.
    """
    content = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml", False)}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    related = {kind: (kind, f"{kind}.xml", False) for kind in parts or {}}
    related |= {key: ("hyperlink", address, True) for key, address in (links or {}).items()}
    related |= {Path(name).stem: ("image", name, False) for name in files or {}}
    content["word/_rels/document.xml.rels"] = _relations(related)
    for kind, inside in (parts or {}).items():
        root = f"w:{_ROOTS[kind]}"
        content[f"word/{kind}.xml"] = f"<{root} {SPACES}>{inside}</{root}>"
    return packed({name: text.encode() for name, text in content.items()}, files)


def repacked(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Pack a file anew, its parts changed."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return packed(parts)


def packed(content: Mapping[str, bytes], files: Mapping[str, bytes] | None = None) -> bytes:
    """Pack files into an archive; ``files`` go to the folder word."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        for name, data in (files or {}).items():
            archive.writestr(f"word/{name}", data)
    return buffer.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """Write a paragraph; plain text becomes a run."""
    inside = "".join(
        run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def read_lines(content: bytes) -> list[str]:
    """Return the texts of a file's paragraphs that belong to its own text."""
    blocks = read_docx(content).blocks
    return [b.text for b in blocks if isinstance(b, RawParagraph) and not b.zone]


def by_hand(page: RawPage) -> bytes:
    """Write what a page shows: headings by outline level, tables merged."""
    return word_file(body_by_hand(page))


def body_by_hand(page: RawPage) -> str:
    """Write the body of such a file."""
    blocks = (
        _table(block) if isinstance(block, RawGrid) else _leveled(block)
        for block in page.blocks
        if isinstance(block, RawGrid) or (isinstance(block, RawParagraph) and not block.zone)
    )
    return "".join(blocks)


def _leveled(block: RawParagraph) -> str:
    level = f'<w:outlineLvl w:val="{block.level - 1}"/>' if block.level else ""
    return paragraph(escape(block.text), properties=level)


def _table(grid: RawGrid) -> str:
    """Write a table; a cell of several rows is continued by an empty one in each."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(grid.height)]
    for cell in grid.cells:
        for down in range(cell.height):
            merge = "" if cell.height == 1 else f'<w:vMerge w:val="{_MERGES[down > 0]}"/>'
            width = f'<w:tcW w:w="{cell.width * 600}" w:type="dxa"/>'
            extent = f'<w:tcPr>{width}<w:gridSpan w:val="{cell.width}"/>{merge}</w:tcPr>'
            text = paragraph(escape(cell.text)) if not down else "<w:p/>"
            rows[cell.row + down].append((cell.column, f"<w:tc>{extent}{text}</w:tc>"))
    lines = ("".join(text for _, text in sorted(row)) for row in rows)
    columns = '<w:gridCol w:w="600"/>' * grid.width
    inside = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


def by_python_docx(page: RawPage, *, title: str = "") -> bytes:
    """Write what a page shows with python-docx: headings by style, tables merged."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for block in page.blocks:
        if isinstance(block, RawParagraph) and not block.zone:
            level = block.level
            add = document.add_paragraph if level is None else document.add_heading
            add(block.text, **({} if level is None else {"level": level - 1}))
        elif isinstance(block, RawGrid):
            table = document.add_table(block.height, block.width)
            slots = [list(row.cells) for row in table.rows]
            for cell in block.cells:
                last = slots[cell.row + cell.height - 1][cell.column + cell.width - 1]
                slots[cell.row][cell.column].merge(last).text = cell.text
    document.core_properties.title = title
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_libreoffice(content: bytes, suffix: str, target: str, folder: Path) -> bytes:
    """Let LibreOffice convert a file; skip the test where it is not installed."""
    return all_by_libreoffice({"source": content}, suffix, target, folder)["source"]


def all_by_libreoffice(
    contents: Mapping[str, bytes], suffix: str, target: str, folder: Path
) -> Mapping[str, bytes]:
    """Let LibreOffice convert files, by name, in one go."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    sources = [folder / f"{name}{suffix}" for name in contents]
    for source, content in zip(sources, contents.values(), strict=True):
        source.write_bytes(content)
    out = folder / "converted"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", target]
    command += ["--outdir", out, *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    end = target.partition(":")[0]
    return {name: (out / f"{name}.{end}").read_bytes() for name in contents}


def _content_types() -> str:
    defaults = "".join(
        f'<Default Extension="{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        )
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    override = f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
    return f'<Types xmlns="{_TYPES}">{defaults}{override}</Types>'


def _relations(related: Mapping[str, tuple[str, str, bool]]) -> str:
    entries = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for key, (kind, target, external) in related.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'
