"""The summary for a terminal: plain text, 80 columns, colours only when asked for."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from click import style

from govcheck.document.evidence import Evidence
from govcheck.document.whereabouts import line_words, place_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.clauses import clauses
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.reports.listing import unlisted_words
from govcheck.reports.signs import BELOW, LOST, WON
from govcheck.reports.tally import Tally, tally
from govcheck.reports.visible import visible
from govcheck.reports.waiting import waiting
from govcheck.reports.width import fill, width
from govcheck.reports.wording import (
    OUTCOMES,
    SEVERITIES,
    STATUSES,
    points_words,
    span,
)
from govcheck.reports.wording import number as written
from govcheck.rulebook.rule import Rulebook

_COLUMNS: Final = 80
_MOST_PLACES: Final = 3
"""The other places of a finding are for the HTML report."""
_BAR: Final = 20
_COLORS: Final = {
    Severity.CRITICAL: "red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.ADVICE: "blue",
}
_Paint = Callable[..., str]


def to_text(assessment: Assessment, rulebook: Rulebook, *, color: bool = False) -> str:
    """Render the summary: verdict, dimensions, counts, findings worst first, open items."""
    paint: _Paint = style if color else _plain
    counts = tally(assessment)
    blocks = [
        _head(assessment, rulebook, paint),
        _dimensions(assessment, paint),
        _counts(counts),
        *_findings(assessment, rulebook, counts, paint),
        _unlisted(assessment, rulebook),
        _silent(counts, rulebook),
        _open(assessment, rulebook),
        _questions(assessment),
        _waiting(assessment, rulebook),
        _waived(counts),
        _notes(assessment),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _plain(text: str, **_: Any) -> str:  # noqa: ANN401 - the options of click.style
    return text


def _head(assessment: Assessment, rulebook: Rulebook, paint: _Paint) -> str:
    document, score = assessment.document, assessment.score
    title = visible(document.title.value if document.title else document.source.name)
    policy = rulebook.policy
    tone = {policy.failing: "red", policy.passing: "green"}.get(score.verdict, "yellow")
    points = "  ".join(points_words(score))
    lines = [
        fill(title, _COLUMNS),
        f"{paint(score.verdict, fg=tone, bold=True)}  {points}",
    ]
    if score.confirmed != score.possible:
        lines.append("（低分：待核事项全部计为扣分；高分：全部不扣）")
    lines += [fill(f"单项否决：{rule}", _COLUMNS, rest="          ") for rule in score.vetoes]
    return "\n".join(lines)


def _dimensions(assessment: Assessment, paint: _Paint) -> str:
    lines = []
    for one in assessment.score.dimensions:
        share = one.confirmed / one.points if one.points else one.points
        full = round(share * _BAR)
        bar = paint(WON * full, fg="cyan") + LOST * (_BAR - full)
        points = f"{span(one.confirmed, one.possible)} / {written(one.points)}"
        lines.append(f"  {one.title}  {bar}  {points}")
    return "\n".join(lines)


def _counts(counts: Tally) -> str:
    graded = "  ".join(
        f"{SEVERITIES[severity]} {count}" for severity, count in counts.severities.items()
    )
    rules = "  ".join(
        f"{OUTCOMES[outcome]} {count}" for outcome, count in counts.outcomes.items()
    )
    return f"问题：{graded}\n规则：{rules}"


def _findings(
    assessment: Assessment, rulebook: Rulebook, counts: Tally, paint: _Paint
) -> Iterator[str]:
    write = partial(_finding, assessment=assessment, rulebook=rulebook, paint=paint)
    for outcome, index in counts.standing:
        finding = assessment.findings[index]
        lines = [write(finding, outcome, counts.numbers[index])]
        yield "\n".join([*lines, *_folded(assessment, counts, index)])


def _finding(
    finding: Finding,
    outcome: Outcome,
    number: int,
    *,
    assessment: Assessment,
    rulebook: Rulebook,
    paint: _Paint,
) -> str:
    open_item = outcome == Outcome.OPEN
    label = "待核" if open_item else SEVERITIES[finding.severity]
    tone = "magenta" if open_item else _COLORS[finding.severity]
    lead = f"{number}. [{label}] "
    gap = " " * width(lead)
    lines = [fill(visible(finding.message), _COLUMNS, first=lead, rest=gap)]
    lines[0] = lines[0].replace(f"[{label}]", paint(f"[{label}]", fg=tone, bold=True), 1)
    lines += [_evidence(one, assessment) for one in finding.evidence[:_MOST_PLACES]]
    more = max(0, len(finding.evidence) - _MOST_PLACES) + finding.more
    lines += [_field("位置", f"另有 {more} 处")] if more else []
    rule = rulebook.rule(finding.rule)
    for basis in clauses(rule, assessment.document, rulebook):
        lines.append(_field("依据", f"{basis.citation}（{STATUSES[basis.status][0]}）"))
    if finding.remedy:
        lines.append(_field("整改", finding.remedy))
    lines.append(_field("规则", finding.rule))
    return "\n".join(lines)


def _evidence(evidence: Evidence, assessment: Assessment) -> str:
    place = evidence.place
    steps = (place_words(place, assessment.document), line_words(place))
    words = " · ".join(filter(None, steps))
    sides = [f"应为 {evidence.expected}"] if evidence.expected is not None else []
    sides += [f"实为 {evidence.actual}"] if evidence.actual is not None else []
    if not sides and evidence.quote:
        sides = [f"“{evidence.quote}”"]
    return _field("位置", "；".join([words, *sides]))


def _field(name: str, text: str) -> str:
    return fill(visible(text), _COLUMNS, first=f"    {name}：", rest=" " * 10)


def _folded(assessment: Assessment, counts: Tally, root: int) -> Iterator[str]:
    for index in counts.folded.get(root, ()):
        message = visible(assessment.findings[index].message)
        yield fill(
            message, _COLUMNS, first=f"    {BELOW} {counts.numbers[index]}. ", rest=" " * 9
        )


def _unlisted(assessment: Assessment, rulebook: Rulebook) -> str:
    return "\n".join(
        fill(visible(one), _COLUMNS) for one in unlisted_words(assessment, rulebook)
    )


def _silent(counts: Tally, rulebook: Rulebook) -> str:
    titles = {rule.id: rule.title for rule in rulebook.rules}
    return "\n".join(
        fill(
            visible(f"{titles.get(one.rule, one.rule)}：{one.reason}"),
            _COLUMNS,
            first="[待核] ",
        )
        for one in counts.silent
    )


def _open(assessment: Assessment, rulebook: Rulebook) -> str:
    """List what could not be seen, and the rules that it leaves open."""
    titles = {rule.id: rule.title for rule in rulebook.rules}
    lines = []
    for item in assessment.open:
        lines.append(
            fill(visible(f"{item.reason}，请核对{item.look_at}。"), _COLUMNS, first="[待核] ")
        )
        left = "；".join(titles.get(rule, rule) for rule in item.rules)
        lines.append(_field("涉及", f"{len(item.rules)} 条规则：{left}"))
    return "\n".join(lines)


def _questions(assessment: Assessment) -> str:
    asked = [one for judgement in assessment.judgements for one in judgement.questions]
    return "\n".join(fill(visible(one), _COLUMNS, first="[请核对] ") for one in asked)


def _waiting(assessment: Assessment, rulebook: Rulebook) -> str:
    return "\n".join(
        fill(f"{'；'.join(titles)}：{reason}", _COLUMNS, first="[待公布] ", rest=" " * 9)
        for reason, titles in waiting(assessment, rulebook).items()
    )


def _waived(counts: Tally) -> str:
    lines = []
    for index, finding, decision in counts.waived:
        words = f"{finding.message}{decision_words(decision)}"
        lead = f"{counts.numbers[index]}. [{ruling_word(finding)}] "
        lines.append(fill(visible(words), _COLUMNS, first=lead, rest="    "))
    return "\n".join(lines)


def _notes(assessment: Assessment) -> str:
    return "\n".join(
        fill(visible(note), _COLUMNS, first="注：", rest="    ")
        for note in (*assessment.document.notes, *assessment.notes)
    )
