"""What the rules of peers say of a batch: of the reports of each year, and of who is absent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from govcheck.batch.cross_remark import About, CrossRemark, RosterEntry
from govcheck.batch.journal import Journal
from govcheck.batch.kept_bodies import KeptBodies
from govcheck.batch.peer_roster import Report, disputes, never_seen, roster_of
from govcheck.document.bodies import Body
from govcheck.document.peers import Likeness
from govcheck.judging.among import BodyJudged, judge_peers
from govcheck.judging.assessment import Finding
from govcheck.kinds.peers.near_copies import NearCopies
from govcheck.rulebook.rule import Rulebook


def peer_remarks(
    journal: Journal, roster: tuple[RosterEntry, ...], rulebook: Rulebook
) -> Iterator[CrossRemark]:
    """Yield what is found in each year; a line of the roster without a year speaks of the only.

    Where there are several, who is absent is asked without a year, and of the year with the
    most reports the roster tells no more than which bodies report into which government.
    """
    reports, lines = defaultdict[int | None, list[Report]](list), list(roster)
    for year, one in _reports(journal):
        reports[year].append(one if roster else replace(one, reports_into=None))
        if not roster and one.reports_into and year:
            lines.append(_line(one, year))
    dated = {one.year for one in lines if one.year}
    known = [year for year in reports if year]
    most = max(known, key=lambda year: (len(reports[year]), year), default=None)
    several = len({*known, *dated}) > 1
    for year in sorted({*reports, *dated}, key=lambda year: year or 0):
        its, own = reports[year], [one for one in lines if year and one.year == year]
        supposed = several and not own
        if most and year == most and (supposed or not several):
            own += [one for one in lines if one.year is None]
        listed = _with_governments(own)
        of_year = roster_of(listed, its, year, supposed=supposed) if listed else None
        bodies = KeptBodies(journal.results, [one.number for one in its])
        yield from _remarks(judge_peers(bodies, of_year, rulebook).bodies, rulebook)
    if several or not most:
        undated = _with_governments([one for one in lines if one.year is None])
        unseen = never_seen(undated, [one for its in reports.values() for one in its])
        yield from _remarks(judge_peers((), unseen, rulebook).bodies, rulebook)


def disputed(journal: Journal, roster: Iterable[RosterEntry]) -> list[str]:
    """Say of whom the manifest has another government than the roster, which is followed."""
    return list(disputes(roster, (one for _, one in _reports(journal))))


def _reports(journal: Journal) -> Iterator[tuple[int | None, Report]]:
    """Yield the reports that were judged, each with its year."""
    for at, one in journal.results.judged():
        placing = one.placing
        yield (
            one.year,
            Report(
                number=at,
                name=placing.named or one.agency or "",
                kind=one.kind,
                reports_into=placing.reports_into,
            ),
        )


def _line(one: Report, year: int) -> RosterEntry:
    """Return what a line of the manifest says of a roster: who reports into whom."""
    return RosterEntry(body=one.name, kind=one.kind, year=year, reports_into=one.reports_into)


def _with_governments(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Add those that others are said to report into, and that are not listed themselves."""
    listed = {one.body for one in entries}
    named = dict.fromkeys(one.reports_into for one in entries if one.reports_into)
    return [*entries, *(RosterEntry(body=name) for name in named if name not in listed)]


def _remarks(judged: Iterable[BodyJudged], rulebook: Rulebook) -> Iterator[CrossRemark]:
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
                seen ^= {frozenset(remark.files)}  # no more than two speak of a pair


def _remark(body: Body, finding: Finding, beside: Likeness | None, about: About) -> CrossRemark:
    both = (body, *((beside,) if beside else ()))
    return CrossRemark(
        check=finding.rule,
        about=about,
        outcome=finding.outcome,
        message=f"{body.name or body.file}：{finding.message}{finding.hint}",
        files=tuple(one.file for one in both if one.file),
        bodies=tuple(one.name or one.file for one in both),
        year=body.year,
        pairs=beside.pairs if beside else (),
    )
