"""Faults of govcheck's own: where one stays, and what is told of it."""

from collections.abc import Iterable
from typing import Final

from govcheck.commands.console import say
from govcheck.commands.refusal import refuse
from govcheck.judging.fault import Fault
from govcheck.reports.visible import visible

FAULTY: Final = 3
"""The exit status that means a fault of govcheck's own, and nothing else."""
_PLEASE: Final = "请把下面的记录和输入文件一并报告给 govcheck 的维护者。"
_WORDS: Final = 200
"""Characters of an error's own words on its line, which may quote the document."""
_RECORD: Final = 8000
"""Characters of what is to be reported, its end."""


def told(name: str, faults: Iterable[Fault]) -> int:
    """Report the faults in judging a report; return exit status 3 when there are any, or 0."""
    status = 0
    for one in faults:
        about = f"规则 {one.rule} " if one.rule else "检查"
        refuse(f"{name}：{about}出错（内部错误），结果中已注明")
        say(f"{_PLEASE}\n{visible(one.report)}", err=True)
        status = FAULTY
    return status


class ReaderFault(Exception):
    """A reader failed, by the exception that is this one's cause."""


def fault(name: str, error: Exception) -> int:
    """Report that a report could not be dealt with; return exit status 3."""
    cause = error.__cause__
    if isinstance(error, ReaderFault) and isinstance(cause, Exception):
        return report(f"{name}：govcheck 未能读取", cause)
    return report(f"{name}：govcheck 未能检查", error)


def report(what: str, error: Exception) -> int:
    """Say in a line what failed, and below it what to report; return exit status 3."""
    from traceback import format_exception  # noqa: PLC0415 - for faults alone

    words = f"{error}"[:_WORDS]
    refuse(f"{what}（内部错误 {type(error).__name__}{f'：{words}' if words else ''}）")
    record = "".join(format_exception(error))[-_RECORD:].rstrip()
    say(f"{_PLEASE}\n{visible(record)}", err=True)
    return FAULTY
