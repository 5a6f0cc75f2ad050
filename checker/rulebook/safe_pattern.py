"""Patterns that rules from elsewhere bring along."""

import re
from typing import Any, Final

from govcheck.late_pattern import LatePattern, late_pattern
from govcheck.pattern_codes import Needs

_ESCAPE: Final = late_pattern(r"\\(.?)", re.DOTALL)
_SHARED: Final = frozenset("dDsSwWbBAtnrfvax")
"""Letters that mean after a backslash what everyone takes them to mean."""
_LONGEST: Final = 4_000
"""Characters of a pattern, names written out; what it costs to look at grows faster."""
_FOREIGN: Final = (
    (late_pattern(r"\[:\^?[a-z]+:\]"), "请写出字符，如 [A-Za-z]"),
    (late_pattern(r"[^\\]\{,[0-9]+\}"), "请写 {0,……}"),
    (late_pattern(r"\(\?[a-zA-Z]*U"), "请逐个写 *? 和 +?"),
    (
        late_pattern(r"\(\?<?[=!]"),
        "请改用词表写法：any_of 加 unless_near、followed_by 或 not_followed_by",
    ),
)
"""What RE2 takes for something else than most people do."""


class SafePattern(LatePattern):
    """A pattern from elsewhere, which runs on RE2; it was tried when it was read."""

    __slots__ = ()

    def compile(self) -> re.Pattern[str]:
        """Return it as RE2 has it."""
        import re2  # type: ignore[import-untyped] # noqa: PLC0415 - for rules from elsewhere

        options = re2.Options()
        options.log_errors = False
        compiled: re.Pattern[str] = re2.compile(self.pattern, options)
        return compiled

    def needs(self) -> Needs:
        """Return nothing: RE2 has ways of its own."""
        return ()


def safe_pattern(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern from elsewhere on RE2, which cannot be made to hang.

    RE2 has no lookaround and no backreferences, knows ``\s \w \b \d`` in ASCII only, writes
    ``\x{3000}`` for ``\u3000`` and counts repetitions up to 1000.  Raises ValueError for what
    means one thing there and another elsewhere: ``\C`` is half a character.
    """
    if len(pattern) > _LONGEST:
        raise ValueError(f"过长（{len(pattern)} 个字符，至多 {_LONGEST} 个）；请分成几条")
    _require_plain(pattern)
    safe: Any = SafePattern(pattern)
    safe.compile()
    found: re.Pattern[str] = safe
    return found


def _require_plain(pattern: str) -> None:
    for found in _ESCAPE.finditer(pattern):
        letter = found[1]
        if letter == "" or (letter.isalnum() and letter not in _SHARED):
            hint = r"；请写 \x{……}，如 \x{3000}" if letter in "uUN" and letter else ""
            raise ValueError(f"不能使用 {found[0]}{hint}")
    for foreign, hint in _FOREIGN:
        if said := foreign.search(pattern):
            raise ValueError(f"不能使用 {said[0]}；{hint}")
