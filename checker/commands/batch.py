"""``govcheck batch``: many reports, judged by several processes, into one folder."""

import os
from datetime import date
from pathlib import Path

import click

from govcheck.batch.cross_remark import RosterEntry
from govcheck.batch.intake import name_of
from govcheck.batch.layout import OUTPUTS
from govcheck.batch.manifest import roster as roster_of
from govcheck.batch.task import Terms
from govcheck.checking import require_region
from govcheck.commands.apart import Given, require_apart
from govcheck.commands.batch_options import OPTIONS
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
from govcheck.rulebook.loading import load_rulebook


@click.command(
    cls=Command,
    params=OPTIONS,
    help="检查许多报告：目录、文件、通配符或清单（CSV、XLSX），结果汇到一个目录。",
)
def batch(
    *,
    path: tuple[str, ...],
    output: str,
    resume: bool,
    workers: int | None,
    scheduler: str | None,
    last_year: str | None,
    roster: str | None,
    pages: str,
    figures: bool,
    bulletin: bool,
    strict: bool,
    year: int | None,
    agency_kind: str | None,
    region: str | None,
    rule_sets: tuple[str, ...],
    review: str | None,
    draft: bool,
    today: date | None,
    ocr: bool,
    convert: bool,
) -> int:
    """Judge all; 1 for one that is 不合格, 2 where none could be judged, 3 for our fault."""
    book = load_rulebook(extra=[Path(one) for one in rule_sets])
    require_region(region, book.knowledge)
    if scheduler and workers:
        raise Unusable("--workers 是本机的进程数，不能与 --scheduler 同时使用")
    days = days_of(draft=draft, review=bool(review), today=today, inspected_on=None)
    terms = Terms(
        rule_sets=tuple(os.fsencode(place(one)) for one in rule_sets),
        rules=book.digest,
        year=year,
        agency_kind=agency_kind,
        region=region,
        ocr=ocr,
        convert=convert,
        draft=days.draft,
        ledger=_ledger(review, days.ledger),
        ledger_name=name_of(Path(review)) if review else "",
        ledger_day=days.ledger,
        folder=os.fsencode(place(output)),
    )
    _require_apart(output, path, roster, review, rule_sets)
    found = run(
        Run(
            paths=path,
            folder=Path(output),
            terms=terms,
            rulebook=book,
            processes=workers,
            scheduler=scheduler,
            resume=resume,
            last_year=last_year,
            roster=_roster(roster, book.knowledge),
            pages=pages != "none",
            figures=figures,
            bulletin=bulletin,
        )
    )
    return _status(found, strict=strict)


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


def _require_apart(
    output: str,
    paths: tuple[str, ...],
    roster: str | None,
    review: str | None,
    rule_sets: tuple[str, ...],
) -> None:
    """Refuse a folder in which an output would cost the user a file.  Raises Unusable."""
    handed_in = given(paths, None, review, rule_sets)
    handed_in += [Given(role="单位名单", path=one) for one in (roster,) if one]
    require_apart([Path(output) / name for name in OUTPUTS], handed_in)
