"""Say how what is found differs from what an example states (Chinese)."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from govcheck.judging.assessment import Finding
from govcheck.rulebook.example import Example, ExpectedEvidence, Find


class FoundEvidence(Struct, frozen=True, kw_only=True):
    """A finding, with its evidence as an example would state it."""

    finding: Finding
    seen: tuple[ExpectedEvidence, ...]


class Difference(Struct, frozen=True, kw_only=True):
    """What came out otherwise than the example says, and the line that says it."""

    words: str
    line: int


def differences(example: Example, found: Sequence[FoundEvidence]) -> Iterator[Difference]:
    """Yield every difference; none where the example does not state what is found."""
    if example.finds is None:
        return
    for number, (stated, one) in enumerate(zip_longest(example.finds, found), 1):
        if stated is None:
            words = f"没有写明第 {number} 处问题：{one.finding.message}{_shown(one.seen)}"
            yield Difference(words=words, line=example.line)
        elif one is None:
            yield Difference(words=f"没有找到第 {number} 处问题", line=stated.line)
        else:
            yield from (
                Difference(words=f"第 {number} 处问题{words}", line=stated.line)
                for words in _between(stated, one, example)
            )


def _between(stated: Find, one: FoundEvidence, example: Example) -> Iterator[str]:
    outcome = stated.outcome or example.outcome
    if one.finding.outcome != outcome:
        yield f"应为 {outcome}，实为 {one.finding.outcome}"
    if stated.says not in one.finding.message:
        yield f"应写有“{stated.says}”，实为“{one.finding.message}”"
    for number, (due, seen) in enumerate(zip_longest(stated.seen, one.seen), 1):
        if due is None:
            yield f"没有写明第 {number} 处证据{_shown((seen,))}"
        elif seen is None:
            yield f"没有第 {number} 处证据{_shown((due,))}"
        else:
            yield from (f"的第 {number} 处证据{words}" for words in _apart(due, seen))


def _apart(due: ExpectedEvidence, seen: ExpectedEvidence) -> Iterator[str]:
    if due.quote != seen.quote:
        yield f"应引“{due.quote}”，实引“{seen.quote}”"
    if due.at != seen.at:
        yield f"应在“{due.at}”，实在“{seen.at}”"
    if due.expected != seen.expected:
        yield f"应有内容当为“{due.expected or ''}”，实为“{seen.expected or ''}”"


def _shown(seen: Sequence[ExpectedEvidence]) -> str:
    shown = "；".join(f"{one.at}“{one.quote}”" for one in seen)
    return f"（{shown}）" if shown else ""
