"""What stands on a file's pages in turn, over their ends."""

from collections.abc import Iterable, Sequence

from govcheck.document.blocks import Image
from govcheck.readers.pdf.continuation import continued, without_beginning, without_end
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.tables import PrintedTable
from govcheck.readers.pdf.unruled import UnreadArea

Item = PrintedLine | PrintedTable | Image | UnreadArea
Run = list[PrintedLine] | PrintedTable | Image | UnreadArea


def runs_of(pages: Iterable[Sequence[Item]]) -> list[Run]:
    """Return lines of text, tables and pictures in turn, over the ends of pages."""
    runs: list[Run] = []
    for items in pages:
        for place, item in enumerate(items):
            last = runs[-1] if runs else None
            if isinstance(item, PrintedLine):
                if isinstance(last, list):
                    last.append(item)
                else:
                    runs.append([item])
                continue
            if place or not last:
                runs.append(item)
                continue
            runs[-1:] = _over_the_end(last, item)
    return [run for run in runs if not isinstance(run, PrintedTable) or run.height > 0]


def _over_the_end(last: Run, first: PrintedTable | Image | UnreadArea) -> list[Run]:
    """Return what ends a page and what begins the next; a table may go on in the other."""
    if isinstance(last, PrintedTable) and isinstance(first, PrintedTable):
        whole = continued(last, first)
        return [whole] if whole else [last, first]
    if isinstance(last, PrintedTable) and _is_unread(first):
        return [without_end(last), first]
    if isinstance(first, PrintedTable) and _is_unread(last):
        return [last, without_beginning(first)]
    return [last, first]


def _is_unread(run: Run) -> bool:
    return isinstance(run, UnreadArea | Image)
