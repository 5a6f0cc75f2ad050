"""One screen of a report: verdict, points, each failure on a line, what is open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from govcheck.document.form import part_numeral
from govcheck.document.report import Document
from govcheck.document.whereabouts import part_name, part_of
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.late_pattern import late_pattern
from govcheck.reports.headline import headline
from govcheck.reports.inspection import inspection_words
from govcheck.reports.last_year import last_year_words
from govcheck.reports.tally import Tally, tally
from govcheck.reports.text_style import OPEN_TONE, TONES, TextStyle, verdict_line
from govcheck.reports.visible import visible
from govcheck.reports.waiting import waiting
from govcheck.reports.width import cut, width
from govcheck.reports.wording import number
from govcheck.rulebook.rule import Rulebook

_LONGEST_DUE: Final = 16
"""Columns of what should stand there; what is longer is for the page."""
_MOST_LINES: Final = 2
"""Of what is told in a sentence or a list."""
_TELLS_DAY: Final = late_pattern("[0-9]年[0-9]{1,2}月[0-9]{1,2}日")
_LEAST: Final = 3
"""Failures that are listed however low the terminal is."""


def screen(assessment: Assessment, rulebook: Rulebook, *, style: TextStyle, rows: int) -> str:
    """Say the most of a report that fits on a screen; the page says the rest."""
    counts = tally(assessment)
    head = [*_head(assessment, rulebook, style), ""]
    tail = [*_open(assessment, rulebook, counts, style), *_aside(assessment, rulebook, counts)]
    room = max(_LEAST, rows - len(head) - len(tail) - 1)
    failed = counts.of(Outcome.FAIL)
    lines = [
        *head,
        cut(_count(counts), style.columns),
        *_failures(assessment, counts, failed, style, room),
        *tail,
    ]
    return "\n".join(lines) + "\n"


def _head(assessment: Assessment, rulebook: Rulebook, style: TextStyle) -> Iterator[str]:
    document, score = assessment.document, assessment.score
    title = document.title.value if document.title else document.source.name
    yield cut(visible(title), style.columns)
    yield from verdict_line(score, rulebook.policy, style).split("\n")
    said = (last_year_words(assessment), inspection_words(assessment))
    for words in filter(None, said):
        yield from _shortly(words, style, "")
    notes = (*document.notes, *assessment.notes)
    for note in notes[:_MOST_LINES]:
        yield from _shortly(note, style, "注：")
    if len(notes) > _MOST_LINES:
        yield f"注：另有 {len(notes) - _MOST_LINES} 条，见网页"


def _shortly(words: str, style: TextStyle, label: str) -> list[str]:
    """Return the first lines of what is said, the last cut."""
    indent = " " * width(label)
    lines = style.fill(visible(words), first=label, rest=indent).split("\n")
    if len(lines) <= _MOST_LINES:
        return lines
    rest = "".join(line.removeprefix(indent) for line in lines[_MOST_LINES - 1 :])
    return [*lines[: _MOST_LINES - 1], indent + cut(rest, style.columns - width(indent))]


def _count(counts: Tally) -> str:
    total = sum(counts.severities.values())
    if not total:
        return "没有已确认的问题。"
    graded = "，".join(
        f"{SEVERITIES[severity]} {count}"
        for severity, count in counts.severities.items()
        if count
    )
    return f"问题 {total} 处：{graded}"


def _failures(
    assessment: Assessment,
    counts: Tally,
    failed: Sequence[int],
    style: TextStyle,
    room: int,
) -> Iterator[str]:
    """Yield a line for each failure, or for as many as there is room for."""
    fitting = failed if len(failed) <= room else failed[: room - 1]
    for index in fitting:
        yield _failure(
            assessment.findings[index], counts.numbers[index], assessment.document, style
        )
    rest = sum(counts.severities.values()) - len(fitting)
    if rest:
        yield f"    另有 {rest} 处，见网页，或用 -v 列出"


def _failure(finding: Finding, at: int, document: Document, style: TextStyle) -> str:
    """Say place, what, and what is due there, on one line."""
    label = f"[{SEVERITIES[finding.severity]}]"
    lead = f"{at:>2}. {label} "
    evidence = finding.evidence[0] if finding.evidence else None
    place = _place(part_of(evidence.place, document), document) if evidence else ""
    due = " ".join(visible(evidence.expected or "").split()) if evidence else ""
    end = f"（应为 {due}）" if due and width(due) <= _LONGEST_DUE else ""
    what = f"{place}：{finding.message}" if place else finding.message
    room = style.columns - width(lead) - width(end)
    line = lead + cut(visible(what).rstrip("。"), room) + end
    return line.replace(label, style.paint(label, fg=TONES[finding.severity], bold=True), 1)


def _place(part: str | None, document: Document) -> str:
    """Say a part by its number alone."""
    form = next((one for one in document.form.parts if one.id == part), None)
    if form:
        return f"第{part_numeral(form)}部分"
    if part == "furniture":
        return "页面"
    return part_name(part, document) if part else ""


def _open(
    assessment: Assessment, rulebook: Rulebook, counts: Tally, style: TextStyle
) -> list[str]:
    """Say how much is open, what hangs on it, and which rules ask it."""
    total = counts.doubts + len(counts.silent)
    if not total:
        return []
    asked = Counter({item.look_at: 1 for item in assessment.open})
    asked.update(assessment.findings[index].rule for index in counts.of(Outcome.OPEN))
    asked.update(one.rule for one in counts.silent)
    named = [
        f"{headline(asks, Outcome.OPEN, rulebook)}{f' {count} 项' if count > 1 else ''}"
        for asks, count in asked.items()
    ]
    score = assessment.score
    hanging = score.possible - score.confirmed
    points = f"（关系到 {number(hanging)} 分）" if hanging else ""
    sign = "[待核]"
    lead = f"{sign} {total} 项{points}："
    first, *others = _shortly(lead + "；".join(named), style, "")
    return [style.paint(sign, fg=OPEN_TONE, bold=True) + first[len(sign) :], *others]


def _aside(assessment: Assessment, rulebook: Rulebook, counts: Tally) -> Iterator[str]:
    """Count what waits for publication, and what people have set aside."""
    reasons = waiting(assessment, rulebook)
    if reasons:
        yield f"[待公布] {sum(map(len, reasons.values()))} 条规则，公布后再查"
    yield from (f"[待公布] {reason}" for reason in reasons if _TELLS_DAY.search(reason))
    if counts.waived:
        yield f"[台账] {len(counts.waived)} 处已豁免或改判"
