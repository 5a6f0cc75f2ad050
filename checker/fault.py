"""A fault of govcheck's own: where it happened, in words that can be sent to its makers."""

from msgspec import Struct


class Fault(Struct, frozen=True, kw_only=True):
    """A step of the judging that failed."""

    rule: str
    """The rule that is open because of it; empty when it concerns none."""
    report: str
    """What to report (Chinese): version, rule, error, modules and lines; no path."""
