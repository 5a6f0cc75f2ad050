"""Rates whose part and whole stand in the report's own tables: 行政复议纠错率25%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.figure import Figure, Period
from govcheck.document.report import Document
from govcheck.parameters import ConceptId
from govcheck.statements.reading import amounts
from govcheck.statements.rounding import percent, stands_for
from govcheck.statements.stated import sentence_of

_EVERYTHING: Final = 100
_PARTS: Final = ("applications", "review-litigation")
"""Parts in which it need not be said that a rate is of disclosure."""


class TabledRate(Struct, frozen=True, kw_only=True):
    """What a rate is called, and what of the tables it may be a part of what."""

    called: re.Pattern[str]
    parts: tuple[ConceptId, ...]
    wholes: tuple[ConceptId, ...]


def told_by_table(
    document: Document, rate: Figure, tabled: Sequence[TabledRate]
) -> bool | None:
    """Tell whether some part and whole make a rate; None where the tables do not count both.

    Nothing limits it: 按期办结率 is another one, and so is that of all business.
    """
    if not _is_ours(document, rate):
        return None
    shares = list(_shares(document, rate, tabled))
    return any(stands_for(share, rate) for share in shares) if shares else None


def may_be_tabled(document: Document, rate: Figure, tabled: Sequence[TabledRate]) -> bool:
    """Whether the tables make a rate that is not said to be of disclosure: 当年办结率95.7%."""
    return any(stands_for(share, rate) for share in _shares(document, rate, tabled))


def _shares(
    document: Document, rate: Figure, tabled: Sequence[TabledRate]
) -> Iterator[Decimal]:
    known = next((one for one in tabled if one.called.fullmatch(rate.subject)), None)
    exact = 0 < rate.value < _EVERYTHING and not rate.approximate
    if known and exact and rate.period is Period.THIS_YEAR:
        for part, whole in _pairs(document, rate, known):
            yield percent(part, whole)


def _is_ours(document: Document, rate: Figure) -> bool:
    """Whether a rate is of disclosure: of applications for it, or called so itself."""
    words = document.vocabulary.pattern
    named = words("statements.ours").search(rate.subject)
    asked = words("statements.of_asking").search(sentence_of(document, rate))
    return rate.place.part in _PARTS or bool(named or asked)


def _pairs(
    document: Document, rate: Figure, known: TabledRate
) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield each part with each whole that counts the same."""
    for part in known.parts:
        for whole in known.wholes:
            if part.rpartition(".")[0] == whole.rpartition(".")[0]:
                wholes = [one for one in _counted(document, rate, whole) if one]
                yield from product(_counted(document, rate, part), wholes)


def _counted(document: Document, rate: Figure, concept: ConceptId) -> list[Decimal]:
    read = replace(rate, concept=concept, scope="")
    found = (amounts(table, read) for table in document.form_tables)
    return [one.value for counted in found for one in counted if one.certain]
