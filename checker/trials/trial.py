"""Put a rule to the trial of its own examples."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from govcheck.document.knowledge import Knowledge
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.judging.assessment import Finding, Judgement
from govcheck.judging.engine import judge
from govcheck.judging.quotation import verbatim
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.example import Example
from govcheck.rulebook.rule import Rule
from govcheck.trials.difference import Found, differences
from govcheck.trials.documents import example_case
from govcheck.trials.neighbours import beside_peers
from govcheck.trials.sights import sights


class Trial(Struct, frozen=True, kw_only=True):
    """What a rule said of one of its examples."""

    rule: Rule
    example: Example
    outcome: Outcome
    reason: str
    found: tuple[Found, ...]

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
        said = "；".join(one.finding.message for one in self.found) or self.reason
        if self.outcome != self.example.outcome:
            expected = self.example.outcome
            return f"应为 {expected}，实为 {self.outcome}" + (f"（{said}）" if said else "")
        words = self.example.message
        first = self.found[0].finding.message if self.found else self.reason
        if words is not None and words not in first:
            return f"应写有“{words}”，实为“{first}”"
        return "；".join(one.words for one in differences(self.example, self.found))


def try_example(rule: Rule, example: Example, knowledge: Knowledge) -> Trial:
    """Judge an example's document by the rule.  Raises Unusable where it is not one."""
    try:
        alone = example_case(example.document, knowledge)
        case = beside_peers(alone, example.document, rule, knowledge)
    except KeyError as error:
        raise Unusable(
            f"{rule.file}:{example.line}: 示例的表格有误：{error.args[0]}"
        ) from error
    except (ValueError, ArithmeticError) as error:
        raise Unusable(f"{rule.file}:{example.line}: 示例有误：{error}") from error
    judgement, findings = judge(case, rule)
    said = [*findings, *_questions(judgement, rule)]
    return Trial(
        rule=rule,
        example=example,
        outcome=judgement.outcome,
        reason=judgement.reason,
        found=tuple(_found(finding, case.document) for finding in said),
    )


def _questions(judgement: Judgement, rule: Rule) -> Iterator[Finding]:
    """Yield what a person is asked as an example states it: like any other doubt."""
    for question in judgement.questions:
        yield Finding(
            rule=rule.id, outcome=Outcome.OPEN, severity=rule.severity, message=question
        )


def _found(finding: Finding, document: Document) -> Found:
    quoted = verbatim(finding, document)
    return Found(finding=quoted, seen=sights(quoted, document))


def try_all(rules: Iterable[Rule], knowledge: Knowledge) -> Iterator[Trial]:
    """Try every example of these rules."""
    for rule in rules:
        for example in rule.examples:
            yield try_example(rule, example, knowledge)
