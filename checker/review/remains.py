"""Where a ledger breaks off: what a writer that was killed has left at the end.

govcheck writes an entry as ten lines (eight in version 0.1.0).  The last entry of a file is
half-written when its lines are the first of these and the others are missing.  If a person
has filled in some of them, the file must also break off within a line: then another program
was cut off, and what is missing was not left out by a person.  NULs at the end are what a
machine that lost its power leaves, and the beginning of the file's head is what is left of a
new ledger.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from govcheck.review.entry import BLANKS, FACTS, FORMER_BLANKS, FORMER_FACTS
from govcheck.review.skeleton import HEAD

_NAME: Final = re.compile(rb'"[0-9a-f]{1,64}(?:-[0-9]{1,9})?":')
_NAME_BEGUN: Final = re.compile(rb'"(?:[0-9a-f]{1,64}(?:-[0-9]{0,9})?"?)?')
_FILLED: Final = re.compile(rb"  (?:%s): *[^ ]" % "|".join((*BLANKS, *FORMER_BLANKS)).encode())
_DAY: Final = rb"""(["']?)[0-9]{4}-[0-9]{2}-[0-9]{2}\1 *"""
_DATED: Final = re.compile(rb"  (?:date|%s): *%s" % ("日期".encode(), _DAY))
_REASONED: Final = re.compile(
    rb"""  %s: *(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"' ].*)""" % "理由".encode()
)
_UPHELD: Final = "  决定: 不符合".encode()
"""Of which no reason need be given."""


class _Layout(Struct, frozen=True, kw_only=True):
    """The lines of an entry below its name, and the last of them that may not be missing."""

    keys: tuple[bytes, ...]
    last: re.Pattern[bytes]


_LAYOUTS: Final = tuple(
    _Layout(keys=tuple(f"  {key}:".encode() for key in keys), last=last)
    for keys, last in (
        ((*FACTS, *BLANKS), _REASONED),
        ((*FORMER_FACTS, *FORMER_BLANKS), _DATED),
    )
)


def readable(content: bytes) -> int:
    """Return how many bytes stand before a half-written end; all where there is none."""
    written = content.rstrip(b"\0")
    if written and HEAD.encode().startswith(written) and written != HEAD.encode():
        return 0
    start = _last_entry(written)
    return len(written) if start is None or not _breaks_off(written[start:]) else start


def _last_entry(content: bytes) -> int | None:
    """Return where the last line that begins with a quotation mark begins."""
    start = content.rfind(b'\n"') + 1
    if start:
        return start
    first = len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0
    return first if content[first : first + 1] == b'"' else None


def _breaks_off(entry: bytes) -> bool:
    """Tell whether the last entry's lines are the first of an entry's, and not all."""
    *lines, last = entry.replace(b"\r\n", b"\n").removesuffix(b"\r").split(b"\n")
    return any(_is_cut(lines, last, layout) for layout in _LAYOUTS)


def _is_cut(lines: Sequence[bytes], last: bytes, layout: _Layout) -> bool:
    if len(lines) > len(layout.keys):
        return False
    if not all(_whole(index, line, layout) for index, line in enumerate(lines)):
        return False
    if not last:
        return not _filled(lines)
    if not _begun(len(lines), last, layout) or last.startswith(layout.keys[-1]):
        return False
    return not (_filled(lines) and _ends(lines, last, layout))


def _ends(lines: Sequence[bytes], last: bytes, layout: _Layout) -> bool:
    """Tell whether a person may have ended a decision with this line."""
    upheld = any(line.startswith(_UPHELD) for line in lines)
    return bool(layout.last.fullmatch(last) or (upheld and _DATED.fullmatch(last)))


def _whole(index: int, line: bytes, layout: _Layout) -> bool:
    """Tell whether a line may be an entry's line of that index."""
    if index == 0:
        return bool(_NAME.fullmatch(line))
    return line.startswith(layout.keys[index - 1])


def _begun(index: int, line: bytes, layout: _Layout) -> bool:
    """Tell whether it may be the beginning of one, or one that its line feed misses."""
    if _whole(index, line, layout):
        return True
    return bool(
        _NAME_BEGUN.fullmatch(line) if index == 0 else layout.keys[index - 1].startswith(line)
    )


def _filled(lines: Sequence[bytes]) -> bool:
    return any(map(_FILLED.match, lines))
