"""Signs that a page hides some of itself by means that are not followed here."""

from typing import Final

from govcheck.late_pattern import late_pattern

_SIGNS: Final = (
    late_pattern(r"@import"),
    late_pattern(r"(?i)(?:display|visibility|opacity)\s{0,9}:\s{0,9}var\("),
    late_pattern(r"(?i)\.style\.(?:display|visibility)\s{0,9}=(?!=)"),
    late_pattern(r"""(?i)\$\(['"][^'"]{1,99}['"]\)\.(?:hide|remove|toggle|css|empty)\("""),
    late_pattern(r"(?i)\.setAttribute\(\s{0,9}['\"](?:hidden|style)['\"]"),
    late_pattern(
        r"[};>]\s{0,20}[^\s{}@;<>][^{}@;<>]{0,99}\{[^{}<>@]{0,200}\{\s{0,9}display\s{0,9}:\s{0,9}none"
    ),
)
"""Sheets of other files, variables, scripts, rules within rules: where a page has them, which
of two copies it shows cannot be told."""

_SWITCH: Final = late_pattern(
    r"(?i)<(?:script|details|link|iframe|frame)\b|\son[a-z]{3,20}\s{0,9}="
    r"|:(?:checked|target|hover|focus|active)|popovertarget|@(?:import|media)|javascript:"
)
"""By what a page may show what it hides: scripts, sections that unfold, sheets."""


def is_still(source: str) -> bool:
    """Tell whether nothing on a page can ever show what it hides."""
    return _SWITCH.search(source) is None


def hides_otherwise(source: str) -> bool:
    """Tell whether a page may hide some of itself that is read as shown."""
    return any(sign.search(source) for sign in _SIGNS)
