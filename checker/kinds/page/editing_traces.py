"""Kind ``editing-traces``: the file holds no tracked changes and no comments any more."""

from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.traces import TraceKind
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.parameters import FormatName

_MOST_PLACES: Final = 10
_MOST_AUTHORS: Final = 3


class EditingTraces(Check, Struct, frozen=True, kw_only=True):
    """One finding for all traces of some kinds; files of other formats cannot hold any."""

    KIND: ClassVar[str] = "editing-traces"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "文件不带修订、批注的痕迹（traces）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"count", "authors"})

    traces: tuple[TraceKind, ...]
    formats: tuple[FormatName, ...]
    """Formats of files that can hold such traces: docx."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Count them."""
        document = case.document
        if document.source.format not in self.formats:
            yield Inapplicable(reason="这种格式的文件不带修订和批注")
            return
        found = [trace for trace in document.traces if trace.kind in self.traces]
        if not found:
            return
        authors = list(dict.fromkeys(trace.author for trace in found if trace.author))
        named = "、".join(authors[:_MOST_AUTHORS]) or "未署名"
        more = "等" if len(authors) > _MOST_AUTHORS else ""
        yield Violation(
            evidence=tuple(
                Evidence(quote=trace.text, place=trace.place) for trace in found[:_MOST_PLACES]
            ),
            values={"count": str(len(found)), "authors": named + more},
        )
