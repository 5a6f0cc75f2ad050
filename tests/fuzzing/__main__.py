"""Run the campaign: ``cd tests && python -m fuzzing FOLDER --seconds 900``."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from random import SystemRandom
from time import monotonic

import click

from fuzzing.campaign import Execution, Failure, Tally, execution, outcome_of, run
from fuzzing.inputs import SUFFIXES, Input
from fuzzing.shrinking import shrunk
from fuzzing.trials.faults import TooSlow, key_of
from fuzzing.trials.quotations import Strictness

_MOST_MEMORY = 4 << 30


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--seed", type=int, help="Of a run to be repeated; by default a new one.")
@click.option("--executions", type=int, help="How many; without it or --seconds, 2000.")
@click.option("--seconds", type=float, help="Begin no execution after so many seconds.")
@click.option("--first", default=0, help="Number of the first execution.")
@click.option(
    "--quotations", type=click.Choice([one.value for one in Strictness]), default="folded"
)
@click.option("--lines", is_flag=True, help="Hold the lines of quotations against the text.")
@click.option("--shrink", is_flag=True, help="Make the first input of each failure small.")
def main(
    *,
    folder: Path,
    seed: int | None,
    executions: int | None,
    seconds: float | None,
    first: int,
    quotations: str,
    lines: bool,
    shrink: bool,
) -> None:
    """Write every failing input under FOLDER; end with 1 when there is any."""
    _bound_memory()
    folder.mkdir(parents=True, exist_ok=True)
    seed = SystemRandom().randrange(10**6) if seed is None else seed
    click.echo(f"seed {seed}")
    most = executions if executions is not None or seconds else 2000
    numbers = _numbers(first, most, seconds)
    made = (execution(seed, number, Strictness(quotations), lines=lines) for number in numbers)
    tally, begun = Tally(), monotonic()
    for failure in run(made, tally, partial(_keep_running, folder)):
        known = tally.failures[failure.key] > 1
        _keep(folder, failure)
        if not known:
            click.echo(f"{failure.execution.number}: {failure.key}")
            if shrink:
                _keep_small(folder, failure)
    _report(tally, monotonic() - begun)
    sys.exit(bool(tally.failures) or bool(tally.shallow()))


def _numbers(first: int, most: int | None, seconds: float | None) -> Iterator[int]:
    until = None if seconds is None else monotonic() + seconds
    for number in count(first) if most is None else range(first, first + most):
        if until is not None and monotonic() > until:
            return
        yield number


def _keep_running(folder: Path, one: Execution) -> None:
    """Leave the input at hand in case that it ends this process."""
    (folder / "running").write_bytes(one.given.content)
    (folder / "running.txt").write_text(f"{one.number} {one.given.kind}\n")


def _keep(folder: Path, failure: Failure) -> None:
    own = _folder(folder, failure)
    path = own / f"{failure.execution.number}{SUFFIXES[failure.execution.given.kind]}"
    path.write_bytes(failure.execution.given.content)
    said = "".join(traceback.format_exception(failure.error))[-4000:]
    words = f"{failure.execution.conditions}\n{said}"
    path.with_suffix(".why").write_text(words, "utf-8", "backslashreplace")


def _keep_small(folder: Path, failure: Failure) -> None:
    one = failure.execution

    def fails(given: Input) -> bool:
        again = Execution(number=one.number, given=given, conditions=one.conditions)
        try:
            outcome_of(again)
        except (Exception, TooSlow) as error:  # noqa: BLE001 - compared with the first
            return key_of(error) == failure.key
        return False

    small = shrunk(one.given, fails)
    path = _folder(folder, failure) / f"small{SUFFIXES[one.given.kind]}"
    path.write_bytes(small.content)
    click.echo(f"  {len(one.given.content)} bytes made {len(small.content)}: {path}")


def _folder(folder: Path, failure: Failure) -> Path:
    name = "".join(sign if sign.isalnum() else "-" for sign in failure.key)[:100]
    own = folder / name
    own.mkdir(exist_ok=True)
    return own


def _report(tally: Tally, seconds: float) -> None:
    total = sum(tally.run.values())
    click.echo(f"{total} executions, {60 * total / max(seconds, 1):.0f} a minute")
    for kind, run_ in tally.run.items():
        click.echo(f"{kind:10} {run_:6} run {tally.judged[kind] / run_:7.1%} judged")
    for key, times in sorted(tally.failures.items(), key=lambda item: -item[1]):
        click.echo(f"{times:6} {key}")
    if shallow := tally.shallow():
        click.echo(f"too few were judged: {', '.join(shallow)}")
    click.echo(f"results {tally.results.hex()}")


def _bound_memory() -> None:
    with suppress(ImportError):  # Windows
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
