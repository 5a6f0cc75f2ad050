"""Lines that a site prints around a document: its source, what to click, who runs it."""

from typing import Final

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary

_LONGEST_ABOVE: Final = 200
_LONGEST_BELOW: Final = 80


class Notices(Struct, frozen=True, kw_only=True):
    """Tells such lines by a vocabulary."""

    vocabulary: Vocabulary

    def is_above(self, text: str) -> bool:
        """Whether a line is what sites print between a title and its text."""
        return len(text) <= _LONGEST_ABOVE and self._matches("furniture.above", text)

    def is_below(self, text: str) -> bool:
        """Whether a line is what sites print after a document."""
        return len(text) <= _LONGEST_BELOW and self._matches("furniture.below", text)

    def is_between(self, text: str) -> bool:
        """Whether a line is the number of a printed page, or a switch that unfolds a text."""
        return self._matches("furniture.between", text)

    def is_attachment(self, text: str) -> bool:
        """Whether a line names a file that belongs to the document."""
        return self.vocabulary.pattern("furniture.attachment").search(text) is not None

    def is_signature(self, text: str) -> bool:
        """Whether a line is a date, or nothing but the name of a body."""
        return self._matches("furniture.signature", text)

    def is_signed_day(self, text: str) -> bool:
        """Whether a line is a date, be it behind the name of a body."""
        return self._matches("furniture.signed_day", text)

    def is_signed_body(self, text: str) -> bool:
        """Whether a line is nothing but the name of a body."""
        return self._matches("furniture.signed_body", text)

    def is_reporting(self, text: str) -> bool:
        """Whether a line sounds like a report."""
        return self.vocabulary.pattern("furniture.reporting").search(text) is not None

    def is_waiting(self, text: str) -> bool:
        """Whether a line is that of a page that waits for its script."""
        return self.vocabulary.pattern("furniture.waits").search(text) is not None

    def _matches(self, name: str, text: str) -> bool:
        return self.vocabulary.pattern(name).match(text) is not None
