"""``govcheck rules``: what is asked, on what ground, and whether the rules prove themselves."""

from pathlib import Path
from typing import Final

import click

from govcheck.commands.console import deliver, say
from govcheck.commands.rule_choice import chosen
from govcheck.commands.rules_diff import diff
from govcheck.commands.rules_new import new
from govcheck.commands.rules_try import try_
from govcheck.commands.shared_options import rule_sets_option
from govcheck.commands.usage import CommandGroup
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook

_OWN_EXAMPLES: Final = "请在 examples 中写出适用范围内符合和不符合的报告各一份"


@click.group(cls=CommandGroup, help="查看、检验规则。")
def rules() -> None:
    """Group the commands about rules."""


@rules.command("list", help="按维度列出全部规则。")
@click.option("--dimension", metavar="维度", help="只列一个维度：id 或名称。")
@rule_sets_option(Path)
def list_rules(dimension: str | None, rule_sets: tuple[Path, ...]) -> None:
    """Print the rules of one dimension or of all."""
    from govcheck.reports.rule_text import rule_list  # noqa: PLC0415 - only for this command

    book = load_rulebook(extra=rule_sets)
    known = {entry.id: entry.id for entry in book.policy.dimensions}
    known |= {entry.title: entry.id for entry in book.policy.dimensions}
    if dimension is not None and dimension not in known:
        raise Unusable(f"没有维度 {dimension}；可用：{'、'.join(known)}")
    deliver(rule_list(book, known[dimension] if dimension else None))


@rules.command(help="说明一条规则：要求、依据、检查方法、改正办法和示例。")
@click.argument("rule_id", metavar="ID")
@rule_sets_option(Path)
def show(rule_id: str, rule_sets: tuple[Path, ...]) -> None:
    """Print one rule in full."""
    from govcheck.reports.rule_text import rule_page  # noqa: PLC0415 - only for this command
    from govcheck.rulebook.suggestion import unknown  # noqa: PLC0415 - only for this command

    book = load_rulebook(extra=rule_sets, examples=True)
    rule = book.rule(rule_id)
    if rule is None:
        raise Unusable(f"规则：{unknown(rule_id, [rule.id for rule in book.every_rule])}")
    versions = (one for one in book.local if one.id == rule_id)
    deliver("\n".join(rule_page(one, book) for one in (rule, *versions)))


@rules.command(help="运行规则的示例：PATH 所加、所改的规则；不写 PATH 则为全部内置规则。")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
def test(paths: tuple[Path, ...]) -> int:
    """Run examples; print what failed with file and line, and return the exit status."""
    from govcheck.trials.trial import try_all, unproven  # noqa: PLC0415 - only for this command

    book, tried = chosen(paths)
    trials = list(try_all(tried, book))
    failed = [trial for trial in trials if trial.failure]
    for trial in failed:
        say(f"{trial.where}: {trial.rule.id}“{trial.example.name}”{trial.failure}")
    bare = list(unproven(tried, book))
    for rule in bare:
        say(f"{rule.file}: {rule.id} 改了检查，没有自己的示例：{_OWN_EXAMPLES}")
    say(f"{len(tried)} 条规则，{len(trials)} 个示例，{len(failed)} 个不符。")
    return int(bool(failed or bare))


@rules.command(help="列出规则可用的检查（kind）：问什么、有哪些参数、哪些规则在用。")
@rule_sets_option(Path)
def kinds(rule_sets: tuple[Path, ...]) -> None:
    """Print every kind of check."""
    from govcheck.reports.kind_text import kind_list  # noqa: PLC0415 - only for this command

    deliver(kind_list(load_rulebook(extra=rule_sets)))


@rules.command(help="生成全部规则的手册（Markdown）。")
@rule_sets_option(Path)
def reference(rule_sets: tuple[Path, ...]) -> None:
    """Print the reference of all rules."""
    from govcheck.reports.rule_reference import rule_reference  # noqa: PLC0415 - only here

    deliver(rule_reference(load_rulebook(extra=rule_sets, examples=True)))


@rules.command(help="生成法规依据（Markdown）：逐条条文、如何得知、由哪些规则检查。")
@rule_sets_option(Path)
def law(rule_sets: tuple[Path, ...]) -> None:
    """Print every clause of the law with its status and its rules."""
    from govcheck.reports.law_reference import law_reference  # noqa: PLC0415 - only here
    from govcheck.rulebook.lawbook import load_lawbook  # noqa: PLC0415 - only for this command

    deliver(law_reference(load_rulebook(extra=rule_sets), load_lawbook(rule_sets)))


@rules.command(help="逐条列出法规条文：哪些规则执行它，哪些须人判断，哪些原文未见。")
@rule_sets_option(Path)
def coverage(rule_sets: tuple[Path, ...]) -> None:
    """Print the coverage of the law by the rules."""
    from govcheck.reports.coverage_text import coverage_text  # noqa: PLC0415 - same
    from govcheck.rulebook.lawbook import load_lawbook  # noqa: PLC0415 - only for this command

    book = load_rulebook(extra=rule_sets)
    deliver(coverage_text(book, load_lawbook(rule_sets)))


rules.add_command(new)
rules.add_command(diff)
rules.add_command(try_)
