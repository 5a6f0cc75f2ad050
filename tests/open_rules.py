"""An assessment that one loss leaves open: two rules by findings, a third as a whole."""

from assessments import assessment, finding, rulebook
from msgspec.structs import replace

from govcheck.document.evidence import Evidence
from govcheck.document.loss import Cause, Loss
from govcheck.judging.assessment import Assessment, Judgement
from govcheck.judging.settlement import settle
from govcheck.kinds.remark import Outcome

LOSS = Loss(cause=Cause.TAIL, reason="文本到此为止", look_at="报告原件的后半部分")


def left_open() -> Assessment:
    """Return what three rules leave open by one loss, one of them with two findings."""
    found = [
        replace(finding(key, words, Evidence(quote=words), outcome=Outcome.OPEN), loss=LOSS)
        for key, words in (("part", "甲"), ("prose", "乙"), ("prose", "丙"))
    ]
    given = assessment(found=found)
    whole = Judgement(rule="format/title", outcome=Outcome.OPEN, reason="丁", loss=LOSS)
    others = tuple(one for one in given.judgements if one.rule != whole.rule)
    given = replace(given, judgements=(*others, whole))
    settled = settle(given.case, given.findings, given.judgements, rulebook())
    return replace(given, findings=settled.findings, open=settled.open, score=settled.score)
