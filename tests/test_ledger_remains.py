"""A ledger whose writer was killed at any byte keeps every decision and blocks nobody."""

from pathlib import Path

import pytest
from assessments import assessment, finding, findings, rulebook

from govcheck.clock import this_day
from govcheck.commands.completion import complete
from govcheck.commands.ledger_file import content_of_ledger
from govcheck.document.evidence import Evidence
from govcheck.review.entry import Ledger
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import matters
from govcheck.review.remains import readable

FOUND = findings()
KNOWN = tuple(one.key for one in matters(assessment(found=FOUND), rulebook()))
DECIDED = f"""\
# 王审核的台账
"{KNOWN[0]}":   # 电话核实
  decision: waive
  reason: 台账属实
  person: 王审核
  date: 2025-03-01
"""


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test needs to wait for the disk."""
    monkeypatch.setattr("os.fsync", lambda _: None)


def read(path: Path) -> Ledger:
    return read_ledger(content_of_ledger(path), path.name, today=this_day())


def decisions(ledger: Ledger) -> list[str]:
    return [one.key for one in ledger.entries if one.decision]


def asides(folder: Path) -> list[bytes]:
    return [one.read_bytes() for one in sorted(folder.glob("*.损坏-*"))]


def in_lines(text: str, line_end: str) -> bytes:
    return text.replace("\n", line_end).encode()


@pytest.mark.parametrize("before", ["", DECIDED, DECIDED.rstrip()])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_kill_at_any_byte_loses_nothing(tmp_path: Path, before: str, line_end: str) -> None:
    path = tmp_path / "年报.review.yaml"
    kept = in_lines(before, line_end)
    path.write_bytes(kept)
    given = matters(assessment(found=FOUND[:2]), rulebook())
    complete(path, given)
    whole = path.read_bytes()
    for end in range(len(kept), len(whole)):
        path.write_bytes(whole[:end])
        known = decisions(read(path))
        complete(path, given)
        after = read(path)
        assert known == decisions(after) == ([KNOWN[0]] if before else [])
        assert sorted(after.held) == sorted(KNOWN[:2])
        assert path.read_bytes().startswith(kept)
        assert (
            path.read_bytes().count("决定:".encode()) + path.read_bytes().count(b"decision:")
            == 2
        )
        cut = whole[:end].removeprefix(kept)
        for aside in tmp_path.glob("*.损坏-*"):
            assert cut.endswith(aside.read_bytes())
            aside.unlink()


def test_what_is_cut_off_is_set_aside_under_a_new_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.review.yaml"
    (tmp_path / "年报.review.损坏-1.yaml").write_text("别人的", "utf-8")
    tail = f'"{KNOWN[1]}":\n  rule: format/ti'
    path.write_text(DECIDED + tail, "utf-8")
    complete(path, matters(assessment(found=FOUND), rulebook()))
    assert "年报.review.损坏-2.yaml" in capsys.readouterr().err
    assert asides(tmp_path) == ["别人的".encode(), tail.encode()]
    assert set(read(path).held) == set(KNOWN)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"\0" * 40])
def test_a_file_that_holds_nothing_blocks_nobody(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "年报.review.yaml"
    path.write_bytes(content)
    assert complete(path, matters(assessment(found=FOUND), rulebook()))
    assert read(path).held == KNOWN
    assert asides(tmp_path) == ([content] if b"\0" in content else [])


def test_a_machine_that_lost_its_power_takes_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "年报.review.yaml"
    path.write_bytes(DECIDED.encode() + b"\0" * 100)
    assert decisions(read(path)) == [KNOWN[0]]
    complete(path, matters(assessment(found=FOUND), rulebook()))
    assert decisions(read(path)) == [KNOWN[0]]
    assert asides(tmp_path) == [b"\0" * 100]


def test_a_check_says_what_it_left_out() -> None:
    content = f'{DECIDED}"{KNOWN[1]}":\n  rule: fo'.encode()
    ledger = read_ledger(content, "审查.yaml", today=this_day())
    assert "第 7 行" in ledger.notes[0]
    assert decisions(ledger) == [KNOWN[0]]


SECOND = f'"{KNOWN[1]}":\n  rule: a/b\n  message: "甲"\n  decision: waive\n'


@pytest.mark.parametrize(
    "entry",
    [
        SECOND + "  reason: 台",
        SECOND + '  reason: "台账',
        SECOND + "  reason: 台账\n  person: 王\n  date: 2025-03",
    ],
)
def test_a_decision_cut_by_another_program_is_half_written(entry: str) -> None:
    assert readable((DECIDED + entry).encode()) == len(DECIDED.encode())


@pytest.mark.parametrize(
    "entry",
    [
        SECOND,
        SECOND + "  reason: 台账\n  person: 王\n  date: 2025-03-01",
        SECOND + '  reason: 台账\n  person: 王\n  date: "2025-03-01"\n',
        SECOND + "  reason: 台账\n  person: 王\n  date: 2025-03-01\n  expires: 2025-9",
        SECOND + "  person: 王\n  reason: 台",
        f'"{KNOWN[1]}":\n  rule: a/b\n  # 待核',
        "乙:\n  rule: a",
        '"乙":\n  rule: a',
    ],
)
def test_what_a_person_may_have_written_is_not_cut_off(entry: str) -> None:
    content = (DECIDED + entry).encode()
    assert readable(content) == len(content)


def test_a_cut_character_is_half_written() -> None:
    one = finding("prose", "㐂𠮷", Evidence(quote="㐂"))
    key = matters(assessment(found=[one]), rulebook())[0].key
    content = f'{DECIDED}"{key}":\n  rule: a/b\n  message: "㐂'.encode()[:-1]
    assert readable(content) == len(DECIDED.encode())
