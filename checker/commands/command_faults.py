"""What is wrong with a command, in Chinese: click's own words are English."""

from typing import Final

import click

from govcheck.late_pattern import late_pattern

_CHINESE: Final = late_pattern("[一-鿿]")
_SEE: Final = "（用 -h 查看用法）"


def in_chinese(error: click.ClickException) -> str:
    """Say a click error in one Chinese line."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            hint = f"；是否要用 {'、'.join(sorted(near))}" if near else ""
            return f"没有选项 {name}{hint}{_SEE}"
        case click.BadOptionUsage(option_name=name):
            return f"选项 {name} {_value_words(error)}{_SEE}"
        case click.MissingParameter(param=param):
            return f"缺少 {_name(param)}{_SEE}"
        case click.BadParameter(param=param):
            return f"{_name(param)} 的值不可用{_wanted(param, error.message)}"
        case click.FileError():
            return f"文件 {error.ui_filename} 无法打开"
        case _:
            said = f"：{error.message}" if _CHINESE.search(error.message) else ""
            return f"命令不可用{said}{_SEE}"


def _name(param: click.Parameter | None) -> str:
    """Say which option or argument."""
    if param is None:
        return "参数"
    return f"选项 {param.opts[-1]}" if isinstance(param, click.Option) else str(param.metavar)


def _value_words(error: click.BadOptionUsage) -> str:
    """Say whether an option lacks a value or has one too many."""
    return "后面不能带值" if "not take a value" in error.message else "后面缺少值"


def _wanted(param: click.Parameter | None, said: str) -> str:
    """Say what values an option takes, or else what is said of the one that it got."""
    match param.type if param else None:
        case click.Choice(choices=choices):
            return f"，可取：{'、'.join(map(str, choices))}"
        case click.IntRange(min=least, max=most):
            return f"，应为 {least} 至 {most} 的整数"
        case click.FloatRange(min=least, max=most):
            return f"，应为 {least} 至 {most} 的数"
        case _:
            return f"：{said}" if _CHINESE.search(said) else ""
