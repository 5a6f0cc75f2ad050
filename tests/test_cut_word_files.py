"""What a Word file that stops within a sentence does not hold is open, not missing."""

import pytest
from agreement import RULEBOOK, findings
from bodies import correct_report
from word_files import paragraph, word_file

from govcheck.checking import read
from govcheck.kinds.remark import Outcome

LAST = "decree-711/other-matters"
BODY = correct_report("market-2025")
HELD = [BODY.title, *(line for line in BODY.paragraphs if not line.startswith("|"))]
HELD = HELD[: next(at for at, line in enumerate(HELD) if line.startswith("六、"))]


def found(*lines: str) -> set[tuple[str, Outcome]]:
    file = word_file("".join(map(paragraph, (*HELD, *lines))))
    return findings(read(file, name="报告.docx", knowledge=RULEBOOK.knowledge))


@pytest.mark.parametrize(
    "end",
    ["下一步，将进一步加强对政府信息公开工作的", "针对上述问题，", "主要措施（一是加强培训"],
)
def test_it_breaks_off(end: str) -> None:
    said = found(end)
    assert (LAST, Outcome.OPEN) in said
    assert not said & {(LAST, Outcome.FAIL), ("format/sections", Outcome.FAIL)}


@pytest.mark.parametrize("end", ["下一步，将进一步加强培训。", "云岭市市场监督管理局"])
def test_it_ends(end: str) -> None:
    assert (LAST, Outcome.FAIL) in found(end)
