"""Assessments that are hard to write down: hostile words, and one place quoted many times."""

from assessments import assessment, finding
from submitted import document, paragraph

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome

HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x07\u202e[甲](javascript:1)|`*_'


def hostile() -> Assessment:
    evidence = Evidence(quote=HOSTILE, expected=HOSTILE, actual=HOSTILE)
    return assessment(
        of=document([paragraph(HOSTILE, line=18)]), found=[finding("prose", HOSTILE, evidence)]
    )


def repeated() -> Assessment:
    """A failure and an open item that quote one place three times and another once."""
    place, other = Place(part="overview"), Place(part="introduction")
    evidence = (*(Evidence(quote="＿＿", place=place),) * 3, Evidence(quote="甲", place=other))
    failure = finding("prose", "有占位符。", *evidence)
    doubt = finding("image", "无法核对。", *evidence, outcome=Outcome.OPEN)
    return assessment(found=[failure, doubt])
