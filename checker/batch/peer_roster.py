"""The roster of a batch, each body on it with its report among those in hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.batch.cross_remark import RosterEntry
from govcheck.document.bodies import Entry, Roster
from govcheck.document.last_year import plain_name
from govcheck.document.report import AgencyKind

_LONGEST: Final = 40
"""Characters of a name that are looked at."""


class Report(Struct, frozen=True, kw_only=True):
    """A report in hand."""

    number: int
    """Of its task."""
    name: str
    """Its body's; empty where that is not known."""
    kind: AgencyKind | None
    reports_into: str | None = None
    """As the manifest has it."""


def roster_of(
    entries: Sequence[RosterEntry],
    reports: Sequence[Report],
    year: int | None,
    *,
    supposed: bool = False,
) -> Roster:
    """Find the report of each body: by its very name, else the only one that may be its."""
    names = [_plain(one.name) for one in reports]
    named = {name: at for at, name in reversed([*enumerate(names)])}
    listed = {_plain(one.body) for one in entries}
    strangers = _Strangers(
        {at: reports[at].name for at, name in enumerate(names) if name not in listed},
        sought=[one.body for one in entries if _plain(one.body) not in named],
    )
    found: list[Entry] = []
    for one in entries:
        index = named.get(_plain(one.body))
        at = strangers.only(one.body) if index is None else index
        found.append(_entry(one, at, None if at is None else reports[at].kind))
    every = tuple(_with_manifest(found, reports))
    return Roster(year=year, entries=every, supposed=supposed)


def never_seen(entries: Sequence[RosterEntry], reports: Sequence[Report]) -> Roster:
    """Return those that have no report of any year in hand, on a roster of no year."""
    of_each = {_plain(one.name): one for one in reports}
    listed = roster_of(entries, [*of_each.values()], None).entries
    return Roster(year=None, entries=tuple(one for one in listed if one.body is None))


def disputes(entries: Iterable[RosterEntry], reports: Iterable[Report]) -> Iterator[str]:
    """Say (Chinese) of whom the manifest has another government than the roster, and which."""
    listed = {_plain(one.body): one.reports_into for one in entries if one.reports_into}
    for one in reports:
        rostered = listed.get(_plain(one.name))
        if rostered and one.reports_into and _plain(one.reports_into) != _plain(rostered):
            yield f"{one.name}（清单 {one.reports_into}，名单 {rostered}）"


def _with_manifest(entries: Sequence[Entry], reports: Sequence[Report]) -> Iterator[Entry]:
    """Let the manifest say what the roster does not: into which government a body reports.

    Of such a government the roster no longer says that all are listed: it lists bodies without
    a report as well, and of these no manifest tells.
    """
    told = {_plain(reports[one.body].name) for one in entries if one.body is not None}
    named = list[Entry]()
    for at, report in enumerate(reports):
        into = report.reports_into
        if into and _plain(report.name) not in told:
            told.add(_plain(report.name))
            named.append(Entry(name=report.name, kind=report.kind, reports_into=into, body=at))
    filled = [
        replace(one, reports_into=reports[one.body].reports_into)
        if one.reports_into is None and one.body is not None
        else one
        for one in entries
    ]
    more = [mine for one, mine in zip(entries, filled, strict=True) if one is not mine]
    added_to = {one.reports_into for one in (*more, *named)}
    for one in filled:
        yield replace(one, complete=one.complete and one.name not in added_to)
    yield from named


class _Strangers:
    """Reports of bodies that no roster names so, by what their names end with."""

    def __init__(self, names: Mapping[int, str], *, sought: Iterable[str]) -> None:
        wanted = set(map(plain_name, sought))
        self._whole, self._ends = (
            defaultdict[str, set[int]](set),
            defaultdict[str, set[int]](set),
        )
        for index, name in names.items():
            bare = plain_name(name)
            if bare:
                self._whole[bare].add(index)
            for end in _ends(bare):
                if end in wanted:
                    self._ends[end].add(index)

    def only(self, name: str) -> int | None:
        """Return the only one that may be this body, which may be named more or less fully."""
        bare = plain_name(name)
        found = set(self._ends.get(bare, ()))
        for end in _ends(bare):
            found |= self._whole.get(end, set())
        return found.pop() if len(found) == 1 else None


def _ends(name: str) -> Iterator[str]:
    return (name[at:] for at in range(max(0, len(name) - _LONGEST), len(name)))


def _entry(one: RosterEntry, index: int | None, its: AgencyKind | None) -> Entry:
    kind = AgencyKind(one.kind) if one.kind else its
    return Entry(
        name=one.body,
        kind=kind,
        region=tuple(one.region.split("/")) if one.region else (),
        reports_into=one.reports_into,
        unpublished=one.unpublished,
        complete=one.complete,
        body=index,
    )


def _plain(name: str) -> str:
    return "".join(name.split())
