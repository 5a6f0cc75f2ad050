"""A file is written whole or not at all, and leaves nothing beside it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from govcheck.commands.saving import save
from govcheck.errors import Unusable


def ours(_: Path) -> bool:
    return True


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "result.json"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
def test_an_end_at_any_step_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(step, fail)
    with pytest.raises((KeyboardInterrupt, Unusable)) as caught:
        save(target, b"new", ours)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
    if isinstance(caught.value, Unusable):
        assert "磁盘已满" in str(caught.value)


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    save(tmp_path / "new", b"new", ours)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_replaced_file_keeps_its_mode(target: Path) -> None:
    target.chmod(0o640)
    save(target, b"new", ours)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_another_name_of_the_file_keeps_the_old_one(target: Path) -> None:
    second = target.with_name("second")
    os.link(target, second)
    save(target, b"new", ours)
    assert second.read_bytes() == b"old"


def test_what_came_in_between_is_not_replaced(target: Path) -> None:
    with pytest.raises(Unusable, match="不予覆盖"):
        save(target, b"new", lambda _: False)
    assert target.read_bytes() == b"old"
