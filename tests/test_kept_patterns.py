"""What patterns compile to is kept; whatever does not fit is compiled as ever."""

import os
import re
import subprocess
import sys
from pathlib import Path
from zlib import compress, decompress

import pytest

from govcheck import pattern_codes
from govcheck.late_pattern import late_pattern
from govcheck.pattern_codes import Code

EXAMPLES = Path(__file__).parent.parent / "examples"
FLAWED = EXAMPLES / "flawed.html"
PATTERNS = [
    r"(?P<year>20[0-9]{2})年(?P<rest>[一-龥]{0,12}?)(?:度|$)",
    r"(?m)^[（(](?:[一二三四五六七八九十]{1,3})[）)]",
    r"(?i:copyright)|[^\W\x00-\xff]++(?<=府)",
    r"((a)|b)*\2?",
    "",
]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, int], Code]:
    """Stand for what a run keeps, apart from what this one has."""
    kept: dict[tuple[str, int], Code] = {}
    made: dict[tuple[str, int], Code] = {}
    monkeypatch.setattr(pattern_codes, "_kept", kept)
    monkeypatch.setattr(pattern_codes, "_made", made)
    monkeypatch.setattr(pattern_codes, "_keeping", True)
    return kept


@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.IGNORECASE | re.VERBOSE])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_made_from_its_code_is_the_same(
    store: dict[tuple[str, int], Code], pattern: str, flags: int
) -> None:
    pattern_codes.compiled(pattern, flags)
    store.update(pattern_codes.made() or {})
    assert (pattern, flags) in store
    made, right = pattern_codes.compiled(pattern, flags), re.compile(pattern, flags)
    assert (made.pattern, made.flags) == (right.pattern, right.flags)
    assert (made.groups, made.groupindex) == (right.groups, right.groupindex)
    text = FLAWED.read_text("utf-8")
    found = [one.span() + one.groups() for one in made.finditer(text)]
    assert found == [one.span() + one.groups() for one in right.finditer(text)]


@pytest.mark.parametrize("lost", [1, 4, 5, 40])
def test_a_code_that_is_not_whole_is_not_used(
    store: dict[tuple[str, int], Code], lost: int
) -> None:
    pattern_codes.compiled(PATTERNS[0])
    whole = (pattern_codes.made() or {})[PATTERNS[0], 0]
    for packed in (whole.packed[:-lost], compress(decompress(whole.packed)[:-lost])):
        store[PATTERNS[0], 0] = whole._replace(packed=packed)
        found = pattern_codes.compiled(PATTERNS[0]).search("2024年度")
        assert found
        assert found["year"] == "2024"


def test_a_late_pattern_is_what_it_will_be() -> None:
    late = late_pattern("年[度]", re.MULTILINE)
    assert late == re.compile("年[度]")
    assert late.search("本年度")
    assert late.flags == re.compile("年[度]", re.MULTILINE).flags


def test_what_two_runs_have_kept_the_third_finds(tmp_path: Path) -> None:
    def run() -> bytes:
        environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "GOVCHECK_NO_CACHE": ""}
        command = [sys.executable, "-m", "govcheck", str(FLAWED), "-f", "json", "-o", "-"]
        done = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, check=False, env=environment, cwd=tmp_path
        )
        assert not done.stderr
        return done.stdout

    first = run()
    assert run() == first
    (kept,) = (tmp_path / "govcheck").glob("*.patterns")
    written = kept.stat().st_mtime_ns
    assert run() == first
    assert kept.stat().st_mtime_ns == written
    kept.write_bytes(kept.read_bytes()[:-9])
    assert run() == first
