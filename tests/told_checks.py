"""Checks that say what they are told to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from govcheck.document.case import Case
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Says(Check):
    """A check that says what it is told to."""

    KIND: ClassVar[str] = "says"
    TITLE: ClassVar[str] = "试验用。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"word"})

    remarks: tuple[Remark, ...] = ()

    def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002 - says the same of all
        yield from self.remarks


class Searches(Says):
    """One that passes where it finds nothing."""

    __slots__ = ()

    SEARCHES: ClassVar[bool] = True


FAILS = Says(remarks=(Violation(values={"word": "甲"}),))
DOUBTS = Says(remarks=(Doubt(reason="看不清"),))
IDLE = Says(remarks=(Inapplicable(reason="没有可问的"),))
PASSES = Says()
