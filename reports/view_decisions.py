"""What a person decides in the page: the ledger entry of a matter, and what stands in it."""

from collections.abc import Mapping

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.review.matter import Matter, matters
from govcheck.review.quoting import quoted
from govcheck.review.skeleton import HEAD, blank_entry
from govcheck.rulebook.rule import Rulebook


class Control(Struct, frozen=True, kw_only=True):
    """Where one matter is decided."""

    key: str
    former: str
    entry: Markup
    """Its ledger entry, blank."""
    about: str
    """What is decided, for who hears the page."""
    overrules: bool = False
    """Whether 符合 says that a failure is none."""
    decision: str = ""
    person: str = ""
    """As a ledger writes it, like ``reason``: nothing in it hides."""
    date: str = ""
    reason: str = ""
    until: str = ""
    ruling: str = ""
    """What was decided, in a word."""
    why: str = ""
    """Why, by whom and when."""


class Controls(Struct, frozen=True, kw_only=True):
    """Every matter of the page: by finding, by open item and rule, by rule alone."""

    findings: Mapping[int, Control]
    items: Mapping[tuple[int, str], Control]
    silent: Mapping[str, Control]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.findings) + len(self.items) + len(self.silent)


def controls(assessment: Assessment, rulebook: Rulebook) -> Controls:
    """Return where everything is decided."""
    findings: dict[int, Control] = {}
    items: dict[tuple[int, str], Control] = {}
    silent: dict[str, Control] = {}
    for matter in matters(assessment, rulebook):
        if matter.finding is not None:
            findings[matter.finding] = _control(matter, assessment.findings[matter.finding])
        elif matter.item is not None:
            items[matter.item, matter.rule] = _control(matter)
        else:
            silent[matter.rule] = _control(matter)
    return Controls(findings=findings, items=items, silent=silent)


def ledger_head() -> Markup:
    """Return what a new ledger begins with, as the page keeps it."""
    return Markup(escape(HEAD))  # noqa: S704 - escaped


def _control(matter: Matter, finding: Finding | None = None) -> Control:
    entry = Markup(escape(blank_entry(matter)))  # noqa: S704 - escaped
    blank = Control(
        key=matter.key,
        former=matter.former,
        entry=entry,
        about=matter.message,
        overrules=finding is not None and finding.outcome is Outcome.FAIL,
    )
    decision = finding.decision if finding else None
    if finding is None or decision is None:
        return blank
    return replace(
        blank,
        decision=decision.decision,
        person=quoted(decision.person),
        date=decision.date,
        reason=quoted(decision.reason),
        until=decision.until or "",
        ruling=ruling_word(finding),
        why=decision_words(decision),
    )
