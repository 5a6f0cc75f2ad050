"""Check a 政府信息公开工作年度报告 against the law and the form that it must follow.

    import govcheck
    result = govcheck.check("report.html")
    result.verdict, result.score.possible, result.findings[0].message
    govcheck.write(result, "html")

These names are the only promise; :mod:`govcheck.api` documents them.  They are imported when
they are first asked for, so that a command or a process that needs one does not pay for all.
The flow has one direction, and each step has one place:

    bytes --readers--> raw page --understanding--> Document --.
                                                             judging --> Assessment --reports-->
    YAML  --rulebook--> Rule --------------------------------'
"""

from govcheck.version import __version__ as __version__

TYPE_CHECKING = False
"""As type checkers read it; ``typing`` is not imported before the import path is safe."""

if TYPE_CHECKING:
    from govcheck.api import (
        Finding,
        OpenItem,
        Place,
        Question,
        Report,
        Result,
        Rulebook,
        Score,
        Unusable,
        check,
        rules,
        write,
    )

__all__ = [
    "Finding",
    "OpenItem",
    "Place",
    "Question",
    "Report",
    "Result",
    "Rulebook",
    "Score",
    "Unusable",
    "check",
    "rules",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name from where it is defined."""
    if name not in __all__:
        raise AttributeError(f"module 'govcheck' has no attribute {name!r}")
    from govcheck import api  # noqa: PLC0415 - see above

    return getattr(api, name)
