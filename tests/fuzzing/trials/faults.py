"""What can be wrong with an outcome, and how one fault is told from another."""

import traceback
from pathlib import Path
from types import TracebackType

import govcheck
import govcheck.reports

_OWN = tuple(
    str(folder) for package in (govcheck, govcheck.reports) for folder in package.__path__
)


class Fault(Exception):
    """An outcome breaks a promise; ``mark`` tells the fault from others of its sort."""

    def __init__(self, mark: str, words: str) -> None:
        super().__init__(words)
        self.mark = mark


class FalseQuotation(Fault):
    """A finding quotes what the input does not say."""


class FalseLine(Fault):
    """A finding names a line that its quotation does not begin on."""


class InternalError(Fault):
    """govcheck says itself that a rule failed."""


class Unsteady(Fault):
    """The same input gave other bytes the second time."""


class InvalidResult(Fault):
    """The JSON breaks its schema, or another product cannot be read again."""


class TooSlow(BaseException):
    """An execution went over its time; no handler of exceptions may hide it."""


def key_of(error: BaseException) -> str:
    """Return the exception's type and the innermost line of govcheck's that it passed."""
    name = type(error).__name__
    if isinstance(error, Fault):
        return f"{name} {error.mark}"
    return f"{name} {_innermost(error.__traceback__)}"


def _innermost(trace: TracebackType | None) -> str:
    own = [
        frame
        for frame in traceback.extract_tb(trace)
        if frame.filename.startswith(_OWN) or "/checker/" in frame.filename
    ]
    if not own:
        return "outside govcheck"
    last = own[-1]
    return f"{Path(last.filename).parent.name}/{Path(last.filename).name}:{last.lineno}"
