"""``govcheck check``: what is written where, what is said, and with which exit status."""

import json
from pathlib import Path

import pytest

from govcheck.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_sound_report_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SOUND)]) == 0
    assert "100 分" in capsys.readouterr().out
    assert _files(tmp_path) == ["sound.govcheck.html"]


def test_a_flawed_report_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FLAWED)]) == 1
    assert "不合格" in capsys.readouterr().out
    assert _files(tmp_path) == ["flawed.govcheck.html"]


def test_json_alone_on_standard_output(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(FLAWED), "-f", "json", "-o", "-"]) == 1
    first = capsysbinary.readouterr().out
    assert json.loads(first)["report"]["agency"] == "青禾县人民政府"
    assert main([str(FLAWED), "-f", "json", "-o", "-"]) == 1
    assert capsysbinary.readouterr().out == first
    assert _files(tmp_path) == []


def test_several_formats_into_a_folder(tmp_path: Path) -> None:
    arguments = [str(SOUND), str(FLAWED), "-f", "json", "-f", "markdown", "-o", "results"]
    assert main(arguments) == 1
    assert _files(tmp_path / "results") == [
        "flawed.govcheck.json",
        "flawed.govcheck.md",
        "sound.govcheck.json",
        "sound.govcheck.md",
    ]


@pytest.mark.parametrize(("fail_on", "status"), [("critical", 1), ("advice", 1)])
def test_fail_on(fail_on: str, status: int) -> None:
    assert main([str(FLAWED), "--fail-on", fail_on]) == status


def test_fail_on_spares_slighter_findings(tmp_path: Path) -> None:
    slight = SOUND.read_text("utf-8").replace("开展业务培训2次", "按上级布署开展业务培训2次")
    (tmp_path / "slight.html").write_text(slight, "utf-8")
    assert main(["slight.html"]) == 0
    assert main(["slight.html", "--fail-on", "minor"]) == 1


def test_what_the_user_says_overrides_the_document(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    main([str(SOUND), "--agency-kind", "township", "--year", "2023", "-f", "json", "-o", "-"])
    report = json.loads(capsysbinary.readouterr().out)["report"]
    assert (report["agency_kind"], report["fiscal_year"]) == ("township", 2023)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", b"", "空"),
        ("binary.html", bytes(range(256)) * 40, ""),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(300), ""),
        ("other.html", "<h1>关于举办运动会的通知</h1><p>全体职工参加。</p>".encode(), ""),
        ("missing-page.html", "<h1>404 Not Found</h1><p>页面不存在</p>".encode(), ""),
        (
            "links.html",
            "".join(f"<li><a href='{n}.html'>第{n}期公报</a></li>" for n in range(60)).encode(),
            "",
        ),
        ("report.exe", b"MZ", ".exe"),
    ],
)
def test_an_unusable_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main([name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert name in err
    assert said in err
    assert _files(tmp_path) == [name]


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["none.html"]) == 2
    assert capsys.readouterr().err == "govcheck: none.html：文件不存在\n"
    assert _files(tmp_path) == []


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    assert main(["none.html", str(SOUND), "-o", "."]) == 2
    assert _files(tmp_path) == ["sound.govcheck.html"]


def test_reports_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    for folder in ("甲局", "乙局"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "年报.html").write_bytes(SOUND.read_bytes())
    assert main(["甲局/年报.html", "乙局/年报.html", "-f", "json", "-o", "."]) == 0
    assert _files(tmp_path) == [
        "乙局",
        "乙局-年报.govcheck.json",
        "甲局",
        "甲局-年报.govcheck.json",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "REPORT"),
        ([str(SOUND), "--colour"], "--colour"),
        ([str(SOUND), "-f", "pdf"], "json"),
        ([str(SOUND), "--year", "soon"], "--year 的值不可用，应为 2000 至 2100 的整数"),
        ([str(SOUND), "--year", "20240"], "--year 的值不可用，应为 2000 至 2100 的整数"),
        ([str(SOUND), "--rules", "none"], "none"),
        ([str(SOUND), str(FLAWED), "-o", "-"], "标准输出"),
    ],
)
def test_an_unusable_command_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert _files(tmp_path) == []


def test_an_unsound_rule_set_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = tmp_path / "mine" / "local" / "early.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text("id: local/early\ntitle: 提前公布\nseverity: grave\n", "utf-8")
    assert main([str(SOUND), "--rules", "mine"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "early.yaml:3" in err
    assert _files(tmp_path) == ["mine"]
