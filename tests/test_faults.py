"""A fault of govcheck's own in one rule stays there, and is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from json import loads
from typing import ClassVar
from zipfile import ZipFile

import pytest
from ledgers import BOOK, document, rule, rulebook, table
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.judging import engine
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.judging.fault import UNJUDGED
from govcheck.kinds.check import Check
from govcheck.kinds.figures import table_sums
from govcheck.kinds.figures.table_sums import TableSums
from govcheck.kinds.remark import Doubt, Outcome, Remark, Severity, Violation
from govcheck.reports import FORMATS, render
from govcheck.rulebook.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Fails(Check):
    """A check that says something and then raises."""

    KIND: ClassVar[str] = "fails"
    TITLE: ClassVar[str] = "试验用。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    error: BaseException

    def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002 - it does not look
        yield Violation()
        raise self.error


class _Mute(Exception):
    def __str__(self) -> str:
        raise ValueError


def broken(error: BaseException, **more: object) -> Rule:
    return rule(Fails(error=error), id="test/broken", title="会出错的规则", **more)


def with_broken_rule(error: BaseException | None = None) -> tuple[Assessment, Assessment]:
    """Judge by the real rules with and without one that fails."""
    book = replace(BOOK, rules=(broken(error or KeyError("总计")), *BOOK.rules))
    return assess(Case(document=document()), book), assess(Case(document=document()), BOOK)


@pytest.mark.parametrize(
    "error",
    [
        KeyError("总计"),
        AssertionError(),
        RecursionError("maximum recursion depth exceeded"),
        MemoryError(),
        UnicodeDecodeError("gbk", b"\xff", 0, 1, "不是"),
        ExceptionGroup("几处", [ValueError(), TypeError()]),
        _Mute(),
    ],
)
def test_a_check_that_fails_leaves_its_rule_open_and_the_others_judged(
    error: Exception,
) -> None:
    given, whole = with_broken_rule(error)
    first, *rest = given.judgements
    assert (first.outcome, first.reason) == (Outcome.OPEN, UNJUDGED)
    assert tuple(rest) == whole.judgements
    placed = [[replace(one, cause=None) for one in each.findings] for each in (given, whole)]
    assert placed[0] == placed[1]
    (fault,) = given.faults
    assert fault.rule == "test/broken"
    assert type(error).__name__ in fault.report
    assert "tests" not in fault.report.replace("test_faults", "")
    assert "/" not in fault.report.replace("test/broken", "")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(1)])
def test_who_stops_the_program_stops_it(error: BaseException) -> None:
    with pytest.raises(type(error)):
        with_broken_rule(error)


def test_a_fault_counts_neither_for_nor_against_the_body() -> None:
    result = assess(Case(document=document()), rulebook(broken(KeyError("总计")))).score
    assert result.possible == 100
    assert result.confirmed == 100 - broken(KeyError()).points.each
    assert result.deductions == ()


def test_a_real_kind_that_fails_leaves_open_every_rule_that_uses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> Iterator[Remark]:
        raise ZeroDivisionError

    monkeypatch.setattr(table_sums, "_remarks", fail)
    of = document(table("applications", {"r1_new": {"natural": 5}}))
    given = assess(Case(document=of), BOOK)
    using = {
        found.id
        for found in BOOK.rules
        if any(isinstance(use.check, TableSums) for use in found.checks)
    }
    failed = {one.rule for one in given.judgements if one.reason == UNJUDGED}
    assert failed
    assert failed <= using
    assert {fault.rule for fault in given.faults} - {""} == failed
    for name in FORMATS:
        assert render(name, given, BOOK)


def test_a_message_that_cannot_be_written_is_a_fault_of_its_rule() -> None:
    bad = Violation(values={"word": "甲"})

    @dataclass(frozen=True)
    class Says(Check):
        KIND: ClassVar[str] = "says"
        TITLE: ClassVar[str] = "试验用。"
        MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

        def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002
            yield bad

    given = assess(
        Case(document=document()), rulebook(rule(Says(), id="test/words", title="“{另}”"))
    )
    assert given.judgements[0].outcome is Outcome.FAIL
    (use,) = rule(Says()).checks
    spoilt = rule(Says(), id="test/words", checks=(replace(use, message="{missing}"),))
    given = assess(Case(document=document()), rulebook(spoilt))
    assert given.judgements[0].reason == UNJUDGED
    assert given.findings == ()


@pytest.mark.parametrize("step", ["borne_out", "diagnose", "marked"])
def test_a_step_after_the_rules_that_fails_is_told_and_loses_no_finding(
    step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = document(table("applications", {"r1_new": {"natural": 5, "total": 7}}))
    whole = assess(Case(document=of), BOOK)

    def fail(*_: object) -> None:
        raise IndexError(step)

    monkeypatch.setattr(engine, step, fail)
    given = assess(Case(document=of), BOOK)
    assert [fault.rule for fault in given.faults] == [""]
    assert any("govcheck 内部错误" in note for note in given.notes)
    assert {one.rule for one in given.findings} == {one.rule for one in whole.findings}
    assert given.judgements == whole.judgements


def _text(name: str, content: bytes) -> str:
    if name not in {"xlsx", "docx"}:
        return re.sub(r"\s", "", content.decode())
    with ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(one).decode() for one in archive.namelist() if "xml" in one]
    return re.sub(r"<[^>]*>|\s", "", "".join(parts))


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_shows_the_rule_that_could_not_be_judged(name: str) -> None:
    book = replace(BOOK, rules=(broken(KeyError("总计")), *BOOK.rules))
    shown = _text(name, render(name, assess(Case(document=document()), book), book)).replace(
        "\\", ""
    )
    assert UNJUDGED.replace(" ", "") in shown


def test_json_calls_the_rule_open_with_no_finding() -> None:
    book = replace(BOOK, rules=(broken(KeyError("总计")), *BOOK.rules))
    result = loads(render("json", assess(Case(document=document()), book), book))
    assert result["rules"][0] == {
        "id": "test/broken",
        "outcome": "open",
        "reason": UNJUDGED,
        "findings": 0,
    }


def test_a_deep_recursion_is_reported_in_a_few_lines() -> None:
    @dataclass(frozen=True)
    class Deep(Check):
        KIND: ClassVar[str] = "deep"
        TITLE: ClassVar[str] = "试验用。"
        MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

        def examine(self, case: Case) -> Iterator[Remark]:
            yield from self.examine(case)

    (fault,) = assess(
        Case(document=document()), rulebook(rule(Deep(), severity=Severity.MAJOR))
    ).faults
    assert "RecursionError" in fault.report
    assert len(fault.report.splitlines()) < 20


def test_what_a_fault_quotes_of_the_document_commands_no_terminal() -> None:
    (fault,) = assess(
        Case(document=document()), rulebook(broken(ValueError("\x1b[2J\u202e甲" * 999)))
    ).faults
    assert "\x1b" not in fault.report
    assert "\u202e" not in fault.report
    assert len(fault.report) < 5000


def test_doubt_is_no_fault() -> None:
    @dataclass(frozen=True)
    class Doubts(Check):
        KIND: ClassVar[str] = "doubts"
        TITLE: ClassVar[str] = "试验用。"
        MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

        def examine(self, case: Case) -> Iterator[Remark]:  # noqa: ARG002
            yield Doubt(reason="看不清")

    given = assess(Case(document=document()), rulebook(rule(Doubts())))
    assert given.faults == ()
