"""What a template that no script has filled leaves in the place of words and figures."""

import re
from typing import Final

from govcheck.late_pattern import late_pattern

_PLACEHOLDER: Final = late_pattern(
    r"\{\{.{0,80}\}\}|[$#]\{.{0,80}\}|<%.{0,80}%>|\[\[.{0,80}\]\]|undefined|null|none|nan"
    r"|\[object object\]",
    re.IGNORECASE,
)


def is_placeholder(words: str) -> bool:
    """Whether words stand for others that were to be put in their place: {{ row.total }}."""
    return _PLACEHOLDER.fullmatch(words) is not None
