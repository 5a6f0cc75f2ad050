"""Where a ledger breaks off: what a writer that was killed has left at the end.

govcheck writes an entry as eight lines.  The last entry of a file is half-written when its
lines are the first of these eight and the others are missing.  If a person has filled in some
of them, the file must also break off within a line: then another program was cut off, and
what is missing was not left out by a person.  NULs at the end are what a machine that lost
its power leaves, and the beginning of the file's head is what is left of a new ledger.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Final

from govcheck.review.entry import BLANKS
from govcheck.review.skeleton import HEAD

_KEYS: Final = tuple(f"  {key}:".encode() for key in ("rule", "message", *BLANKS))
_NAME: Final = re.compile(rb'"[0-9a-f]{1,64}(?:-[0-9]{1,9})?":')
_NAME_BEGUN: Final = re.compile(rb'"(?:[0-9a-f]{1,64}(?:-[0-9]{0,9})?"?)?')
_FILLED: Final = re.compile(rb"  (?:%s): *[^ ]" % "|".join(BLANKS).encode())
_DATED: Final = re.compile(rb"""  date: *(["']?)[0-9]{4}-[0-9]{2}-[0-9]{2}\1 *""")


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
    if len(lines) > len(_KEYS) or not all(map(_whole, range(len(lines)), lines)):
        return False
    if not last:
        return not _filled(lines)
    if not _begun(len(lines), last) or last.startswith(_KEYS[-1]):
        return False
    return not (_filled(lines) and _DATED.fullmatch(last))


def _whole(index: int, line: bytes) -> bool:
    """Tell whether a line may be an entry's line of that index."""
    return bool(_NAME.fullmatch(line) if index == 0 else line.startswith(_KEYS[index - 1]))


def _begun(index: int, line: bytes) -> bool:
    """Tell whether it may be the beginning of one, or one that its line feed misses."""
    if _whole(index, line):
        return True
    return bool(
        _NAME_BEGUN.fullmatch(line) if index == 0 else _KEYS[index - 1].startswith(line)
    )


def _filled(lines: Sequence[bytes]) -> bool:
    return any(map(_FILLED.match, lines))
