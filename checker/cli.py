"""The command line: which command, what exit status, and nothing else.

Exit status: 0 nothing at or above ``--fail-on``, 1 something is, 2 the command, an input or an
output cannot be used (one line on standard error), 3 govcheck itself failed; 130 Ctrl-C, 143
a request to end (SIGTERM), as shells have it.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from signal import SIG_DFL, SIGINT, SIGTERM, getsignal, signal
from types import FrameType
from typing import Any, Final, NoReturn

import click
from click.shell_completion import CompletionItem

from govcheck.commands.console import adapt, is_stream_failure, say, settle, undelivered
from govcheck.commands.refusal import refusal, refuse
from govcheck.commands.usage import CommandGroup, no_command
from govcheck.errors import Unusable
from govcheck.version import __version__

_COMMANDS: Final = {
    "check": "govcheck.commands.check:check",
    "rules": "govcheck.commands.rules:rules",
    "template": "govcheck.commands.template:template",
    "review": "govcheck.commands.review:review",
    "compare": "govcheck.commands.compare:compare",
    "collect": "govcheck.commands.collect:collect",
    "batch": "govcheck.commands.batch:batch",
    "serve": "govcheck.commands.serve:serve",
}
"""Command to ``module:attribute``, imported only when it is called."""
_OPTIONS: Final = ("-h", "--help", "--version")
_OBJECTS: Final = 200_000
"""So many new objects call for the garbage collector; a check makes some 50,000."""
_BY_SIGNAL: Final = 128
"""Exit status of a process that a signal has ended, less the signal's number."""
_BROKEN_PIPE: Final = 1
"""What click exits with when its own words meet one."""


class _Commands(CommandGroup):
    """Imports a command when it is called; a name that is none is a report to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - base class
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - base class
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args[:1] == ["--version"] and args[1:] in (["-v"], ["--verbose"]):
            _tell_versions()
            ctx.exit()
        if args and args[0] not in {*_COMMANDS, *_OPTIONS}:
            if not ctx.resilient_parsing:
                _require_no_slip(args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def example(self, ctx: click.Context) -> str:  # noqa: ARG002 - base class
        return "年报.html"

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command or an option, else the name of a report."""
        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - base class
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            return _interrupted()


@click.group(
    cls=_Commands,
    help="检查政府信息公开工作年度报告是否符合《条例》、统一格式和云南省的要求。\n\n"
    "govcheck REPORT 即 govcheck check REPORT；各命令的选项：govcheck 命令 -h。",
)
@click.version_option(__version__, prog_name="govcheck", message="%(prog)s %(version)s")
def govcheck() -> None:
    """Group the commands."""


def run() -> NoReturn:
    """Run as a program: a process so short has little garbage to look for."""
    gc.set_threshold(_OBJECTS)
    adapt()
    if getsignal(SIGTERM) is SIG_DFL:
        signal(SIGTERM, _ended)
    try:
        status = main()
    except KeyboardInterrupt:
        status = _interrupted()
    finally:
        settle()
        gc.freeze()
    sys.exit(status)


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status."""
    try:
        status: Any = govcheck.main(args, prog_name="govcheck", standalone_mode=False)
    except click.Abort:
        return _interrupted()
    except SystemExit as stop:
        if stop.code != _BROKEN_PIPE:
            raise
        return refuse(str(undelivered()))
    except OSError as error:
        failed = is_stream_failure(error)
        return refuse(str(undelivered())) if failed else _failed(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: exit status 3
        lines = refusal(error)
        return refuse(*lines) if lines else _failed(error)
    return status if isinstance(status, int) else 0


def _tell_versions() -> None:
    from govcheck.commands.versions import versions  # noqa: PLC0415 - only when asked for

    say(versions())


def _require_no_slip(word: str) -> None:
    """Raise Unusable for what looks like a command, and is neither one nor a file."""
    letters = word[0] + word[1:].replace("-", "").replace("_", "") if word else ""
    like_a_command = letters.isascii() and letters.isalpha()
    if like_a_command and not os.path.lexists(word):
        raise Unusable(no_command(word, list(_COMMANDS)))


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """End the process in order, so that nothing half-written is left."""
    raise SystemExit(_BY_SIGNAL + number)


def _interrupted() -> int:
    """Say that the user has stopped the command; return the exit status."""
    refuse("已中止")
    return _BY_SIGNAL + SIGINT


def _failed(error: Exception) -> int:
    """Report a fault of govcheck's own; return exit status 3."""
    from govcheck.commands.faults import report  # noqa: PLC0415 - for faults alone

    cause = error.__cause__
    return report("govcheck 自身出错", cause if isinstance(cause, Exception) else error)
