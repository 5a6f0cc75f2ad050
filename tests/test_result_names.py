"""What results are called: readable, stable, and never two alike on any disk."""

from os import fsencode
from pathlib import PurePath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.commands.names import distinct, result_names, shown

PARTS = st.sampled_from(
    ["a", "A", "b", "甲局", "年报", "a.html", "甲局-年报", "é", "e\u0301", "长" * 90]
)
PATHS = st.builds(
    lambda folders, name, ending: "/".join(["", *folders, f"{name}{ending}"]),
    st.lists(PARTS, max_size=3),
    PARTS,
    st.sampled_from([".html", ".HTML", ".pdf", ""]),
)


@pytest.mark.parametrize(
    ("reports", "names"),
    [
        (["/x/年报.html"], ["年报"]),
        (["-"], ["stdin"]),
        (["/x/a.html", "/x/b.html"], ["a", "b"]),
        (["/x/a.html", "/x/a.pdf"], ["a.html", "a.pdf"]),
        (["/x/甲局/年报.html", "/x/乙局/年报.html"], ["甲局-年报", "乙局-年报"]),
        (["/x/一/甲/r.html", "/x/二/甲/r.html"], ["一-甲-r", "二-甲-r"]),
        (["/x/a.html", "/x/a.pdf", "/x/c.html"], ["a.html", "a.pdf", "c"]),
        (["/x/A.html", "/x/a.html"], ["A", "a"]),
        (["-", "/x/stdin.html"], ["stdin", "stdin.html"]),
    ],
)
def test_a_name_says_as_much_as_it_must(reports: list[str], names: list[str]) -> None:
    found = list(result_names(reports).values())
    if names == ["A", "a"]:
        assert len({name.casefold() for name in found}) == 2
    elif "-" in reports and len(reports) > 1:
        assert found[0].startswith("stdin-")
        assert found[1] == "stdin.html"
    else:
        assert found == names


@given(st.lists(PATHS, min_size=1, max_size=8))
def test_no_two_are_alike_and_order_does_not_matter(paths: list[str]) -> None:
    reports = distinct(paths)
    names = result_names(reports)
    keys = {normalize("NFC", name).casefold() for name in names.values()}
    assert len(keys) == len(reports)
    assert result_names(reports[::-1]) == names
    assert all(PurePath(name).name == name for name in names.values())
    assert all(len(fsencode(name)) < 240 for name in names.values())


def test_a_report_named_twice_is_one() -> None:
    assert distinct(["a.html", "b.html", "./a.html", "x/../b.html"]) == ["a.html", "b.html"]


@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\t", "\x1b", "\u202e", "\u2066", "\x9b", "\udcff"]
)
def test_a_name_is_shown_without_power(sign: str) -> None:
    words = shown(f"a{sign}b.html")
    assert sign not in words
    assert f"U+{ord(sign):04X}" in words
    assert words.encode()
