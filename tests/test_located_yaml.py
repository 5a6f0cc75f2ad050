"""YAML says what it says, remembers where, and never surprises."""

import json
import os
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govcheck.errors import Unusable
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.unsound_file import UnsoundFile

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
        ("a: \x07\n", 1, "YAML 不允许的字符 U+0007"),
        ("a: 1\nb: \0\n", 2, "YAML 不允许的字符 U+0000"),
        ("a: " + "[" * 5000, 1, "嵌套过深"),
        ("a: 1\nb: " + "[" * 900 + "]" * 900, 2, "嵌套过深"),
        ("a: 1\nb: " + "{c: " * 60 + "1" + "}" * 60, 2, "嵌套过深"),
        ("a:\n  " + "- " * 100 + "1\n", 2, "嵌套过深"),
        ("a: 1\nb: !!int abc\n", 2, "不是标记"),
        ("a: !!int " + "9" * 5000, 1, "不是标记"),
        ("a: !!int 1:30\n", 1, "不是标记"),
        ("a: !!float x\n", 1, "不是标记"),
        ("a: !!float .inf\n", 1, "不是标记"),
        ("a: !!bool maybe\n", 1, "不是标记"),
        ("a: !!null x\n", 1, "不是标记"),
        ("!!int abc: 1\n", 1, "不是标记"),
        ("a: !!timestamp 2024-13-45\n", 1, "不支持标记"),
        ("a: !!binary =\n", 1, "不支持标记"),
        ("a: !!set {b}\n", 1, "不支持标记"),
        ("a: !!omap [b: 1]\n", 1, "不支持标记"),
        ("a: !!python/object:os.system {}\n", 1, "不支持标记"),
        ("!!set {a}\n", 1, "不支持标记"),
        ("a: &a [1]\nb: [*a, *a]\n", 1, "不支持锚点"),
        ("a: &a [*a]\n", 1, "不支持锚点"),
        ("a: 1\n---\nb: 2\n", 2, "YAML 语法错误"),
        ("a:\n\t- 1\n", 2, "YAML 语法错误"),
        ("? {b: 1}\n: 2\n", 1, "键应是一个词"),
        ("a: [" + "1," * 400_000 + "1]\n", 1, "内容过多"),
        ("a: 1\r\na: 2\r\n", 2, "键“a”重复"),
    ],
)
def test_refused(content: str, line: int, reason: str) -> None:
    with pytest.raises(UnsoundFile) as caught:
        _read(content)
    assert reason in caught.value.reason
    assert reason == "" or caught.value.line == line


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    for encoding in ("gb18030", "utf-16", "utf-16-le", "utf-32"):
        path.write_bytes("a: 1\nb: 年报".encode(encoding))
        with pytest.raises(UnsoundFile, match=r"x.yaml:[12]: (?:不是 UTF-8 编码|含有 YAML)"):
            LocatedYaml.read(path)


def test_the_mark_that_editors_put_first_is_no_matter() -> None:
    assert _read("\ufeffa: 1\n").data == {"a": 1}


def test_numbers_beyond_measure_dates_and_infinities_are_words() -> None:
    written = {"a": "9" * 5000, "b": "2024-02-31", "c": ".inf", "d": "1:30", "e": ".nan"}
    text = "".join(f"{key}: {value}\n" for key, value in written.items())
    assert _read(f"{text}<<: 1\n").data == {**written, "<<": 1}


def test_reasons_are_one_short_line() -> None:
    with pytest.raises(UnsoundFile) as caught:
        _read('"a\\n\\e\\u202e": 1\n' * 2)
    assert caught.value.reason == "键“a\\u000a\\u001b\\u202e”重复"
    with pytest.raises(UnsoundFile) as caught:
        _read(f'"{"a" * 100_000}": 1\n' * 2)
    assert len(caught.value.reason) < 500


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    os.mkfifo(path)
    for odd in (path, Path("/dev/zero"), tmp_path):
        with pytest.raises(Unusable, match=r"不是普通文件|是一个目录"):
            LocatedYaml.read(odd)


def test_a_file_of_more_than_four_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1 #" + b"x" * (4 * 1024 * 1024))
    with pytest.raises(Unusable, match="超过 4 MB"):
        LocatedYaml.read(path)


SEED = (shipped_rules() / "prose" / "date.yaml").read_bytes()
ODD = st.sampled_from(
    [
        *(
            b"!!int ",
            b"!!float ",
            b"!!binary ",
            b"!!set ",
            b"!!timestamp ",
            b"!!python/name:os ",
        ),
        *(
            b"&a ",
            b"*a",
            b"<<: ",
            b"? ",
            b"- ",
            b"[",
            b"{",
            b"]",
            b"}",
            b"---\n",
            b"...\n",
            b"%",
        ),
        *(b"\t", b"\0", b"\r", b"\xff", b"\xef\xbb\xbf", b"'", b'"', b"|", b">", b"#", b"\\x"),
        *(b"9" * 5000, b"[" * 60, b"{a: " * 60, b"- " * 60, b"1:30", b".inf", b"~", b"0x1"),
    ]
)


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SEED)), st.integers(0, 30), ODD | st.binary(max_size=4)),
        max_size=5,
    )
)
def test_torn_files_are_read_or_refused(changes: list[tuple[int, int, bytes]]) -> None:
    content = SEED
    for at, length, odd in changes:
        content = content[:at] + odd + content[at + length :]
    with suppress(UnsoundFile):
        assert isinstance(LocatedYaml.parse(content, "x.yaml").data, dict)
