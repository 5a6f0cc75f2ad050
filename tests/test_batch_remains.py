"""What a batch leaves in its folder: nothing of a refused command, nothing out of date."""

from pathlib import Path

import pytest
from batches import short_reports

from govcheck.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with three short reports in it."""
    monkeypatch.chdir(tmp_path)
    short_reports(tmp_path / "in", 3)
    return tmp_path


def test_what_is_not_asked_for_again_does_not_stay_out_of_date(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["batch", "in", "-o", "out", "--figures", "--bulletin"])
    bulletin, figures = folder / "out" / "bulletin.docx", folder / "out" / "figures.csv"
    figures.write_bytes(figures.read_bytes() + b"note")
    short_reports(folder / "in", 4)
    capsys.readouterr()
    main(["batch", "in", "-o", "out", "--resume"])
    said = capsys.readouterr().err
    assert not bulletin.exists()
    assert "bulletin.docx" in said
    assert "figures.csv 不再属于这个批次；内容有人改动，予以保留" in said
    assert figures.exists()
    main(["batch", "in", "-o", "out", "--resume"])
    assert not capsys.readouterr().err


def test_a_withdrawn_reports_page_goes_unless_a_person_has_altered_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["batch", "in", "-o", "out"])
    altered, other = (folder / "out" / "pages" / f"00{n}.govcheck.html" for n in (1, 2))
    altered.write_bytes(altered.read_bytes() + b"note")
    for name in ("001.html", "002.html"):
        (folder / "in" / name).unlink()
    capsys.readouterr()
    main(["batch", "in", "-o", "out", "--resume"])
    assert altered.exists()
    assert not other.exists()
    (line,) = capsys.readouterr().err.splitlines()
    assert "001.govcheck.html 不再属于这个批次" in line


def test_what_cannot_be_read_is_named_with_the_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty").mkdir()
    assert main(["batch", "empty", "gone.html", "-o", "out"]) == 2
    said = capsys.readouterr().err
    assert "empty，目录中没有可检查的报告" in said
    assert "gone.html，文件不存在" in said
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "empty")
    for words in (("batch", "empty", "-o", "out"), ("check", "empty")):
        assert main([*words]) == 2
        said = capsys.readouterr().err
        assert "empty" in said
        assert "没有读取这个目录的权限" in said


@pytest.mark.parametrize(
    "words",
    [
        ("list.csv",),
        ("in", "--last-year", "nowhere"),
        ("gone.html", "empty"),
        ("in", "--scheduler", "nowhere"),
    ],
)
def test_a_refused_command_does_not_take_the_folder(
    folder: Path, words: tuple[str, ...]
) -> None:
    (folder / "empty").mkdir()
    (folder / "list.csv").write_text("文件,机关类别\nin/000.html,法庭\n", "utf-8")
    assert main(["batch", *words, "-o", "out"]) == 2
    assert not list((folder / "out").iterdir())
    assert main(["batch", "in", "-o", "out"]) == 1
