"""The ledger of a report, whose decisions stand as of today."""

from datetime import UTC, date, datetime
from pathlib import Path

from govcheck.assessment import Assessment
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_BYTES
from govcheck.regular_file import require_regular
from govcheck.rule import Rulebook


def require_ledger(review: str) -> None:
    """Raise Unusable where there is no ledger to be read."""
    if not Path(review).is_file():
        raise Unusable(f"没有审查台账 {review}")
    try:
        require_regular(Path(review), MOST_BYTES)
    except Unusable as error:
        raise Unusable(f"{review}：{error}") from error


def reviewed(assessment: Assessment, rulebook: Rulebook, review: str) -> Assessment:
    """Let the decisions of a ledger stand."""
    from govcheck.ledger import apply_ledger, read_ledger  # noqa: PLC0415 - YAML

    path = Path(review)
    entries = read_ledger(path, path.name)
    return apply_ledger(assessment, entries, rulebook, today=this_day())


def this_day() -> date:
    """Return the day that it is where the user is."""
    return datetime.now(tz=UTC).astimezone().date()
