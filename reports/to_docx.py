"""The rectification notice (整改意见书) as a Word file that an office completes and signs."""

from collections.abc import Sequence
from io import BytesIO
from itertools import count, groupby
from typing import Final

from msgspec import Struct

from govcheck.document.naming import day_words
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.last_year import last_year_words
from govcheck.reports.letter import Letter
from govcheck.reports.letter_annexes import (
    ADVICE,
    QUESTIONS,
    questions,
    write_advice,
    write_questions,
)
from govcheck.reports.letter_clauses import cited_in_full, cited_shortly
from govcheck.reports.letter_findings import write_matter
from govcheck.reports.letter_matter import LetterMatter, matters
from govcheck.reports.letter_words import agency_words, conclusion, tight
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.visible import visible
from govcheck.reports.wording import numeral
from govcheck.rulebook.rule import Rulebook

_GRAVITY: Final = {
    Severity.CRITICAL: "单项否决的问题",
    Severity.MAJOR: "重大问题",
    Severity.MINOR: "一般问题",
    Severity.ADVICE: "其他问题",
}
_DAY: Final = "＿＿＿＿年＿＿月＿＿日"
_REPORT: Final = "政府信息公开工作年度报告"
_SIGNED_ON: Final = "　　　　年　　月　　日"


class _Content(Struct, frozen=True, kw_only=True):
    """What the letter and its annexes hold."""

    problems: tuple[LetterMatter, ...]
    advice: tuple[LetterMatter, ...]
    asked: tuple[str, ...]

    def annexes(self) -> tuple[str, ...]:
        """Return the titles of the annexes, in order."""
        held = ((QUESTIONS, self.asked), (ADVICE, self.advice))
        return tuple(title for title, content in held if content)

    def label(self, title: str) -> str:
        """Return 附件, 附件1 where there are several, nothing for one that is not there."""
        titles = self.annexes()
        if title not in titles:
            return ""
        return f"附件{titles.index(title) + 1}" if len(titles) > 1 else "附件"


def to_docx(assessment: Assessment, rulebook: Rulebook) -> bytes:
    """Render conclusion, basis, confirmed problems and demands; annexes for the rest."""
    found = matters(assessment, rulebook)
    outside = _outside(assessment, rulebook)
    if outside:
        return _saved(_unchecked(outside, assessment))
    content = _Content(
        problems=tuple(one for one in found if not one.is_advice),
        advice=tuple(one for one in found if one.is_advice),
        asked=questions(assessment, rulebook),
    )
    letter = Letter(_title(assessment, content))
    letter.centered("＿＿＿＿〔　　　　〕　　号")
    letter.plain("", indent=False)
    _body(letter, content, assessment, rulebook)
    _close(letter, content, assessment)
    if content.asked:
        write_questions(letter, content.label(QUESTIONS), content.asked)
    if content.advice:
        write_advice(letter, content.label(ADVICE), content.advice, assessment)
    return _saved(letter)


def _saved(letter: Letter) -> bytes:
    buffer = BytesIO()
    letter.save(buffer)
    return with_constant_times(buffer.getvalue())


def _outside(assessment: Assessment, rulebook: Rulebook) -> Finding | None:
    """Return what asks whether the rules apply at all, where that is open."""
    gates = rulebook.gates
    asked = (one for one in assessment.findings if one.rule in gates)
    return next((one for one in asked if one.outcome is Outcome.OPEN), None)


def _unchecked(outside: Finding, assessment: Assessment) -> Letter:
    """Say why a report was not judged; nothing is concluded and nothing demanded."""
    letter = Letter(f"关于{agency_words(assessment)}{_year(assessment)}\n{_REPORT}的检查说明")
    letter.plain(f"{agency_words(assessment)}：", indent=False)
    letter.plain(f"你单位的{_name(assessment)}没有按现行规定检查，不作结论。原因如下：")
    letter.plain(visible(outside.message))
    letter.signature(("检查单位（盖章）", _SIGNED_ON))
    return letter


def _year(assessment: Assessment) -> str:
    year = assessment.document.year
    return f"{year}年" if year else ""


