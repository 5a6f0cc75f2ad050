"""A ledger applied to a report's findings and completed, as the command line does both."""

from pathlib import Path
from tempfile import TemporaryDirectory

from fuzzing.inputs import Input, Kind
from fuzzing.specimens.reports import reports
from fuzzing.trials.commands import REFUSED, status_of
from fuzzing.trials.faults import InvalidResult


def try_ledger(given: Input) -> bytes | None:
    """Return the JSON of a report reviewed by the ledger, or None when it is refused.

    Raises InvalidResult where completing a sound ledger spoils it.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        report, ledger = folder / "年报.html", folder / "台账.yaml"
        report.write_bytes(reports(Kind.HTML)[0].content)
        ledger.write_bytes(given.content)
        result = _reviewed(report, ledger)
        if status_of("review", str(report), "-o", str(ledger)) == REFUSED:
            return result
        if result is not None and _reviewed(report, ledger) is None:
            raise InvalidResult("ledger", "a sound ledger is refused after it was completed")
        return result


def require_sound_ledger(given: Input) -> None:
    """Raise InvalidResult where the ledger written for a report's findings is refused."""
    with TemporaryDirectory() as name:
        report, ledger = Path(name) / given.name, Path(name) / "台账.yaml"
        report.write_bytes(given.content)
        if status_of("review", str(report), "-o", str(ledger)) == REFUSED:
            raise InvalidResult("ledger", "a report that was judged is refused for review")
        if ledger.exists() and _reviewed(report, ledger) is None:
            raise InvalidResult("ledger", "govcheck refuses the ledger that it wrote")


def written_ledger(report: bytes) -> str:
    """Return the ledger that govcheck writes for a page; empty when nothing is found."""
    with TemporaryDirectory() as name:
        page, ledger = Path(name) / "年报.html", Path(name) / "台账.yaml"
        page.write_bytes(report)
        status_of("review", str(page), "-o", str(ledger))
        return ledger.read_text("utf-8") if ledger.exists() else ""


def _reviewed(report: Path, ledger: Path) -> bytes | None:
    """Return the JSON of a report under a ledger, or None when the ledger is refused."""
    result = report.with_suffix(".json")
    words = ("check", str(report), "--review", str(ledger), "-f", "json", "-o", str(result))
    return None if status_of(*words) == REFUSED else result.read_bytes()
