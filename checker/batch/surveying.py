"""The journal of a batch as its index shows it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from govcheck.batch.cross_remark import About, CrossRemark
from govcheck.batch.journal import Journal
from govcheck.reports.batch.overview import Absent, Alike, Named, Overview, Unequal

T = TypeVar("T")


class _Anew(Generic[T]):
    """What is read from the journal again each time that it is gone through."""

    def __init__(self, read: Callable[[], Iterable[T]]) -> None:
        """Take what reads it."""
        self._read = read

    def __iter__(self) -> Iterator[T]:
        """Read it."""
        return iter(self._read())


def overview_of(
    journal: Journal, *, rostered: int | None, digest: str, day: date | None
) -> Overview:
    """Return the summaries, and what checks across reports say, with the reports' pages."""
    return Overview(
        reports=_Anew(journal.results.summaries),
        ranked=_Anew(journal.results.best_first),
        rostered=rostered,
        absent=_Anew(partial(_absent, journal)),
        alike=_Anew(partial(_alike, journal)),
        unequal=_Anew(partial(unequal_in, journal)),
        rules_digest=digest,
        day=day,
    )


def _absent(journal: Journal) -> Iterator[Absent]:
    for one in journal.remarks(About.ABSENCE):
        yield Absent(body=one.bodies[0], outcome=one.outcome, message=one.message)


def _alike(journal: Journal) -> Iterator[Alike]:
    for one in journal.remarks(About.COPIES):
        named = tuple(_named(journal, one))
        yield Alike(named=named, message=one.message, pairs=one.pairs)


def unequal_in(journal: Journal) -> Iterator[Unequal]:
    """Yield the governments whose figures are not the sums of those of others."""
    for one in journal.remarks(About.SUMS):
        government = next(_named(journal, one))
        yield Unequal(
            government=government, rule=one.check, outcome=one.outcome, message=one.message
        )


def _named(journal: Journal, remark: CrossRemark) -> Iterator[Named]:
    for body, file in zip(remark.bodies, remark.files, strict=True):
        yield Named(body=body, page=journal.tasks.page_of(file))
