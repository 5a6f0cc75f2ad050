"""The review ledger: what people decided on findings, in a YAML file that belongs to them.

An entry is known by the finding's fingerprint.  govcheck adds entries that wait for a
decision and never changes one that is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.resources.abc import Traversable
from json import dumps
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.assessment import Assessment, Waiver
from govcheck.fingerprint import fingerprints
from govcheck.rule import Rulebook
from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile
from govcheck.scoring import score

_DECISIONS: Final = ("accept", "waive", "override")
_KEYS: Final = ("rule", "message", "decision", "reason", "person", "date", "expires")
_HEAD: Final = """\
# 审查台账。每项是一个问题，由人填写 decision、reason、person、date，需要时填写 expires。
# decision：accept 确认，照常扣分；waive 豁免，问题属实但不扣分；override 改判，问题不成立。
# date、expires 写作 2025-03-01；过了 expires 的决定不再有效。不填 decision 的项不起作用。
"""


class Entry(Struct, frozen=True, kw_only=True):
    """One finding in the ledger; without a waiver nobody has decided yet."""

    fingerprint: str
    message: str
    waiver: Waiver | None


def read_ledger(path: Traversable, name: str) -> tuple[Entry, ...]:
    """Read a ledger.  Raises an ExceptionGroup of every UnsoundFile with its line."""
    source = LocatedYaml.read(path, name)
    unsound = [
        error for key, data in source.data.items() for error in _errors(source, key, data)
    ]
    if unsound:
        raise ExceptionGroup("台账有误", unsound)
    return tuple(_entry(key, data) for key, data in source.data.items())


def apply_ledger(
    assessment: Assessment, entries: Sequence[Entry], rulebook: Rulebook, *, today: date
) -> Assessment:
    """Give the findings their decisions and score anew; note what no longer holds."""
    known = fingerprints(assessment.findings)
    valid = {entry.fingerprint: entry.waiver for entry in entries if not _expired(entry, today)}
    findings = tuple(
        replace(finding, waiver=valid.get(fingerprint))
        for finding, fingerprint in zip(assessment.findings, known, strict=True)
    )
    return replace(
        assessment,
        findings=findings,
        score=score(findings, assessment.judgements, rulebook),
        notes=(*assessment.notes, *_notes(entries, frozenset(known), today)),
    )


def new_entries(assessment: Assessment, entries: Sequence[Entry]) -> str:
    """Write an entry, to be filled in, for every finding that the ledger does not hold.

    The text is to be added at the end of the ledger; it is empty when nothing is missing.
    """
    held = {entry.fingerprint for entry in entries}
    known = fingerprints(assessment.findings)
    blanks = [
        _blank(fingerprint, finding.rule, finding.message)
        for finding, fingerprint in zip(assessment.findings, known, strict=True)
        if fingerprint not in held
    ]
    return "\n".join(blanks) if entries or not blanks else "\n".join([_HEAD, *blanks])


def _blank(fingerprint: str, rule: str, message: str) -> str:
    lines = [f"{dumps(fingerprint)}:", f"  rule: {rule}", f"  message: {dumps(message)}"]
    return "\n".join([*lines, *(f"  {key}:" for key in _KEYS[2:]), ""])


def _notes(entries: Sequence[Entry], known: frozenset[str], today: date) -> Iterator[str]:
    for entry in entries:
        if entry.waiver is None:
            continue
        words = f"台账中的决定（{entry.waiver.person}，{entry.waiver.date}）“{entry.message}”"
        if entry.fingerprint not in known:
            yield f"{words}没有对应的问题：问题已消除，或者证据已经改变，须重新判断。"
        elif _expired(entry, today):
            yield f"{words}已于 {entry.waiver.expires} 到期，不再有效。"


def _expired(entry: Entry, today: date) -> bool:
    expires = entry.waiver.expires if entry.waiver else None
    return expires is not None and date.fromisoformat(expires) < today


def _entry(fingerprint: str, data: Mapping[str, Any]) -> Entry:
    return Entry(
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


def _errors(source: LocatedYaml, key: str, data: object) -> Iterator[UnsoundFile]:
    """Yield what is wrong with an entry."""
    if not isinstance(data, Mapping):
        yield source.unsound((key,), "应由 decision、reason、person、date 等键组成")
        return
    for name, value in data.items():
        if name not in _KEYS:
            yield source.unsound((key, name), f"不认识的键“{name}”；可用：{'、'.join(_KEYS)}")
        elif not isinstance(value, str | None):
            yield source.unsound((key, name), f"{name} 应为文字")
    if data.get("decision") is not None:
        yield from _decision_errors(source, key, data)


def _decision_errors(
    source: LocatedYaml, key: str, data: Mapping[str, Any]
) -> Iterator[UnsoundFile]:
    """Yield what is wrong with a decision."""
    if data["decision"] not in _DECISIONS:
        yield source.unsound((key, "decision"), f"decision 应为 {'、'.join(_DECISIONS)} 之一")
    for name in ("reason", "person", "date"):
        if not data.get(name):
            yield source.unsound((key,), f"作了决定，还须填写 {name}")
    for name in ("date", "expires"):
        if not _is_date(data.get(name)):
            yield source.unsound((key, name), f"{name} 应写作 2025-03-01")


def _is_date(value: object) -> bool:
    try:
        return value is None or bool(date.fromisoformat(str(value)))
    except ValueError:
        return False
