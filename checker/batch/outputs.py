"""What a batch comes to, written from its journal alone: the same whoever judged and when."""

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any, Final

from msgspec import Struct, json

from govcheck.batch.cross_remark import About, CrossRemark, RosterEntry
from govcheck.batch.finished import hash_of, write_beside
from govcheck.batch.journal import Journal
from govcheck.batch.layout import (
    ACROSS,
    BULLETIN,
    FIGURES,
    FIGURES_PARQUET,
    INDEX,
    LEAGUE,
    LEAGUE_PARQUET,
    RESULTS,
    WORKBOOK,
)
from govcheck.batch.leading import Lead
from govcheck.batch.parquet_table import parquet_pieces
from govcheck.batch.surveying import overview_of, unequal_in
from govcheck.errors import Unusable
from govcheck.kinds.remark import Outcome
from govcheck.reports.batch import figures_table, league_table
from govcheck.reports.batch.bulletin_content import Missing, content_of
from govcheck.reports.batch.csv_lines import csv_lines
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.rulebook.rule import Rulebook

_SCHEMA: Final = "govcheck-batch/1"
_REMARKS: Final = ("检查", "内容", "单位", "文件")
"""Headings of what the reports show beside each other."""


class BatchOutput(Struct, frozen=True, kw_only=True):
    """A file of the batch's folder."""

    name: str
    pieces: Callable[[Journal], Iterable[bytes]]
    extra: bool = False
    """Only where it is asked for."""
    needs: str | None = None
    """A module that is not installed with govcheck."""

    @property
    def is_possible(self) -> bool:
        """Whether all is installed that it needs."""
        return self.needs is None or find_spec(self.needs) is not None


def write_all(journal: Journal, lead: Lead, *, figures: bool) -> list[str]:
    """Write every output; return their names.  Raises Unusable and Unwritten.

    One whose library is not installed is left out.
    """
    chosen = [one for one in OUTPUTS if (figures or not one.extra) and one.is_possible]
    for one in chosen:
        write(journal, lead, one.name, one.pieces(journal))
    return [one.name for one in chosen]


def write(journal: Journal, lead: Lead, name: str, pieces: Iterable[bytes]) -> None:
    """Write a file whole and put it into its place.  Raises Unusable and Unwritten."""
    finished, known = write_beside(lead.folder, pieces)
    with journal.changing():
        journal.writes(name, known)
    lead.put(
        lead.folder / name,
        lead.folder / finished,
        lambda path: journal.has_written(name, hash_of(path)),
    )


def write_bulletin(journal: Journal, lead: Lead, rulebook: Rulebook) -> str:
    """Write the draft of a bulletin; return its name.  Raises Unusable and Unwritten."""
    try:
        from govcheck.reports.batch.bulletin import bulletin  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise Unusable('通报稿需要另装组件：pip install "govcheck[docx]"') from error
    content = content_of(
        journal.results.best_first(),
        rulebook,
        missing=[
            Missing(body=one.bodies[0], year=one.year)
            for one in journal.remarks()
            if _is_missing(one)
        ],
        unequal=unequal_in(journal),
        remarks=[
            one.message
            for one in journal.remarks()
            if one.about is not About.SUMS and not _is_missing(one)
        ],
    )
    write(journal, lead, BULLETIN, [bulletin(content)])
    return BULLETIN


def _is_missing(one: CrossRemark) -> bool:
    """Tell whether it is a fact, not a question, that a body has published no report."""
    return one.about is About.ABSENCE and one.outcome is Outcome.FAIL


def write_index(
    journal: Journal, lead: Lead, rulebook: Rulebook, roster: tuple[RosterEntry, ...]
) -> list[str]:
    """Write the page that leads to all others, and those on which likenesses stand.

    Returns their names, that of the index first.  Raises Unusable and Unwritten.
    """
    from govcheck.reports.batch.likeness_pages import likeness_pages  # noqa: PLC0415 - templates
    from govcheck.reports.batch.to_html import to_html  # noqa: PLC0415 - templates

    overview = overview_of(
        journal,
        rostered=len({one.body for one in roster}) or None,
        digest=rulebook.digest,
        day=lead.terms.ledger_day or lead.terms.draft,
    )
    names = [INDEX]
    for name, content in likeness_pages(overview.alike, rulebook.digest):
        write(journal, lead, name, [content])
        names.append(name)
    write(
        journal,
        lead,
        INDEX,
        (piece.encode("utf-8", "replace") for piece in to_html(overview, rulebook)),
    )
    return names


def _results(journal: Journal) -> Iterator[bytes]:
    """Yield a line for each report: where it is, and its result by ``govcheck/1``."""
    for row in journal.results.rows():
        one = row.summary
        head = {
            "schema": _SCHEMA,
            "file": one.placing.name,
            "page": one.placing.page,
            "body": one.body,
            "refused": one.refused,
            "notes": list(one.notes),
        }
        result = row.line or b"null"
        yield json.encode(head)[:-1] + b',"result":' + result + b"}\n"


def _league(journal: Journal) -> Iterator[bytes]:
    heads = [title for title, *_ in league_table.COLUMNS]
    return csv_lines(heads, league_table.lines(journal.results.best_first()))


def _workbook(journal: Journal) -> Iterator[bytes]:
    from govcheck.reports.batch.league_workbook import workbook_of  # noqa: PLC0415 - an extra

    yield workbook_of(league_table.lines(journal.results.best_first()))


def _figures(journal: Journal) -> Iterator[bytes]:
    heads = [title for title, _ in figures_table.COLUMNS]
    return csv_lines(heads, figures_table.figure_lines(_contracts(journal)))


def _league_parquet(journal: Journal) -> Iterator[bytes]:
    columns = {title: holds for title, _, holds in league_table.COLUMNS}
    rows = league_table.lines(journal.results.best_first())
    return parquet_pieces(journal.path.parent, columns, rows)


def _figures_parquet(journal: Journal) -> Iterator[bytes]:
    rows = figures_table.figure_lines(_contracts(journal))
    return parquet_pieces(journal.path.parent, dict(figures_table.COLUMNS), rows)


def _across(journal: Journal) -> Iterator[bytes]:
    rows = (
        (one.check, one.message, "；".join(one.bodies), "；".join(one.files))
        for one in journal.remarks()
    )
    return csv_lines(_REMARKS, rows)


def _contracts(journal: Journal) -> Iterator[tuple[ReportSummary, dict[str, Any]]]:
    for row in journal.results.rows():
        if row.line:
            yield row.summary, json.decode(row.line)


OUTPUTS: Final = (
    BatchOutput(name=RESULTS, pieces=_results),
    BatchOutput(name=LEAGUE, pieces=_league),
    BatchOutput(name=WORKBOOK, pieces=_workbook, needs="xlsxwriter"),
    BatchOutput(name=LEAGUE_PARQUET, pieces=_league_parquet, extra=True, needs="duckdb"),
    BatchOutput(name=FIGURES, pieces=_figures, extra=True),
    BatchOutput(name=FIGURES_PARQUET, pieces=_figures_parquet, extra=True, needs="duckdb"),
    BatchOutput(name=ACROSS, pieces=_across),
)
"""In the order in which they are written; the index, which leads to all, comes last."""
