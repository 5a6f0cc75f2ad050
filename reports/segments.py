"""A paragraph cut into runs at the borders of its marks, in the order of its text."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from msgspec import Struct

from govcheck.document.text import Text
from govcheck.reports.marks import MASK, Mark
from govcheck.reports.references import Reference, distinct


class Segment(Struct, frozen=True, kw_only=True):
    """A run of a paragraph that is marked in one way or not at all."""

    text: str
    tone: str | None = None
    anchors: tuple[str, ...] = ()
    """Evidence that begins here."""
    findings: tuple[Reference, ...] = ()
    """Findings whose evidence ends here."""


class _MarkedStretch(Struct, frozen=True, kw_only=True):
    """A mark, and the stretch of normal text that it takes."""

    start: int
    end: int
    mark: Mark


class _Topmost:
    """Of the spans that reach over a place, the one that came first of all marks."""

    def __init__(self, spans: Sequence[_MarkedStretch]) -> None:
        self._spans = spans
        self._open: list[int] = []

    def begin(self, index: int) -> None:
        """Note a span that begins here."""
        heappush(self._open, index)

    def over(self, place: int) -> _MarkedStretch | None:
        """Return it; places are asked for in the order of the text."""
        while self._open and self._spans[self._open[0]].end <= place:
            heappop(self._open)
        return self._spans[self._open[0]] if self._open else None


def segments(text: Text, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a paragraph, as written, at the borders of its marks; many marks take no longer."""
    if not marks:
        yield Segment(text=text.written)
        return
    spans = [_span(mark, len(text.normal)) for mark in marks]
    borders = sorted({at for span in spans for at in (span.start, span.end)})
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[Reference]] = {}
    for index, span in enumerate(spans):
        starting.setdefault(span.start, []).append(index)
        ending.setdefault(span.end, []).append(span.mark.finding)
    every, secret = _Topmost(spans), _Topmost(spans)
    yield Segment(text=text.written[: _written(text, borders[0])])
    for start, end in pairwise(borders):
        for index in starting.get(start, ()):
            every.begin(index)
            if spans[index].mark.masked is not None:
                secret.begin(index)
        top = every.over(start)
        yield Segment(
            text=_shown(text, start, end, secret.over(start)),
            tone=top.mark.tone if top else None,
            anchors=tuple(spans[index].mark.anchor for index in starting.get(start, ())),
            findings=distinct(ending.get(end, ())),
        )
    yield Segment(text=text.written[_written(text, borders[-1]) :])


def _shown(text: Text, start: int, end: int, secret: _MarkedStretch | None) -> str:
    """Return a run as written, or what stands for it when one of its marks is secret."""
    if secret is None:
        return text.written[_written(text, start) : _written(text, end)]
    whole = (secret.start, secret.end) == (start, end)
    return (secret.mark.masked or MASK) if whole else MASK


def _span(mark: Mark, length: int) -> _MarkedStretch:
    """Return the mark's offsets: within the paragraph and, where there is room, not empty."""
    if mark.start is None or mark.end is None:
        return _MarkedStretch(start=0, end=max(1, length), mark=mark)
    start = min(mark.start, max(0, length - 1))
    return _MarkedStretch(start=start, end=max(start + 1, min(mark.end, length)), mark=mark)


def _written(text: Text, offset: int) -> int:
    """Return where in the written text a normal offset falls; an end takes no blank with it."""
    if offset >= len(text.normal):
        return text.origin[-1] + 1 if text.origin else len(text.written)
    return text.origin[offset] if text.origin is not None else offset
