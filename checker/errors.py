"""Errors that a user can act on."""


class Unusable(Exception):
    """An input or an option cannot be used; the message is one line for the user (Chinese)."""


class ManyUnusable(ExceptionGroup[Unusable], Unusable):
    """All that is wrong with several files, each with its own message in ``exceptions``."""

    def __str__(self) -> str:
        """Say the first in its line, and how many more there are."""
        first, *others = map(str, self.exceptions)
        return f"{first}（另有 {len(others)} 处）" if others else first
