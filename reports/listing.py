"""The one place that cuts a result to what a format can hold; what is left out is counted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from govcheck.judging.assessment import Assessment, Finding, Judgement, Unlisted
from govcheck.judging.brevity import FULL, Brevity, brief
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.brief_document import brief_document, first_lines
from govcheck.reports.headline import headline
from govcheck.rulebook.rule import Rulebook

_Sort = tuple[Outcome, Severity, bool]
"""Outcome, severity, and whether it stands by itself."""


def listed(assessment: Assessment, brevity: Brevity) -> Assessment:
    """Cut the findings of each rule, the words of each finding, and the facts.

    The worst are kept, and what stands before what a person has set aside; a folded finding
    goes with its root, and every ``root`` is an index into the list that is left.
    """
    found = assessment.findings
    kept = sorted(_kept(found, brevity.findings))
    index = {old: new for new, old in enumerate(kept)}
    cut = _cut(found, index.keys())
    return replace(
        assessment,
        case=replace(assessment.case, document=brief_document(assessment.document, brevity)),
        findings=tuple(_moved(brief(found[old], brevity), index) for old in kept),
        judgements=tuple(_counted(one, cut, brevity) for one in assessment.judgements),
        notes=first_lines(assessment.notes, brevity),
    )


def unlisted_words(assessment: Assessment, rulebook: Rulebook) -> Iterator[str]:
    """Say of each rule how many of its findings are not listed, and where more of them are."""
    shown = Counter(finding.rule for finding in assessment.findings)
    for one in assessment.judgements:
        rest = _rest(one)
        if rest:
            total = rest + shown[one.rule]
            title = headline(one.rule, one.outcome, rulebook)
            where = f"JSON 列出其中 {FULL.findings} 处"
            where = "全部见 JSON" if total <= FULL.findings else where
            yield f"“{title}”共 {total} 处，另有 {rest} 处未列出（{where}）。"


def rule_counts(assessment: Assessment) -> Mapping[str, int]:
    """Return how many findings each rule really has, listed or not."""
    counts = Counter(finding.rule for finding in assessment.findings)
    counts.update({one.rule: _rest(one) for one in assessment.judgements})
    return counts


def _rest(judgement: Judgement) -> int:
    return sum(more.count for more in judgement.unlisted)


def _kept(findings: Sequence[Finding], most: int) -> AbstractSet[int]:
    """Return the indexes of what is listed."""
    seen: Counter[str] = Counter()
    kept = set()
    for index in sorted(range(len(findings)), key=lambda index: findings[index].lifted):
        rule = findings[index].rule
        seen[rule] += 1
        if seen[rule] <= most:
            kept.add(index)
    roots = {index: findings[index].root for index in kept}
    return {index for index, root in roots.items() if root is None or root in kept}


def _cut(findings: Sequence[Finding], kept: AbstractSet[int]) -> Mapping[str, Counter[_Sort]]:
    """Count what is not kept, by rule and sort."""
    cut: dict[str, Counter[_Sort]] = {}
    for index, one in enumerate(findings):
        if index not in kept:
            sort = (one.outcome, one.severity, one.root is None and not one.lifted)
            cut.setdefault(one.rule, Counter())[sort] += 1
    return cut


def _moved(finding: Finding, index: Mapping[int, int]) -> Finding:
    return finding if finding.root is None else replace(finding, root=index[finding.root])


def _counted(
    judgement: Judgement, cut: Mapping[str, Counter[_Sort]], brevity: Brevity
) -> Judgement:
    """Add to a judgement what was cut of its findings."""
    more = tuple(
        Unlisted(outcome=outcome, severity=severity, standing=standing, count=count)
        for (outcome, severity, standing), count in cut.get(judgement.rule, {}).items()
    )
    reason = brevity.words(judgement.reason)
    return replace(judgement, reason=reason, unlisted=judgement.unlisted + more)
