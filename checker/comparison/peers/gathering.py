"""What the reports of a batch, and its roster, tell of each body."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from govcheck.comparison.peers.aggregation import aggregate
from govcheck.comparison.peers.common import own_sentences
from govcheck.comparison.peers.copies import Copies, CopyPair, Measure, shared_sentences
from govcheck.document.bodies import Body, Entry, Roster
from govcheck.document.peers import Absence, Aggregate, Likeness, Peers

MOST_ALIKE: Final = 3
"""Of the reports that one is like, so many are shown beside it."""


class Told(Struct, frozen=True, kw_only=True):
    """What there is to tell of one body."""

    body: Body
    """Without a file, and without figures, where no report of it is in hand."""
    peers: Peers


class Batch(Struct, frozen=True, kw_only=True):
    """Reports that are held against each other."""

    bodies: Sequence[Body]
    roster: Roster | None = None
    measure: Measure | None = None
    copies: Copies | None = None
    """What ``copies(bodies, measure)`` has found."""


def told(batch: Batch) -> Iterator[Told]:
    """Yield what there is to tell of each report, in their order, and of each absent body."""
    roster = batch.roster
    entries = roster.entries if roster else ()
    known = {entry.body: entry for entry in entries if entry.body is not None}
    parts = _parts(entries)
    links = _by_end(batch.copies.links if batch.copies else ())
    for index, body in enumerate(batch.bodies):
        entry = known.get(index)
        alike, more = _likenesses(batch, index, links.get(index, ()))
        peers = Peers(
            alike=alike,
            more_alike=more,
            published=body.published,
            aggregate=_aggregate(body, entry, parts, batch),
            listed=entry is not None,
        )
        yield Told(body=body, peers=peers)
    if roster and not roster.supposed:
        yield from (_absent(one, roster.year) for one in entries if one.body is None)


def _absent(entry: Entry, year: int | None) -> Told:
    body = Body(name=entry.name, file="", kind=entry.kind, region=entry.region, year=year)
    absence = Absence(unpublished=entry.unpublished, year=year)
    return Told(body=body, peers=Peers(absence=absence, listed=True))


def _parts(entries: Sequence[Entry]) -> Mapping[str, list[Entry]]:
    """Return the name of each government to the bodies that report into it."""
    parts = defaultdict[str, list[Entry]](list)
    for entry in entries:
        if entry.reports_into is not None:
            parts[entry.reports_into].append(entry)
    return parts


def _aggregate(
    body: Body, entry: Entry | None, parts: Mapping[str, list[Entry]], batch: Batch
) -> Aggregate | None:
    roster, bodies = batch.roster, batch.bodies
    if entry is None or roster is None or entry.name not in parts or body.year != roster.year:
        return None
    below = [(one, None if one.body is None else bodies[one.body]) for one in parts[entry.name]]
    return aggregate(body, below, complete=entry.complete and not roster.supposed)


def _by_end(links: Sequence[CopyPair]) -> Mapping[int, list[CopyPair]]:
    ends = defaultdict[int, list[CopyPair]](list)
    for link in links:
        ends[link.earlier].append(link)
        ends[link.later].append(link)
    return ends


def _likenesses(
    batch: Batch, index: int, links: Sequence[CopyPair]
) -> tuple[tuple[Likeness, ...], int]:
    """Return the reports that much of one stands in, and the number of those not shown."""
    copies, measure = batch.copies, batch.measure
    if copies is None or measure is None:
        return (), 0
    mine = [one for one in links if measure.exceeded(one.shared, one.of(index))]
    mine.sort(key=lambda one: (-one.shared, batch.bodies[one.beside(index)].name))
    alike = tuple(
        _likeness(batch.bodies[index], batch.bodies[one.beside(index)], copies, measure)
        for one in mine[:MOST_ALIKE]
    )
    return alike, len(mine) - len(alike)


def _likeness(one: Body, other: Body, copies: Copies, measure: Measure) -> Likeness:
    pairs = shared_sentences(one.imprint, other.imprint, copies.common, measure)
    return Likeness(
        name=other.name,
        file=other.file,
        published=other.published,
        counted=len(own_sentences(one.imprint, copies.common)),
        pairs=pairs,
    )
