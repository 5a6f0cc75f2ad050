"""What every kind of check is: the one thing that the engine knows of them."""

from collections.abc import Iterator
from typing import ClassVar

from govcheck.document.case import Case
from govcheck.kinds.remark import Remark


class Check:
    """A kind of check with its parameters filled in: a frozen struct in ``kinds/``."""

    __slots__ = ()

    KIND: ClassVar[str]
    """Its name in the YAML."""
    TITLE: ClassVar[str]
    """What it asks, in a line or two of Chinese, for those who write rules."""
    MESSAGE_FIELDS: ClassVar[frozenset[str]]
    """What a message may ask for in braces."""
    SEARCHES: ClassVar[bool] = False
    """It passes where it finds nothing, which is no pass in a file that was not read whole."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Yield what is wrong and what cannot be told; nothing means a pass."""
        raise NotImplementedError
