"""JUnit XML for pipelines: a rule is a test case."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.decisions import ruling_word
from govcheck.reports.headline import headline, headline_of
from govcheck.reports.places import due_remedy, place_lines
from govcheck.reports.visible import visible
from govcheck.reports.wording import OUTCOMES
from govcheck.rulebook.rule import Rulebook


def to_junit(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render one suite; open, inapplicable and waived rules are skipped cases."""
    name = visible(assessment.document.source.name)
    root = Element("testsuites", name="govcheck")
    suite = SubElement(root, "testsuite", name=name)
    found: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        found.setdefault(finding.rule, []).append(finding)
    for judgement in assessment.judgements:
        case = SubElement(
            suite,
            "testcase",
            classname=judgement.rule.replace("/", "."),
            name=visible(headline(judgement.rule, Outcome.PASS, rulebook)),
        )
        _outcome(case, judgement, found.get(judgement.rule, ()), assessment, rulebook)
    for entry in (root, suite):
        entry.set("tests", str(len(suite)))
        entry.set("failures", str(len(suite.findall("testcase/failure"))))
        entry.set("errors", "0")
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def _outcome(
    case: Element,
    judgement: Judgement,
    found: Sequence[Finding],
    assessment: Assessment,
    rulebook: Rulebook,
) -> None:
    unlisted = sum(more.count for more in judgement.unlisted)
    rest = [f"另有 {unlisted} 处未列出。"] if unlisted else []
    failed = [one for one in found if one.effect == Outcome.FAIL and not one.lifted]
    lifted = [one for one in found if one.lifted]
    if failed:
        named = f"{headline_of(failed[0], rulebook)}：{failed[0].message}"
        failure = SubElement(case, "failure", message=visible(named))
        failure.set("type", SEVERITIES[failed[0].severity])
        failure.text = "\n".join([*(_lines(one, assessment) for one in failed), *rest])
    elif lifted:
        SubElement(
            case, "skipped", message=visible(f"{ruling_word(lifted[0])}：{_reason(lifted[0])}")
        )
    elif judgement.outcome in {Outcome.OPEN, Outcome.NOT_APPLICABLE}:
        reason = judgement.reason or "".join([*(one.message for one in found), *rest])
        message = f"{OUTCOMES[judgement.outcome]}：{reason}"
        SubElement(case, "skipped", message=visible(message))


def _reason(finding: Finding) -> str:
    return finding.decision.reason if finding.decision else ""


def _lines(finding: Finding, assessment: Assessment) -> str:
    places = place_lines(finding, assessment.document)
    hint = [f"提示：{finding.hint}"] if finding.hint else []
    lines = [finding.message, *hint, *(f"位置：{words}" for words in places)]
    remedy = due_remedy(finding)
    if remedy:
        lines.append(f"整改：{remedy}")
    return visible("\n".join(lines))
