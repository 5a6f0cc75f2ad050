"""SARIF 2.1.0 for code-scanning tools: every rule is listed, a waiver is a suppression.

A result is something to be corrected or looked at, and has a location, without which such
tools refuse it.  Rules that passed or do not apply stand among the run's properties.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.source import Source
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.judging.bearing import bearing
from govcheck.judging.fingerprint import fingerprints
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.decisions import decision_words
from govcheck.reports.indented import indented
from govcheck.reports.listing import unlisted_words
from govcheck.reports.places import due_remedy
from govcheck.reports.tally import tally
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES
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
                "rules": [_rule(rule, assessment.document) for rule in rulebook.rules],
                "properties": {"rulesDigest": assessment.rules_digest},
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(assessment.document.source)],
        "results": [
            *_findings(assessment, index),
            *_silent(assessment, index),
        ],
        "properties": _properties(assessment, rulebook),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return indented(log)


def _rule(rule: Rule, document: Document) -> dict[str, Any]:
    clauses = "\n\n".join(map(_clause, bearing(rule, document)))
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.failure_title},
        "fullDescription": {"text": clauses or rule.title},
        "help": {"text": rule.remedy or rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "title": rule.title,
            "dimension": rule.dimension,
            "severity": rule.severity,
        },
    }


def _clause(basis: Basis) -> str:
    status = STATUSES[basis.status][0]
    words = f"{ROLES[basis.role]}：{basis.citation}（{status}）"
    return words + (f"：{basis.quote}" if basis.quote else "")


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
        "rules": [_outcome(one) for one in assessment.judgements],
        "unlisted": [*unlisted_words(assessment, rulebook)],
    }


def _outcome(judgement: Judgement) -> dict[str, str]:
    kind = _KINDS[judgement.outcome]
    return {"id": judgement.rule, "kind": kind, "reason": judgement.reason}


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


def _silent(assessment: Assessment, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Yield what is open of the whole document, without a finding that says where."""
    for one in tally(assessment).silent:
        yield {
            "ruleId": one.rule,
            **_rule_index(one.rule, index),
            "kind": _KINDS[one.outcome],
            "level": "none",
            "message": {"text": one.reason or OUTCOMES[one.outcome]},
            "locations": _locations((), assessment.document),
        }


def _rule_index(rule: str, index: dict[str, int]) -> dict[str, int]:
    return {"ruleIndex": index[rule]} if rule in index else {}


def _message(finding: Finding) -> str:
    hint = [f"提示：{finding.hint}"] if finding.hint else []
    due = due_remedy(finding)
    remedy = [f"整改：{due}"] if due else []
    return "\n".join([finding.message, *hint, *remedy])


def _suppression(finding: Finding) -> dict[str, Any]:
    words = decision_words(finding.decision) if finding.decision else ""
    return {"kind": "external", "status": "accepted", "justification": words}


def _locations(evidence: Sequence[Evidence], document: Document) -> list[dict[str, Any]]:
    """Return each place once; what has no place is the file's, which begins on line 1."""
    places: list[dict[str, Any]] = []
    for one in evidence or (Evidence(),):
        location = _location(one, document)
        if location not in places:
            places.append(location)
    return places


def _location(evidence: Evidence, document: Document) -> dict[str, Any]:
    line = evidence.place.line
    region: dict[str, Any] = {"startLine": line or 1}
    if line is not None and evidence.quote:
        region["snippet"] = {"text": evidence.quote}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document.source), "index": 0},
            "region": region,
        },
        "logicalLocations": [{"fullyQualifiedName": place_words(evidence.place, document)}],
    }
