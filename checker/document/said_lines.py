"""What a text says once the headings under which it says nothing are left out."""

import re
from typing import Final

from govcheck.late_pattern import late_pattern

_HEADING: Final = late_pattern(r"[^，。；\n]{2,20}")
_MARKS: Final = "。：:；; \u3000"


def without_nil(text: str, nil: re.Pattern[str]) -> str:
    """Leave out what is nil and the heading over it: （二）改进措施, and then 无."""
    kept: list[str] = []
    for line in text.split("\n"):
        label, _, said = line.rpartition("：")
        if not nil.fullmatch(said.strip(_MARKS)) or (label and not _HEADING.fullmatch(label)):
            kept.append(line)
        elif not label and kept and _HEADING.fullmatch(kept[-1].strip(_MARKS)):
            kept.pop()
    return "\n".join(kept)
