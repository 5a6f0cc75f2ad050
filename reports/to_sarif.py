"""SARIF 2.1.0 for code-scanning tools: every rule is listed, a waiver is a suppression."""

from collections.abc import Iterator, Sequence
from json import dumps
from typing import Any, Final
from urllib.parse import quote

from govcheck.document.evidence import Evidence
from govcheck.document.report import Document, Source
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.judging.fingerprint import fingerprints
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.decisions import decision_words
from govcheck.reports.listing import unlisted_words
from govcheck.reports.wording import OUTCOMES, STATUSES
from govcheck.rulebook.rule import Basis, Rule, Rulebook
from govcheck.version import __version__

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.ADVICE: "note",
}
_KINDS: Final = {
    Outcome.FAIL: "fail",
    Outcome.OPEN: "open",
    Outcome.PASS: "pass",
    Outcome.NOT_APPLICABLE: "notApplicable",
}


def to_sarif(assessment: Assessment, rulebook: Rulebook) -> str:
    """Render one run over one document."""
    index = {rule.id: position for position, rule in enumerate(rulebook.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "govcheck",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in rulebook.rules],
                "properties": {"rulesDigest": assessment.rules_digest},
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(assessment.document.source)],
        "results": [
            *_findings(assessment, index),
            *_others(assessment.judgements, assessment.findings, index),
        ],
        "properties": _properties(assessment, rulebook),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    clauses = "\n\n".join(map(_clause, rule.basis))
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": clauses or rule.title},
        "help": {"text": rule.remedy or rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"dimension": rule.dimension, "severity": rule.severity},
    }


def _clause(basis: Basis) -> str:
    status = STATUSES[basis.status][0]
    return f"{basis.citation}（{status}）" + (f"：{basis.quote}" if basis.quote else "")


def _artifact(source: Source) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(source)}, "length": source.size}
    if source.sha256:
        artifact["hashes"] = {"sha-256": source.sha256}
    return artifact


def _uri(source: Source) -> str:
    name = "stdin" if source.name == "-" else source.name
    return quote(name, safe="", errors="replace")


def _properties(assessment: Assessment, rulebook: Rulebook) -> dict[str, Any]:
    score = assessment.score
    return {
        "verdict": score.verdict,
        "grade": score.grade,
        "confirmed": float(score.confirmed),
        "possible": float(score.possible),
        "verified": float(score.verified),
        "unlisted": [*unlisted_words(assessment, rulebook)],
    }


def _findings(assessment: Assessment, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    known = fingerprints(assessment.findings)
    for finding, fingerprint in zip(assessment.findings, known, strict=True):
        failed = finding.outcome == Outcome.FAIL
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            **_rule_index(finding.rule, index),
            "kind": _KINDS[finding.outcome],
            "level": _LEVELS[finding.severity] if failed else "none",
            "message": {"text": _message(finding)},
            "locations": _locations(finding.evidence, assessment.document),
            "partialFingerprints": {"govcheck/v1": fingerprint},
            "properties": {"severity": finding.severity, "root": finding.root},
        }
        if finding.lifted:
            result["suppressions"] = [_suppression(finding)]
        yield result


def _others(
    judgements: Sequence[Judgement], findings: Sequence[Finding], index: dict[str, int]
) -> Iterator[dict[str, Any]]:
    """Yield the outcome of each rule that has no finding."""
    found = {finding.rule for finding in findings}
    for one in judgements:
        if one.rule not in found:
            yield {
                "ruleId": one.rule,
                **_rule_index(one.rule, index),
                "kind": _KINDS[one.outcome],
                "level": "none",
                "message": {"text": one.reason or OUTCOMES[one.outcome]},
            }


def _rule_index(rule: str, index: dict[str, int]) -> dict[str, int]:
    return {"ruleIndex": index[rule]} if rule in index else {}


def _message(finding: Finding) -> str:
    return f"{finding.message}\n整改：{finding.remedy}" if finding.remedy else finding.message


def _suppression(finding: Finding) -> dict[str, Any]:
    words = decision_words(finding.decision) if finding.decision else ""
    return {"kind": "external", "status": "accepted", "justification": words}


def _locations(evidence: Sequence[Evidence], document: Document) -> list[dict[str, Any]]:
    return [_location(one, document) for one in evidence or (Evidence(),)]


def _location(evidence: Evidence, document: Document) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(document.source), "index": 0}}
    if evidence.place.line is not None:
        physical["region"] = {"startLine": evidence.place.line}
        if evidence.quote:
            physical["region"]["snippet"] = {"text": evidence.quote}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place_words(evidence.place, document)}],
    }
