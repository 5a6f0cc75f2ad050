"""Words, patterns and places are data: sets add to them, and what is wrong is refused."""

import re
import shutil
from pathlib import Path

import pytest

import govcheck.understanding
from govcheck.document.report import AgencyKind
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.pattern_names import expanded
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.vocabulary_patterns import alternation


def _with(tmp_path: Path, content: str, name: str = "words") -> Rulebook:
    """Return the shipped rules with a vocabulary file of another set."""
    path = tmp_path / "set" / "vocabulary" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    return load_rulebook(extra=[tmp_path / "set"])


def _refusal(tmp_path: Path, content: str, name: str = "words") -> str:
    with pytest.raises(ExceptionGroup) as caught:
        _with(tmp_path, content, name)
    (error,) = caught.value.exceptions
    assert isinstance(error, Unusable)
    return str(error)[str(error).index(f"/{name}.yaml") :]


def test_names_stand_for_patterns_lists_and_characters(tmp_path: Path) -> None:
    book = _with(
        tmp_path,
        "id: words\ntitle: 词\nwords: {bodies: [办, 办公室]}\n"
        "patterns:\n"
        "  office: '({han}{1,3})的{bodies}'\n"
        "  whole: '{words.office}在{places.zone}'\n",
    )
    vocabulary = book.vocabulary
    assert vocabulary.words["words.bodies"] == ("办", "办公室")
    match = vocabulary.pattern("words.office").fullmatch("县里的办公室")
    assert match is not None
    assert match[1] == "县里"
    assert vocabulary.pattern("words.whole").fullmatch("县里的办在开发区")


def test_a_list_of_the_shipped_rules_takes_more_words(tmp_path: Path) -> None:
    content = "id: places\ntitle: 地名\nwords: {provinces: [云岭, 云南]}\n"
    book = _with(tmp_path, content, "places")
    assert book.vocabulary.words["places.provinces"].count("云南") == 1
    assert book.vocabulary.pattern("places.province").fullmatch("云岭省")
    assert book.digest != load_rulebook().digest


_REFUSED = {
    "another id": ("id: other\ntitle: 词\n", ":1: id 应与文件名相同：words"),
    "unknown key": ("id: words\ntitle: 词\nlists: {}\n", ":3: 不认识的键：没有“lists”"),
    "unknown name": (
        "id: words\ntitle: 词\npatterns:\n  a: '{places.zones}'\n",
        ":4: 正则表达式不可用：没有“places.zones”；是否应为“places.zone”？",
    ),
    "circle": (
        "id: words\ntitle: 词\npatterns:\n  a: '{b}'\n  b: x{a}\n",
        ":4: 正则表达式不可用：名称互相引用：words.a、words.b",
    ),
    "no pattern": ("id: words\ntitle: 词\npatterns:\n  a: (\n", ":4: 正则表达式不可用"),
    "unsafe": ("id: words\ntitle: 词\npatterns:\n  a: (?<=年)报\n", ":4: 正则表达式不可用"),
    "one name twice": (
        "id: words\ntitle: 词\nwords: {a: [年]}\npatterns:\n  a: 报\n",
        ":5: 已有 words.a，不能替换；请另起名称",
    ),
    "too long": (
        "id: words\ntitle: 词\npatterns:\n  z: '一二三四五六七八九十'\n"
        + "".join(
            f"  {a}: '{{{b}}}{{{b}}}'\n"
            for a, b in zip("bcdefghijklm", "zbcdefghijkl", strict=True)
        ),
        "过长",
    ),
}


@pytest.mark.parametrize(("content", "reason"), _REFUSED.values(), ids=_REFUSED)
def test_what_is_wrong_is_refused_with_its_line(
    tmp_path: Path, content: str, reason: str
) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        _with(tmp_path, content)
    assert reason in str(caught.value.exceptions[0])
    assert "words.yaml:" in str(caught.value.exceptions[0])


def test_a_shipped_pattern_is_not_replaced(tmp_path: Path) -> None:
    content = "id: places\ntitle: 地名\npatterns:\n  zone: 区\n"
    assert "已有 places.zone，不能替换" in _refusal(tmp_path, content, "places")


def test_a_province_that_is_not_named_is_refused(tmp_path: Path) -> None:
    content = "id: places\ntitle: 地名\nplaces:\n  云岭: {}\n"
    refusal = _refusal(tmp_path, content, "places")
    assert refusal == "/places.yaml:4: 请把“云岭”也写入 words 的 provinces"


def test_without_vocabulary_every_use_of_a_name_is_refused(tmp_path: Path) -> None:
    top = tmp_path / "rules"
    kept = shutil.ignore_patterns("__pycache__", "vocabulary")
    shutil.copytree(shipped_rules(), top, ignore=kept)
    with pytest.raises(ExceptionGroup) as caught:
        load_rulebook(top)
    errors = [str(error) for error in caught.value.exceptions]
    named = [error for error in errors if "正则表达式不可用：没有“" in error]
    assert all("改好以上各处后再查" in error for error in errors if error not in named)
    assert len(named) > 10


@pytest.mark.parametrize(
    ("words", "text"), [(("办", "办公室"), "办公室"), (("a.c", "a|c"), "a|c")]
)
def test_a_list_matches_its_longest_word_as_it_is_written(
    words: tuple[str, ...], text: str
) -> None:
    match = re.match(alternation(words), text)
    assert match is not None
    assert match[0] == text
    assert not re.match(alternation(words), "abc")


def test_counts_and_classes_are_no_names() -> None:
    assert expanded(r"\p{Han}{1,3}a{2}", lambda _name: "x") == r"\p{Han}{1,3}a{2}"


_ASKED = re.compile(r"""["']([a-z]+\.[a-z_]+)["']""")


def test_all_that_the_program_asks_for_is_there() -> None:
    vocabulary = load_rulebook().vocabulary
    files = {name.partition(".")[0] for name in (*vocabulary.named, *vocabulary.labels)}
    program = Path(govcheck.understanding.__path__[0])
    said = {name for path in program.rglob("*.py") for name in _ASKED.findall(path.read_text())}
    asked = {name for name in said if name.partition(".")[0] in files}
    assert len(asked) > 30
    assert asked <= {*vocabulary.named, *vocabulary.labels}


def test_every_kind_of_agency_has_a_name() -> None:
    labels = load_rulebook().vocabulary.labels
    assert {f"bodies.{kind.replace('-', '_')}" for kind in AgencyKind} <= set(labels)
