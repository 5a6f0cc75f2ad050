"""``govcheck check --review``: the decisions of a ledger, in force today."""

from pathlib import Path

import click

from govcheck.assessment import Assessment
from govcheck.commands.ledger_file import content_of_ledger, today
from govcheck.review.application import apply_ledger
from govcheck.review.reading import read_ledger
from govcheck.rule import Rulebook


def decided(assessment: Assessment, rulebook: Rulebook, path: Path) -> Assessment:
    """Let the decisions stand; say what of the ledger could not be read.

    Raises Unusable, or a group of it, where a decision would be lost: with file and line.
    """
    day = today()
    ledger = read_ledger(content_of_ledger(path), path.name, today=day)
    if ledger.faults:
        raise ExceptionGroup("台账有误", ledger.faults)
    for note in ledger.notes:
        click.echo(note, err=True)
    return apply_ledger(assessment, ledger, rulebook, today=day)
