"""``govcheck rules try``: what one rule says of a folder of real reports."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from govcheck.commands.console import say
from govcheck.commands.folders import reports_in, require_file
from govcheck.commands.intake import read_report
from govcheck.commands.names import shown
from govcheck.commands.refusal import refusal
from govcheck.commands.shared_options import rule_sets_option
from govcheck.commands.usage import Command
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.document.whereabouts import place_words
from govcheck.errors import Unusable
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import judge
from govcheck.judging.local_rules import rules_for
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.suggestion import unknown
from govcheck.understanding.hints import Hints

_MOST: Final = 3
"""Findings that are shown of one report."""
_REFUSED: Final = "不能读取"


@click.command(
    "try",
    cls=Command,
    help="只用一条规则检查一批真实的报告，看它提出什么、放过什么；不写文件。",
)
@click.argument("rule_id", metavar="ID")
@click.argument(
    "reports", metavar="REPORT...", nargs=-1, required=True, type=click.Path(readable=False)
)
@rule_sets_option(Path)
def try_(*, rule_id: str, reports: tuple[str, ...], rule_sets: tuple[Path, ...]) -> None:
    """Print what the rule finds, report by report, and how often it came to what."""
    from govcheck.reports.wording import OUTCOMES  # noqa: PLC0415 - only for this command

    book = load_rulebook(extra=rule_sets)
    if book.rule(rule_id) is None:
        raise Unusable(f"规则：{unknown(rule_id, [rule.id for rule in book.every_rule])}")
    counts: Counter[str] = Counter()
    for name in reports_in(reports):
        outcome, lines = _said(name, rule_id, book)
        counts[outcome] += 1
        if lines:
            say("\n".join([f"{shown(name)}：{OUTCOMES[Outcome(outcome)]}", *lines]))
    came_to = [f"{OUTCOMES[one]} {counts[one]}" for one in Outcome if counts[one]]
    came_to += [f"{_REFUSED} {counts[_REFUSED]}"] if counts[_REFUSED] else []
    say(f"{rule_id}：{counts.total()} 份报告，{'，'.join(came_to)}。")


def _said(name: str, rule_id: str, book: Rulebook) -> tuple[str, tuple[str, ...]]:
    """Return what the rule says of one report, and what to show of it.

    One that cannot be read is told, and counted as that.
    """
    try:
        require_file(name)
        document = read_report(name, book, Hints())
    except Unusable as error:
        say("\n".join(f"{shown(name)}：{line}" for line in refusal(error)), err=True)
        return _REFUSED, ()
    case = Case(document=document)
    rule = rules_for(case, book).rule(rule_id)
    judgement, findings = judge(case, rule) if rule else (None, ())
    if judgement is None:
        return Outcome.NOT_APPLICABLE, ()
    lines = tuple(line for one in findings[:_MOST] for line in _lines(one, document))
    told = judgement.outcome is Outcome.OPEN and judgement.reason
    return judgement.outcome, lines or ((f"  {judgement.reason}",) if told else ())


def _lines(finding: Finding, document: Document) -> Iterator[str]:
    yield f"  {finding.message}"
    for one in finding.evidence[:_MOST]:
        yield f"    {place_words(one.place, document)}：“{one.quote}”"
