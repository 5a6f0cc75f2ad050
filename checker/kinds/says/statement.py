"""Kind ``statement``: somewhere the document says what it must say."""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.attachments import given_elsewhere
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import lost_in
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.search import Match, first_match, matches, says
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import PartId, PassageName

_MOST_SHOWN: Final = 5
"""Sentences; a person reads on where they stand."""


class Statement(Check, Struct, frozen=True, kw_only=True):
    """A sentence speaks of ``subject`` and, if asked, tells a result and not only a plan.

    No such sentence is a violation; sentences that only announce leave the question open.
    """

    KIND: ClassVar[str] = "statement"
    TITLE: ClassVar[str] = (
        "正文写到某事（subject），并且写明结果（result），不只是打算（plan）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"read"})

    subject: re.Pattern[str]
    passages: tuple[PassageName, ...] = (PassageName("body"),)
    when: re.Pattern[str] | None = None
    """The question is asked only of a document that says this."""
    unless: re.Pattern[str] | None = None
    """In the same sentence, these words show that it speaks of something else …"""
    certain: re.Pattern[str] | None = None
    """… and these that it speaks of the matter all the same."""
    result: re.Pattern[str] | None = None
    """Words in the sentence that tell what came of it."""
    plan: re.Pattern[str] | None = None
    """Words in the sentence that put it into the future."""
    doubt: str = ""
    """What to say when it is only announced."""
    part: PartId | None = None
    """Where it should stand: shown where it stands nowhere."""
    near: re.Pattern[str] | None = None
    """Words of the paragraph there that should say it."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Stop at the first sentence that tells; show those that only announce."""
        document = case.document
        if self.when and not says(document, self.when, self.passages):
            return
        if not any(document.passage(name) for name in self.passages):
            yield Doubt(reason="没有可供检索的正文文字")
            return
        announced: list[Evidence] = []
        for match in _one_a_sentence(self._spoken(document)):
            sentence = match.sentence
            if self._other_matter(sentence):
                continue
            if self._told(sentence):
                return
            announced.append(match.sentence_evidence)
        if announced:
            yield Doubt(reason=self.doubt, evidence=tuple(announced[:_MOST_SHOWN]))
        elif where := given_elsewhere(document) or lost_in(document, self.passages):
            yield Doubt(reason=str(where), loss=where)
        else:
            yield Violation(
                evidence=self._shown(document),
                values={"read": _read(document)},
                absent=(self.part,) if self.part and not document.part(self.part) else (),
            )

    def _shown(self, document: Document) -> tuple[Evidence, ...]:
        """Show the paragraph that should say it, or else the heading it should stand under."""
        part = document.part(self.part) if self.part else None
        if part is None:
            return ()
        match = first_match(document, self.near, (part.id or "",)) if self.near else None
        if match is None:
            return (Evidence(quote=part.title, place=Place(part=part.id, block=part.start)),)
        return (match.paragraph_evidence,)

    def _spoken(self, document: Document) -> Iterator[Match]:
        """Find the subject, be it in a heading and the paragraph under it together."""
        return matches(document, self.subject, self.passages, across=True)

    def _other_matter(self, sentence: str) -> bool:
        if self.unless is None or not self.unless.search(sentence):
            return False
        return not (self.certain and self.certain.search(sentence))

    def _told(self, sentence: str) -> bool:
        if self.result is None:
            return True
        if self.plan and self.plan.search(sentence):
            return False
        return bool(self.result.search(sentence))


def _read(document: Document) -> str:
    """Say what was read: “总体情况”等6个部分."""
    titles = [part.title for part in document.parts]
    return f"“{titles[0]}”等{len(titles)}个部分" if titles else "正文"


def _one_a_sentence(found: Iterable[Match]) -> Iterator[Match]:
    """Leave out what stands in a sentence that has been looked at."""
    last: Match | None = None
    for match in found:
        if last and last.passage is match.passage and match.start < last.sentence_end:
            continue
        last = match
        yield match
