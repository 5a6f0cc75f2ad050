"""Nothing but a ledger is written to, and a ledger only as far as YAML reads it rightly."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from assessments import assessment, findings, rulebook
from hypothesis import given, settings
from hypothesis import strategies as st

from govcheck.clock import this_day
from govcheck.commands.completion import complete
from govcheck.commands.ledger_file import MOST_BYTES, content_of_ledger
from govcheck.errors import Unusable
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import matters

FOUND = findings()
KNOWN = tuple(one.key for one in matters(assessment(found=FOUND), rulebook()))
GIVEN = matters(assessment(found=FOUND), rulebook())
ENTRY = """\
"{known}":
  rule: a/b
  message: "甲：乙"
  decision: waive
  reason: 台账属实
  person: '王审核'
  date: 2025-03-01
  expires: 2026-03-01

"""
DECIDED = ("# 审查台账\n" + "".join(ENTRY.format(known=known) for known in KNOWN[:3])).encode()


PUT = st.binary(max_size=12) | st.sampled_from(
    [b'"', b"'", b"\n", b"{", b": ", b"- ", b"&a *a", b"\0", b"  ", b"|", b" #", b"..."]
)


def decisions(content: bytes) -> list[str]:
    ledger = read_ledger(content, "审查.yaml", today=this_day())
    return [one.key for one in ledger.entries if one.decision]


def outcome(content: bytes) -> bytes | None:
    """Return what a writer makes of a ledger's bytes; None where it is refused, untouched."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "审查.yaml")
        path.write_bytes(content)
        try:
            complete(path, GIVEN)
        except Unusable:
            assert path.read_bytes() == content
            return None
        asides = [one.read_bytes() for one in Path(folder).glob("*.损坏-1.yaml")]
        after = path.read_bytes()
        kept = content.removesuffix(asides[0]) if asides else content
        assert after.startswith(kept)
        return after


@pytest.fixture(autouse=True, scope="module")
def _in_memory() -> Iterator[None]:
    """No test here needs to wait for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


def test_a_ledger_cut_anywhere_loses_no_whole_decision() -> None:
    refused = 0
    for end in range(len(DECIDED)):
        whole = DECIDED[:end].count(b"  expires:")
        after = outcome(DECIDED[:end])
        refused += after is None
        if after is not None:
            assert list(KNOWN[: max(0, whole - 1)]) == decisions(after)[: max(0, whole - 1)]
    assert refused < len(DECIDED) / 8


@settings(deadline=None)
@given(st.integers(0, len(DECIDED)), st.integers(0, 40), PUT)
def test_whatever_is_written_over_is_kept(start: int, length: int, put: bytes) -> None:
    content = DECIDED[:start] + put + DECIDED[start + length :]
    before: list[str] = []
    with suppress(Unusable):
        before = decisions(content)
    after = outcome(content)
    if after is not None:
        assert decisions(after)[: len(before)] == before


@pytest.mark.parametrize(
    "text", ["{ 'a': {decision: } }\n", "a:\n  rule: b\n...\n", "  a:\n    rule: b\n"]
)
def test_a_file_that_cannot_be_added_to_stays(tmp_path: Path, text: str) -> None:
    path = tmp_path / "年报.review.yaml"
    path.write_text(f"# 审查台账\n{text}", "utf-8")
    with pytest.raises(Unusable, match="顶格"):
        complete(path, GIVEN)
    assert path.read_text("utf-8") == f"# 审查台账\n{text}"


@pytest.mark.parametrize(
    "content",
    [
        b"# my settings\n",
        b"port: 80\nname: x\n",
        b"a: {}\n",
        b"- 1\n- 2\n",
        b'{"findings": []}',
        "<html>政府信息公开</html>".encode(),
        b"PK\x03\x04\0\0",
        "# 审查".encode("utf-16"),
        "报告：".encode("gbk"),
    ],
)
def test_a_file_that_is_no_ledger_is_never_written_to(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "年报.yaml"
    path.write_bytes(content)
    with pytest.raises(Unusable, match="不是 govcheck 的审查台账"):
        complete(path, GIVEN)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [b"# \n" * (MOST_BYTES // 3 + 1), "# 审查台账\n".encode() + b"#" * (MOST_BYTES - 100)],
)
def test_a_ledger_holds_no_more_than_its_bound(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "年报.review.yaml"
    path.write_bytes(content)
    with pytest.raises(Unusable, match="4 MB"):
        complete(path, GIVEN)
    assert path.read_bytes() == content


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and devices there")
@pytest.mark.parametrize("made", [folder, pipe, device, loop])
def test_only_regular_files_are_ledgers(tmp_path: Path, made: object) -> None:
    path = tmp_path / "年报.review.yaml"
    assert callable(made)
    made(path)
    for act in (lambda: complete(path, GIVEN), lambda: content_of_ledger(path)):
        with pytest.raises(Unusable):
            act()
