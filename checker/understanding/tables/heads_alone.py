"""Tables of which a document prints the headings and no row."""

from collections.abc import Sequence

from govcheck.document.blocks import Block, Grid
from govcheck.document.form import FormTable
from govcheck.document.report import Part
from govcheck.understanding.tables.known_labels import vocabulary
from govcheck.understanding.tables.labels import key


def heads_alone(table: FormTable, body: Sequence[Block], part: Part | None) -> str:
    """Return the first heading of such a table in its part, or ""; half of them must be there.

    Of a table with a title, whose headings are those of others too, it cannot be told.
    """
    if part is None or table.titled:
        return ""
    words = vocabulary(table)
    for block in body[part.start : part.end]:
        if isinstance(block, Grid):
            texts = [cell.text.normal for cell in block.cells if cell.text.normal]
            found = [text for text in texts if key(text) in words.columns]
            if 2 * len({*map(key, found)}) > len({key(one.label) for one in table.columns}):
                return found[0]
    return ""
