"""Kind ``topics``: a part of the document treats every topic that it must treat."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import lost_within
from govcheck.document.place import Place
from govcheck.document.report import AgencyKind, Document, Part
from govcheck.document.said_lines import without_nil
from govcheck.document.unplaced import unplaced_text
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Severity, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import PartId

_CLAUSE: Final = late_pattern(r"[^，,。！？；;\n]+")
_ITEM: Final = late_pattern(r"[^。！？；;\n]+")
_LABEL: Final = late_pattern(r"(?m)^.{1,12}")
_NUMBERED: Final = late_pattern(r"[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]")
_LABELLED: Final = 3
"""With so many topics under labels of their own, the others have labels too or are missing."""


class Topic(Struct, frozen=True, kw_only=True):
    """What must be treated, and the words by which one knows that it is."""

    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words that, in the same clause, take the pattern's meaning away."""
    hint: re.Pattern[str] | None = None
    """Weaker words: where only they stand, a person must judge."""
    asked_apart: frozenset[AgencyKind] = frozenset()
    """Bodies of which other rules ask what belongs to it: named there, and not counted."""

    def treated(self, text: str) -> bool:
        """Whether a clause of the text matches and nothing in the clause speaks against it."""
        if self.unless is None:
            return bool(self.pattern.search(text))
        return any(
            self.pattern.search(clause) and not self.unless.search(clause)
            for clause in _CLAUSE.findall(text)
        )

    def hinted(self, text: str) -> bool:
        """Whether the weaker words stand in the text."""
        return self.hint is not None and bool(self.hint.search(text))


class Topics(Check, Struct, frozen=True, kw_only=True):
    """One finding names all topics that the part's text leaves out.

    Where it leaves out none for sure but only hints at some, that is put as a question.
    """

    KIND: ClassVar[str] = "topics"
    TITLE: ClassVar[str] = "某一部分（part）写到应写的各个方面（topics）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"part", "missing", "count"})

    part: PartId
    topics: tuple[Topic, ...]
    nil: re.Pattern[str] | None = None
    """A text that says nothing; another check speaks of it."""
    nil_is_none: bool = False
    """A heading over what is nil treats its topic: there was none of it."""
    neutral: re.Pattern[str] | None = None
    """Clauses that treat no topic.  If given, a clause that is neither such a one nor of a
    topic may be of the missing one in other words, and leaves the question open, unless it
    stands in one item with a clause of a topic."""
    grave_from: int | None = None
    """So many missing topics are graver than one …"""
    grave: Severity | None = None
    """… by this much; else all are as the rule says."""
    labelled: bool = False
    """The topics' names may be labels at the beginnings of lines.  Where they are, weaker
    words count only there."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look for each topic in the part's text."""
        document = case.document
        part = document.part(self.part)
        passage = document.passage(self.part)
        if part is None or passage is None:
            yield Inapplicable(reason="未识别到该部分")
            return
        text = self._told(passage.text)
        if not text or (self.nil and self.nil.fullmatch(text)):
            yield Inapplicable(reason="该部分没有文字内容")
            return
        lost = lost_within(document, part)
        for remark in self._remarks(document, part, text):
            yield Doubt(reason=str(lost), loss=lost) if lost else remark

    def _told(self, text: str) -> str:
        told = without_nil(text, self.nil) if self.nil and not self.nil_is_none else text
        return told.strip("。：: \n")

    def _remarks(self, document: Document, part: Part, text: str) -> Iterator[Remark]:
        """Ask for what is treated neither here nor under a heading out of its place."""
        unplaced = unplaced_text(document, part)
        silent = [
            topic
            for topic in self.topics
            if not (topic.treated(text) or (unplaced and topic.treated(unplaced)))
        ]
        hints = self._hints(text)
        missing = [topic for topic in silent if not topic.hinted(hints)]
        evidence = (Evidence(quote=part.title, place=Place(part=part.id, block=part.start)),)
        if missing and self._all_known(text):
            yield Violation(
                evidence=evidence,
                values={
                    "part": part.title,
                    "missing": "、".join(topic.name for topic in missing),
                    "count": str(len(missing)),
                },
                severity=self._severity(missing, document.agency_kind),
            )
        elif silent:
            names = "、".join(topic.name for topic in silent)
            reason = f"“{part.title}”是否写到{names}，从用词难以断定，需人工判断"
            yield Doubt(reason=reason, evidence=evidence)

    def _severity(self, missing: list[Topic], body: AgencyKind | None) -> Severity | None:
        counted = sum(body not in topic.asked_apart for topic in missing)
        if not counted:
            return Severity.ADVICE
        return self.grave if self.grave_from and counted >= self.grave_from else None

    def _all_known(self, text: str) -> bool:
        """Whether every clause of the text is of a topic or neutral."""
        return self.neutral is None or all(
            self._is_known(self.neutral, item) for item in _ITEM.findall(text)
        )

    def _is_known(self, neutral: re.Pattern[str], item: str) -> bool:
        return any(topic.treated(item) for topic in self.topics) or all(
            neutral.search(clause) or any(topic.hinted(clause) for topic in self.topics)
            for clause in _CLAUSE.findall(item)
        )

    def _hints(self, text: str) -> str:
        """Return where weaker words count: everywhere, or at the beginnings of lines."""
        if not self.labelled:
            return text
        labels = _LABEL.findall(text)
        named = sum(any(_is_label(topic, one) for one in labels) for topic in self.topics)
        return "\n".join(labels) if named >= _LABELLED else text


def _is_label(topic: Topic, label: str) -> bool:
    """Whether a line begins with the name of a topic, or with a number and words for it."""
    numbered = _NUMBERED.match(label)
    return topic.name in label or (numbered is not None and topic.treated(label))
