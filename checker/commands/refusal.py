"""What a user is told when a command or an input cannot be used; it ends with exit status 2."""

import click

from govcheck.commands.console import say
from govcheck.errors import ManyUnusable, Unusable


def refusal(error: Exception) -> list[str]:
    """Say (Chinese) what the user can mend; nothing when the fault is govcheck's own."""
    if isinstance(error, click.ClickException):
        return [_in_chinese(error)]
    if isinstance(error, ManyUnusable):
        return list(map(str, error.exceptions))
    return [str(error)] if isinstance(error, Unusable) else []


def refuse(*lines: str) -> int:
    """Say why the command or an input cannot be used; return exit status 2."""
    from govcheck.commands.names import shown  # noqa: PLC0415 - for refusals alone

    for line in lines:
        say(f"govcheck: {shown(line)}", err=True)
    return 2


def _in_chinese(error: click.ClickException) -> str:
    """Say a click error in one Chinese line."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            hint = f"；是否要用 {'、'.join(near)}" if near else ""
            return f"没有选项 {name}{hint}（用 --help 查看用法）"
        case click.MissingParameter(param=param):
            name = param.human_readable_name if param else "参数"
            return f"缺少 {name}（用 --help 查看用法）"
        case click.BadParameter(param=param):
            name = f"选项 {param.opts[-1]}" if isinstance(param, click.Option) else "参数"
            return f"{name} 的值不可用{_wanted(param, error.message)}"
        case _:
            return f"命令不可用：{error.format_message()}（用 --help 查看用法）"


def _wanted(param: click.Parameter | None, said: str) -> str:
    """Say what values an option takes, or else what click says of the one that it got."""
    match param.type if param else None:
        case click.Choice(choices=choices):
            return f"，可取：{'、'.join(map(str, choices))}"
        case click.IntRange(min=least, max=most):
            return f"，应为 {least} 至 {most} 的整数"
        case _:
            return f"：{said}"
