"""The rule reference says what the rules say."""

from pathlib import Path

from govcheck.reports.rule_reference import rule_reference
from govcheck.rulebook.loading import load_rulebook

DOCUMENT = Path(__file__).parent.parent / "docs" / "rules.md"


def test_reference_is_up_to_date() -> None:
    book = load_rulebook(examples=True)
    assert DOCUMENT.read_text("utf-8") == rule_reference(book), (
        "run: govcheck rules reference > docs/rules.md"
    )
