"""What a bracket behind a number changes for itself alone: 不予公开17件（执法案卷15件）."""

from msgspec import Struct

from govcheck.document.figure import Period

_LONGEST = 120
"""A bracket is followed no further than this."""


class Asides(Struct, kw_only=True):
    """The bracket that the walk is in, and what held before it."""

    end: int = -1
    """Where it closes; -1 outside of any."""
    topic: str = ""
    period: Period = Period.THIS_YEAR

    def enter(self, text: str, at: int, topic: str, period: Period) -> None:
        """Take note of a bracket that opens where a number ends, and closes."""
        close = text.find("）", at, at + _LONGEST) if text.startswith("（", at) else -1
        if self.end < 0 <= close:
            self.end, self.topic, self.period = close, topic, period

    def leave(self, at: int, topic: str, period: Period) -> tuple[str, Period]:
        """Return the topic and time that hold here: behind a bracket, those before it."""
        if at <= self.end or self.end < 0:
            return topic, period
        self.end = -1
        return self.topic, self.period
