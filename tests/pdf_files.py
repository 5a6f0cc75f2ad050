"""PDF files written by hand: pages of text and lines, and files that no program writes."""

from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
)
SIZE = 12
"""Of the characters; Han characters and figures are all as wide."""


def file_of(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """Return a file of these objects, the catalogue first."""
    content, starts = bytearray(b"%PDF-1.7\n"), list[int]()
    for number, item in enumerate(objects, 1):
        starts.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    return bytes(content) + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\n"
        b"startxref\n%d\n%%%%EOF" % (count, table, count, more, len(content))
    )


def stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (keys, len(content), content)


def pages(*contents: bytes, resources: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    """Return a file with a page for each content stream."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * index) for index in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(contents), kids),
    ]
    for index, content in enumerate(contents):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents %d 0 R"
            b"/Resources<</Font<</F %b>>%b>>>>" % (box, 4 + 2 * index, _FONT, resources),
            stream(content),
        ]
    return file_of(objects)


def text(left: float, down: float, words: str, *, mode: int = 0) -> bytes:
    """Return what prints words, ``down`` points below the upper edge.

    They end in a space: pdfium passes over a single character that it has no font for.
    """
    return print_exactly(left, down, f"{words} ", mode=mode)


def print_exactly(left: float, down: float, words: str, *, mode: int = 0) -> bytes:
    code = words.encode("utf-16-be").hex().encode()
    place = b"%.1f %.1f" % (left, HEIGHT - down)
    return b"BT %d Tr /F %d Tf %b Td <%b> Tj ET\n" % (mode, SIZE, place, code)


def line(left: float, top: float, right: float, bottom: float) -> bytes:
    return b"%.1f %.1f m %.1f %.1f l S\n" % (left, HEIGHT - top, right, HEIGHT - bottom)


def table(
    left: float,
    top: float,
    rows: Iterable[Sequence[str]],
    *,
    width: float = 100,
    height: float = 20,
    ruled: bool = True,
) -> bytes:
    """Return a table of equal cells."""
    rows = list(rows)
    right, bottom = left + width * len(rows[0]), top + height * len(rows)
    content = b"".join(
        text(left + 4 + width * across, top + 15 + height * down, words)
        for down, row in enumerate(rows)
        for across, words in enumerate(row)
        if words
    )
    if not ruled:
        return content
    level = (top + height * index for index in range(len(rows) + 1))
    upright = (left + width * index for index in range(len(rows[0]) + 1))
    return (
        content
        + b"".join(line(left, at, right, at) for at in level)
        + b"".join(line(at, top, at, bottom) for at in upright)
    )


def prose(*lines: str, top: float = 72, left: float = 72) -> bytes:
    """Return lines of text; a space at the beginning of one is an indent of two characters."""
    return b"".join(
        text(left + (2 * SIZE if words[0] == " " else 0), top + 20 * at, words.strip())
        for at, words in enumerate(lines)
    )
