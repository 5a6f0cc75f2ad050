"""Kind ``near-copies``: much of the text stands in another body's report as well."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.naming import day_words, plain
from govcheck.document.peers import Likeness
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import PassageName

ALONE: Final = "只在批量检查时与其他机关的报告比较"


class NearCopies(Check, Struct, frozen=True, kw_only=True):
    """More than so many in a hundred of the sentences that count stand in another report.

    Two sentences are the same that differ in masked words and in marks alone; alike, if more
    than half of their runs of three characters are the same.
    """

    KIND: ClassVar[str] = "near-copies"
    TITLE: ClassVar[str] = (
        "正文句子与另一机关的报告相同、近似的超过 percent% 时，请人核实（只在批量检查时问）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"other", "file", "counted", "shared", "share", "percent", "order"}
    )

    passages: tuple[PassageName, ...]
    left_out: re.Pattern[str]
    """Statutory wording, words of the form, set phrases: not the body's own."""
    masked: re.Pattern[str]
    """Years, figures, the numbers of a list."""
    least: int
    """Characters, masked and without marks, that a sentence must have to count."""
    sentences: int
    """So many must stand in both."""
    percent: int
    shared_by: int
    """A sentence that more reports unlike each other have than so many does not count."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once for each of the most alike; the shared sentences are the evidence."""
        peers = case.peers
        if peers is None or peers.absence is not None:
            yield Inapplicable(reason=ALONE)
            return
        for one in peers.alike:
            yield Doubt(
                evidence=tuple(Evidence(quote=mine) for mine, _ in one.pairs),
                values=self._values(one, peers.published),
            )
        if peers.more_alike:
            yield Doubt(reason=f"另有 {peers.more_alike} 份报告与本报告雷同，见雷同报告的分组")

    def _values(self, one: Likeness, published: date | None) -> dict[str, str]:
        return {
            "other": one.name or one.file,
            "file": one.file,
            "counted": str(one.counted),
            "shared": str(one.shared),
            "share": f"{plain(one.share)}%",
            "percent": f"{self.percent}%",
            "order": _order(published, one),
        }


def _order(mine: date | None, other: Likeness) -> str:
    """Say which was published first, as far as both tell; that proves no copying."""
    its = other.published
    if mine is None or its is None:
        return "两份报告的发布日期未能都识别，先后不明"
    if mine == its:
        return f"两份报告同在{day_words(mine)}发布"
    days = f"本报告{day_words(mine)}发布，该报告{day_words(its)}发布"
    return f"{days}，{'该' if its < mine else '本'}报告在先"
