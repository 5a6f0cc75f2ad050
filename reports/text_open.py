"""What could not be seen, and what no file answers, as text."""

from collections.abc import Iterator

from govcheck.judging.assessment import Assessment, OpenItem
from govcheck.kinds.remark import Outcome
from govcheck.reports.headline import headline
from govcheck.reports.text_style import TextStyle
from govcheck.reports.visible import visible
from govcheck.rulebook.rule import Rulebook


def open_blocks(assessment: Assessment, rulebook: Rulebook, style: TextStyle) -> Iterator[str]:
    """Yield the open items, each with the rules that it leaves open, then the questions."""
    yield "\n".join(_open(item, rulebook, style) for item in assessment.open)
    asked = assessment.questions
    yield "\n".join(style.fill(visible(one), first="[请核对] ") for one in asked)


def _open(item: OpenItem, rulebook: Rulebook, style: TextStyle) -> str:
    said = visible(f"{item.reason}，请核对{item.look_at}。")
    left = "；".join(headline(rule, Outcome.OPEN, rulebook) for rule in item.rules)
    lines = (
        style.fill(said, first="[待核] "),
        style.fill(f"{len(item.rules)} 条规则：{left}", first="    涉及：", rest=" " * 10),
    )
    return "\n".join(lines)
