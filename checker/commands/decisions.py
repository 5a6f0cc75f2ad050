"""The ledger of a report, whose decisions stand as of today."""

from datetime import date
from pathlib import Path

from govcheck.commands.console import say
from govcheck.commands.ledger_file import MOST_BYTES
from govcheck.errors import ManyUnusable, Unusable
from govcheck.judging.assessment import Assessment
from govcheck.regular_file import require_regular
from govcheck.rulebook.rule import Rulebook


def require_ledger(review: str) -> None:
    """Raise Unusable where there is no ledger to be read."""
    try:
        require_regular(Path(review), MOST_BYTES)
    except Unusable as error:
        raise Unusable(f"审查台账 {review}：{error}") from error


def reviewed(
    assessment: Assessment, rulebook: Rulebook, review: str, day: date, *, alone: bool = True
) -> Assessment:
    """Let the decisions of a ledger stand that hold on a day; say what could not be read.

    ``alone`` is a report that is checked without others.

    Raises Unusable or ManyUnusable where a decision would be lost: with file and line.
    """
    from govcheck.commands.ledger_file import content_of_ledger  # noqa: PLC0415
    from govcheck.review.application import apply_ledger  # noqa: PLC0415 - YAML
    from govcheck.review.ledger import read_ledger  # noqa: PLC0415 - YAML

    path = Path(review)
    ledger = read_ledger(content_of_ledger(path), path.name, today=day)
    if ledger.faults:
        raise ManyUnusable("台账有误", ledger.faults)
    for note in ledger.notes:
        say(note, err=True)
    return apply_ledger(assessment, ledger, rulebook, today=day, alone=alone)
