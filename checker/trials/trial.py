"""Put a rule to the trial of its own examples."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from govcheck.document.knowledge import Knowledge
from govcheck.errors import Unusable
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import judge
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Example, Rule
from govcheck.trials.documents import example_case


class Trial(Struct, frozen=True, kw_only=True):
    """What a rule said of one of its examples."""

    rule: Rule
    example: Example
    outcome: Outcome
    reason: str
    findings: tuple[Finding, ...]

    @property
    def where(self) -> str:
        """File and line of the example."""
        return f"{self.example.file}:{self.example.line}"

    @property
    def failure(self) -> str:
        """What came out otherwise than the example says (Chinese), or nothing."""
        said = "；".join(finding.message for finding in self.findings) or self.reason
        if self.outcome != self.example.outcome:
            expected = self.example.outcome
            return f"应为 {expected}，实为 {self.outcome}" + (f"（{said}）" if said else "")
        words = self.example.message
        first = self.findings[0].message if self.findings else self.reason
        if words is not None and words not in first:
            return f"应写有“{words}”，实为“{first}”"
        return ""


def try_example(rule: Rule, example: Example, knowledge: Knowledge) -> Trial:
    """Judge an example's document by the rule.  Raises Unusable where it is not one."""
    try:
        case = example_case(example.document, knowledge)
    except KeyError as error:
        raise Unusable(
            f"{rule.file}:{example.line}: 示例的表格有误：{error.args[0]}"
        ) from error
    except (ValueError, ArithmeticError) as error:
        raise Unusable(f"{rule.file}:{example.line}: 示例有误：{error}") from error
    judgement, findings = judge(case, rule)
    return Trial(
        rule=rule,
        example=example,
        outcome=judgement.outcome,
        reason=judgement.reason,
        findings=findings,
    )


def try_all(rules: Iterable[Rule], knowledge: Knowledge) -> Iterator[Trial]:
    """Try every example of these rules."""
    for rule in rules:
        for example in rule.examples:
            yield try_example(rule, example, knowledge)
