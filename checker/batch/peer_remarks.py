"""What the rules of peers say of a batch: of the reports of each year, and of who is absent."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from govcheck.batch.cross_remark import About, CrossRemark, RosterEntry
from govcheck.batch.journal import Journal
from govcheck.batch.peer_roster import roster_of
from govcheck.document.bodies import Body
from govcheck.document.peers import Likeness
from govcheck.judging.among import BodyJudged, judge_peers
from govcheck.judging.assessment import Finding
from govcheck.kinds.peers.near_copies import NearCopies
from govcheck.rulebook.rule import Rulebook


def peer_remarks(
    journal: Journal, roster: tuple[RosterEntry, ...], rulebook: Rulebook
) -> Iterator[CrossRemark]:
    """Yield what is found in each year; the roster speaks of that with the most reports."""
    entries, bodies = list(roster), list[Body]()
    for row in journal.results.rows():
        placing = row.summary.placing
        if row.body is None:
            continue
        bodies.append(replace(row.body, name=placing.named or row.body.name, file=placing.name))
        if not roster and placing.reports_into:
            entries.append(_entry(bodies[-1], placing.reports_into))
    entries += _governments(entries)
    years = Counter(body.year for body in bodies if body.year)
    most = max(years, key=lambda year: (years[year], year), default=None)
    for year in sorted({body.year for body in bodies}, key=lambda one: one or 0):
        of_year = tuple(body for body in bodies if body.year == year)
        listed = (
            roster_of(entries, of_year, year) if entries and year and year == most else None
        )
        yield from _remarks(judge_peers(of_year, listed, rulebook).bodies, rulebook)


def _entry(body: Body, reports_into: str) -> RosterEntry:
    return RosterEntry(body=body.name, kind=body.kind, reports_into=reports_into)


def _governments(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Return those that others are said to report into, and that are not listed themselves."""
    listed = {one.body for one in entries}
    named = dict.fromkeys(one.reports_into for one in entries if one.reports_into)
    return [RosterEntry(body=name) for name in named if name not in listed]


def _remarks(judged: Sequence[BodyJudged], rulebook: Rulebook) -> Iterator[CrossRemark]:
    """Yield a remark for each finding; a pair of near copies is one."""
    copying = {
        rule.id
        for rule in rulebook.peer_rules
        if any(isinstance(use.check, NearCopies) for use in rule.checks)
    }
    seen = set[frozenset[str]]()
    for one in judged:
        alike = iter(one.told.peers.alike)
        for finding in one.findings:
            beside = next(alike, None) if finding.rule in copying else None
            about = About.COPIES if finding.rule in copying else About.SUMS
            if one.told.peers.absence is not None:
                about = About.ABSENCE
            remark = _remark(one.told.body, finding, beside, about)
            if beside is None or frozenset(remark.files) not in seen:
                yield remark
            if beside is not None:
                seen.add(frozenset(remark.files))


def _remark(body: Body, finding: Finding, beside: Likeness | None, about: About) -> CrossRemark:
    both = (body, *((beside,) if beside else ()))
    return CrossRemark(
        check=finding.rule,
        about=about,
        outcome=finding.outcome,
        message=f"{body.name or body.file}：{finding.message}{finding.hint}",
        files=tuple(one.file for one in both if one.file),
        bodies=tuple(one.name or one.file for one in both),
        pairs=beside.pairs if beside else (),
    )
