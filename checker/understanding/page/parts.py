"""The numbered parts: which of the possible headings divide the document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from govcheck.document.form import Form, FormPart
from govcheck.document.report import Part
from govcheck.understanding.page.headings import Heading, find_headings

_TABLE_OF_CONTENTS = 3
"""From so many titles in a row on that all come again, they are a table of contents."""
_TOP = 0
_SAID = 1
"""A number like 三是, before a title that the form prints."""
_PARENTHESISED = 3


def choose_headings(texts: Sequence[str], forms: Mapping[str, Form]) -> list[Heading]:
    """Return the headings of the parts, in reading order, each with the part that it heads."""
    parts = tuple(part for form in forms.values() for part in form.parts)
    about = [told for form in forms.values() for told in form.about]
    possible = list(find_headings(texts, parts, about))
    numbers = {part.id: part.number for part in parts}
    ranked = _without_contents(_best_ranked([each for each in possible if each.exact]))
    ranked = _without_names_of_tables(ranked, texts)
    exact = [each for each in ranked if not _is_item(each, ranked, numbers)]
    chosen = list(_in_sequence(possible, exact, numbers))
    if not any(
        heading.part_id and numbers[heading.part_id] == heading.number for heading in chosen
    ):
        chosen = [heading for heading in chosen if heading.exact]
    return [_by_number(chosen, place, parts) for place in range(len(chosen))]


def divide(headings: Sequence[Heading], starts: Sequence[int], end: int) -> tuple[Part, ...]:
    """Return the parts, given where in the body their headings stand and where it ends."""
    ends = [*starts[1:], end][: len(starts)]
    return tuple(
        Part(
            id=heading.part_id,
            number=heading.number,
            title=heading.title,
            start=start,
            end=stop,
            known_by=heading.known_by,
        )
        for heading, start, stop in zip(headings, starts, ends, strict=True)
    )


def _best_ranked(exact: Sequence[Heading]) -> list[Heading]:
    """Keep of each part's titles those that are numbered most like the form's."""
    best: dict[str | None, int] = {}
    for heading in exact:
        best[heading.part_id] = min(heading.rank, best.get(heading.part_id, heading.rank))
    top = min(best.values(), default=_TOP)
    return [
        heading
        for heading in exact
        if heading.rank == best[heading.part_id]
        and (heading.rank < _PARENTHESISED or top == _PARENTHESISED)
    ]


def _without_contents(exact: list[Heading]) -> list[Heading]:
    """Leave out runs of titles with nothing between them that all stand elsewhere again."""
    kept = Counter(heading.part_id for heading in exact)
    result: list[Heading] = []
    for run in _runs(exact):
        ids = Counter(heading.part_id for heading in run)
        if len(run) >= _TABLE_OF_CONTENTS and all(
            kept[part_id] > ids[part_id] for part_id in ids
        ):
            kept -= ids
        else:
            result += run
    return result


def _without_names_of_tables(exact: list[Heading], texts: Sequence[str]) -> list[Heading]:
    """Leave out titles that the first table of a part prints once more, on top of it.

    Tables have no text.
    """
    result = exact[:1]
    for before, heading in pairwise(exact):
        between = texts[before.index : heading.index]
        same = before.part_id == heading.part_id and between[0] == texts[heading.index]
        if not (same and all(between) and texts[heading.index + 1 : heading.index + 2] == [""]):
            result.append(heading)
    return result


def _runs(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    run: list[Heading] = []
    for heading in headings:
        again = heading.part_id in {one.part_id for one in run}
        if run and (again or heading.index != run[-1].index + 1):
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _in_sequence(
    possible: Sequence[Heading], exact: Sequence[Heading], numbers: Mapping[str, int]
) -> Iterator[Heading]:
    """Yield the exact headings, and others where a part of their number is due.

    A list inside a part (一、… 二、…) begins anew or goes on from such a beginning.
    """
    certain = {heading.index for heading in exact}
    taken = {heading.part_id for heading in exact}
    last = 0
    nested: int | None = None
    for heading in possible:
        if heading.index in certain:
            last, nested = heading.number or last + 1, None
            yield heading
            continue
        if heading.exact or heading.number is None:
            nested = heading.number or nested
            continue
        only = heading.rank == _SAID and heading.part_id not in taken
        due = heading.number == last + 1 and (heading.rank == _TOP or only)
        expected = numbers.get(heading.part_id or "") == heading.number
        goes_on = nested is not None and heading.number == nested + 1 and not expected
        if goes_on or not due or _is_claimed(heading, exact):
            nested = heading.number
            continue
        last, nested = heading.number, None
        if heading.part_id in taken:
            heading = replace(heading, part_id=None, known_by="number")  # noqa: PLW2901
        taken.add(heading.part_id)
        yield heading


def _is_item(heading: Heading, exact: Sequence[Heading], numbers: Mapping[str, int]) -> bool:
    """Whether a title under another number comes again further on, under its own.

    Then it heads no part but an item of the one that it stands in.
    """
    own = numbers[heading.part_id or ""]
    return heading.number not in {own, None} and any(
        other.part_id == heading.part_id and other.number == own and other.index > heading.index
        for other in exact
    )


def _is_claimed(heading: Heading, exact: Sequence[Heading]) -> bool:
    """Whether the next title of the form carries this number: this is a list in a part."""
    following = next((each for each in exact if each.index > heading.index), None)
    if following is None or following.number is None or heading.number is None:
        return False
    return 1 < following.number <= heading.number


def _by_number(chosen: Sequence[Heading], place: int, parts: Sequence[FormPart]) -> Heading:
    """Recognise an unknown part by its number, where its neighbours leave no other choice."""
    heading = chosen[place]
    if heading.part_id or heading.number is None:
        return heading
    ids = [part.id for part in parts if part.number == heading.number]
    if not ids or any(each.part_id == ids[0] for each in chosen):
        return heading
    before = chosen[place - 1].number if place else 0
    after = chosen[place + 1] if place + 1 < len(chosen) else None
    order = {part.id: part.number for part in parts}
    if before != heading.number - 1:
        return heading
    due = order.get(after.part_id or "") if after else max(order.values()) + 1
    if due != heading.number + 1:
        return heading
    return replace(heading, part_id=ids[0], known_by="number")
