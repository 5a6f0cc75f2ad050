"""A clerk begins a rule, compares two sets, and tries one rule on real reports."""

from pathlib import Path

import pytest

from govcheck.cli import main
from govcheck.drafting.rule_skeleton import TYPES
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.unfilled import MARK, unfilled

ROOT = Path(__file__).parent.parent
SONGXI = str(ROOT / "examples" / "songxi")
SOUND = str(ROOT / "examples" / "sound.html")
PLACE = ["--place", "云南/昆明/官渡"]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _new(path: str, kind: str, *more: str) -> int:
    rule = ["--rule", "publication/download"] if kind == "waiver" else []
    return main(["rules", "new", path, "--type", kind, *rule, *more])


@pytest.mark.parametrize("kind", TYPES)
def test_what_is_begun_says_line_by_line_what_to_fill_in(
    kind: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _new("mine/one", kind, *PLACE) == 0
    capsys.readouterr()
    assert main(["rules", "test", "mine"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines
    for line in lines:
        name, number, said = line.removeprefix("govcheck: ").split(":", 2)
        assert said.startswith(" 还没有填写：")
        assert MARK in (desk / name).read_text("utf-8").splitlines()[int(number) - 1]


@pytest.mark.parametrize("kind", TYPES)
def test_what_is_begun_is_yaml_without_a_regular_expression(kind: str, desk: Path) -> None:
    assert _new("mine/one", kind, *PLACE) == 0
    for path in (desk / "mine").rglob("*.yaml"):
        source = LocatedYaml.parse(path.read_bytes(), path.name)
        assert source.data
        words = path.read_text("utf-8")
        assert not any(mark in words for mark in ("(?", "\\d", "[^", ".*"))


def test_the_place_may_be_filled_in_later(desk: Path) -> None:
    assert _new("mine/one", "waiver") == 0
    assert MARK in (desk / "mine" / "one.yaml").read_text("utf-8").partition("regions")[2]


def test_the_notice_is_begun_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _new("mine/one", "required") == 0
    notice = desk / "mine" / "instruments" / "mine.yaml"
    notice.write_text("mine", "utf-8")
    assert _new("mine/two", "forbidden") == 0
    assert notice.read_text("utf-8") == "mine"
    assert "instruments" not in capsys.readouterr().out.split("two.yaml")[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["规则/电话", "--type", "required"], "只用小写字母、数字和连字符"),
        (["mine/One", "--type", "required"], "只用小写字母、数字和连字符"),
        (["mine/one", "--type", "waiver"], "请用 --rule 写明"),
        (["mine/one", "--type", "waiver", "--rule", "format/section"], "是否应为"),
        (["mine/one", "--type", "required", "--rule", "format/sections"], "只用于"),
        (["mine/taken", "--type", "required"], "已存在，不予覆盖"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    arguments: list[str], reason: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "taken.yaml").write_text("x: 1\n", "utf-8")
    assert main(["rules", "new", *arguments]) == 2
    assert reason in capsys.readouterr().err
    assert (desk / "mine" / "taken.yaml").read_text("utf-8") == "x: 1\n"


def test_a_mark_in_a_comment_is_no_place_to_fill_in() -> None:
    assert list(unfilled(f"a: 1  # {MARK}x】\n".encode(), "a.yaml")) == []
    (one,) = unfilled(f"a: {MARK}x】 {MARK}y】\n".encode(), "a.yaml")
    assert str(one) == "a.yaml:1: 还没有填写：x；y"


def test_marks_without_end_take_ten_lines() -> None:
    assert len(list(unfilled(f"- {MARK}x】\n".encode() * 50_000, "a.yaml"))) == 11


# ---------------------------------------------------------------- diff


def _diff(old: str, new: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["rules", "diff", old, new]) == 0
    return capsys.readouterr().out


def test_a_set_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert _diff("shipped", "shipped", capsys) == "没有不同。\n"
    assert _diff(SONGXI, SONGXI, capsys) == "没有不同。\n"


def test_what_is_taken_away_is_said_like_what_is_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _diff(SONGXI, "shipped", capsys)
    assert "删去 songxi/old-names\n" in said
    assert "撤销本地规定 publication/download\n" in said
    assert "删去要求 云岭/青禾/松溪" in said


def test_what_is_changed_is_said_with_whom_it_concerns(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "a.yaml").write_text(
        "overrides: format/contact-details\napplies_to: {years: {from: 2024}}\n"
        "severity: major\nremedy: 写明电话。\n",
        "utf-8",
    )
    said = _diff("shipped", "mine", capsys)
    assert "修改 format/contact-details" in said
    assert "涉及：2024 年度起" in said
    assert "→ 重大" in said
    assert "→ 写明电话。" in said
    assert "新增" not in said


# ---------------------------------------------------------------- try, show, list


def test_one_rule_is_tried_on_reports(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "坏.html").write_bytes(b"")
    assert main(["rules", "try", "format/contact-details", SOUND, "坏.html"]) == 0
    said = capsys.readouterr()
    assert said.out == "format/contact-details：2 份报告，符合 1，不能读取 1。\n"
    assert "坏.html" in said.err


def test_a_rule_that_there_is_not_is_not_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "try", "format/contact-detail", SOUND]) == 2
    assert "是否应为“format/contact-details”" in capsys.readouterr().err


def test_what_a_place_has_made_of_a_rule_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "publication/download", "--rules", SONGXI]) == 0
    said = capsys.readouterr().out
    assert said.count("publication/download\n") == 2
    assert "本地豁免：全省集约化平台统一提供下载" in said
    assert main(["rules", "list", "--rules", SONGXI]) == 0
    assert "另有规定：云岭/青禾/松溪" in capsys.readouterr().out
