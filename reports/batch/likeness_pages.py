"""Reports that are alike, their sentences side by side: pages beside the index.

A page shows so many pairs of reports; what opens the index need not read all their sentences.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from govcheck.reports.batch.overview import ALIKE, Alike
from govcheck.reports.batch.view_ranking import address_of
from govcheck.reports.environment import dress_of, environment

STYLES: Final = ("base.css", "summary.css", "findings.css", "batch.css", "print.css")
"""What the pages on a batch are drawn by."""
_EACH: Final = 50
"""Likenesses of a page."""


def address_of_likeness(number: int) -> str:
    """Return where a likeness is shown, from the index beside it; numbers start at 0."""
    return f"{ALIKE}/{_name(number // _EACH + 1)}#n{number + 1}"


def likeness_pages(alike: Iterable[Alike], digest: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pages, each with its path from the index; ``digest`` is that of the rules.

    The likenesses are gone through twice.
    """
    total = sum(1 for _ in alike)
    template = environment().get_template("likenesses.html")
    left, last = iter(alike), -(-total // _EACH)
    for page in range(1, last + 1):
        written = template.render(
            **dress_of(STYLES),
            digest=digest,
            shown=tuple(islice(left, _EACH)),
            first=(page - 1) * _EACH + 1,
            total=total,
            page=page,
            last=last,
            before=_name(page - 1),
            after=_name(page + 1),
            address_of=address_of,
        )
        yield f"{ALIKE}/{_name(page)}", written.encode("utf-8", "replace")


def _name(page: int) -> str:
    return f"{page:04}.html"
