"""Commands whose help is Chinese, in lines that fit a terminal that shows wide characters."""

from collections.abc import Iterator, Sequence
from typing import Final

import click

from govcheck.commands.terminal import columns
from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern

_LEFT: Final = 24
"""Columns of an option's own words; where they are longer what it does follows below."""
_CLICK: Final = {
    "Show this message and exit.": "显示这一说明。",
    "Show the version and exit.": "显示版本。",
    "[required]": "〔必填〕",
}
"""What click itself says in the list of options."""
_RANGE: Final = late_pattern(r" {0,2}\[(\d+)<=x<=(\d+)(?:; required)?\]")


class _Helped(click.Command):
    """Shows its help for -h and --help, by whatever way it is reached."""

    def get_help_option_names(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return both."""
        return ["-h", "--help"]


class Command(_Helped):
    """A command that explains itself in Chinese and takes no more arguments than it has."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse, in Chinese, what is left over.  Raises Unusable."""
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Unusable(f"多余的参数：{' '.join(map(str, ctx.args))}（用 -h 查看用法）")
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """Return the help."""
        return _help(self, ctx, "[选项]", [_section("选项", _options(self, ctx))])


class CommandGroup(_Helped, click.Group):
    """Commands under one name, told apart in Chinese."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show all commands where none is named.  Raises Unusable."""
        if not args and not ctx.resilient_parsing:
            click.echo(self.get_help(ctx), color=ctx.color)
            raise Unusable(f"没有写命令（如 {ctx.command_path} {self.example(ctx)}）")
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named.  Raises Unusable, with the nearest, for none."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            raise Unusable(no_command(args[0], self.list_commands(ctx)))
        return args[0], command, args[1:]

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, with the commands and those below them."""
        sections = [
            _section("命令", list(_commands(self, ctx))),
            _section("选项", _options(self, ctx)),
        ]
        return _help(self, ctx, "命令 …", sections)

    def example(self, ctx: click.Context) -> str:
        """Return words that make a command of the group's name."""
        return self.list_commands(ctx)[0]


def no_command(word: str, known: Sequence[str]) -> str:
    """Say that there is no such command, and which one may have been meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is wrong

    near = get_close_matches(word.lower(), known, n=1)
    hint = f"，是否要 {near[0]}" if near else f"；可用：{'、'.join(known)}"
    return f"没有命令 {word}{hint}（用 -h 查看用法）"


def _help(
    command: click.Command, ctx: click.Context, pieces: str, sections: Sequence[str]
) -> str:
    from govcheck.reports.width import fill  # noqa: PLC0415 - for help alone

    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    words = " ".join([ctx.command_path, pieces, *(str(one.metavar) for one in arguments)])
    usage = fill(words, columns(), first="用法：", rest=" " * 6)
    about = [fill(words, columns()) for words in (command.help or "").split("\n\n")]
    return "\n\n".join([usage, *about, *filter(None, sections)])


def _options(command: click.Command, ctx: click.Context) -> list[tuple[str, str]]:
    """Return the options, each with what it does."""
    given = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    records = filter(None, (option.get_help_record(ctx) for option in given))
    return [(words, _translated(does)) for words, does in records]


def _translated(does: str) -> str:
    for english, chinese in _CLICK.items():
        does = does.replace(english, chinese)
    return _RANGE.sub(r"〔\1 至 \2〕", does)


def _commands(
    group: click.Group, ctx: click.Context, lead: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the commands, and those of each group among them."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None:
            continue
        yield f"{lead}{name}", command.help or ""
        if isinstance(command, click.Group):
            yield from _commands(command, ctx, f"{lead}{name} ")


def _section(title: str, records: Sequence[tuple[str, str]]) -> str:
    from govcheck.reports.width import fill, pad, width  # noqa: PLC0415 - for help alone

    lines = [f"{title}："]
    for words, does in records:
        lead = f"  {words}"
        if width(lead) + 2 > _LEFT:
            lines.append(fill(lead.strip(), columns(), first="  ", rest="    "))
            lead = ""
        lines.append(fill(does, columns(), first=pad(lead, _LEFT), rest=" " * _LEFT))
    return "\n".join(lines) if records else ""
