"""How an official letter says it: numbers without gaps, places, a conclusion."""

from typing import Final

from govcheck.document.cited_place import cited_place
from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.late_pattern import late_pattern
from govcheck.reports.headline import headline
from govcheck.reports.visible import visible
from govcheck.reports.wording import number, span
from govcheck.rulebook.rule import Rulebook

_QUOTED: Final = late_pattern("(“[^“”]*”)")
_GAP: Final = late_pattern(r"(?<=[一-龥，。；：、（）]) (?=[0-9])|(?<=[0-9%]) (?=[一-龥])")
_MOST_PLACES: Final = 10
_MOST_WORDS: Final = 40
"""Characters of a quotation that show the place."""
_BLANK: Final = "＿＿＿＿＿＿＿＿"


def tight(text: str) -> str:
    """Take the blanks between Chinese and digits out (共3处), but not of what is quoted."""
    pieces = _QUOTED.split(visible(text))
    return "".join(
        piece if index % 2 else _GAP.sub("", piece) for index, piece in enumerate(pieces)
    )


def agency_words(assessment: Assessment) -> str:
    """Return the name of the body, or a blank to be filled in."""
    agency = assessment.document.agency
    return visible(agency.value) if agency else _BLANK


def conclusion(assessment: Assessment, rulebook: Rulebook, annex: str) -> str:
    """Say what the check came to; where open items decide, that nothing is concluded yet.

    ``annex`` is what the letter calls the list of open items, empty where it has none.
    """
    score, policy = assessment.score, rulebook.policy
    if score.verdict == policy.undecided:
        where = f"（见{annex}）" if annex else ""
        return f"部分内容尚待核实{where}，本次检查暂不作出结论，核实后另行通知。"
    between = score.possible - score.confirmed
    due = f"，其中{number(between)}分取决于待核实的事项" if between else ""
    points = f"得分{span(score.confirmed, score.possible)}分（满分100分{due}）"
    verified = f"已核验{number(score.verified)}分"
    if score.vetoes:
        named = "；".join(headline(one, Outcome.FAIL, rulebook) for one in score.vetoes)
        return f"检查结论为{score.verdict}。存在单项否决情形：{named}。{points}，{verified}。"
    grade = f"，等次为{score.grade}" if score.grade and score.verdict == policy.passing else ""
    return f"检查结论为{score.verdict}{grade}。{points}，{verified}。"


def places(finding: Finding, assessment: Assessment, most: int = _MOST_PLACES) -> str:
    """Say where a finding stands: 第一部分第3段“…”“…”；第二部分第1段，现为“…”，应为“…”.

    What has no place in the file is left out: the message says it.  The first places are
    shown, the rest counted.
    """
    quoted: dict[tuple[str, str], dict[str, None]] = {}
    for evidence in finding.evidence:
        where = visible(cited_place(evidence.place, assessment.document))
        page = evidence.place.page
        key = (where, f"（原件第{page}页）" if page is not None else "")
        if where:
            quoted.setdefault(key, {})[_seen(evidence)] = None
    shown = [f"{where}{''.join(seen)}{page}" for (where, page), seen in quoted.items()]
    total = len(shown) + finding.more
    rest = f"等{total}处" if total > most else ""
    return f"{'；'.join(shown[:most])}{rest}"


def _seen(evidence: Evidence) -> str:
    found = evidence.actual if evidence.actual is not None else evidence.quote
    quote = f"“{_cut(found)}”" if found else ""
    if evidence.expected is None:
        return quote
    is_now = f"，现为{quote}" if quote else ""
    return f"{is_now}，应为“{_cut(evidence.expected)}”"


def _cut(text: str) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}……"
