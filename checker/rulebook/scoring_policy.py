"""``rules/scoring.yaml``: what points there are, and which verdict and grade they lead to."""

from decimal import Decimal

from msgspec import Struct


class Dimension(Struct, frozen=True, kw_only=True):
    """One of the five dimensions of the score."""

    id: str
    title: str
    points: Decimal


class ScoringPolicy(Struct, frozen=True, kw_only=True):
    """``rules/scoring.yaml``: the project's own weights, and it says so."""

    dimensions: tuple[Dimension, ...]
    grades: tuple[tuple[str, Decimal], ...]
    """Grade and the least points for it, best first; below the last: ``failing``."""
    passing: str
    failing: str
    undecided: str
    """Verdict where the open items decide."""
    veto_cap: Decimal
    """The most points that a vetoed document can have."""
    note: str

    @property
    def verdicts(self) -> tuple[str, str, str]:
        """All that there are, the best first."""
        return self.passing, self.undecided, self.failing
