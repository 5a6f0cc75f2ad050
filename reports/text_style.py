"""How text is laid out for a terminal: its width, and whether there are colours."""

from typing import Any, Final

from click import style
from msgspec import Struct

from govcheck.judging.score import Score
from govcheck.kinds.remark import Severity
from govcheck.reports import width
from govcheck.reports.wording import points_words
from govcheck.rulebook.scoring_policy import ScoringPolicy

COLUMNS: Final = 80
"""The width of text whose reader's terminal is not known."""
TONES: Final = {
    Severity.CRITICAL: "red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.ADVICE: "blue",
}
OPEN_TONE: Final = "magenta"


class TextStyle(Struct, frozen=True, kw_only=True):
    """The width of the lines, and whether they may be painted."""

    columns: int = COLUMNS
    color: bool = False

    def paint(self, text: str, **options: Any) -> str:  # noqa: ANN401 - those of click.style
        """Return a text in a colour where there are any."""
        return style(text, **options) if self.color else text

    def fill(self, text: str, *, first: str = "", rest: str = "") -> str:
        """Break a text into lines, with a lead before each."""
        return width.fill(text, self.columns, first=first, rest=rest)


def verdict_line(score: Score, policy: ScoringPolicy, style: TextStyle) -> str:
    """Say the verdict in its colour, the points, the grade, and how much was verified."""
    tone = {policy.failing: "red", policy.passing: "green"}.get(score.verdict, "yellow")
    points = "  ".join(words for words in points_words(score) if words != score.verdict)
    line = style.fill(f"{score.verdict}  {points}")
    return style.paint(score.verdict, fg=tone, bold=True) + line.removeprefix(score.verdict)
