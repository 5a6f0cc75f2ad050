"""The body of a plain Word file, written in other formats as programs write them."""

import re
from email.charset import Charset
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import unescape

from word_constructs import CELL, PARAGRAPH, ROW, RUN, TABLE


def page_of(body: str) -> str:
    """Write the body of a Word file as Word writes a web page."""
    tables = [html_table(match[0]) for match in TABLE.finditer(body)]
    pieces = TABLE.split(body)
    blocks = [pieces[0]]
    for table, piece in zip(tables, pieces[1:], strict=True):
        blocks += [table, piece]
    return (
        "<html><body>"
        + "".join(
            block
            if block.startswith("<table")
            else "".join(
                f"<p class=MsoNormal>{''.join(RUN.findall(match[0]))}</p>\n"
                for match in PARAGRAPH.finditer(block)
            )
            for block in blocks
        )
        + "</body></html>"
    )


def html_table(table: str) -> str:
    rows = [
        [(match[1], "".join(RUN.findall(match[2]))) for match in CELL.finditer(row)]
        for row in ROW.findall(table)
    ]
    lines = []
    for at, row in enumerate(rows):
        cells, column = [], 0
        for properties, text in row:
            width = int(_value("gridSpan", properties) or 1)
            if _value("vMerge", properties) != "continue":
                height = 1
                for below in rows[at + 1 :]:
                    if not _continues(below, column):
                        break
                    height += 1
                height = height if _value("vMerge", properties) else 1
                cells.append(
                    f"<td colspan={width} rowspan={height}><p class=MsoNormal>{text}</p></td>"
                )
            column += width
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1>{''.join(lines)}</table>"


def _value(name: str, properties: str) -> str:
    found = re.search(rf'<w:{name} w:val="([^"]*)"', properties)
    return found[1] if found else ""


def _continues(row: list[tuple[str, str]], column: int) -> bool:
    at = 0
    for properties, _ in row:
        if at == column:
            return _value("vMerge", properties) == "continue"
        at += int(_value("gridSpan", properties) or 1)
    return False


def mail_of(page: str, charset: str = "gb18030") -> bytes:
    """Write a page as one file with its pictures."""
    whole = MIMEMultipart("related", type="text/html")
    whole.attach(MIMEText(page, "html", charset))
    return whole.as_bytes()


def mail_alone(page: str, encoding: int) -> bytes:
    """Write a page as one file without parts, in an encoding of mail (QP, BASE64)."""
    written = Charset("utf-8")
    written.body_encoding = encoding
    return MIMEText(page, "html", written).as_bytes()  # type: ignore[arg-type]


def text_of(body: str) -> str:
    """Write a body as plain text, a row a line."""
    rows = ROW.sub(
        lambda match: (
            "<w:p><w:r><w:t>"
            + "\t".join("".join(RUN.findall(cell[2])) for cell in CELL.finditer(match[0]))
            + "</w:t></w:r></w:p>"
        ),
        body,
    )
    return "\n".join(
        unescape("".join(RUN.findall(match[0]))) for match in PARAGRAPH.finditer(rows)
    )


def markdown_of(body: str) -> str:
    """Write a body as Markdown, its tables with pipes."""
    paragraphs = PARAGRAPH.finditer(TABLE.sub(_piped, body))
    whole = "\n\n".join(unescape("".join(RUN.findall(match[0]))) for match in paragraphs)
    return whole.replace("|\n\n|", "|\n|")


def _piped(table: re.Match[str]) -> str:
    """Write a table as a paragraph for each of its lines."""
    head, *rows = (f"| {' | '.join(_cells(row))} |" for row in ROW.findall(table[0]))
    line = "|" + "---|" * (head.count("|") - 1)
    return "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in (head, line, *rows))


def _cells(row: str) -> list[str]:
    return ["".join(RUN.findall(cell[2])) for cell in CELL.finditer(row)]
