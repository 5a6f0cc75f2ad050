"""The reports of a batch as they are held against each other, read when they are asked for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, overload

from govcheck.batch.results import Results
from govcheck.document.bodies import Body

_KEPT: Final = 64
"""So many that were asked for are kept."""


class KeptBodies(Sequence[Body]):
    """Reports in the journal, by the numbers of their tasks; memory holds but a few."""

    def __init__(self, results: Results, numbers: Sequence[int]) -> None:
        """Read them there."""
        self._numbers = numbers
        self._read = lru_cache(maxsize=_KEPT)(results.body)

    @overload
    def __getitem__(self, index: int) -> Body: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Body]: ...
    def __getitem__(self, index: int | slice) -> Body | Sequence[Body]:
        """Return one of them, or several."""
        if isinstance(index, slice):
            return [self._read(number) for number in self._numbers[index]]
        return self._read(self._numbers[index])

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self._numbers)
