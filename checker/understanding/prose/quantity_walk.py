"""What holds as a paragraph is walked through: topic, time, and the figures told so far."""

import re
from typing import Final

from msgspec import Struct, field

from govcheck.document.figure import Period, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.apart import Apart
from govcheck.understanding.prose.asides import Asides
from govcheck.understanding.prose.behind import behind
from govcheck.understanding.prose.case_concepts import case_concept, is_of_all, named_behind
from govcheck.understanding.prose.concepts import Concepts
from govcheck.understanding.prose.counted import Counted, counted_at
from govcheck.understanding.prose.document_concepts import document_concept, made_known
from govcheck.understanding.prose.ellipses import divided, divides, elided
from govcheck.understanding.prose.joints import Joints, beside
from govcheck.understanding.prose.marks import period_held, period_led, period_of
from govcheck.understanding.prose.numerals import Numeral
from govcheck.understanding.prose.office_concepts import fee_concept, office_concept
from govcheck.understanding.prose.quantity import Quantity
from govcheck.understanding.prose.relations import relation_of
from govcheck.understanding.prose.scopes import OPENING, Scopes
from govcheck.understanding.prose.words_near import BEFORE, WordsNear, words_before, words_near

_AFTER: Final = late_pattern(r"[^，。；、\n]{0,30}")
_DEALT: Final = frozenset({"applications.handled", "applications.answered"})
_LONGEST: Final = 8
"""Words that say that cases are about disclosure are no longer."""


