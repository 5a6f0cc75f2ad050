"""An id that stands for nothing is refused where a rule names it, with the one meant."""

import shutil
from pathlib import Path

import pytest

from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.understanding.prose.concept_ids import (
    BEFORE,
    BEHIND,
    CASE_RESULTS,
    CONCEPTS,
    DOCUMENTS,
    concept_groups,
)
from govcheck.understanding.prose.ellipses import _MORE_DOCUMENTS


@pytest.mark.parametrize(
    ("rule", "old", "new", "meant"),
    [
        (
            "consistency/applications-narrative",
            "alike: [[applications.new,",
            "alike: [[new,",
            "applications.new",
        ),
        (
            "consistency/review-narrative",
            "about: [review,",
            "about: [reveiw,",
            "review",
        ),
        (
            "consistency/applications-arithmetic",
            "about: [review]",
            "about: [reviews]",
            "review",
        ),
        (
            "consistency/applications-arithmetic",
            "parts: [applications.carried_in",
            "parts: [applications.carryed_in",
            "applications.carried_in",
        ),
        (
            "consistency/applications-arithmetic",
            "totals: [[review.total]]",
            "totals: [[review.totals]]",
            "review.total",
        ),
        (
            "consistency/contradiction",
            "concepts: [applications.carried_out]",
            "concepts: [applications.carriedout]",
            "applications.carried_out",
        ),
        (
            "consistency/breakdown-sum",
            "apart: [applications]",
            "apart: [application]",
            "applications",
        ),
        (
            "consistency/percentage",
            "yearly: [applications, review,",
            "yearly: [applications, reviw,",
            "review",
        ),
        (
            "prose/spacing",
            "unseen_in: [pdf]",
            "unseen_in: [pdff]",
            "pdf",
        ),
        (
            "publication/date-and-source",
            "shown_in: [html]",
            "shown_in: [htm]",
            "html",
        ),
        (
            "publication/left-over-revisions",
            "formats: [docx]",
            "formats: [doc]",
            "docx",
        ),
    ],
)
def test_unknown_ids_are_refused(
    tmp_path: Path, rule: str, old: str, new: str, meant: str
) -> None:
    assert _refusal(tmp_path, rule, old, new).endswith(f"是否应为“{meant}”？")


def test_a_row_of_another_table_is_refused(tmp_path: Path) -> None:
    rule, old = "consistency/applications-narrative", "    rows: [r1_new]"
    said = _refusal(tmp_path, rule, old, old.replace("r1_new", "count"))
    assert said.startswith("没有“count”；可用：r1_new、")


def _refusal(tmp_path: Path, rule: str, old: str, new: str) -> str:
    """Return the one thing that is wrong with a shipped rule that is changed so."""
    text = (shipped_rules() / f"{rule}.yaml").read_text("utf-8")
    line = 1 + text[: text.index(old)].count("\n")
    root = tmp_path / "rules"
    shutil.copytree(shipped_rules(), root, ignore=shutil.ignore_patterns("__pycache__"))
    (root / f"{rule}.yaml").unlink()
    (root / f"{rule}.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        load_rulebook(root)
    (error,) = caught.value.exceptions
    assert isinstance(error, UnsoundFile)
    assert (error.file, error.line) == (f"rules/{rule}.yaml", line)
    return error.reason


def test_the_end_of_a_name_is_enough_to_suggest_it() -> None:
    assert unknown("new", CONCEPTS) == "没有“new”；是否应为“applications.new”？"
    assert "可用" in unknown("w", CONCEPTS)


def test_concepts_are_those_that_figures_have() -> None:
    said = {*BEFORE.values(), *BEHIND.values(), "dealt"}
    assert {f"applications.{name}" for name in said} == {
        one for one in CONCEPTS if one.startswith("applications.")
    }
    cases = {*CASE_RESULTS.values(), "total"}
    for topic in ("review", "litigation", "litigation.direct", "litigation.after"):
        assert {f"{topic}.{name}" for name in cases} <= set(CONCEPTS)
    for topic in ("documents", "rules"):
        known = (*DOCUMENTS, *_MORE_DOCUMENTS)
        assert {f"{topic}.{name}" for name in known} == {
            one for one in CONCEPTS if one.startswith(f"{topic}.")
        }


def test_groups_are_what_concepts_begin_with() -> None:
    assert {"litigation", "litigation.after", "fee"} <= concept_groups()
    assert "" not in concept_groups()
    assert set(CONCEPTS) <= concept_groups()
