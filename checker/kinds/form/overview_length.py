"""Kind ``overview-length``: part one is as long, and tells what, as its place asks."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.demand import Count, Demand
from govcheck.document.evidence import Evidence
from govcheck.document.form import Form
from govcheck.document.place import Place
from govcheck.document.report import Document, Part
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import PartId

_WORD: Final = late_pattern(r"[\u4e00-\u9fff]|[0-9A-Za-z.,%％]{1,80}")
"""One 字: a Chinese character, or a run of digits and letters; marks are not counted."""
_SENTENCE: Final = late_pattern(r"[^。！？；\n]+")


class OverviewLength(Check, Struct, frozen=True, kw_only=True):
    """Asked only where the body's place has set a length, or counts that must be told.

    A count may be told in other words, or there may be nothing to count, so that is for a
    person.  Where the next part does not follow, more than the part may have been measured.
    """

    KIND: ClassVar[str] = "overview-length"
    TITLE: ClassVar[str] = (
        "所在地的通知对某一部分（part）规定了篇幅或者应写明的数量的，没有超出、没有漏写；"
        "没有规定的不适用。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"notice", "length", "most"})

    part: PartId
    number: re.Pattern[str]
    """What a count is told with: a figure, or 三篇."""
    nil: re.Pattern[str]
    """Words in a sentence that say that there is nothing to count."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Measure the part by each notice that speaks of it."""
        document = case.document
        part, passage = document.part(self.part), document.passage(self.part)
        asked = [one for one in document.demands if one.most_characters or one.counts]
        if not asked or part is None or passage is None:
            yield Inapplicable(reason="所在地没有对总体情况的篇幅作出规定")
            return
        place = Place(part=part.id, block=part.start)
        evidence = (Evidence(quote=part.title, place=place),)
        for demand in asked:
            yield from _length(document, part, demand, passage.text, evidence)
            silent = [one.name for one in demand.counts if not self._told(one, passage.text)]
            if silent:
                reason = f"{demand.title}要求写明{'、'.join(silent)}，正文未见，请核实"
                yield Doubt(reason=reason, evidence=evidence)

    def _told(self, count: Count, text: str) -> bool:
        return any(
            any(word in sentence for word in count.words)
            and (self.number.search(sentence) or self.nil.search(sentence))
            for sentence in _SENTENCE.findall(text)
        )


def _length(
    document: Document, part: Part, demand: Demand, text: str, evidence: tuple[Evidence, ...]
) -> Iterator[Remark]:
    most, length = demand.most_characters, sum(1 for _ in _WORD.finditer(text))
    if most is None or length <= most:
        return
    values = {"notice": demand.title, "length": str(length), "most": str(most)}
    remark = Violation if _is_whole(document.form, document, part) else Doubt
    yield remark(evidence=evidence, values=values)


def _is_whole(form: Form, document: Document, part: Part) -> bool:
    """Whether the form's next part follows, so that nothing of it was taken for this one."""
    order = [one.id for one in form.parts]
    behind = document.parts[document.parts.index(part) + 1 :]
    return bool(behind) and behind[0].id in order[order.index(part.id or "") + 1 :][:1]
