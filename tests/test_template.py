"""The empty report passes what the rules ask of structure, and fails until it is filled in."""

from pathlib import Path

import pytest

from govcheck.checking import read
from govcheck.cli import main
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
STRUCTURE = (
    "consistency/parts-declared",
    "decree-711/citation",
    "decree-711/fiscal-year",
    "format/applications-structure",
    "format/legal-basis",
    "format/overview-aspects",
    "format/proactive-structure",
    "format/review-litigation-structure",
    "format/section-headings",
    "format/sections",
    "format/statistics-period",
    "format/template-residue",
    "format/title",
    "prose/document-number",
    "prose/numbering",
    "prose/punctuation",
)
TO_BE_FILLED = {"prose/placeholder", "format/cells-filled"}


def written(folder: Path, year: int, agency: str, fmt: str) -> Assessment:
    pytest.importorskip("docx")
    path = folder / f"empty.{fmt}"
    assert main(["template", "--year", str(year), "--agency", agency, "-o", str(path)]) == 0
    return assess(
        Case(document=read(path.read_bytes(), name=path.name, knowledge=BOOK.knowledge)), BOOK
    )


@pytest.mark.parametrize("fmt", ["docx", "html"])
@pytest.mark.parametrize("agency", ["云岭市水务局", "青禾县人民政府", "青禾县石桥镇人民政府"])
@pytest.mark.parametrize("year", [2020, 2025])
def test_it_has_the_structure_that_is_asked_for(
    year: int, agency: str, fmt: str, tmp_path: Path
) -> None:
    assessment = written(tmp_path, year, agency, fmt)
    outcomes = {one.rule: one.outcome for one in assessment.judgements}
    sound = {Outcome.PASS, Outcome.NOT_APPLICABLE}
    assert {rule: outcomes[rule] for rule in STRUCTURE if outcomes[rule] not in sound} == {}
    assert {rule for rule in TO_BE_FILLED if outcomes[rule] is Outcome.FAIL} == TO_BE_FILLED


def test_word_and_html_say_the_same(tmp_path: Path) -> None:
    texts = {
        written(tmp_path, 2025, "云岭市水务局", fmt).document.passages["body"].text
        for fmt in ("docx", "html")
    }
    assert len(texts) == 1


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    written(tmp_path, 2025, "云岭市水务局", "docx")
    first = (tmp_path / "empty.docx").read_bytes()
    (tmp_path / "empty.docx").unlink()
    written(tmp_path, 2025, "云岭市水务局", "docx")
    assert (tmp_path / "empty.docx").read_bytes() == first


def test_the_form_may_come_from_another_rule_set(tmp_path: Path) -> None:
    shipped = Path(__file__).parent.parent / "rules" / "forms" / "form-2021.yaml"
    (tmp_path / "forms").mkdir()
    text = shipped.read_text("utf-8").replace("label: 自然人", "label: 个人")
    (tmp_path / "forms" / shipped.name).write_text(text, "utf-8")
    target = tmp_path / "年报.html"
    given = ["--rules", str(tmp_path / "forms"), "-o", str(target)]
    assert main(["template", "--year", "2024", "--agency", "云岭市水务局", *given]) == 0
    assert ">个人</" in target.read_text("utf-8")


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text("填好的稿件", "utf-8")
    assert (
        main(["template", "--year", "2025", "--agency", "云岭市水务局", "-o", str(path)]) == 2
    )
    assert path.read_text("utf-8") == "填好的稿件"
    assert "不予覆盖" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("year", "agency", "reason"),
    [("2018", "云岭市水务局", "2018 年度"), ("2025", "../云岭", "全称"), ("2025", "", "全称")],
)
def test_what_cannot_be_is_refused(
    year: str, agency: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--year", year, "--agency", agency, "-o", "-"]) == 2
    assert reason in capsys.readouterr().err
