"""What of a report stands in another one already: whole sentences, figures and years apart."""

from collections import defaultdict, deque
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from govcheck.comparison.sentences import Selection, Sentence, sentences
from govcheck.document.report import Document


class Repetition(Struct, frozen=True, kw_only=True):
    """The sentences of a report that count, and those that an earlier one has as well."""

    counted: int
    """How many of the later report count."""
    pairs: tuple[tuple[Sentence, Sentence], ...]
    """The earlier sentence and the later one, as the later report has them."""

    @property
    def repeated(self) -> int:
        """How many of the sentences that count are repeated."""
        return len(self.pairs)

    @property
    def share(self) -> Decimal:
        """Repeated sentences in a hundred that count, to one decimal; 0 where none counts."""
        return round(Decimal(self.repeated * 100) / max(self.counted, 1), 1)

    def exceeds(self, percent: int) -> bool:
        """Whether more than so many in a hundred are repeated."""
        return self.repeated * 100 > self.counted * percent


def repetition(earlier: Document, later: Document, selection: Selection) -> Repetition:
    """Pair the sentences of two reports that are the same when masked, each of them once.

    Takes time in proportion to the two texts.
    """
    known = _by_key(sentences(earlier, selection))
    mine = tuple(sentences(later, selection))
    pairs = tuple((known[one.key].popleft(), one) for one in mine if known.get(one.key))
    return Repetition(counted=len(mine), pairs=pairs)


def _by_key(found: Iterable[Sentence]) -> dict[str, deque[Sentence]]:
    known = defaultdict[str, deque[Sentence]](deque)
    for one in found:
        known[one.key].append(one)
    return known
