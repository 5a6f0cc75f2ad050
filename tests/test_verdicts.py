"""The verdict follows from score and findings: on every published report, and on ours."""

from decimal import Decimal
from pathlib import Path

import published
import pytest
from judged_bodies import BOOK

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity

PASS = Decimal(60)
EXAMPLES = Path(__file__).parents[1] / "examples"
at_hand = pytest.mark.skipif(
    not (published.REPORTS / "published" / "index.jsonl").exists(),
    reason="no published reports beside us",
)


def due(of: Assessment) -> str:
    """Return the verdict as the promise words it."""
    critical = {one.outcome for one in of.findings if one.severity is Severity.CRITICAL}
    if Outcome.FAIL in critical or of.score.possible < PASS:
        return "不合格"
    sure = of.score.confirmed >= PASS and of.score.verified >= PASS
    return "合格" if sure and Outcome.OPEN not in critical else "待核"


def judged(name: str, content: bytes) -> Assessment:
    return assess(Case(document=read(content, name=name, knowledge=BOOK.knowledge)), BOOK)


@at_hand
def test_of_every_published_report_it_is_what_was_promised() -> None:
    wrong = {
        name: (of.score.verdict, due(of))
        for name, of in published.assessments().items()
        if of.score.verdict != due(of)
    }
    assert not wrong


@at_hand
def test_whole_reports_with_their_tables_are_no_open_matter() -> None:
    open_still = [
        name
        for name, of in published.assessments().items()
        if of.document.source.format != "text" and of.score.verdict == "待核"
    ]
    assert not open_still


@pytest.mark.parametrize(("name", "verdict"), [("sound", "合格"), ("flawed", "不合格")])
def test_of_our_own_examples(name: str, verdict: str) -> None:
    of = judged(f"{name}.html", (EXAMPLES / f"{name}.html").read_bytes())
    assert of.score.verdict == due(of) == verdict
