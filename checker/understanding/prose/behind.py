"""What stands behind a number and may limit what it counts."""

from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern

_BREAK: Final = late_pattern("[：（]")


def behind(tail: str, vocabulary: Vocabulary) -> str:
    """Return whose a number is, 36件（县本级）, what divides it, 19件中, or what goes on."""
    whose = vocabulary.pattern("quantities.whose").match(tail)
    if whose:
        return str(whose["whose"])
    among = vocabulary.pattern("quantities.among").match(tail)
    return among[0] if among else _BREAK.split(tail)[0]
