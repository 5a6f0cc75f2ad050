"""Kind ``question``: what no document can show; a person must look."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.kinds.remark import Doubt, Remark


class Question(Struct, frozen=True, kw_only=True):
    """Always open."""

    KIND: ClassVar[str] = "question"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    reason: str

    def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002 - nothing to see
        """Put the question."""
        yield Doubt(reason=self.reason)
