"""What a user is told when a command or an input cannot be used; it ends with exit status 2."""

import click

from govcheck.commands.command_faults import in_chinese
from govcheck.commands.console import say
from govcheck.errors import ManyUnusable, Unusable


def refusal(error: Exception) -> list[str]:
    """Say (Chinese) what the user can mend; nothing when the fault is govcheck's own."""
    if isinstance(error, click.ClickException):
        return [in_chinese(error)]
    if isinstance(error, ManyUnusable):
        return list(map(str, error.exceptions))
    return [str(error)] if isinstance(error, Unusable) else []


def refuse(*lines: str) -> int:
    """Say why the command or an input cannot be used; return exit status 2."""
    from govcheck.commands.names import shown  # noqa: PLC0415 - for refusals alone

    for line in lines:
        say(f"govcheck: {shown(line)}", err=True)
    return 2
