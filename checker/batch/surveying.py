"""The journal of a batch as its index shows it."""

from collections.abc import Iterator, Mapping
from datetime import date

from govcheck.batch.cross_remark import About, CrossRemark
from govcheck.batch.journal import Journal
from govcheck.reports.batch.overview import Absent, Alike, Named, Overview, Unequal


def overview_of(
    journal: Journal, *, rostered: int | None, digest: str, day: date | None
) -> Overview:
    """Return the summaries, and what checks across reports say, with the reports' pages."""
    reports = tuple(journal.results.summaries())
    remarks = list(journal.remarks())
    pages = {one.placing.name: one.placing.page for one in reports}
    return Overview(
        reports=reports,
        rostered=rostered,
        absent=tuple(
            Absent(body=one.bodies[0], outcome=one.outcome, message=one.message)
            for one in remarks
            if one.about is About.ABSENCE
        ),
        alike=tuple(_alike(remarks, pages)),
        unequal=tuple(
            Unequal(government=_named(one, pages)[0], outcome=one.outcome, message=one.message)
            for one in remarks
            if one.about is About.SUMS
        ),
        rules_digest=digest,
        day=day,
    )


def _alike(remarks: list[CrossRemark], pages: Mapping[str, str | None]) -> Iterator[Alike]:
    for one in remarks:
        if one.about is About.COPIES:
            yield Alike(named=tuple(_named(one, pages)), message=one.message, pairs=one.pairs)


def _named(remark: CrossRemark, pages: Mapping[str, str | None]) -> list[Named]:
    return [
        Named(body=body, page=pages.get(file))
        for body, file in zip(remark.bodies, remark.files, strict=True)
    ]
