"""How much of a hostile file is read before it is refused: the limits of all readers.

An annual report of a province with all its pictures stays far below every one of them.  A
reader that meets a limit raises Unusable with one line that names it; it neither reads on
nor judges what it has read so far.
"""

from typing import Final

MEGABYTE: Final = 1024 * 1024

MOST_BYTES: Final = 64 * MEGABYTE
"""Of a file as it is submitted."""
MOST_TEXT: Final = 16 * MEGABYTE
"""Of a page or a text, which is decoded and searched as a whole (a long report has 2)."""

MOST_CHARACTERS: Final = 500_000
"""Of text on a page, its menus and tables included (a long report has 60,000)."""
MOST_BLOCKS: Final = 50_000
"""Paragraphs, tables and pictures on a page (a long report has 1,000)."""
MOST_CELLS: Final = 50_000
"""Of all tables on a page (the form's have 300)."""
MOST_LINKS: Final = 20_000
"""On a page (a portal's front page has 500)."""
MOST_FIGURES: Final = 10_000
"""Numbers that count something in the running text (a long report has 1,000)."""
MOST_TAGS: Final = 300_000
"""Signs < in a page's source (a long report that Word has dressed has 50,000)."""

MOST_ENTRIES: Final = 4000
"""Files in an archive (a Word file has 10 to 100)."""
MOST_UNPACKED: Final = 256 * MEGABYTE
"""Bytes of all files in an archive together, unpacked."""
MOST_UNPACKED_FILE: Final = 64 * MEGABYTE
"""Bytes of one file in an archive, unpacked."""
MOST_RATIO: Final = 200
"""Times that a file in an archive may grow when it is unpacked, if that makes it large."""
LARGE: Final = 4 * MEGABYTE
"""From this size on the ratio counts: a small file of zeros is no bomb."""

MOST_ELEMENTS: Final = 300_000
"""Elements of an XML document (a long report that Word has cut into runs has 50,000)."""
DEEPEST_ELEMENT: Final = 150
"""Elements of an XML document inside each other (a table in a text box comes to 30)."""

MOST_PAGES: Final = 500
"""Pages of a PDF file (a long report has 60)."""
LARGEST_PAGE: Final = 15_000
"""Points on one side of a PDF page, 5 metres (A0 has 3,370)."""
MOST_GLYPHS: Final = 300_000
"""Characters on all pages of a PDF file (a long report has 60,000)."""
MOST_SHAPES: Final = 500_000
"""Lines and shapes, corner by corner, in a PDF file (a page full of tables has 5,000)."""
MOST_CROSSINGS: Final = 500_000
"""Pairs of level and upright lines on a file's pages or a picture (a full table has 2,000)."""
LONGEST_READING: Final = 30
"""Seconds that a PDF file may take (a long report takes one)."""
MOST_MEMORY: Final = 1024 * MEGABYTE
"""Bytes that it may take meanwhile (a long report takes 100 MB)."""
MOST_ANSWER: Final = 128 * MEGABYTE
"""Bytes of what is read in it (all characters and lines that it may have come to 60 MB)."""

MOST_PICTURES: Final = 20
"""Pictures of tables that are read in one report (a report has 3 to 6)."""
MOST_PICTURE_BYTES: Final = 16 * MEGABYTE
"""Of one picture as it is stored."""
MOST_PIXELS: Final = 80_000_000
"""Of one picture, by its header, before it is decoded (a sheet of A4 at 600 dpi has 35)."""
MOST_READ: Final = 30_000_000
"""Pixels that are read at once: a picture with more is reduced (A4 at 400 dpi has 15)."""
LONGEST_SIDE: Final = 60_000
"""Pixels of one picture across or down (ten screens, one below the other, have 20,000)."""
MOST_TEXT_LINES: Final = 2000
"""Cells, and lines of text, in one table of a picture (that of applications has 240)."""

MOST_BOUNDARIES: Final = 20
"""Multi-part containers in a page saved as .mhtml (browsers write one)."""

LONGEST_CONVERSION: Final = 60
"""Seconds that an office program may take to convert a file (a long report takes five)."""
MOST_CONVERSION_MEMORY: Final = 4096 * MEGABYTE
"""Bytes of addresses that it may take meanwhile (it reserves 1 GB before it begins)."""
