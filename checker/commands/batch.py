"""``govcheck batch``: many reports, judged by several processes, into one folder."""

import os
from datetime import date
from pathlib import Path

import click
from msgspec import convert

from govcheck.batch.cross_remark import RosterEntry
from govcheck.batch.layout import OUTPUTS
from govcheck.batch.manifest import roster as roster_of
from govcheck.batch.places import name_of
from govcheck.batch.task import BatchTerms
from govcheck.commands.apart import Given, require_apart
from govcheck.commands.batch_options import OPTIONS, BatchOptions
from govcheck.commands.batch_run import Run, run
from govcheck.commands.batch_sources import named, read_table
from govcheck.commands.batch_telling import Total
from govcheck.commands.decisions import require_ledger
from govcheck.commands.demands import given
from govcheck.commands.faults import FAULTY
from govcheck.commands.inspecting import days_of
from govcheck.commands.ledger_file import content_of_ledger
from govcheck.commands.names import place
from govcheck.commands.usage import Command
from govcheck.document.knowledge import Knowledge
from govcheck.errors import ManyUnusable, Unusable
from govcheck.rulebook.rule import Rulebook


@click.command(
    cls=Command,
    params=OPTIONS,
    help="检查许多报告：目录、文件、通配符或清单（CSV、XLSX），结果汇到一个目录。",
)
def batch(**written: object) -> int:
    """Judge all; 1 for one that is 不合格, 2 where none could be judged, 3 for our fault."""
    asked = convert(written, BatchOptions)
    if asked.scheduler and asked.workers:
        raise Unusable("--workers 是本机的进程数，不能与 --scheduler 同时使用")
    book = asked.rulebook()
    terms = _terms(asked, book)
    _require_apart(asked)
    found = run(
        Run(
            paths=asked.path,
            folder=Path(asked.output),
            terms=terms,
            rulebook=book,
            processes=asked.workers,
            scheduler=asked.scheduler,
            resume=asked.resume,
            last_year=asked.last_year,
            roster=_roster(asked.roster, book.knowledge),
            pages=asked.pages != "none",
            figures=asked.figures,
            bulletin=asked.bulletin,
        )
    )
    return _status(found, strict=asked.strict)


def _terms(asked: BatchOptions, book: Rulebook) -> BatchTerms:
    """Return how every report is judged.  Raises Unusable or ManyUnusable."""
    review = asked.review
    days = days_of(draft=asked.draft, review=bool(review), today=asked.today, inspected_on=None)
    return BatchTerms(
        rule_sets=tuple(os.fsencode(place(one)) for one in asked.rule_sets),
        rules=book.digest,
        year=asked.year,
        agency_kind=asked.agency_kind,
        region=asked.region,
        ocr=asked.ocr,
        convert=asked.convert,
        draft=days.draft,
        ledger=_ledger(review, days.ledger),
        ledger_name=name_of(Path(review)) if review else "",
        ledger_day=days.ledger,
        folder=os.fsencode(place(asked.output)),
    )


def _status(found: Total, *, strict: bool) -> int:
    """Return the exit status.  Raises Unusable where no report could be judged."""
    if found.faulty:
        return FAULTY
    if not found.judged:
        raise Unusable("没有一份报告能够检查")
    return int(found.failed or (strict and found.refused > 0))


def _ledger(review: str | None, day: date | None) -> bytes:
    """Return the ledger's bytes.  Raises Unusable or ManyUnusable where one is unsound."""
    if review is None or day is None:
        return b""
    from govcheck.review.ledger import read_ledger  # noqa: PLC0415 - YAML

    require_ledger(review)
    path = Path(review)
    content = content_of_ledger(path)
    ledger = read_ledger(content, path.name, today=day)
    if ledger.faults:
        raise ManyUnusable("台账有误", ledger.faults)
    return content


def _roster(path: str | None, knowledge: Knowledge) -> tuple[RosterEntry, ...]:
    if path is None:
        return ()
    try:
        return roster_of(*read_table(path), knowledge)
    except Unusable as error:
        raise named(path, error) from error


def _require_apart(asked: BatchOptions) -> None:
    """Refuse a folder in which an output would cost the user a file.  Raises Unusable."""
    handed_in = given(asked.path, None, asked.review, asked.rule_sets)
    handed_in += [Given(role="单位名单", path=one) for one in (asked.roster,) if one]
    require_apart([Path(asked.output) / name for name in OUTPUTS], handed_in)
