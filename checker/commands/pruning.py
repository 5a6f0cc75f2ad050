"""What no longer occurs, taken out of a ledger on request, and kept beside it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from govcheck.clock import this_day
from govcheck.commands.ledger_file import (
    content_of_ledger,
    replace_content,
    rewritten,
    set_aside,
)
from govcheck.errors import Unusable
from govcheck.review.entry import Ledger
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import Matter

_ENTRY: Final = re.compile(rb"^[^\s#].*(?:\n(?:[ \t\r].*|)(?=\n|\Z))*\n?", re.MULTILINE)
"""A line at the margin, and the lines below it that are indented or blank."""


def prune(target: Path, every: Sequence[Matter]) -> int:
    """Take out the entries of these reports that are no matter any more; return how many.

    Entries of other reports, and those that name none, stay.  Raises Unusable.
    """
    return rewritten(target, lambda path: _prune(path, every))


def _prune(path: Path, every: Sequence[Matter]) -> int:
    content = content_of_ledger(path)
    ledger = read_ledger(content, path.name, today=this_day())
    gone = _gone(ledger, every)
    if not gone:
        return 0
    taken = [found[0] for found in _ENTRY.finditer(content) if _key(found[0], path) in gone]
    left = _ENTRY.sub(lambda found: b"" if found[0] in taken else found[0], content)
    after = read_ledger(left, path.name, today=this_day())
    kept = tuple(key for key in ledger.held if key not in gone)
    if after.held != kept or len(taken) != len(gone):
        raise Unusable(f"{path.name}：有的项不是顶格写的，不能自动删去；请手工删改")
    set_aside(path, b"".join(taken), "移除")
    replace_content(path, content, left)
    return len(gone)


def _gone(ledger: Ledger, every: Sequence[Matter]) -> frozenset[str]:
    """Return the keys of entries that name one of the reports and are none of its matters."""
    known = {matter.key for matter in every}
    reports = {matter.report for matter in every}
    return frozenset(
        one.key for one in ledger.entries if one.report in reports and one.key not in known
    )


def _key(entry: bytes, path: Path) -> str:
    held = read_ledger(entry, path.name, today=this_day()).held
    return held[0] if len(held) == 1 else ""
