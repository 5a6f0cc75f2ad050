"""What limits the figures of a paragraph, carried from clause to clause."""

from typing import Final

from govcheck.understanding.prose.limits import Limits

_OPENING: Final = (".new", ".received", ".handled", ".total")
"""Concepts that an account begins with: what limits them limits what follows."""
_ORIGINS: Final = ("applications.new", "applications.received", "applications.carried_in")
_LEAD_IN: Final = 24
"""A sentence of so few characters without a figure tells what the next ones are about."""


class Scopes:
    """Follows a paragraph and says of each figure what limits it."""

    def __init__(self, limits: Limits, title: str) -> None:
        """Begin a paragraph under a title."""
        self._limits = limits
        self._title = title
        self._account = ""
        self._head = ""
        self._divides = False

    def end_sentence(self, without_figures: str) -> None:
        """Forget the account; a short sentence without figures is the lead-in of the next."""
        if 0 < len(without_figures) <= _LEAD_IN:
            self._title = without_figures
        self._account, self._head, self._divides = "", "", False

    def of(self, before: str, after: str, concept: str, topic: str) -> str:
        """Return the words that limit a figure of this concept, or ""."""
        own = self._limits.of_figure(before, after, concept, topic)
        if not before.startswith("、"):
            self._head = before
        elif not own:
            own = self._limits.of_list(self._head, topic)
        own = own or self._limits.of_title(self._title, topic)
        if concept in _ORIGINS and self._divides and _is_within(before):
            return own or "其中"
        if concept.endswith((*_OPENING, ".answered")):
            self._divides = concept.endswith((".answered", ".handled")) and _is_dealt(before)
        if "；" in before:
            self._account = ""
        if concept.endswith(_OPENING):
            self._account = own or self._account
        return own or self._account

    def note(self, before: str) -> None:
        """Take note of a figure that counts nothing of ours: a list may go on after it."""
        if not before.startswith("、"):
            self._head = before


def _is_within(before: str) -> bool:
    """Whether words begin or continue a list of what a total is made of."""
    return before.startswith("、") or any(word in before for word in ("其中", "含", "包括"))


def _is_dealt(before: str) -> bool:
    """Whether a total counts what was dealt with, not what came in."""
    return not any(word in before for word in ("收", "受理", "应"))
