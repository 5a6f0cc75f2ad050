"""The JSON keeps its contract."""

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from json import loads
from subprocess import run
from typing import Any

import pytest
from assessments import SCHEMA, assessment, finding, rulebook
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from submitted import document

from govcheck.document.case import Case, case_of
from govcheck.document.evidence import Evidence
from govcheck.document.figure import Period, Relation
from govcheck.document.loss import Cause
from govcheck.document.place import Place
from govcheck.document.report import AgencyKind
from govcheck.document.table import CellState, DeviationKind
from govcheck.judging.assessment import Assessment, Inspection, OpenItem
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports import render
from govcheck.rulebook.rule import Status

DAY = date(2026, 1, 5)


def written(given: Assessment) -> Any:  # noqa: ANN401 - JSON
    return loads(render("json", given, rulebook()))


def test_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "given",
    [
        assessment(),
        assessment(vetoes=("decree-711/applications",)),
        replace(assessment(), inspection=Inspection(inspector="王", inspected_on=DAY)),
        replace(assessment(), case=Case(document=document(), last_year=document())),
        replace(assessment(), case=case_of(document(), earlier=document())),
        assessment(found=()),
        assessment(
            of=replace(
                document(),
                title=None,
                agency=None,
                agency_kind=None,
                region=(),
                fiscal_year=None,
                published=(),
                tables={},
                figures=(),
            )
        ),
    ],
)
def test_result_is_valid(given: Assessment) -> None:
    Draft202012Validator(SCHEMA).validate(written(given))


@pytest.mark.parametrize(
    "values",
    [AgencyKind, CellState, DeviationKind, Outcome, Period, Relation, Severity, Status],
)
def test_every_value_that_a_result_may_hold_is_foreseen(values: type[StrEnum]) -> None:
    assert set(values) in [set(one) - {None} for one in _enumerations(SCHEMA)]


def _enumerations(schema: Any) -> Iterator[list[str | None]]:  # noqa: ANN401 - JSON
    if isinstance(schema, dict):
        yield from [schema["enum"]] if "enum" in schema else []
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _enumerations(part)


def test_what_does_not_apply_is_null() -> None:
    result = written(assessment())
    first = result["findings"][0]
    assert first["root"] is None
    assert first["decision"] is None
    assert first["evidence"][0]["section"] is None
    assert result["input"]["encoding"] is None


def test_numbers_are_numbers() -> None:
    result = written(assessment())
    assert result["score"]["confirmed"] == 84
    assert isinstance(result["score"]["confirmed"], int)
    assert result["score"]["possible"] == 85.5
    cells = result["facts"]["tables"]["applications"]["cells"]
    assert cells["r3_7_total"]["natural"] == {"written": "15", "value": 15, "state": "figure"}
    assert cells["r4_carried_out"]["natural"] == {
        "written": "",
        "value": None,
        "state": "blank",
    }


def test_evidence_in_a_table_names_the_part_of_the_table() -> None:
    evidence = written(assessment())["findings"][1]["evidence"][0]
    assert evidence["section"] == "applications"
    assert evidence["row"] == "r3_7_total"


def test_folded_finding_names_its_root() -> None:
    assert written(assessment())["findings"][2]["root"] == 1


def test_lone_surrogate_is_written_as_an_escape() -> None:
    result = written(assessment(found=[finding("prose", "坏字\ud800")]))
    assert result["findings"][0]["message"] == "坏字\ud800"


def test_same_input_gives_the_same_bytes() -> None:
    once, again = (render("json", assessment(), rulebook()) for _ in range(2))
    assert once == again


def test_json_needs_no_template_engine() -> None:
    code = (
        "import sys, govcheck.reports.to_json;"
        "print({'jinja2', 'jsonschema', 'yaml'} & set(sys.modules))"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("rules", "shown", "place"),
    [
        (("a/b",), (Place(part="problems"),), "第五部分“存在的主要问题及改进情况”"),
        (("a/b", "a/c"), (Place(part="problems"),), None),
        (("a/b",), (Place(part="problems"), Place(part="other")), None),
        (("a/b",), (Place(),), None),
        (("a/b",), (), None),
    ],
)
def test_an_open_item_has_the_one_place_that_all_its_rules_show(
    rules: tuple[str, ...], shown: tuple[Place, ...], place: str | None
) -> None:
    evidence = tuple(Evidence(place=one) for one in shown)
    told = finding("prose", "待核。", *evidence, outcome=Outcome.OPEN)
    told = replace(told, rule="a/b", cause=0)
    item = OpenItem(
        id="tail",
        cause=Cause.TAIL,
        look_at="报告原件的全文",
        reason="文件不完整",
        rules=rules,
        points=Decimal(1),
    )
    given = replace(assessment(), findings=(told,), open=(item,))
    assert [one["place"] for one in written(given)["open"]] == [place]
    Draft202012Validator(SCHEMA).validate(written(given))
