"""Patterns that rules from elsewhere bring along."""

import re


def safe_pattern(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern from elsewhere on RE2, which cannot be made to hang.

    RE2 has no lookaround and no backreferences, knows ``\s \w \b \d`` in ASCII only, writes
    ``\x{3000}`` for ``\u3000`` and counts repetitions up to 1000.
    """
    import re2  # type: ignore[import-untyped] # noqa: PLC0415 - only rules from elsewhere need it

    options = re2.Options()
    options.log_errors = False
    compiled: re.Pattern[str] = re2.compile(pattern, options)
    return compiled
