"""The titles that a part may bear, as patterns that forgive what reports change in them."""

import re

from govcheck.document.form import FormPart


def titles_pattern(part: FormPart) -> str:
    """Return a pattern for every title of a part, the longest first."""
    return "|".join(map(loose, sorted((part.title, *part.variants), key=len, reverse=True)))


def loose(title: str) -> str:
    """Return a pattern for a title that forgives punctuation, 的 and 其它."""
    pattern = re.sub("[、，和及与]", "[、，,;；和及与]{0,2}", title)
    pattern = re.sub("的?(?=情况|事项)|的", "的?", pattern)
    return pattern.replace("他", "[他它]")
