"""One page's blocks written in the formats that have no generator of their own."""

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pdf_files

from govcheck.document.blocks import Image
from govcheck.readers.raw import RawGrid, RawPage

_LINE = 36
"""Characters on a printed line."""
_BOTTOM = 760


def as_text(page: RawPage) -> bytes:
    """Write a paragraph a line, a row a line with a tab between cells."""
    lines: list[str] = []
    for block in page.blocks:
        if isinstance(block, RawGrid):
            lines += ["\t".join(row) for row in _rows(block)]
        elif not isinstance(block, Image):
            lines.append(block.text)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def as_markdown(page: RawPage) -> bytes:
    """Write headings with #, tables with pipes, pictures and some emphasis."""
    lines: list[str] = []
    for block in page.blocks:
        if isinstance(block, RawGrid):
            head, *rest = [f"| {' | '.join(row)} |" for row in _rows(block)]
            lines += [head, "|---" * block.width + "|", *rest]
        elif isinstance(block, Image):
            lines.append(f"![{block.alt}]({block.source})")
        elif block.level:
            lines.append(f"{'#' * block.level} {block.text}")
        else:
            lines += ["", f"**{block.text[:4]}**{block.text[4:]}"]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def as_mhtml(page: str, charset: str, transfer: str) -> bytes:
    """Save a page as browsers do, with two pictures."""
    whole = MIMEMultipart("related", "----MultipartBoundary--x----", type="text/html")
    address = "https://www.yunling.example/zwgk/t20250120_1.html"
    whole["From"], whole["Snapshot-Content-Location"] = "<Saved by Blink>", address
    text = MIMEText(page, "html", charset)
    if transfer != "base64":
        text.replace_header("Content-Transfer-Encoding", transfer)
        text.set_payload(page.encode(charset, "replace"))
    text["Content-Location"] = address
    whole.attach(text)
    for name in ("Content-Location", "Content-ID"):
        picture = MIMEImage(b"\x89PNG picture", "png")
        picture[name] = "<b>" if name == "Content-ID" else "https://www.yunling.example/a.png"
        whole.attach(picture)
    return whole.as_bytes()


def as_pdf(page: RawPage) -> bytes:
    """Print a page: lines of text, and tables between lines, each on a page of its own."""
    sheets: list[bytes] = []
    lines: list[str] = []
    for block in page.blocks:
        if isinstance(block, RawGrid):
            sheets += [*_printed(lines), _table(block)]
            lines = []
        elif not isinstance(block, Image):
            text = block.text if block.level else f" {block.text}"
            lines += [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return pdf_files.pages(*sheets, *_printed(lines))


def _printed(lines: list[str]) -> list[bytes]:
    most = (_BOTTOM - 72) // 20
    parts = [lines[at : at + most] for at in range(0, len(lines), most)]
    return [pdf_files.prose(*(line for line in part if line.strip())) for part in parts]


def _table(grid: RawGrid) -> bytes:
    rows = [[cell[:8] for cell in row] for row in _rows(grid)]
    return pdf_files.table(40, 60, rows, width=500 / grid.width, height=24)


def _rows(grid: RawGrid) -> list[list[str]]:
    """Return a grid's texts, a merged cell once and empty where it goes on."""
    rows = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
