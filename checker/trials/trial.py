"""Put a rule to the trial of its own examples."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from govcheck.document.knowledge import Knowledge
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.judging.assessment import Finding, Judgement
from govcheck.judging.engine import judge
from govcheck.judging.local_rules import rules_for
from govcheck.judging.quotation import verbatim
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.example import Example
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.trials.difference import FoundEvidence, differences
from govcheck.trials.documents import example_case
from govcheck.trials.neighbours import beside_peers
from govcheck.trials.sights import sights

_STRAYED: Final = "的报告不在本规则 applies_to 的范围内：请写明 region、agency_kind 或 year"
_INHERITED: Final = "（沿用所改规则的示例；改动后应有的结果，请在本文件的 examples 中另写）"


class Trial(Struct, frozen=True, kw_only=True):
    """What a rule said of one of its examples."""

    rule: Rule
    example: Example
    outcome: Outcome
    reason: str
    found: tuple[FoundEvidence, ...]
    strayed: bool = False
    """Whether another version of the rule was asked: the report is not in the scope of this."""

    @property
    def where(self) -> str:
        """File and line of the example, or of the finding that it states otherwise."""
        line = self.example.line
        if self.outcome == self.example.outcome:
            line = next((one.line for one in differences(self.example, self.found)), line)
        return f"{self.example.file}:{line}"

    @property
    def failure(self) -> str:
        """What came out otherwise than the example says (Chinese), or nothing."""
        if self.strayed and not self.example.inherited:
            return _STRAYED
        differs = self._difference
        return differs + _INHERITED if differs and self.example.inherited else differs

    @property
    def _difference(self) -> str:
        said = "；".join(one.finding.message for one in self.found) or self.reason
        if self.outcome != self.example.outcome:
            expected = self.example.outcome
            return f"应为 {expected}，实为 {self.outcome}" + (f"（{said}）" if said else "")
        words = self.example.message
        first = self.found[0].finding.message if self.found else self.reason
        if words is not None and words not in first:
            return f"应写有“{words}”，实为“{first}”"
        return "；".join(one.words for one in differences(self.example, self.found))


def try_example(
    rule: Rule, example: Example, knowledge: Knowledge, book: Rulebook | None = None
) -> Trial:
    """Judge an example's document by the rule, or by the version that ``book`` has for it.

    Raises Unusable where it is none.
    """
    try:
        alone = example_case(example.document, knowledge)
        case = beside_peers(alone, example.document, rule, knowledge)
    except KeyError as error:
        raise Unusable(
            f"{rule.file}:{example.line}: 示例的表格有误：{error.args[0]}"
        ) from error
    except (ValueError, ArithmeticError) as error:
        raise Unusable(f"{rule.file}:{example.line}: 示例有误：{error}") from error
    asked = (rules_for(case, book).rule(rule.id) if book else None) or rule
    judgement, findings = judge(case, asked)
    said = [*findings, *_questions(judgement, asked)]
    return Trial(
        rule=rule,
        example=example,
        outcome=judgement.outcome,
        reason=judgement.reason,
        found=tuple(_found(finding, case.document) for finding in said),
        strayed=asked is not rule,
    )


def _questions(judgement: Judgement, rule: Rule) -> Iterator[Finding]:
    """Yield what a person is asked as an example states it: like any other doubt."""
    for question in judgement.questions:
        yield Finding(
            rule=rule.id, outcome=Outcome.OPEN, severity=rule.severity, message=question
        )


def _found(finding: Finding, document: Document) -> FoundEvidence:
    quoted = verbatim(finding, document)
    return FoundEvidence(finding=quoted, seen=sights(quoted, document))


def try_all(rules: Iterable[Rule], book: Rulebook) -> Iterator[Trial]:
    """Try every example of these rules of the book; one of a version by what it now means."""
    for rule in rules:
        whole = book if _is_version(rule, book) else None
        for example in rule.examples:
            yield try_example(rule, example, book.knowledge, whole)


def unproven(rules: Iterable[Rule], book: Rulebook) -> Iterator[Rule]:
    """Yield versions that check something else than the rule, and show no example of it."""
    for rule in rules:
        if not _is_version(rule, book) or not all(one.inherited for one in rule.examples):
            continue
        general = book.rule(rule.id)
        if general and general.checks != rule.checks:
            yield rule


def _is_version(rule: Rule, book: Rulebook) -> bool:
    return any(rule is one for one in book.local)
