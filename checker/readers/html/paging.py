"""Scripts by which a page leads to the other pages of its text."""

from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.markup import Element

_PAGED: Final = late_pattern(
    r"""createPageHTML\(\s{0,9}(?P<named>['"][^'"]{0,60}['"]\s{0,9},\s{0,9})?"""
    r"(?P<count>[0-9]{1,4})\s{0,9},\s{0,9}(?P<at>[0-9]{1,4})\b"
)
"""As TRS WCM writes it: how many pages there are, and which one this is, from 0."""
_LONGEST: Final = 20_000


def page_number(script: Element) -> int | None:
    """Return which page of several a script says that this is, 0 for one that it leaves open.

    None where there is but one, or where it says nothing of pages.
    """
    found = _PAGED.search(script.text[:_LONGEST])
    if found is None or int(found["count"]) <= 1:
        return None
    return 0 if found["named"] else int(found["at"]) + 1
