"""A ledger completed: what it lacks, added in one write under its lock."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from govcheck.clock import this_day
from govcheck.commands.console import say
from govcheck.commands.ledger_file import (
    append,
    content_of_ledger,
    require_small,
    rewritten,
    set_aside,
)
from govcheck.errors import Unusable
from govcheck.review.entry import Ledger
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import Matter
from govcheck.review.skeleton import HEAD, TITLE, missing, skeleton
from govcheck.rulebook.unsound_file import UnsoundFile

_OURS: Final = re.compile(
    rb'\A(?:\xef\xbb\xbf)?%s|^"?[0-9a-f]{16}(?:-[0-9]+)?"? *:' % TITLE.encode(), re.MULTILINE
)
"""Our title at the beginning, or an entry anywhere."""


def complete(target: Path, every: Sequence[Matter]) -> bool:
    """Add the entries that a ledger lacks; tell whether it has changed.  Raises Unusable."""
    return rewritten(target, lambda path: _complete(path, every))


def _complete(path: Path, every: Sequence[Matter]) -> bool:
    content = content_of_ledger(path) if os.path.lexists(path) else b""
    ledger = _own(content, path)
    absent = missing(every, frozenset(ledger.held))
    half_written = content[ledger.readable :]
    if not absent and not half_written:
        return False
    before = content[: ledger.readable]
    added = _added(before, absent)
    require_small(path, before + added)
    _require_sound(before + added, path, ledger, absent)
    if half_written:
        aside = set_aside(path, half_written)
        say(f"台账末尾不完整的内容已另存为 {aside.name}，其余各项照常有效", err=True)
    append(path, content, ledger.readable, added)
    return True


def _own(content: bytes, path: Path) -> Ledger:
    """Return the ledger; say what is wrong with its decisions.  Raises Unusable for none."""
    ours = not content.removeprefix(BOM_UTF8).strip() or bool(_OURS.search(content))
    try:
        ledger = read_ledger(content, path.name, today=this_day())
    except UnsoundFile:
        if ours:
            raise
        raise _no_ledger(path) from None
    if not ours and ledger.readable and (ledger.faults or not ledger.held):
        raise _no_ledger(path)
    for fault in ledger.faults:
        say(f"{fault}（改正前这一项不起作用）", err=True)
    return ledger


def _no_ledger(path: Path) -> Unusable:
    return Unusable(f"{path.name} 不是 govcheck 的审查台账，未作改动；请用 -o 另取文件名")


def _added(before: bytes, absent: Sequence[Matter]) -> bytes:
    """Write what is to follow ``before``, with its line ends."""
    if not absent:
        return b""
    head = "" if before.removeprefix(BOM_UTF8).strip() else HEAD
    gap = "" if before.endswith((b"\n\n", b"\n\r\n")) else "\n"
    text = f"{head}{gap}{skeleton(absent)}"
    if before.removeprefix(BOM_UTF8) and not before.endswith((b"\n", b"\r")):
        text = f"\n{text}"
    first = before.find(b"\n")
    if first > 0 and before[first - 1 : first] == b"\r":
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8")


def _require_sound(
    content: bytes, path: Path, before: Ledger, absent: Sequence[Matter]
) -> None:
    """Raise Unusable where YAML would read the file, once added to, as something else."""
    expected = (*before.held, *(matter.key for matter in absent))
    with suppress(Unusable):
        after = read_ledger(content, path.name, today=this_day())
        if after.held == expected and after.entries[: len(before.entries)] == before.entries:
            return
    raise Unusable(
        f"{path.name}：新的问题不能补在文件末尾；请把每项顶格写，不用 {{}} 写法，文末不写“...”"
    )
