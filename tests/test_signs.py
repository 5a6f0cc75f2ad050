"""The signs that readers go by, as ``rules/signs.json`` says them."""

import re
from pathlib import Path

import pytest

import govcheck
from govcheck.document.form_titles import loose
from govcheck.document.last_year import plain_name
from govcheck.signs import SIGNS, sign

LONGEST = 120
CODE = "\n".join(path.read_text("utf-8") for path in Path(govcheck.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("name", SIGNS.patterns)
def test_a_sign_is_short_and_used(name: str) -> None:
    re.compile(sign(name))
    assert len(sign(name)) <= LONGEST
    assert re.search(rf"""sign\(["']{name}["']\)""", CODE), "take it out"


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (("青禾县人民政府", "青禾县政府", "青禾县人民政府办公室", "青禾县"), True),
        (("政府", "人民政府", "政府办公厅"), True),
        (("青禾县教育局", "青禾县"), False),
    ],
)
def test_names_of_one_body_are_alike(names: tuple[str, ...], alike: bool) -> None:  # noqa: FBT001
    assert (len(set(map(plain_name, names))) == 1) is alike


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("存在的主要问题及改进情况", "存在主要问题、改进情况"),
        ("其他需要报告的事项", "其它需要报告事项"),
    ],
)
def test_titles_forgive_what_reports_change(title: str, written: str) -> None:
    assert re.fullmatch(loose(title), written)
