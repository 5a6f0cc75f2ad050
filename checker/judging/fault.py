"""A fault of govcheck's own: where it happened, in words that can be sent to its makers."""

from collections.abc import Callable, Iterator
from itertools import islice
from traceback import walk_tb
from types import TracebackType
from typing import Final, TypeVar

from msgspec import Struct

from govcheck.version import __version__

UNJUDGED: Final = "govcheck 未能判断（内部错误）"
"""Why a rule is open when its check failed."""
_CALLS: Final = 12
"""How many of the innermost calls tell where it happened; a recursion has a thousand."""
_WORDS: Final = 300
"""Characters of the error's own words, which may quote the document."""

T = TypeVar("T")


class Fault(Struct, frozen=True, kw_only=True):
    """A step of the judging that failed."""

    rule: str
    """The rule that is open because of it; empty when it concerns none."""
    report: str
    """What to report (Chinese): version, rule, error, modules and lines; no path."""


class Attempts:
    """Steps that may fail; each fault is noted, and something safe stands in its place."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        """What the reader of the result must know of faults that concern no single rule."""

    def attempt(
        self, step: Callable[[], T], otherwise: T, *, rule: str = "", note: str = ""
    ) -> T:
        """Return what the step returns, or ``otherwise`` when it raises any Exception."""
        try:
            return step()
        except Exception as error:  # noqa: BLE001 - whatever it is, it stays here
            self.faults.append(fault_of(error, rule))
            self.notes += [note] if note else []
            return otherwise


def fault_of(error: Exception, rule: str = "") -> Fault:
    """Put an error into words: what it is, and through which modules it came."""
    concerned = f"规则 {rule}" if rule else "不属于任何一条规则"
    lines = [
        f"govcheck {__version__}，{concerned}",
        f"{type(error).__name__}：{_words(error)}",
        *_calls(error.__traceback__),
    ]
    return Fault(rule=rule, report="\n".join(lines))


def _words(error: Exception) -> str:
    """Return an error's own words on one line; even asking for them may fail."""
    try:
        words = str(error)[:_WORDS]
    except Exception:  # noqa: BLE001 - an error about an error
        return ""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in words)


def _calls(traceback: TracebackType | None) -> Iterator[str]:
    """Yield the innermost calls, the failing one last."""
    count = sum(1 for _ in walk_tb(traceback))
    if count > _CALLS:
        yield f"  ……（略去外层 {count - _CALLS} 次调用）"
    for frame, line in islice(walk_tb(traceback), max(0, count - _CALLS), None):
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module} 第 {line} 行，{frame.f_code.co_name}"
