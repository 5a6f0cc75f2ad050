"""Many executions, each reproducible by the seed and its number, and what came of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random

from fuzzing.changes.mutation import mutated
from fuzzing.inputs import Input, Kind
from fuzzing.specimens.files import seeds
from fuzzing.trials.faults import TooSlow, key_of
from fuzzing.trials.of_ledgers import try_ledger
from fuzzing.trials.of_reports import Conditions, try_report
from fuzzing.trials.of_rules import try_rule
from fuzzing.trials.quotations import Strictness
from fuzzing.trials.watchdog import watched

SHARES: Mapping[Kind, int] = {
    Kind.HTML: 30,
    Kind.TEXT: 22,
    Kind.MARKDOWN: 8,
    Kind.WORD: 15,
    Kind.MHTML: 6,
    Kind.ZIP: 4,
    Kind.PDF: 3,
    Kind.RULE: 8,
    Kind.LEDGER: 4,
}
"""How many of a hundred executions a kind gets."""
_THOROUGH = 20
"""Every so many executions everything is tried."""
_TWICE = 4
"""Every so many executions are judged twice, which is nearly half of the work."""
DEEP = (Kind.HTML, Kind.TEXT, Kind.WORD)
"""Kinds of which more than half must be judged, or the run has tried the decoders alone."""


@dataclass(frozen=True, kw_only=True)
class Execution:
    """One input and what it is run under."""

    number: int
    given: Input
    conditions: Conditions


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An execution that went wrong."""

    execution: Execution
    key: str
    error: BaseException


@dataclass
class Tally:
    """What has come of the executions so far."""

    run: dict[Kind, int] = field(default_factory=dict[Kind, int])
    judged: dict[Kind, int] = field(default_factory=dict[Kind, int])
    failures: dict[str, int] = field(default_factory=dict[str, int])
    results: bytes = b""
    """Hash over all outcomes: two runs of one seed must agree on it."""

    def add(self, kind: Kind, outcome: bytes | None) -> None:
        """Count an outcome; None is a refusal."""
        self.run[kind] = self.run.get(kind, 0) + 1
        self.judged[kind] = self.judged.get(kind, 0) + (outcome is not None)
        self.results = sha256(self.results + (outcome or b"refused")).digest()

    def shallow(self) -> list[Kind]:
        """Return the kinds of which too few inputs were judged."""
        return [one for one in DEEP if 2 * self.judged.get(one, 0) <= self.run.get(one, 0)]


def execution(seed: int, number: int, strictness: Strictness, *, lines: bool) -> Execution:
    """Make one execution's input; the same for the same seed and number."""
    rng = Random(f"{seed}:{number}")
    kind = rng.choices([*SHARES], [*SHARES.values()])[0]
    own = seeds(kind)
    conditions = Conditions(
        draft=rng.random() < 0.15,
        with_last_year=rng.random() < 0.15,
        thorough=number % _THOROUGH == 0,
        twice=number % _TWICE == 0,
        strictness=strictness,
        lines=lines,
    )
    given = mutated(rng, rng.choice(own), rng.choice(own))
    return Execution(number=number, given=given, conditions=conditions)


def outcome_of(one: Execution) -> bytes | None:
    """Run one execution under the watchdog; see ``try_report`` for what it gives and raises."""
    with watched():
        return _TRIALS.get(one.given.kind, _try_report)(one)


def run(
    executions: Iterator[Execution], tally: Tally, prepared: Callable[[Execution], None]
) -> Iterator[Failure]:
    """Run executions and count them; yield those that fail.

    ``prepared`` is told of each before it runs, for it may end this process.
    """
    for one in executions:
        prepared(one)
        outcome: bytes | None = b"failed"
        try:
            outcome = outcome_of(one)
        except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever it is, it is a failure
            key = key_of(error)
            tally.failures[key] = tally.failures.get(key, 0) + 1
            yield Failure(execution=one, key=key, error=error)
        tally.add(one.given.kind, outcome)


def _try_report(one: Execution) -> bytes | None:
    return try_report(one.given, one.conditions)


def _try_rule(one: Execution) -> bytes | None:
    return try_rule(one.given, whole=one.conditions.thorough)


def _try_ledger(one: Execution) -> bytes | None:
    return try_ledger(one.given)


_TRIALS: Mapping[Kind, Callable[[Execution], bytes | None]] = {
    Kind.RULE: _try_rule,
    Kind.LEDGER: _try_ledger,
}