class QuantityWalk(Struct, kw_only=True):
    """What holds at the point that the walk has come to."""

    text: str
    vocabulary: Vocabulary
    concepts: Concepts
    year: int | None
    joints: Joints
    scopes: Scopes
    topic: str
    begun: int
    """Where the sentence begins."""
    clause: int
    """Where the words that belong to the next numeral begin."""
    unsearched: int
    """From where on in the sentence it has not been looked for what it is about."""
    disclosure: bool
    """Whether it is known that cases spoken of are about disclosure."""
    listed: bool = False
    """Whether the paragraph stands with the table that counts decisions."""
    period: Period = Period.THIS_YEAR
    sentence: int = 0
    named: list[str] = field(default_factory=list[str])
    """The concepts of the sentence so far; none for a figure that is part of another."""
    told: bool = False
    """Whether the paragraph has told anything of the tables."""
    begun_account: bool = False
    """Whether the paragraph has told what this year began with."""
    last: tuple[str, str] | None = None
    """The unit and scope of the figure right before, if it has a concept."""
    apart: Apart
    asides: Asides = field(default_factory=Asides)

    def mark(self, match: re.Match[str]) -> None:
        """Take note of a governing word."""
        kind = match.lastgroup
        self.topic, self.period = self.asides.leave(match.start(), self.topic, self.period)
        if kind == "stop":
            self._end_sentence(match)
        elif (period := period_of(match, self.year, self.period)) is not None:
            self.period = period
        elif kind != "title" and kind is not None:
            self.topic = kind
            if not self.disclosure:
                self._note_disclosure(match)

    def _end_sentence(self, stop: re.Match[str]) -> None:
        said = self.text[self.begun : stop.start()] if self.clause == self.begun else ""
        self.scopes.end_sentence(said)
        self.sentence += 1
        self.period, self.last, self.named = period_led(self.period, said), None, []
        self.begun = self.clause = self.unsearched = stop.end()

    def _note_disclosure(self, match: re.Match[str]) -> None:
        """Look for 信息公开 in what the sentence has said since it was last looked for."""
        words = self.concepts.words("disclosure")
        said = words.search(self.text, self.unsearched, match.start()) is not None
        self.disclosure = said or match.lastgroup == "applications"
        self.unsearched = max(self.unsearched, match.start() - _LONGEST)

    def read(self, numeral: Numeral, limit: int) -> Quantity:
        """Make a quantity of the next numeral; the one after it begins at ``limit``."""
        self.topic, self.period = self.asides.leave(numeral.start, self.topic, self.period)
        goes_on, (start, end) = self.clause > self.begun, (numeral.start, numeral.end)
        before = words_before(self.text, start, self.clause, self.vocabulary, goes_on=goes_on)
        following = _AFTER.match(self.text, end, limit)
        after = following[0] if following else ""
        own = self.concepts.before_next(after) if end + len(after) == limit else after
        divided_next, after = own != after, own
        relation = relation_of(before, numeral.unit, self.vocabulary)
        words = self.apart.own_words(before, self.text[start : limit + 99], self.topic)
        concept, scope = self._meaning(words, after, numeral, relation, limit)
        scope = scope or (self.last[1] if self.apart.within and self.last else "")
        if not self._words("passed_over").fullmatch(before):
            self.last = None
        if concept:
            self.last = numeral.unit, scope or made_known(self.concepts, concept, before)
            self.told = True
            self.named.append("" if self._words("within").search(before) else concept)
        else:
            self.scopes.note(before, self._counted(numeral), self.text[start:end], after)
        if divided_next and not (concept or "").endswith(".dealt"):
            self.scopes.narrow()
        if self._words("among").match(after):
            whole = concept in _DEALT and self._words("whole_scope").fullmatch(scope)
            self.scopes.go_into(self._counted(numeral, concept or ""), dealt=bool(whole))
        self.asides.enter(self.text, numeral.end, self.topic, self.period)
        self.clause = numeral.end + (len(after) if self.concepts.leads(before) else 0)
        return Quantity(
            numeral=numeral,
            subject=before.lstrip("，；：、（）"),
            concept=concept,
            scope=scope,
            relation=relation,
            period=self._period(before, concept),
            sentence=self.sentence,
        )

    def _period(self, before: str, concept: str | None) -> Period:
        """Return the time of a figure; what came in by the year's end may be of all years."""
        if self.period is Period.YEAR_END and self._words("since_ever").search(before):
            self.period = Period.CUMULATIVE
        if (concept or "").endswith(OPENING):
            self.begun_account = self.period is Period.THIS_YEAR
        return period_held(self.period, concept, begun=self.begun_account)

    def _words(self, name: str) -> re.Pattern[str]:
        return self.vocabulary.pattern(f"quantities.{name}")

    def _meaning(
        self, before: str, after: str, numeral: Numeral, relation: Relation, limit: int
    ) -> tuple[str | None, str]:
        """Return the concept and what limits it."""
        if relation is not Relation.COUNT:
            return None, ""
        tail = after.replace(" ", "")
        concept = self._concept(before, tail, numeral)
        if concept and numeral.value:
            words = beside(self.topic, before, self.text, (numeral.end, limit))
            concept = self.joints.counted(concept, words)
            if not concept:
                return None, ""
        if concept:
            rest = behind(tail, self.vocabulary)
            own = self.scopes.of(before, rest, self._counted(numeral, concept))
            return concept, own or ("" if self.disclosure else self.scopes.of_headed(before))
        if self.last and numeral.unit == self.last[0]:
            behind_it = self.text[numeral.end : limit]
            concept = elided(before, self.named, self.vocabulary, tail=tail, behind=behind_it)
            rest = self.scopes.elided(before, self.last[1], sums=concept in self.named)
            return concept, rest if concept else ""
        return None, ""

    def _counted(self, one: Numeral, concept: str = "") -> Counted:
        return counted_at(self.text, one, concept, self.topic, self.vocabulary)

    def _concept(self, before: str, after: str, numeral: Numeral) -> str | None:
        if self._words("taken_object").match(after) and self._words("taken").search(before):
            self.topic = "applications"
            return "applications.received"
        if found := office_concept(self.concepts, before, numeral.unit, listed=self.listed):
            self.topic = "decisions"
            return found
        if self.topic == "fee":
            said = self.text[max(self.begun, numeral.start - BEFORE) : numeral.start]
            return fee_concept(self.concepts, said.replace(" ", ""), numeral.unit)
        near = words_near(before, after, self.text, numeral)
        kind = named_behind(self.concepts, near) if self.disclosure else ""
        if kind and self.concepts.counts(kind, numeral.unit):
            self.topic = kind
            return f"{kind}.total"
        counts = self.concepts.counts(self.topic, numeral.unit)
        return self._case(near) if counts else None

    def _case(self, near: WordsNear) -> str | None:
        """Return the concept of a figure that counts what the topic is about."""
        if self.topic == "applications":
            further = self.clause > self.begun
            if divides(near.before, self.named, self.vocabulary, goes_on=further):
                return divided(self.named)
            concept = self.concepts.application(near.before, near.after, near.behind)
            return None if self.told and (concept or "").endswith(".dealt") else concept
        if self.topic in {"documents", "rules"}:
            return document_concept(self.concepts, self.topic, near.before, near.behind)
        known = self.disclosure or self.scopes.of_headed(near.before)
        ours = known and not is_of_all(self.concepts, near)
        return case_concept(self.concepts, self.topic, near) if ours else None
