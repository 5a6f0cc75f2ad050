"""Findings as text: each with its places, clause and remedy, what it causes under it."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.evidence import Evidence
from govcheck.document.whereabouts import line_words, place_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.clauses import clauses, relied_words
from govcheck.reports.headline import headline_of
from govcheck.reports.signs import BELOW
from govcheck.reports.tally import Tally
from govcheck.reports.text_style import OPEN_TONE, TONES, TextStyle
from govcheck.reports.visible import visible
from govcheck.reports.width import width
from govcheck.reports.wording import ROLES, STATUSES
from govcheck.rulebook.rule import Basis, Role, Rulebook

_MOST_PLACES: Final = 3
"""The other places of a finding are for the HTML report."""


def finding_blocks(
    assessment: Assessment, rulebook: Rulebook, counts: Tally, style: TextStyle
) -> Iterator[str]:
    """Yield what stands by itself, worst first, failures before open items."""
    for outcome, index in counts.standing:
        finding = assessment.findings[index]
        lines = [
            _head(finding, outcome, counts.numbers[index], style),
            *(_evidence(one, assessment, style) for one in finding.evidence[:_MOST_PLACES]),
            *_advice(finding, assessment, rulebook, style),
            *_folded(assessment, counts, index, style),
        ]
        yield "\n".join(lines)


def _head(finding: Finding, outcome: Outcome, number: int, style: TextStyle) -> str:
    open_item = outcome == Outcome.OPEN
    label = "待核" if open_item else SEVERITIES[finding.severity]
    tone = OPEN_TONE if open_item else TONES[finding.severity]
    lead = f"{number}. [{label}] "
    text = style.fill(visible(finding.message), first=lead, rest=" " * width(lead))
    return text.replace(f"[{label}]", style.paint(f"[{label}]", fg=tone, bold=True), 1)


def _evidence(evidence: Evidence, assessment: Assessment, style: TextStyle) -> str:
    steps = (place_words(evidence.place, assessment.document), line_words(evidence.place))
    words = " · ".join(filter(None, steps))
    sides = [f"应为 {evidence.expected}"] if evidence.expected is not None else []
    sides += [f"实为 {evidence.actual}"] if evidence.actual is not None else []
    if not sides and evidence.quote:
        sides = [f"“{evidence.quote}”"]
    return _field("位置", "；".join([words, *sides]), style)


def _advice(
    finding: Finding, assessment: Assessment, rulebook: Rulebook, style: TextStyle
) -> Iterator[str]:
    more = max(0, len(finding.evidence) - _MOST_PLACES) + finding.more
    if more:
        yield _field("位置", f"另有 {more} 处", style)
    if finding.hint:
        yield _field("提示", finding.hint, style)
    for basis in clauses(finding, assessment.document, rulebook):
        yield _ground(basis, style)
    if finding.remedy:
        yield _field("整改", finding.remedy, style)
    yield _field("规则", f"{headline_of(finding, rulebook)}（{finding.rule}）", style)


def _ground(basis: Basis, style: TextStyle) -> str:
    """Write a clause; the sentence that is broken with what is relied on between 【】."""
    words = f"{basis.citation}（{STATUSES[basis.status][0]}）"
    if basis.quote and basis.role is Role.DUTY:
        words += f"：“{relied_words(basis, '【', '】')}”"
    return _field(ROLES[basis.role], words, style)


def _field(name: str, text: str, style: TextStyle) -> str:
    return style.fill(visible(text), first=f"    {name}：", rest=" " * 10)


def _folded(
    assessment: Assessment, counts: Tally, root: int, style: TextStyle
) -> Iterator[str]:
    for index in counts.folded.get(root, ()):
        message = visible(assessment.findings[index].message)
        lead = f"    {BELOW} {counts.numbers[index]}. "
        yield style.fill(message, first=lead, rest=" " * 9)
