"""The shipped rules with their examples, read once for all tests."""

from typing import Final

from govcheck.rulebook.loading import load_rulebook

BOOK: Final = load_rulebook(examples=True)
