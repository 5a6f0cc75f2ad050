"""A bounded fuzz run finds nothing; what it must find, it does find, small and repeatable."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzzing import campaign
from fuzzing.book import book
from fuzzing.campaign import Execution, Failure, Tally, execution
from fuzzing.inputs import Input, Kind
from fuzzing.shrinking import shrunk
from fuzzing.specimens.files import seeds
from fuzzing.trials import of_reports, watchdog
from fuzzing.trials.faults import FalseLine, FalseQuotation, key_of
from fuzzing.trials.of_reports import Conditions, try_report
from fuzzing.trials.quotations import Strictness, require_true_quotations
from msgspec.structs import replace

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.rule import Rulebook

TESTS = Path(__file__).parent
SEED = 20250120
EXECUTIONS = 400
"""In each of two processes at once: half a minute on two cores."""
QUOTATIONS = Strictness.FOLDED
"""What the bounded run holds quotations to; OFF to look at nothing but exceptions."""
HANGING = 1800
"""Seconds after which a process is held to hang, however busy the machine is."""
TEXT = Input(
    kind=Kind.TEXT,
    content="云岭市2024年政府信息公开工作年度报告\n一、总体情况\n公开12条。。".encode(),
)


def test_a_bounded_run_finds_no_fault(tmp_path: Path) -> None:
    halves = [_started(tmp_path / str(first), first) for first in (0, EXECUTIONS)]
    try:
        said = "".join(process.communicate(timeout=HANGING)[0] for process in halves)
    finally:
        for process in halves:
            process.kill()
    assert [process.returncode for process in halves] == [0, 0], said


def _started(folder: Path, first: int) -> subprocess.Popen[str]:
    options = {"seed": SEED, "first": first, "executions": EXECUTIONS, "quotations": QUOTATIONS}
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "fuzzing", str(folder), "--lines", *words]
    return subprocess.Popen(  # noqa: S603 - our own code
        command, cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.mark.parametrize("kind", Kind)
def test_a_seed_unchanged_is_judged(kind: Kind) -> None:
    """Of rules every one: what the shipped rules ask, a rule from elsewhere can ask on RE2."""
    thorough = Conditions(thorough=kind is not Kind.RULE)
    for seed in seeds(kind)[: None if kind is Kind.RULE else 2]:
        assert campaign.outcome_of(Execution(number=1, given=seed, conditions=thorough))


def test_the_same_seed_and_number_give_the_same_input() -> None:
    once, again = ([_execution(number) for number in range(30)] for _ in range(2))
    assert once == again
    assert len({one.given.content for one in once}) > 25


def _execution(number: int, seed: int = SEED) -> Execution:
    return execution(seed, number, Strictness.OFF, lines=False)


def test_an_exception_in_judging_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document, rulebook: Rulebook) -> Assessment:
        return assess(Case(document=document), replace(rulebook, digest=str(1 // 0)))

    monkeypatch.setattr(of_reports, "assess", failing)
    (key,) = {one.key for one in _run(_texts())}
    assert key == "ZeroDivisionError outside govcheck"


def test_judging_without_end_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(document: Document, rulebook: Rulebook) -> Assessment:
        while document is not rulebook:  # type: ignore[comparison-overlap] # without end
            pass
        raise AssertionError

    monkeypatch.setattr(watchdog, "LONGEST", 0.2)
    monkeypatch.setattr(of_reports, "assess", endless)
    assert [one.key.split()[0] for one in _run(_texts())] == ["TooSlow"] * 3


def test_an_outcome_that_changes_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = iter("abcdefghij")

    def unsteady(case: Case, rulebook: Rulebook) -> Assessment:
        return replace(assess(case, rulebook), rules_digest=next(digests))

    monkeypatch.setattr(of_reports, "assess", unsteady)
    assert {one.key for one in _run(_texts())} == {"Unsteady json"}


def _texts() -> Iterator[Execution]:
    conditions = Conditions(thorough=False)
    return (Execution(number=at, given=TEXT, conditions=conditions) for at in range(3))


def _run(executions: Iterator[Execution]) -> Iterator[Failure]:
    return campaign.run(executions, Tally(), lambda _: None)


def test_refusals_alone_are_too_little() -> None:
    tally = Tally()
    for kind in (*campaign.DEEP, *campaign.DEEP):
        tally.add(kind, b"{}")
    for _ in range(2):
        tally.add(Kind.HTML, None)
    assert tally.shallow() == [Kind.HTML]
    tally.add(Kind.HTML, b"{}")
    assert not tally.shallow()


@pytest.mark.parametrize(
    ("given", "words", "line", "wrong"),
    [
        (TEXT, "公开12条", 3, None),
        (TEXT, "公开１２条", 3, FalseQuotation),
        (TEXT, "公开12条", 2, FalseLine),
        (Input(kind=Kind.MARKDOWN, content=b"|a<h1>b</h1><p>c|"), "a<h1>b</h1>c", 1, None),
        (Input(kind=Kind.MARKDOWN, content=b"|a<br>b|"), "a b", 1, None),
        (Input(kind=Kind.MARKDOWN, content=b"|a<br>b|"), "ab", 1, FalseQuotation),
        (Input(kind=Kind.HTML, content=b"<p>a<b>b</b>&amp;c</p><p>d"), "ab&c", 1, None),
        (
            Input(kind=Kind.HTML, content=b"<p>a<b>b</b>&amp;c</p><p>d"),
            "ab&cd",
            1,
            FalseQuotation,
        ),
        (Input(kind=Kind.HTML, content=b"<p>a<rt>b</rt>c"), "ac", 1, None),
        (Input(kind=Kind.HTML, content=b"<p>a<br>b</p>"), "ab", 1, FalseQuotation),
        (Input(kind=Kind.HTML, content=b"<p>a<br>b</p>"), "a b", 1, None),
    ],
)
def test_a_quotation_is_held_against_the_input(
    given: Input, words: str, line: int, wrong: type[Exception] | None
) -> None:
    found = _quoting(words, line)
    if wrong is None:
        require_true_quotations(given, found, Strictness.FOLDED, lines=True)
        return
    with pytest.raises(wrong):
        require_true_quotations(given, found, Strictness.FOLDED, lines=True)


def _quoting(words: str, line: int) -> Assessment:
    """Return an assessment with one piece of evidence, which quotes words at a line."""
    whole = assess(
        Case(document=read(TEXT.content, name=TEXT.name, knowledge=book().knowledge)), book()
    )
    finding = next(one for one in whole.findings if one.evidence)
    evidence = finding.evidence[0]
    place = replace(evidence.place, line=line)
    quoting = replace(evidence, quote=words, place=place, secret=False)
    return replace(whole, findings=(replace(finding, evidence=(quoting,)),))


def test_a_failing_input_is_made_small() -> None:
    given = Input(kind=Kind.HTML, content=b"<p>one</p>\n<p>two, three</p>\n" * 40 + b"<i>X</i>")
    small = shrunk(given, lambda some: b"X" in some.content and b"two" in some.content)
    assert sorted(small.content) == sorted(b"twoX")


def test_a_failing_word_file_is_made_small() -> None:
    given = seeds(Kind.WORD)[0]
    assert try_report(given, Conditions(thorough=False))
    small = shrunk(given, lambda some: b"word/document.xml" in some.content)
    assert len(small.content) < len(given.content) / 5


def test_faults_are_told_apart_by_the_line_of_govcheck() -> None:
    with pytest.raises(AttributeError) as caught:
        render("json", None, book())  # type: ignore[arg-type] # what no reader gives
    assert re.fullmatch(r"AttributeError review/\w+\.py:\d+", key_of(caught.value))
