"""What the public API returns: plain records, apart from the types that govcheck works with.

They are provisional until version 1.0.
"""

from decimal import Decimal

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.judging import assessment as judged
from govcheck.rulebook.rule import Rulebook


class Place(Struct, frozen=True, kw_only=True):
    """Where something was seen, and what should have been there."""

    quote: str
    """As the file has it; empty for what is not there."""
    expected: str | None
    """Only where the law or the arithmetic fixes it."""
    actual: str | None
    part: str | None
    """Id of the part, ``introduction`` or ``furniture``."""
    table: str | None
    row: str | None
    column: str | None
    line: int | None
    """Line in the source file, from 1."""
    page: int | None
    """Page of a paginated file, from 1."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to be corrected (``fail``) or to be looked at (``open``)."""

    rule: str
    outcome: str
    severity: str
    """critical, major, minor or advice."""
    message: str
    hint: str
    """What may lie behind it, in words; empty as a rule."""
    remedy: str
    places: tuple[Place, ...]
    root: int | None
    """Index in the findings of the one that causes this one."""
    cause: int | None
    """Index in the open items of what keeps this one open."""


class OpenItem(Struct, frozen=True, kw_only=True):
    """What could not be seen, and all that it leaves open."""

    id: str
    cause: str
    """picture, page, tail, hole, date, internal or other."""
    look_at: str
    """The one thing to look at."""
    reason: str
    rules: tuple[str, ...]
    """Ids of the rules that it leaves open."""


class Question(Struct, frozen=True, kw_only=True):
    """What no file can answer and a person is asked; nothing depends on it."""

    rule: str
    question: str


class Score(Struct, frozen=True, kw_only=True):
    """Points out of 100: ``confirmed`` counts open items as lost, ``possible`` as kept."""

    confirmed: Decimal
    possible: Decimal
    verified: Decimal
    """Points whose rules were answered, by the program or by a person."""
    grade: str | None
    vetoes: tuple[str, ...]
    """Ids of the rules whose breach alone decides."""


class Result(Struct, frozen=True, kw_only=True):
    """What govcheck has to say of one report; :func:`write` puts it into a format."""

    verdict: str
    score: Score
    findings: tuple[Finding, ...]
    """Worst first; a finding that another causes stands after it."""
    open: tuple[OpenItem, ...]
    """The costliest first."""
    questions: tuple[Question, ...]
    outcomes: dict[str, str]
    """Rule id to ``pass``, ``fail``, ``open`` or ``not-applicable``."""
    assessment: judged.Assessment
    """All of it, in the types that govcheck itself works with: these may change."""
    rulebook: Rulebook
    """What it was judged by."""


def result_of(given: judged.Assessment, book: Rulebook) -> Result:
    """Return the result of an assessment."""
    score = given.score
    return Result(
        verdict=score.verdict,
        score=Score(
            confirmed=score.confirmed,
            possible=score.possible,
            verified=score.verified,
            grade=score.grade,
            vetoes=score.vetoes,
        ),
        findings=tuple(map(_finding, given.findings)),
        open=tuple(map(_open, given.open)),
        questions=tuple(
            Question(rule=one.rule, question=question)
            for one in given.judgements
            for question in one.questions
        ),
        outcomes={one.rule: str(one.outcome) for one in given.judgements},
        assessment=given,
        rulebook=book,
    )


def _finding(found: judged.Finding) -> Finding:
    return Finding(
        rule=found.rule,
        outcome=str(found.outcome),
        severity=str(found.severity),
        message=found.message,
        hint=found.hint,
        remedy=found.remedy,
        places=tuple(map(_place, found.evidence)),
        root=found.root,
        cause=found.cause,
    )


def _open(item: judged.OpenItem) -> OpenItem:
    return OpenItem(
        id=item.id,
        cause=str(item.cause),
        look_at=item.look_at,
        reason=item.reason,
        rules=item.rules,
    )


def _place(seen: Evidence) -> Place:
    place = seen.place
    return Place(
        quote=seen.quote,
        expected=seen.expected,
        actual=seen.actual,
        part=place.part,
        table=place.table,
        row=place.row,
        column=place.column,
        line=place.line,
        page=place.page,
    )
