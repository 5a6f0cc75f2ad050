"""What is wrong with a file of another set is said by file and line, in few words."""

from pathlib import Path

import pytest
from small_library import small_library

from govcheck.errors import ManyUnusable, Unusable
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.yaml_problem import yaml_problem

LIBRARY = small_library()
SCORING = (shipped_rules() / "scoring.yaml").read_text("utf-8")


def _refused(folder: Path, name: str, content: str) -> list[str]:
    path = folder / "set" / name
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    with pytest.raises(ManyUnusable) as caught:
        load_rulebook(LIBRARY, extra=[folder / "set"])
    return [str(one).removeprefix(f"{folder}/set/") for one in caught.value.exceptions]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "forms/form-2021.yaml",
            "id: form-2021\ntitle: [\n",
            ":3: YAML 语法错误：内容没有写完",
        ),
        ("lexicons/illicit-words.yaml", "id: illicit-words\ntitle: 词\nentries: 5\n", ":3: "),
        ("vocabulary/bodies.yaml", "id: bodies\ntitle: 词\nwords: 5\n", ":3: "),
        ("instruments/decree-711.yaml", "id: decree-711\n\tx: 1\n", ":2: YAML 语法错误"),
        ("scoring.yaml", "note: x\n", ":1: "),
    ],
)
def test_what_rules_refer_to_is_refused_and_not_what_refers_to_it(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    lines = _refused(tmp_path, name, content)
    assert lines[0].startswith(f"{name}{said}")
    assert all(line.startswith(name) for line in lines)


def test_unknown_keys_without_end_take_ten_lines(tmp_path: Path) -> None:
    lines = _refused(
        tmp_path, "a.yaml", "id: set/a\n" + "".join(f"k{n}: 1\n" for n in range(20_000))
    )
    assert lines[0].startswith("a.yaml:2: 不认识的键")
    assert len(lines) == 11
    assert "另有" in lines[-1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("points: 30}\n  - {id: acc", "points: 20}\n  - {id: acc", "各维度合计 90 分"),
        ("id: timeliness", "id: speed", "缺少维度 timeliness"),
        ("from: 80", "from: 95", "等次应从高到低"),
        ("each: 4", "each: 9", "cap 小于 each"),
    ],
)
def test_a_scoring_policy_of_a_set_is_held_to_what_rules_need(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in SCORING
    (line,) = _refused(tmp_path, "scoring.yaml", SCORING.replace(old, new, 1))
    assert said in line


def test_a_set_brings_its_own_scoring(tmp_path: Path) -> None:
    (tmp_path / "scoring.yaml").write_text(SCORING.replace("veto_cap: 59", "veto_cap: 40"))
    assert load_rulebook(LIBRARY, extra=[tmp_path]).policy.veto_cap == 40
    assert load_rulebook(LIBRARY).policy.veto_cap == 59


BROKEN = ("a: [", "a: b: c", "a: 'x", 'a: "\\q"', "a: 1\n b: 2", "- a\nb: 1", "a: *x", "a: %x")


@pytest.mark.parametrize("content", BROKEN)
def test_what_is_no_yaml_is_refused_without_english(tmp_path: Path, content: str) -> None:
    (line,) = _refused(tmp_path, "a.yaml", content)
    reason = line.split(": ", 1)[1]
    assert not any(word in reason for word in ("expected", "found", "mapping", "allowed"))


@pytest.mark.parametrize("content", ["id：a\ntitle：b\n", "title: b\nid：a\n"])
def test_a_full_width_colon_is_told_in_its_own_line(tmp_path: Path, content: str) -> None:
    line = content[: content.index("id：")].count("\n") + 1
    said = f"a.yaml:{line}: 冒号应为半角，后面空一格：“id: ”"
    assert _refused(tmp_path, "a.yaml", content) == [said]


def test_what_a_value_must_look_like_is_said_in_words(tmp_path: Path) -> None:
    content = "id: songxi\ntitle: 通知\nin_force: {from: 2025年1月3日}\n"
    said = "\n".join(_refused(tmp_path, "instruments/songxi.yaml", content))
    assert "应写年-月-日" in said
    assert "\\d" not in said


def test_what_no_one_has_met_yet_is_told_to_look_at_the_marks() -> None:
    assert yaml_problem("something new") == "检查缩进、冒号后的空格和引号"


@pytest.mark.parametrize("name", ["a.yml", "a.yaml.txt", "regions/a.YML"])
def test_a_file_of_another_ending_is_named_and_not_passed_over(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "regions").mkdir()
    (tmp_path / name).write_text("id: set/a\n", "utf-8")
    for given in (tmp_path, tmp_path / name):
        with pytest.raises(Unusable, match=r"请改名为 a\.yaml"):
            load_rulebook(LIBRARY, extra=[given])


def test_a_folder_almost_of_the_right_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "region").mkdir()
    with pytest.raises(Unusable, match="这个目录应名为 regions"):
        load_rulebook(LIBRARY, extra=[tmp_path])
