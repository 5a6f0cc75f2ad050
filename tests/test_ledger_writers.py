"""Many writers and a person at once: nothing is lost, nothing is written twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from assessments import assessment, finding, findings, rulebook

from govcheck.clock import this_day
from govcheck.commands import completion
from govcheck.commands import lock as lock_module
from govcheck.commands.completion import complete
from govcheck.commands.ledger_file import Changed, append, content_of_ledger
from govcheck.commands.lock import locked
from govcheck.document.evidence import Evidence
from govcheck.errors import Unusable
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import matters

FOUND = findings()
KNOWN = tuple(one.key for one in matters(assessment(found=FOUND), rulebook()))
GIVEN = matters(assessment(found=FOUND), rulebook())
DECISION = "  decision: waive\r\n  reason: 属实\r\n  person: 王\r\n  date: 2025-03-01\r\n"
THEIRS = f'\ufeff# 王审核的台账\r\n"{KNOWN[0]}": # 核\r\n{DECISION}'.encode()
WRITER = """
import sys
from pathlib import Path
from assessments import assessment, finding, rulebook
from govcheck.document.evidence import Evidence
from govcheck.commands.completion import complete
from govcheck.review.matter import matters

print("ready", flush=True)
sys.stdin.read()
for number in range(5):
    quotes = [*map(str, range(20)), f"{sys.argv[2]}.{number}"]
    found = [finding("prose", f"误 {quote}", Evidence(quote=quote)) for quote in quotes]
    complete(Path(sys.argv[1]), matters(assessment(found=found), rulebook()))
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "年报.review.yaml"
    path.write_bytes(THEIRS)
    return path


def held(path: Path) -> tuple[str, ...]:
    return read_ledger(content_of_ledger(path), path.name, today=this_day()).held


def test_twenty_writers_lose_nothing_and_write_nothing_twice(ledger: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    writers = [
        subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", WRITER, str(ledger), str(number)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for number in range(20)
    ]
    assert [one.stdout.readline() for one in writers if one.stdout] == [b"ready\n"] * 20
    for one in writers:
        assert one.stdin
        one.stdin.close()
    assert [one.wait() for one in writers] == [0] * 20
    for one in writers:
        assert one.stdout
        one.stdout.close()
    own = [f"{number}.{turn}" for number in range(20) for turn in range(5)]
    quotes = [*map(str, range(20)), *own]
    found = [finding("prose", quote, Evidence(quote=quote)) for quote in quotes]
    assert sorted(held(ledger)) == sorted(
        (KNOWN[0], *(one.key for one in matters(assessment(found=found), rulebook())))
    )
    assert ledger.read_bytes().startswith(THEIRS)
    assert list(ledger.parent.iterdir()) == [ledger]


def test_a_lock_whose_holder_was_killed_holds_nobody(ledger: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from govcheck.commands.lock import locked\n"
        "with locked(Path(sys.argv[1]), taken=''): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(ledger)], check=False)  # noqa: S603
    assert complete(ledger, GIVEN)
    assert set(held(ledger)) == set(KNOWN)


def test_a_living_holder_is_waited_for_and_then_said(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govcheck.commands.ledger_file._PATIENCE", 0.05)
    with locked(ledger, taken=""), pytest.raises(Unusable, match="另一个 govcheck"):
        complete(ledger, GIVEN)
    assert ledger.read_bytes() == THEIRS


def test_a_lock_file_of_the_users_stays(ledger: Path) -> None:
    lock = ledger.with_name(f"{ledger.name}.lock")
    lock.write_text("我的", "utf-8")
    complete(ledger, GIVEN)
    assert lock.read_text("utf-8") == "我的"


def test_what_a_person_wrote_stays_to_the_byte(ledger: Path) -> None:
    complete(ledger, GIVEN)
    content = ledger.read_bytes()
    assert content.startswith(THEIRS)
    assert content.count(b"\n") == content.count(b"\r\n")
    assert not complete(ledger, GIVEN)
    assert ledger.read_bytes() == content


def test_a_file_without_a_last_line_feed_is_gone_on_with(ledger: Path) -> None:
    ledger.write_bytes(THEIRS.rstrip())
    complete(ledger, GIVEN)
    assert ledger.read_bytes().startswith(THEIRS + b'\r\n"')
    assert set(held(ledger)) == set(KNOWN)


def test_nothing_is_cut_off_from_what_an_editor_saved_meanwhile(ledger: Path) -> None:
    edited = THEIRS + DECISION.encode() * 3
    ledger.write_bytes(edited)
    with pytest.raises(Changed):
        append(ledger, THEIRS + b'"ab', len(THEIRS), b"")
    assert ledger.read_bytes() == edited


def test_a_lock_that_its_former_holder_removes_is_taken_anew(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = ledger.with_name(f"{ledger.name}.lock")
    taken, rounds = lock_module._taken, list[bool]()  # noqa: SLF001 - the moment in between

    def removed_meanwhile(handle: int) -> bool:
        done = taken(handle)
        if not rounds:
            lock.unlink()
        rounds.append(done)
        return done

    monkeypatch.setattr(lock_module, "_taken", removed_meanwhile)
    with locked(ledger, taken=""):
        assert lock.exists()
    assert rounds == [True, True]


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_editor_that_replaces_the_file_wins(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    edited = THEIRS + "# 刚刚补记\r\n".encode()
    saves = [edited]

    def save() -> None:
        beside = ledger.with_name("editor")
        beside.write_bytes(saves.pop())
        beside.replace(ledger)

    def beset(path: Path, content: bytes, end: int, added: bytes) -> None:
        if saves and when == "before":
            save()
        append(path, content, end, added)

    def checked(path: Path) -> bytes:
        if saves and when == "after" and path.stat().st_size > len(THEIRS):
            save()
        return content_of_ledger(path)

    monkeypatch.setattr(completion, "append", beset)
    monkeypatch.setattr("govcheck.commands.ledger_file.content_of_ledger", checked)
    complete(ledger, GIVEN)
    assert not saves
    assert ledger.read_bytes().startswith(edited)
    assert set(held(ledger)) == set(KNOWN)


def test_a_full_disk_leaves_the_file_as_it_was(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, full = os.write, list[bool]()

    def half(handle: int, data: bytes) -> int:
        if full:
            raise OSError(28, "No space left on device")
        full.append(True)
        return write(handle, data[: len(data) // 2])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(Unusable, match="无法写入"):
        complete(ledger, GIVEN)
    assert ledger.read_bytes() == THEIRS
