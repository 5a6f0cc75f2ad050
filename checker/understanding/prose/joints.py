"""What a number counts whose words are joined: 新收和上年结转申请91件.

The words before a number, or behind it, are cut at their joints, and each member is read as if
the number were its own.  What adds up is counted together and never held against one of them;
where it is not plain what they come to, the number has no concept.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.figure import JOINED
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.case_concepts import CASES, case_concept
from govcheck.understanding.prose.clauses import without_brackets
from govcheck.understanding.prose.concept_ids import DECISIONS
from govcheck.understanding.prose.concepts import Concepts
from govcheck.understanding.prose.document_concepts import document_concept
from govcheck.understanding.prose.joint_counts import DEALT, including, is_new, together
from govcheck.understanding.prose.words_near import WordsNear

_DECIDED: Final = ("decided.", "dealt_with.")
_OTHER_TABLE: Final = "license"
"""Counted in a table of its own: with others it is in none."""
_NOUNS: Final = {"documents": "joints.documents_noun", "rules": "joints.rules_noun"}
_MONEY: Final = ("charges.", "fee.")
_WHOLE: Final = ".total"


class Beside(Struct, frozen=True, kw_only=True):
    """The words beside a number."""

    topic: str
    before: str
    behind: str
    """Up to the next number, or the end of the paragraph."""
    ends: bool
    """Whether no number follows."""


def beside(topic: str, before: str, text: str, gap: tuple[int, int]) -> Beside:
    """Return the words beside a number, behind which ``gap`` reaches to the next one."""
    end, limit = gap
    behind = text[end:limit].replace(" ", "")
    ends = text[limit : limit + 1] in {"", "\n"}
    return Beside(topic=topic, before=before, behind=behind, ends=ends)


class Joints:
    """Tells what numbers count together, by the words of one vocabulary."""

    def __init__(self, concepts: Concepts, vocabulary: Vocabulary) -> None:
        """Take the words from ``joints`` in the vocabulary."""
        self._concepts = concepts
        self._vocabulary = vocabulary

    def counted(self, concept: str, beside: Beside) -> str | None:
        """Return what a number counts whose nearest words speak of ``concept``."""
        before = without_brackets(beside.before)
        if concept.startswith(_MONEY) or self._words("each").search(before):
            return concept
        if self._concepts.leads(before):
            return self._behind(concept, beside)
        region = self._region(before)
        if concept.startswith(_DECIDED):
            return self._decisions(concept, region)
        found = self._before(concept, beside.topic, self._cut(region))
        return self._including(found, beside) if found else None

    def _words(self, name: str) -> re.Pattern[str]:
        return self._vocabulary.pattern(f"joints.{name}")

    def _region(self, before: str) -> str:
        """Return the clause that names what is counted, with one that sums it up."""
        clauses = self._words("breaks").split(before)
        first = len(clauses) - 1
        while first and self._words("goes_on").match(clauses[first]):
            first -= 1
        return "，".join(clauses[first:])

    def _cut(self, text: str) -> list[str]:
        return [piece for piece in self._words("joint").split(text) if piece.strip("，")]

    def _before(self, concept: str, topic: str, pieces: Sequence[str]) -> str | None:
        """Return what pieces come to, the last of which tells ``concept``."""
        told = [self.member(topic, piece) for piece in pieces[:-1]]
        named = [one for one in told if one]
        if not named:
            opens = len(pieces) > 1 and self._words("member").match(pieces[-1])
            return None if opens and not concept.endswith(_WHOLE) else concept
        named.append(self.member(topic, pieces[-1]) or concept)
        if len(set(named)) == 1:
            return concept
        acted = self._words("acted_on").search(pieces[0])
        done = self._words("acted_last").search(pieces[-1]) if is_new(named) else None
        if acted or done:
            known = is_new(named) and (done or (acted and acted["dealt"]))
            return DEALT if known else None
        unsure = (
            self._words("unsure").search(pieces[-1]) or None in told[told.index(named[0]) :]
        )
        return None if unsure else together(concept, named)

    def member(self, topic: str, piece: str) -> str | None:
        """Return what a piece speaks of by itself; it may leave its noun to the last."""
        if topic == "applications":
            return self._concepts.application(piece, "")
        if topic in CASES:
            said = [name for name in CASES if self._words(name).search(piece)]
            return case_concept(
                self._concepts, said[-1] if said else topic, WordsNear(before=piece)
            )
        if self._words("documents").search(piece):
            own = "rules" if self._words("rules").search(piece) else "documents"
            return document_concept(self._concepts, own, piece, "")
        (noun,) = self._vocabulary.words[_NOUNS[topic]]
        return document_concept(self._concepts, topic, piece + noun, "")

    def _behind(self, concept: str, beside: Beside) -> str | None:
        """Return what words behind a number come to: 36件为不予公开、无法提供和其他处理."""
        own = self._words("own_clause").match(beside.behind)
        clause = own[0] if own else ""
        pieces = self._words("joint").split(clause)
        if clause == beside.behind and not beside.ends:
            pieces.pop()
        told = [self._member_behind(beside.topic, piece) for piece in pieces]
        named = [one for one in told if one]
        if len(told) < 2 or told[0] != concept:  # noqa: PLR2004 - one alone
            return concept
        sure = len(named) == len(told) and not self._words("unsure").search(pieces[-1])
        return together(concept, named) if sure else None

    def _member_behind(self, topic: str, piece: str) -> str | None:
        if topic == "applications":
            return self._concepts.application("", piece)
        return (
            case_concept(self._concepts, topic, WordsNear(before="", after=piece))
            if topic in CASES
            else None
        )

    def _decisions(self, concept: str, region: str) -> str | None:
        """Return what decisions of several kinds come to: 作出行政处罚和行政强制决定12件."""
        done = list(self._words("done").finditer(region))
        pieces = self._cut(region[done[-1].start() :] if done else region)
        found = [self._words("decided").search(piece) for piece in pieces]
        kinds = [name for one in found if one for name in DECISIONS if one[name]]
        about = concept.partition(".")[0]
        if len(kinds) < len(pieces):
            return None if self._words("member").match(pieces[-1]) else concept
        if _OTHER_TABLE in kinds and len(set(kinds)) > 1:
            return None
        return JOINED.join(dict.fromkeys(f"{about}.{kind}" for kind in kinds))

    def _including(self, concept: str, beside: Beside) -> str | None:
        """Return what a number counts with what brackets say is in it."""
        within = self._words("included").search(beside.before)
        within = within or self._words("included_behind").match(beside.behind)
        what = self.member(beside.topic, within["what"]) if within else None
        return including(concept, what) if what else concept
