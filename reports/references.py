"""By what a finding is called on the page: 3 of the problems, 待2 of the open items."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome
from govcheck.reports.tally import Tally


class Reference(Struct, frozen=True, kw_only=True):
    """What a reader sees, and where it leads on the page."""

    words: str
    target: str
    """Id of the card or row."""
    slug: str
    """What the ids of the finding's evidence are made of; no two findings share one."""


def open_reference(number: int) -> Reference:
    """Return the reference of an open row."""
    return Reference(words=f"待{number}", target=f"o{number}", slug=f"o{number}")


def distinct(refs: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return references of which no two lead to the same place."""
    return tuple({ref.target: ref for ref in refs}.values())


def finding_references(assessment: Assessment, counts: Tally) -> Mapping[int, Reference]:
    """Return the reference of every finding: problems are counted apart from what is open.

    Open rows are the open items, then the open findings that no item gathers.
    """
    refs: dict[int, Reference] = {}
    for number, index in enumerate(_problems(counts, len(assessment.findings)), 1):
        refs[index] = Reference(words=f"{number}", target=f"f{number}", slug=f"{number}")
    rows = len(assessment.open)
    for number, root in enumerate(counts.of(Outcome.OPEN), rows + 1):
        for index in (root, *counts.folded.get(root, ())):
            refs[index] = _beside(open_reference(number), index)
    for index, finding in enumerate(assessment.findings):
        if finding.cause is not None:
            refs[index] = _beside(open_reference(finding.cause + 1), index)
    return refs


def _problems(counts: Tally, total: int) -> tuple[int, ...]:
    """Return the findings that are no open ones in the order of the page, each once."""
    opened = {
        index
        for root in counts.of(Outcome.OPEN)
        for index in (root, *counts.folded.get(root, ()))
    }
    roots = [*counts.of(Outcome.FAIL), *(index for index, _, _ in counts.waived)]
    shown = [each for root in roots for each in (root, *counts.folded.get(root, ()))]
    every = dict.fromkeys([*shown, *range(total)])
    return tuple(index for index in every if index not in opened)


def _beside(ref: Reference, index: int) -> Reference:
    return Reference(words=ref.words, target=ref.target, slug=f"{ref.target}-{index}")
