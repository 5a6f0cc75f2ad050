"""The public API: its names and signatures are a promise."""

import inspect
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import govcheck

EXAMPLES = Path(__file__).parent.parent / "examples"
FLAWED = EXAMPLES / "flawed.html"
SIGNATURES = {
    "check": (
        "(report: str | os.PathLike[str] | bytes, *, name: str | None = None, last_year: str |"
        " os.PathLike[str] | bytes | None = None, year: int | None = None, agency_kind: str |"
        " None = None, region: str | None = None, draft: bool = False, today: datetime.date |"
        " None = None, ocr: bool = False, convert: bool = True, rules:"
        " govcheck.rulebook.rule.Rulebook | None = None) -> govcheck.result.Result"
    ),
    "write": "(result: govcheck.result.Result, format: str = 'html') -> bytes",
    "rules": (
        "(extra: collections.abc.Iterable[str | os.PathLike[str]] = ()) ->"
        " govcheck.rulebook.rule.Rulebook"
    ),
}
FIELDS = {
    "Result": [
        *("verdict", "score", "findings", "open", "questions", "outcomes"),
        *("assessment", "rulebook"),
    ],
    "Score": ["confirmed", "possible", "verified", "grade", "vetoes"],
    "Finding": [
        *(
            "rule",
            "outcome",
            "severity",
            "message",
            "hint",
            "remedy",
            "places",
            "root",
            "cause",
        ),
    ],
    "OpenItem": ["id", "cause", "look_at", "reason", "rules"],
    "Question": ["rule", "question"],
    "Place": [
        *("quote", "expected", "actual", "part", "table", "row", "column", "line", "page"),
    ],
}


def test_the_names_are_these() -> None:
    others = ["Report", "Rulebook", "Unusable"]
    assert sorted(govcheck.__all__) == sorted([*SIGNATURES, *FIELDS, *others])
    assert all(hasattr(govcheck, name) for name in govcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'assess'"):
        govcheck.__getattr__("assess")


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_signatures_are_these(name: str) -> None:
    assert str(inspect.signature(getattr(govcheck, name))) == SIGNATURES[name]


@pytest.mark.parametrize("name", FIELDS)
def test_the_types_of_a_result_have_these_fields_and_do_not_change(name: str) -> None:
    kind = getattr(govcheck, name)
    assert list(kind.__struct_fields__) == FIELDS[name]
    assert kind.__struct_config__.frozen


def test_a_finding_says_where_and_what_should_stand_there() -> None:
    result = govcheck.check(FLAWED)
    assert result.verdict == "不合格"
    assert result.score.confirmed <= result.score.possible
    found = next(one for one in result.findings if one.places and one.places[0].expected)
    assert found.outcome == result.outcomes[found.rule] == "fail"
    assert found.message
    assert found.places[0].quote
    assert found.places[0].line


@pytest.mark.parametrize("form", ["json", "html", "text"])
def test_the_command_writes_what_write_returns(form: str) -> None:
    command = [sys.executable, "-m", "govcheck", str(FLAWED), "-f", form, "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 1
    assert done.stdout == govcheck.write(govcheck.check(str(FLAWED)), form)


def test_bytes_are_a_report_as_well() -> None:
    given = govcheck.check(FLAWED.read_bytes(), name=FLAWED.name)
    assert govcheck.write(given, "json") == govcheck.write(govcheck.check(FLAWED), "json")


def test_what_is_known_beside_a_report_is_taken_into_account() -> None:
    draft = govcheck.check(FLAWED, draft=True, today=date(2025, 1, 10))
    assert draft.outcomes["publication/date-and-source"] == "not-applicable"
    assert govcheck.check(FLAWED, year=2019).assessment.document.form.id == "form-2019"
    told = govcheck.check(FLAWED, last_year=EXAMPLES / "sound.html", region="云南/昆明")
    assert told.assessment.case.unlike is not None
    assert told.assessment.document.region == ("云南", "昆明")


def test_a_day_may_have_a_time() -> None:
    morning = datetime(2025, 1, 10, 9, 30, tzinfo=UTC)
    given = govcheck.check(FLAWED, draft=True, today=morning)
    assert given.assessment.faults == ()
    assert govcheck.write(given, "json") == govcheck.write(
        govcheck.check(FLAWED, draft=True, today=date(2025, 1, 10)), "json"
    )


def test_a_report_is_called_by_its_own_name() -> None:
    given = govcheck.check(FLAWED.read_bytes(), name=f"../there/{FLAWED.name}")
    assert given.assessment.document.source.name == FLAWED.name


def test_rules_of_ones_own_are_laid_over_the_shipped_ones(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "deadline.yaml").write_text(
        "overrides: decree-711/deadline\nseverity: minor\n", "utf-8"
    )
    book = govcheck.rules([folder])
    rule = book.rule("decree-711/deadline")
    assert rule is not None
    assert rule.severity == "minor"
    assert govcheck.check(FLAWED, rules=book).rulebook is book


def test_what_cannot_be_read_is_one_error(tmp_path: Path) -> None:
    for report in (tmp_path / "none.html", tmp_path, b"", b"%PDF-1.7 broken"):
        with pytest.raises(govcheck.Unusable):
            govcheck.check(report)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: govcheck.check(FLAWED, agency_kind="school"), "没有机关类别“school”；可取"),
        (lambda: govcheck.check(FLAWED, year=20240), "年度 20240 不可用，应为 2000 至 2100"),
        (lambda: govcheck.check(FLAWED, year=-(10**400)), "不可用"),
        (lambda: govcheck.write(govcheck.check(FLAWED), "pdf"), "没有格式“pdf”；可取：html"),
        (lambda: govcheck.rules("none"), "^none：目录不存在"),
    ],
)
def test_what_cannot_be_is_the_same_error(asked: Callable[[], object], said: str) -> None:
    with pytest.raises(govcheck.Unusable, match=said):
        asked()


def test_unsound_rules_are_the_same_error_in_one_line_and_each(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("id: mine\nsort: x\n", "utf-8")
    with pytest.raises(govcheck.Unusable) as caught:
        govcheck.rules([tmp_path])
    assert isinstance(caught.value, ExceptionGroup)
    lines = list(map(str, caught.value.exceptions))
    assert str(caught.value) == f"{lines[0]}（另有 {len(lines) - 1} 处）"
    assert all(".yaml:" in line for line in lines)


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    code = "import govcheck, sys; print('govcheck.api' in sys.modules, govcheck.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603 - our own
    assert done.stdout.split()[0] == b"False"
