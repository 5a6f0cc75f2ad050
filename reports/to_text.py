"""The full text: all that there is to say of a report, in lines that fit a terminal."""

from typing import Final

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.decisions import decision_words, ruling_word
from govcheck.reports.headline import headline
from govcheck.reports.inspection import inspection_words
from govcheck.reports.last_year import last_year_words
from govcheck.reports.listing import unlisted_words
from govcheck.reports.screen import screen
from govcheck.reports.signs import LOST, WON
from govcheck.reports.tally import Tally, tally
from govcheck.reports.text_findings import finding_blocks
from govcheck.reports.text_open import open_blocks
from govcheck.reports.text_style import COLUMNS, TextStyle, verdict_line
from govcheck.reports.visible import visible
from govcheck.reports.waiting import waiting
from govcheck.reports.wording import OUTCOMES, span
from govcheck.reports.wording import number as written
from govcheck.rulebook.rule import Rulebook

_BAR: Final = 20


def to_text(
    assessment: Assessment,
    rulebook: Rulebook,
    *,
    color: bool = False,
    columns: int = COLUMNS,
    rows: int | None = None,
) -> str:
    """Render the whole: verdict, dimensions, counts, findings worst first, open items.

    With ``rows``, only as much as so many lines hold.
    """
    style = TextStyle(columns=columns, color=color)
    if rows is not None:
        return screen(assessment, rulebook, style=style, rows=rows)
    counts = tally(assessment)
    blocks = [
        _head(assessment, rulebook, style),
        _dimensions(assessment, style),
        _counts(counts, style),
        *finding_blocks(assessment, rulebook, counts, style),
        _unlisted(assessment, rulebook, style),
        _silent(counts, rulebook, style),
        *open_blocks(assessment, rulebook, style),
        _waiting(assessment, rulebook, style),
        _waived(counts, style),
        _notes(assessment, style),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(assessment: Assessment, rulebook: Rulebook, style: TextStyle) -> str:
    document, score = assessment.document, assessment.score
    title = visible(document.title.value if document.title else document.source.name)
    lines = [style.fill(title), verdict_line(score, rulebook.policy, style)]
    if score.confirmed != score.possible:
        lines.append("（低分：待核事项全部计为扣分；高分：全部不扣）")
    vetoes = (headline(rule, Outcome.FAIL, rulebook) for rule in score.vetoes)
    lines += [style.fill(f"单项否决：{veto}", rest=" " * 10) for veto in vetoes]
    said = (last_year_words(assessment), inspection_words(assessment))
    lines += [style.fill(visible(words), rest=" " * 10) for words in said if words]
    return "\n".join(lines)


def _dimensions(assessment: Assessment, style: TextStyle) -> str:
    lines = []
    for one in assessment.score.dimensions:
        share = one.confirmed / one.points if one.points else one.points
        full = round(share * _BAR)
        bar = style.paint(WON * full, fg="cyan") + LOST * (_BAR - full)
        points = f"{span(one.confirmed, one.possible)} / {written(one.points)}"
        lines.append(f"  {one.title}  {bar}  {points}")
    return "\n".join(lines)


def _counts(counts: Tally, style: TextStyle) -> str:
    graded = "  ".join(
        f"{SEVERITIES[severity]} {count}" for severity, count in counts.severities.items()
    )
    rules = "  ".join(
        f"{OUTCOMES[outcome]} {count}" for outcome, count in counts.outcomes.items()
    )
    return f"{style.fill(f'问题：{graded}')}\n{style.fill(f'规则：{rules}')}"


def _unlisted(assessment: Assessment, rulebook: Rulebook, style: TextStyle) -> str:
    return "\n".join(style.fill(visible(one)) for one in unlisted_words(assessment, rulebook))


def _silent(counts: Tally, rulebook: Rulebook, style: TextStyle) -> str:
    return "\n".join(
        style.fill(
            visible(f"{headline(one.rule, one.outcome, rulebook)}：{one.reason}"),
            first="[待核] ",
        )
        for one in counts.silent
    )


def _waiting(assessment: Assessment, rulebook: Rulebook, style: TextStyle) -> str:
    return "\n".join(
        style.fill(f"{'；'.join(titles)}：{reason}", first="[待公布] ", rest=" " * 9)
        for reason, titles in waiting(assessment, rulebook).items()
    )


def _waived(counts: Tally, style: TextStyle) -> str:
    lines = []
    for index, finding, decision in counts.waived:
        words = f"{finding.message}{decision_words(decision)}"
        lead = f"{counts.numbers[index]}. [{ruling_word(finding)}] "
        lines.append(style.fill(visible(words), first=lead, rest="    "))
    return "\n".join(lines)


def _notes(assessment: Assessment, style: TextStyle) -> str:
    return "\n".join(
        style.fill(visible(note), first="注：", rest="    ")
        for note in (*assessment.document.notes, *assessment.notes)
    )
