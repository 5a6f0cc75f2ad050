"""SARIF for code-scanning tools."""

from json import loads
from pathlib import Path
from typing import Any

import pytest
from assessments import assessment, finding, rulebook
from jsonschema import Draft7Validator
from msgspec.structs import replace

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Assessment, Judgement
from govcheck.kinds.remark import Outcome
from govcheck.reports import render

SCHEMA = Path("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")


def run(given: Assessment | None = None) -> dict[str, Any]:
    log = loads(render("sarif", given or assessment(), rulebook()))
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_log_is_valid() -> None:
    if not SCHEMA.exists():
        pytest.skip("the schema comes with: npm install @microsoft/jest-sarif")
    schema = loads(SCHEMA.read_text("utf-8"))
    Draft7Validator(schema).validate(loads(render("sarif", assessment(), rulebook())))


def test_every_rule_is_listed_with_its_outcome() -> None:
    rules = [rule["id"] for rule in run()["tool"]["driver"]["rules"]]
    assert rules == [rule.id for rule in rulebook().rules]
    assert [one["id"] for one in run()["properties"]["rules"]] == rules


def test_only_what_is_found_or_open_is_a_result_and_each_has_a_place() -> None:
    opened = replace(
        assessment(),
        judgements=(Judgement(rule="format/title", outcome=Outcome.OPEN, reason="机关不明"),),
    )
    for results in (run()["results"], run(opened)["results"]):
        assert {one["kind"] for one in results} <= {"fail", "open"}
        assert all(one["locations"] for one in results)
        physical = [place["physicalLocation"] for one in results for place in one["locations"]]
        assert all(one["region"]["startLine"] >= 1 for one in physical)
    assert "机关不明" in [one["message"]["text"] for one in run(opened)["results"]]


def test_a_place_is_named_once() -> None:
    evidence = Evidence(quote="甲", place=Place(part="overview", line=9))
    (result,) = run(assessment(found=[finding("prose", "一", evidence, evidence)]))["results"]
    assert len(result["locations"]) == 1


def test_what_is_open_accuses_of_nothing() -> None:
    for result in run()["results"]:
        assert ("整改" in result["message"]["text"]) == (result["kind"] == "fail")


def test_result_points_to_its_rule_and_line() -> None:
    of = run()
    for result in of["results"]:
        assert of["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    prose = next(one for one in of["results"] if one["ruleId"].endswith("narrative"))
    assert prose["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 16,
        "snippet": {"text": "14件"},
    }


def test_only_a_failure_has_a_level() -> None:
    for result in run()["results"]:
        assert (result["level"] == "none") == (result["kind"] != "fail")


def test_waiver_is_a_suppression() -> None:
    suppressed = [result for result in run()["results"] if "suppressions" in result]
    assert len(suppressed) == 1
    assert "省级通知另有规定" in suppressed[0]["suppressions"][0]["justification"]


def test_fingerprints_tell_findings_apart() -> None:
    evidence = Evidence(quote="甲", place=Place(part="overview"))
    found = [finding("prose", "一", evidence), finding("prose", "二", evidence)]
    prints = [
        result["partialFingerprints"]["govcheck/v1"]
        for result in run(assessment(found=found))["results"]
        if "partialFingerprints" in result
    ]
    assert len(set(prints)) == 2


def test_file_name_is_a_safe_address() -> None:
    of = run()
    uri = of["artifacts"][0]["location"]["uri"]
    assert uri == "yunling.html"
