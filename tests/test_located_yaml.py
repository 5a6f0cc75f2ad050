"""YAML says what it says, remembers where, and never surprises."""

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile

PLAIN = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\xa0"))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | PLAIN,
    lambda inner: st.lists(inner) | st.dictionaries(PLAIN, inner),
    max_leaves=20,
)


def _read(content: str) -> LocatedYaml:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yaml")
        path.write_text(content, "utf-8", newline="")
        return LocatedYaml.read(path)


@given(st.dictionaries(PLAIN, DATA))
def test_json_is_read_as_json(data: dict[str, Any]) -> None:
    assert _read(json.dumps(data, ensure_ascii=False)).data == data


@given(st.text())
def test_whatever_is_written_is_read_or_refused(content: str) -> None:
    with suppress(UnsoundFile):
        assert isinstance(_read(content).data, dict)


def test_no_guesses() -> None:
    read = _read("a: 2024-01-31\nb: yes\nc: 010\nd: 12:30\ne: 1_000\nf: 1e3\ng: .5\n").data
    assert read == {
        "a": "2024-01-31",
        "b": "yes",
        "c": "010",
        "d": "12:30",
        "e": "1_000",
        "f": "1e3",
        "g": ".5",
    }


def test_numbers() -> None:
    assert _read("a: -3\nb: 12.50\nc: true\nd: ~\ne:\n").data == {
        "a": -3,
        "b": Decimal("12.50"),
        "c": True,
        "d": None,
        "e": None,
    }


def test_lines() -> None:
    source = _read("a: 1\nb:\n  - c: 2\n    d:\n      e: 3\n  - 4\n")
    assert [source.line(keys) for keys in [("a",), ("b",), ("b", 0, "d", "e"), ("b", 1)]] == [
        1,
        2,
        5,
        6,
    ]
    assert source.line(("b", 0, "x")) == 3
    assert source.unsound(("b", 1), "不对").line == 6


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("a: 1\n\na: 2\n", 3, "键“a”重复"),
        ("a: &x [1]\nb: *x\n", 1, "不支持锚点"),
        ("a: !!python/name:os.system x\n", 1, "不支持标记"),
        ("a: 1\n? [b]\n: 2\n", 2, "键应是一个词"),
        ("a: [1\nb: 2\n", 2, "YAML 语法错误"),
        ("- 1\n", 1, "文件应由“键: 值”组成"),
        ("", 1, "文件应由“键: 值”组成"),
        ("a: \x07\n", 1, "YAML 不允许的字符"),
        ("a: " + "[" * 5000, 1, ""),
    ],
)
def test_refused(content: str, line: int, reason: str) -> None:
    with pytest.raises(UnsoundFile) as caught:
        _read(content)
    assert reason in caught.value.reason
    assert reason == "" or caught.value.line == line


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 年报".encode("gb18030"))
    with pytest.raises(UnsoundFile, match="不是 UTF-8 编码"):
        LocatedYaml.read(path)
