"""Findings of one rule in a letter: what is wrong, where, on what ground, what to do."""

from govcheck.document.sentence import sentence
from govcheck.judging.assessment import Assessment
from govcheck.reports.letter import Letter
from govcheck.reports.letter_clauses import cited_shortly
from govcheck.reports.letter_matter import LetterMatter
from govcheck.reports.letter_words import places, tight
from govcheck.reports.visible import visible


def write_matter(
    letter: Letter, number: int, matter: LetterMatter, assessment: Assessment
) -> None:
    """Write them under one numbered heading."""
    total = len(matter.findings) + matter.more
    counted = f"（共{total}处）" if total > 1 else ""
    letter.item(tight(f"{number}. {matter.title}{counted}"))
    for index, finding in enumerate(matter.findings, 1):
        lead = f"（{index}）" if len(matter.findings) > 1 else ""
        letter.plain(tight(f"{lead}{finding.message}"))
        letter.labelled("提示", tight(finding.hint))
        where = places(finding, assessment)
        letter.labelled("位置", sentence(where))
    if matter.more:
        letter.plain(f"以上列出{len(matter.findings)}处，另有{matter.more}处未逐一列出。")
    if matter.caused:
        letter.plain(f"由此引起的其他{matter.caused}处不符，改正后随之消除。")
    if not matter.is_advice:
        letter.labelled("依据", visible(sentence(cited_shortly(matter.basis))))
    label = "建议" if matter.is_advice else "整改意见"
    letter.labelled(label, tight("".join(matter.remedies)))
