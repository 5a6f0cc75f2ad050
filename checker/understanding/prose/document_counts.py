"""What a figure among words about normative documents and rules counts."""

from typing import Final

from govcheck.late_pattern import late_pattern

_KINDS_OF_DOCUMENT: Final = (
    r"了?(?:行政)?(?:规范性文件|(?:[省市州]?(?:人民)?政府|地方政府)?规章)[共计为有：: ]{0,3}$"
)
_DOCUMENTS: Final = tuple(
    (name, late_pattern(rf"(?:{words}){_KINDS_OF_DOCUMENT}"))
    for name, words in (
        ("issued", "制发|制定|出台|印发|新制[作发]|制定(?:出台|印发|发布)"),
        ("repealed", "废止(?:[和、]失效)?"),
        ("in_force", "(?:现行|继续)有效的?"),
    )
)


def document(topic: str, before: str) -> str | None:
    """Return the concept of a figure among words about normative documents or rules."""
    found = next((name for name, words in _DOCUMENTS if words.search(before)), None)
    return f"{topic}.{found}" if found else None
