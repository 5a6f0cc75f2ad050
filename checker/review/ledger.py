"""A ledger's bytes, read as far as they can be."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final

from govcheck.judging.assessment import Waiver
from govcheck.review.entry import Ledger, LedgerEntry
from govcheck.review.entry_faults import EntryFault, faults
from govcheck.review.remains import readable
from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile

_MOST_FAULTS: Final = 20
"""So many are said at once; the line of each is searched for."""


def read_ledger(content: bytes, name: str, *, today: date) -> Ledger:
    """Read a ledger, which errors call ``name``, on a day.

    Raises UnsoundFile, with its line, where the YAML itself cannot be read.
    """
    end = readable(content)
    text = _text(content[:end], name)
    notes = tuple(_notes(content, end, name))
    if not any(_says_something(line) for line in text.splitlines()):
        return Ledger(readable=end, notes=notes)
    source = LocatedYaml.parse(text.encode(), name)
    wrong = {key: found for key, data in source.data.items() if (found := _first(data, today))}
    return Ledger(
        entries=tuple(
            _entry(key, data) for key, data in source.data.items() if key not in wrong
        ),
        held=tuple(source.data),
        faults=tuple(_unsound(source, wrong)),
        readable=end,
        notes=notes,
    )


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnsoundFile(name, line, "不是 UTF-8 编码；请在编辑器中另存为 UTF-8") from error


def _notes(content: bytes, end: int, name: str) -> Iterable[str]:
    """Yield what a reader of the result must know."""
    if not content.removeprefix(BOM_UTF8).strip():
        yield f"台账 {name} 是空的，没有可用的决定。"
    if end < len(content):
        line = content.count(b"\n", 0, end) + 1
        yield f"台账 {name} 自第 {line} 行起没有写完，该处内容未予采用；其余各项照常有效。"


def _says_something(line: str) -> bool:
    """Tell whether a line is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _first(data: object, today: date) -> list[EntryFault]:
    return list(islice(faults(data, today), _MOST_FAULTS))


def _unsound(
    source: LocatedYaml, wrong: Mapping[str, list[EntryFault]]
) -> Iterable[UnsoundFile]:
    every = ((key, fault) for key, found in wrong.items() for fault in found)
    for key, (keys, reason) in islice(every, _MOST_FAULTS):
        yield source.unsound((key, *keys), reason)


def _entry(fingerprint: str, data: Mapping[str, Any]) -> LedgerEntry:
    return LedgerEntry(
        fingerprint=fingerprint,
        message=data.get("message") or "",
        waiver=None if data.get("decision") is None else _waiver(data),
    )


def _waiver(data: Mapping[str, Any]) -> Waiver:
    return Waiver(
        decision=data["decision"],
        reason=data["reason"],
        person=data["person"],
        date=data["date"],
        expires=data.get("expires"),
    )
