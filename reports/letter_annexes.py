"""The annexes of a letter: what is to be verified, and what is only suggested."""

from collections.abc import Iterator, Sequence
from typing import Final

from govcheck.document.loss import Cause
from govcheck.document.sentence import sentence
from govcheck.judging.assessment import Assessment, OpenItem
from govcheck.kinds.remark import Outcome
from govcheck.reports.headline import headline
from govcheck.reports.letter import Letter
from govcheck.reports.letter_findings import write_matter
from govcheck.reports.letter_matter import LetterMatter
from govcheck.reports.letter_words import places, tight
from govcheck.reports.tally import tally
from govcheck.rulebook.rule import Rulebook

QUESTIONS: Final = "请予核实的事项"
ADVICE: Final = "改进建议"
_WIDTHS: Final = (14, 98, 44)
"""Number, matter, and room for what was verified, in millimetres."""


def questions(assessment: Assessment, rulebook: Rulebook) -> tuple[str, ...]:
    """Return what the body is asked to verify; nothing of it accuses.

    Where govcheck itself failed, it is the inspector who is asked, before the letter leaves.
    """
    counts = tally(assessment)
    asked = [_lost(item, rulebook) for item in assessment.open]
    for index in counts.of(Outcome.OPEN):
        finding = assessment.findings[index]
        where = places(finding, assessment, most=1)
        asked.append(f"{finding.message}{f'（{where}）' if where else ''}")
    asked += [
        sentence(f"{headline(one.rule, one.outcome, rulebook)}：{one.reason}")
        for one in counts.silent
    ]
    asked += assessment.questions
    asked += _unlisted(assessment, rulebook)
    return tuple(map(tight, dict.fromkeys(asked)))


def _lost(item: OpenItem, rulebook: Rulebook) -> str:
    """Name the one thing to look at, and what it decides."""
    left = "；".join(headline(rule, Outcome.OPEN, rulebook) for rule in item.rules)
    if item.cause is Cause.INTERNAL:
        return f"（由检查单位核对，发文前删去本项）{item.reason}：{left}。"
    return (
        f"检查所据的文件：{item.reason}。"
        f"请核对{item.look_at}，以确定是否符合下列{len(item.rules)}项要求：{left}。"
    )


def _unlisted(assessment: Assessment, rulebook: Rulebook) -> Iterator[str]:
    for one in assessment.judgements:
        more = sum(
            rest.count
            for rest in one.unlisted
            if rest.standing and rest.outcome is Outcome.OPEN
        )
        if more:
            title = headline(one.rule, Outcome.OPEN, rulebook)
            yield f"“{title}”另有{more}处待核，未逐一列出。"


def write_questions(letter: Letter, label: str, asked: Sequence[str]) -> None:
    """Write what is to be verified as a table with room for the answers."""
    letter.annex(label, QUESTIONS)
    letter.plain("下列事项仅凭报告文件无法判断，请逐项核实，填写核实情况并附必要的说明材料。")
    rows = [(str(number), words, "") for number, words in enumerate(asked, 1)]
    letter.listing(("序号", "请予核实的事项", "核实情况"), rows, _WIDTHS)


def write_advice(
    letter: Letter, label: str, advice: Sequence[LetterMatter], assessment: Assessment
) -> None:
    """Write what is suggested: no clause demands it."""
    letter.annex(label, ADVICE)
    letter.plain("下列各项依据编制惯例提出，或者供编制时参考，不作为整改要求。")
    for number, matter in enumerate(advice, 1):
        write_matter(letter, number, matter, assessment)
