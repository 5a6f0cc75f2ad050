"""The remarks of a check, put into the words of its rule."""

from collections.abc import Mapping

from msgspec import Struct

from govcheck.document.sentence import nested, sentence
from govcheck.judging.assessment import Finding
from govcheck.judging.brevity import FULL
from govcheck.kinds.remark import Doubt, Outcome, Severity, Violation
from govcheck.rulebook.rule import CheckUse, Rule


class RemarkWriter(Struct, frozen=True, kw_only=True):
    """Puts the remarks of one check into the rule's words."""

    rule: Rule
    index: int
    only_asked: str
    """Why this body is asked what others are told."""

    def sort(self, remark: Violation | Doubt) -> tuple[Outcome, Severity]:
        """Return outcome and severity of what is remarked."""
        told = isinstance(remark, Violation) and not self.only_asked
        severity = remark.severity or self._use.severity or self.rule.severity
        return Outcome.FAIL if told else Outcome.OPEN, severity

    def finding(self, remark: Violation | Doubt) -> Finding:
        """Write a finding; the remark's values are data, never a template."""
        violated = isinstance(remark, Violation)
        own = "" if isinstance(remark, Violation) else remark.reason
        message = own or self._use.message.format_map(_bounded(remark.values))
        told = sentence(nested(message))
        outcome, severity = self.sort(remark)
        return Finding(
            rule=self.rule.id,
            outcome=outcome,
            severity=severity,
            message=told + self.only_asked if violated else told,
            title=self._use.failure_title,
            evidence=remark.evidence,
            remedy=self._remedy(outcome),
            hint=sentence(nested(FULL.quoted(remark.hint))),
            terms=remark.terms if isinstance(remark, Violation) else (),
            loss=None if isinstance(remark, Violation) else remark.loss,
            absent=remark.absent if isinstance(remark, Violation) else (),
            years=remark.years if isinstance(remark, Violation) else (),
            follows=self._use.follows,
            more=remark.more if isinstance(remark, Violation) else 0,
            check=self.index if any(one.checks for one in self.rule.basis) else None,
        )

    def _remedy(self, outcome: Outcome) -> str:
        """Say what to correct; nothing where it is open whether anything is wrong."""
        if outcome is not Outcome.FAIL:
            return ""
        return sentence(self._use.remedy or self.rule.remedy)

    @property
    def _use(self) -> CheckUse:
        return self.rule.checks[self.index]


def _bounded(values: Mapping[str, str]) -> Mapping[str, str]:
    """Cut what a message quotes before it is written, not after."""
    return {name: FULL.quoted(value) for name, value in values.items()}