def _name(assessment: Assessment) -> str:
    title = assessment.document.title
    return f"《{visible(title.value)}》" if title else _REPORT


def _title(assessment: Assessment, content: _Content) -> str:
    """Name the letter in two lines, broken between words."""
    kind = "整改意见书" if content.problems else "检查意见书"
    return f"关于{agency_words(assessment)}{_year(assessment)}\n{_REPORT}的{kind}"


def _body(
    letter: Letter, content: _Content, assessment: Assessment, rulebook: Rulebook
) -> None:
    letter.plain(f"{agency_words(assessment)}：", indent=False)
    letter.plain(_opening(assessment))
    if words := last_year_words(assessment):
        letter.plain(tight(words))
    numbers = map(numeral, count(1))
    letter.heading(f"{next(numbers)}、检查结论")
    letter.plain(tight(conclusion(assessment, rulebook, content.label(QUESTIONS))))
    cited = [*cited_in_full(basis for one in content.problems for basis in one.basis)]
    if cited:
        letter.heading(f"{next(numbers)}、检查依据")
    for words in cited:
        letter.plain(visible(words))
    advised = "和整改意见" if content.problems else ""
    letter.heading(f"{next(numbers)}、存在的问题{advised}")
    if not content.problems:
        seen = "已核验的内容中" if content.asked else "检查"
        letter.plain(f"{seen}未发现不符合规定的问题。")
    _problems(letter, content.problems, assessment)
    if demand := _demand(content, assessment):
        letter.heading(f"{next(numbers)}、{'整改' if content.problems else '有关'}要求")
        letter.plain(demand, with_next=True)


def _opening(assessment: Assessment) -> str:
    state = "拟公布" if assessment.case.draft else "公布"
    said = assessment.inspection
    day = day_words(said.inspected_on) if said and said.inspected_on else _DAY
    return (
        f"根据《中华人民共和国政府信息公开条例》和《{assessment.document.form.title}》等规定，"
        f"我单位于{day}对你单位{state}的{_name(assessment)}进行了检查，现将有关情况通知如下。"
    )


def _problems(letter: Letter, problems: Sequence[LetterMatter], assessment: Assessment) -> None:
    grades = groupby(problems, key=lambda one: one.severity)
    for grade, (severity, group) in enumerate(grades, 1):
        found = list(group)
        letter.subheading(f"（{numeral(grade)}）{_GRAVITY[severity]}（{len(found)}项）")
        for number, matter in enumerate(found, 1):
            write_matter(letter, number, matter, assessment)


def _demand(content: _Content, assessment: Assessment) -> str:
    """Say what is to be done by when; nothing where nothing is asked."""
    annex = content.label(QUESTIONS)
    if content.problems:
        publish = "再行公布" if assessment.case.draft else "将更正后的年度报告按原渠道重新公布"
        also = f"{annex}所列事项请一并核实并反馈。" if annex else ""
        ground = cited_shortly(basis for one in content.problems for basis in one.consequences)
        lead = f"根据{visible(ground)}，" if ground else ""
        return (
            f"{lead}请你单位于{_DAY}前完成整改，{publish}，并将整改情况书面反馈我单位。{also}"
        )
    if annex:
        return f"请你单位于{_DAY}前核实{annex}所列事项，并将核实情况书面反馈我单位。"
    return ""


def _close(letter: Letter, content: _Content, assessment: Assessment) -> None:
    """Name the annexes, and leave room for seal, date and a person to ask."""
    titles = content.annexes()
    if titles:
        letter.plain("", indent=False, with_next=True)
    for number, title in enumerate(titles, 1):
        lead = "附件：" if number == 1 else "　　　"
        numbered = f"{number}. " if len(titles) > 1 else ""
        letter.plain(f"{lead}{numbered}{title}", with_next=True)
    said = assessment.inspection
    inspector = visible(said.inspector) if said and said.inspector else ""
    letter.signature(
        (*((f"检查人：{inspector}",) if inspector else ()), "检查单位（盖章）", _SIGNED_ON)
    )
    letter.plain("（联系人：＿＿＿＿＿　联系电话：＿＿＿＿＿＿）")
