"""What is said on the terminal of a batch: how far it is, and what it came to."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import monotonic
from typing import Final

from msgspec import Struct

from govcheck.batch.leading import Cleared
from govcheck.commands.console import say, show
from govcheck.commands.faults import told
from govcheck.commands.names import shown
from govcheck.commands.terminal import is_terminal, width_of
from govcheck.judging.fault import Fault
from govcheck.kinds.remark import Severity
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.signs import LOST, WON
from govcheck.reports.width import cut
from govcheck.rulebook.scoring_policy import ScoringPolicy

_BAR: Final = 10
_PAUSE: Final = 0.2
"""Seconds from one picture of the bar to the next."""
_MOST_NAMED: Final = 10
_MOST_FAULTS: Final = 3
_MINUTE: Final = 60
_GRAVE: Final = (Severity.CRITICAL, Severity.MAJOR)


class Watching:
    """A bar with rate and time left, on standard error where that is a terminal."""

    def __init__(self, total: int, kept: int, clock: Callable[[], float] = monotonic) -> None:
        """Take how many reports there are, and how many of them are done already."""
        self._total, self._kept, self._done = total, kept, kept
        self._faults = 0
        self._clock = clock
        self._start = self._shown = clock()

    def more(self, count: int) -> None:
        """Count reports that are done, and show the bar now and then."""
        self._done += count
        now = self._clock()
        if now - self._shown >= _PAUSE and is_terminal(sys.stderr):
            self._shown = now
            show(f"\r{cut(self._line(now), width_of(sys.stderr) - 1)}")

    def tell(self, name: str, record: str) -> None:
        """Say what to report of a fault of govcheck's own; of many, the first few."""
        self._faults += 1
        if self._faults <= _MOST_FAULTS:
            self.close()
            told(name, [Fault(rule="", report=record)])

    @property
    def faulty(self) -> bool:
        """Tell whether govcheck itself failed over a report."""
        return self._faults > 0

    def close(self) -> None:
        """Take the bar away before anything else is said."""
        if self._shown > self._start:
            show(f"\r{' ' * (width_of(sys.stderr) - 1)}\r")

    def _line(self, now: float) -> str:
        rate = (self._done - self._kept) / (now - self._start)
        full = _BAR * self._done // max(self._total, 1)
        bar = WON * full + LOST * (_BAR - full)
        left = _span((self._total - self._done) / rate) if rate else ""
        return f"已检查 {self._done}/{self._total} {bar} 每秒 {rate:.1f} 份{left}"


def _span(seconds: float) -> str:
    minutes = int(seconds) // _MINUTE
    return f"，约剩 {minutes} 分" if minutes else f"，约剩 {int(seconds)} 秒"


class Total(Struct, frozen=True, kw_only=True):
    """What a batch came to."""

    judged: int
    refused: int
    failed: bool
    """Whether a report is 不合格, or has a grave finding."""
    faulty: bool = False
    """Whether govcheck itself failed over one in this run."""


def summed_up(summaries: Iterable[ReportSummary], policy: ScoringPolicy) -> Total:
    """Say how many reports came to what, and which could not be judged."""
    verdicts, named, refused, failed = Counter[str](), list[str](), 0, False
    for one in summaries:
        if one.refused is not None:
            refused += 1
            if len(named) < _MOST_NAMED:
                named.append(f"未能检查 {one.placing.name}：{one.refused}")
            continue
        verdicts[one.verdict] += 1
        grave = any(rule.severity in _GRAVE for rule in one.failed)
        failed = failed or grave or one.verdict == policy.failing
    _say(verdicts, named, refused, policy)
    return Total(judged=verdicts.total(), refused=refused, failed=failed)


def tell_cleared(cleared: Cleared, folder: Path) -> None:
    """Say which outputs of a former run are gone, and what was left since it was altered.

    Pages of reports that are no longer in the batch go without a word.
    """
    if outputs := [name for name in cleared.gone if "/" not in name]:
        say(f"这次没有要求写 {'、'.join(outputs)}，上次写出的已删除", err=True)
    for name in cleared.changed:
        say(f"{shown(folder / name)} 不再属于这个批次；内容有人改动，予以保留", err=True)


def tell_disputed(said: Sequence[str]) -> None:
    """Say of whom manifest and roster name different governments, and which is followed."""
    if said:
        others = f" 等 {len(said)} 个单位" if len(said) > _MOST_FAULTS else ""
        named = "、".join(said[:_MOST_FAULTS])
        say(f"清单和名单写的汇入不同，以名单为准：{shown(named)}{others}", err=True)


def _say(
    verdicts: Counter[str], named: Sequence[str], refused: int, policy: ScoringPolicy
) -> None:
    for line in named:
        say(shown(line), err=True)
    if refused > len(named):
        say(f"未能检查的另有 {refused - len(named)} 份，见 league.csv", err=True)
    order = policy.verdicts
    counted = "，".join(f"{verdict} {verdicts[verdict]} 份" for verdict in order)
    left = f"，未能检查 {refused} 份" if refused else ""
    say(f"共 {verdicts.total() + refused} 份：{counted}{left}。")
