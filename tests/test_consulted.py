"""A result stands as long as the files beside the report are as they were looked at."""

import os
from pathlib import Path

import pytest
from batches import short_reports

from govcheck.batch.consulted import Consulted, are_as_they_were
from govcheck.cli import main
from govcheck.files import PicturesBeside


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "a_files").mkdir()
    for name in ("read.png", "seen.png"):
        (tmp_path / "a_files" / name).write_bytes(b"as it was")
    return tmp_path / "a.html"


def looked_at(page: Path) -> Consulted:
    files = Consulted(os.fsencode(page), PicturesBeside(page))
    assert files["a_files/read.png"] == b"as it was"
    assert "a_files/seen.png" in files
    assert "a_files/gone.png" not in files
    return files


@pytest.mark.parametrize(
    ("name", "content", "stands"),
    [
        ("read.png", b"as it was", True),
        ("read.png", b"otherwise", False),
        ("read.png", None, False),
        ("seen.png", b"otherwise", True),
        ("seen.png", None, False),
        ("gone.png", b"there now", False),
        ("never-asked-for.png", b"there now", True),
    ],
)
def test_what_was_looked_at_must_be_as_it_was(
    page: Path, name: str, content: bytes | None, *, stands: bool
) -> None:
    companions = looked_at(page).companions
    assert are_as_they_were(companions)
    path = page.parent / "a_files" / name
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert are_as_they_were(companions) == stands


def test_each_page_has_files_of_its_own(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    companions = (
        *looked_at(page).companions,
        *looked_at_nothing(other / "a.html").companions,
    )
    assert are_as_they_were(companions)
    (other / "a_files").mkdir()
    (other / "a_files" / "read.png").write_bytes(b"as it was")
    assert not are_as_they_were(companions)


def looked_at_nothing(page: Path) -> Consulted:
    files = Consulted(os.fsencode(page), PicturesBeside(page))
    assert "a_files/read.png" not in files
    return files


def test_a_report_whose_frame_has_changed_is_judged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short_reports(tmp_path / "in", 2)
    framed = tmp_path / "in" / "000.html"
    (tmp_path / "in" / "000_files").mkdir()
    inner = tmp_path / "in" / "000_files" / "inner.html"
    inner.write_bytes(framed.read_bytes())
    framed.write_text('<!DOCTYPE html><iframe src="000_files/inner.html"></iframe>', "utf-8")
    monkeypatch.chdir(tmp_path)
    command = ["batch", "in", "-o", "out", "--resume"]
    main(command)
    pages = sorted((tmp_path / "out" / "pages").iterdir())
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in pages]
    inner.write_bytes(inner.read_bytes().replace("5件".encode(), "6件".encode()))
    main(command)
    after = [(path.read_bytes(), path.stat().st_mtime_ns) for path in pages]
    assert before[0][0] != after[0][0]
    assert before[1] == after[1]
