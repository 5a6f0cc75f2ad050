"""The references say what the rules and the instruments say."""

from pathlib import Path

from govcheck.reports.law_reference import law_reference
from govcheck.reports.rule_reference import rule_reference
from govcheck.rulebook.lawbook import load_lawbook
from govcheck.rulebook.loading import load_rulebook

DOCS = Path(__file__).parent.parent / "docs"
DOCUMENT = DOCS / "rules.md"


def test_reference_is_up_to_date() -> None:
    book = load_rulebook(examples=True)
    assert DOCUMENT.read_text("utf-8") == rule_reference(book), (
        "run: govcheck rules reference > docs/rules.md"
    )


def test_the_law_is_up_to_date() -> None:
    written = (DOCS / "法规依据.md").read_text("utf-8")
    assert written == law_reference(load_rulebook(), load_lawbook()), (
        "run: govcheck rules law > docs/法规依据.md"
    )
    assert all(f"`{rule.id}`" in written for rule in load_rulebook().rules)
