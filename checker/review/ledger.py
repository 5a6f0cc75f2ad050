"""A ledger's bytes, read as far as they can be."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final

from govcheck.judging.assessment import Decision
from govcheck.review.days import day_of
from govcheck.review.entry import NAMES, RULINGS, Ledger, LedgerEntry
from govcheck.review.entry_faults import EntryFault, faults
from govcheck.review.remains import readable
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.unsound_file import UnsoundFile

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


def _entry(key: str, data: Mapping[str, Any]) -> LedgerEntry:
    now = {NAMES.get(name, name): value for name, value in data.items()}
    return LedgerEntry(
        key=key,
        report="".join((now.get("报告") or "").split()),
        message=now.get("问题") or "",
        decision=None if now.get("决定") is None else _decision(now),
    )


def _decision(now: Mapping[str, Any]) -> Decision:
    """Return the decision of an entry without a fault, under today's names."""
    until = day_of(now.get("有效期至"))
    return Decision(
        decision=RULINGS[now["决定"]],
        person=now["核验人"],
        date=str(day_of(now["日期"])),
        reason=now.get("理由") or "",
        until=until.isoformat() if until else None,
    )
