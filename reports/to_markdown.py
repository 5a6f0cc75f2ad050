"""Markdown for tickets and mails: the summary and the findings, nothing folded away."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.late_pattern import late_pattern
from govcheck.reports.clauses import clauses, relied_words
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.reports.headline import headline, headline_of
from govcheck.reports.inspection import inspection_words
from govcheck.reports.last_year import last_year_words
from govcheck.reports.listing import unlisted_words
from govcheck.reports.tally import Tally, tally
from govcheck.reports.view_summary import ledgers
from govcheck.reports.visible import visible
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES, number, points_words, span
from govcheck.rulebook.rule import Rulebook

_SPECIAL: Final = late_pattern(r"[\\`*_{}\[\]<>#|~!&$:]")
"""What Markdown would read as a sign of its own."""


def to_markdown(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render the report."""
    counts = tally(assessment)
    lines = [
        *_head(assessment, rulebook, counts),
        *_findings(assessment, rulebook, counts),
        *_unlisted(assessment, rulebook),
        *_silent(counts, rulebook),
        *_open(assessment, rulebook),
        *_waived(counts),
        *_losses(assessment, rulebook),
    ]
    return "\n".join(lines) + "\n"


def _head(assessment: Assessment, rulebook: Rulebook, counts: Tally) -> Iterator[str]:
    document, score = assessment.document, assessment.score
    title = document.title.value if document.title else document.source.name
    yield f"# {_plain(title)}"
    yield ""
    yield f"**{score.verdict}** · {' · '.join(points_words(score))}"
    yield ""
    for rule in score.vetoes:
        yield f"- 单项否决：{_plain(headline(rule, Outcome.FAIL, rulebook))}"
    graded = "，".join(f"{SEVERITIES[one]} {count}" for one, count in counts.severities.items())
    rules = "，".join(f"{OUTCOMES[one]} {count}" for one, count in counts.outcomes.items())
    yield f"- 问题：{graded}"
    yield f"- 规则：{rules}"
    said = (last_year_words(assessment), inspection_words(assessment))
    for words in filter(None, said):
        yield f"- {_plain(words)}"
    for note in (*document.notes, *assessment.notes):
        yield f"- 注：{_plain(note)}"
    yield ""
    yield "| 维度 | 得分 | 满分 |"
    yield "| --- | ---: | ---: |"
    for one in score.dimensions:
        yield f"| {one.title} | {span(one.confirmed, one.possible)} | {number(one.points)} |"
    yield ""


def _findings(assessment: Assessment, rulebook: Rulebook, counts: Tally) -> Iterator[str]:
    if not counts.standing:
        yield "没有发现问题。"
        yield ""
    for outcome, index in counts.standing:
        finding = assessment.findings[index]
        label = "待核" if outcome == Outcome.OPEN else SEVERITIES[finding.severity]
        yield f"## {counts.numbers[index]}. 〔{label}〕{_plain(finding.message)}"
        yield ""
        if finding.hint:
            yield f"- 提示：{_plain(finding.hint)}"
        for evidence in finding.evidence:
            yield f"- 位置：{_evidence(evidence, assessment)}"
        if finding.more:
            yield f"- 位置：另有 {finding.more} 处"
        yield from _advice(finding, assessment.document, rulebook)
        for below in counts.folded.get(index, ()):
            message = _plain(assessment.findings[below].message)
            yield f"- 由此引起（{counts.numbers[below]}）：{message}"
        yield ""


def _advice(finding: Finding, document: Document, rulebook: Rulebook) -> Iterator[str]:
    for basis in clauses(finding, document, rulebook):
        words = _plain(relied_words(basis, "【", "】"))
        quote = f"：“{words}”" if words else ""
        citation = f"{_plain(basis.citation)}（{STATUSES[basis.status][0]}）"
        yield f"- {ROLES[basis.role]}：{citation}{quote}"
    if finding.remedy:
        yield f"- 整改：{_plain(finding.remedy)}"
    yield f"- 规则：{_plain(headline_of(finding, rulebook))}（`{finding.rule}`）"


def _evidence(evidence: Evidence, assessment: Assessment) -> str:
    words = [_plain(place_words(evidence.place, assessment.document))]
    if evidence.expected is not None:
        words.append(f"应为 {_plain(evidence.expected)}")
    if evidence.actual is not None:
        words.append(f"实为 {_plain(evidence.actual)}")
    if evidence.quote and evidence.actual is None:
        words.append(f"“{_plain(evidence.quote)}”")
    return "；".join(words)


def _unlisted(assessment: Assessment, rulebook: Rulebook) -> Iterator[str]:
    lines = [f"- {_plain(words)}" for words in unlisted_words(assessment, rulebook)]
    yield from [*lines, ""] if lines else []


def _silent(counts: Tally, rulebook: Rulebook) -> Iterator[str]:
    for one in counts.silent:
        title = headline(one.rule, one.outcome, rulebook)
        yield f"- 〔待核〕{_plain(title)}：{_plain(one.reason)}"
    if counts.silent:
        yield ""


def _open(assessment: Assessment, rulebook: Rulebook) -> Iterator[str]:
    """Name what could not be seen with what it leaves open, and what no file answers."""
    for item in assessment.open:
        left = "；".join(headline(rule, Outcome.OPEN, rulebook) for rule in item.rules)
        yield f"- 〔待核〕{_plain(f'{item.reason}，请核对{item.look_at}。涉及：{left}。')}"
    asked = assessment.questions
    yield from (f"- 〔请核对〕{_plain(one)}" for one in asked)
    if asked or assessment.open:
        yield ""


def _waived(counts: Tally) -> Iterator[str]:
    for index, finding, decision in counts.waived:
        lead = f"{counts.numbers[index]}. 〔{ruling_word(finding)}〕"
        yield f"- {lead}{_plain(finding.message)}——{_plain(decision_words(decision))}"
    if counts.waived:
        yield ""


def _losses(assessment: Assessment, rulebook: Rulebook) -> Iterator[str]:
    yield "| 维度 | 规则 | 原因 | 分值 |"
    yield "| --- | --- | --- | ---: |"
    for ledger in ledgers(assessment, rulebook):
        yield f"| | {ledger.title} | | {ledger.start} |"
        for loss in ledger.losses:
            words = f"{loss.dimension} | {_plain(loss.title)} | {_plain(loss.reason)}"
            yield f"| {words} | {loss.points} |"
        yield f"| | | | **{ledger.end}** |"


def _plain(text: str) -> str:
    """Write a text so that Markdown shows it as it stands, on one line."""
    line = " ".join(visible(text).split())
    return _SPECIAL.sub(r"\\\g<0>", line)
