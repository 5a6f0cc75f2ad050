"""What the documents tell the reader to do works, and answers what they say."""

import shlex
import shutil
from pathlib import Path

import pytest
from documents_of_docs import DOCS, ROOT, Command, File, steps_of

from govcheck.cli import main

GENERATED = {"rules", "法规依据"}
GUIDES = [path for path in sorted(DOCS.glob("*.md")) if path.stem not in GENERATED]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it, where the reader sits."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_a_document_tells_to_do_works(
    guide: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for step in steps_of(guide):
        if isinstance(step, File):
            path = desk / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.content, "utf-8")
            continue
        where = f"{guide.name}:{step.line}"
        assert _is_for_every_shell(step), where
        status = main(shlex.split(step.words)[1:])
        out, err = capsys.readouterr()
        if step.said is None:
            assert status in {0, 1}, f"{where}: {err}"
        else:
            assert out + err == step.said, where


def _is_for_every_shell(step: Command) -> bool:
    """One program and its words: cmd, PowerShell and sh read them alike."""
    return step.words.startswith("govcheck ") and not set("&|\\$`%^;'<>*") & set(step.words)


def test_the_transcript_ends_with_the_example_set(desk: Path) -> None:
    told = {one.name: one for one in steps_of(DOCS / "规则编写实录.md") if isinstance(one, File)}
    held = {
        str(path.relative_to(ROOT / "examples")): path.read_text("utf-8")
        for path in (ROOT / "examples" / "songxi").rglob("*.yaml")
    }
    assert {name: told[name].content for name in held} == held
    assert desk.is_dir()
