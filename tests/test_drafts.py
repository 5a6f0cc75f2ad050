"""Drafts on the command line: what waits, how long there is time, the annotated copy."""

from pathlib import Path

import pytest
from word_files import by_hand, read_lines

from govcheck.cli import main
from govcheck.readers.from_html import read_html

FLAWED = Path(__file__).parent.parent / "examples" / "flawed.html"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.docx"
    path.write_bytes(by_hand(read_html(FLAWED.read_text("utf-8"))))
    return path


def test_a_draft_counts_the_days(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(draft), "--draft", "--today", "2025-03-01", "-f", "json"])
    said = "".join(capsys.readouterr().out.split())
    assert "最迟应于2025-03-31公布，截至2025-03-01还有30天" in said
    assert "[待公布]标明发布日期和来源" in said


def test_the_same_day_gives_the_same_bytes(draft: Path) -> None:
    options = ["--draft", "--today", "2025-03-01", "-f", "json"]
    for name in ("one.json", "two.json"):
        main(["check", str(draft), *options, "-o", name])
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_day_that_is_none_is_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--draft", "--today", "明天"]) == 2
    assert "--today" in capsys.readouterr().err


def test_the_annotated_copy_is_written_beside_the_results(draft: Path) -> None:
    main(["check", str(draft), "--draft", "--annotate", "out.docx", "-f", "json"])
    assert read_lines(Path("out.docx").read_bytes()) == read_lines(draft.read_bytes())


def test_the_draft_itself_is_not_written_over(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = draft.read_bytes()
    assert main(["check", str(draft), "--annotate", str(draft), "-f", "json"]) == 2
    assert draft.read_bytes() == before
    assert "另取文件名" in capsys.readouterr().err


def test_only_word_files_take_comments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FLAWED), "--annotate", "out.docx", "-f", "json", "-o", "-"]) == 2
    assert "Word 文件" in capsys.readouterr().err


@pytest.mark.parametrize("agency", ["昆明市人民政府", "昆明市水务局"])
def test_a_draft_is_asked_only_what_it_will_be_asked_once_published(
    agency: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.html"
    assert main(["template", "--year", "2025", "--agency", agency, "-o", str(path)]) == 0
    options = ["--region", "云南", "--draft", "--today", "2026-01-10", "-f", "text"]
    main(["check", str(path), *options, "-o", "-"])
    said = "".join(capsys.readouterr().out.split())
    assert "[待公布]标明发布日期和来源" in said
    assert "只适用于" not in said
    assert ("省门户年报专栏" in said) is agency.endswith("政府")
