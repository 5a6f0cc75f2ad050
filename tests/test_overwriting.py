"""No output replaces what is not govcheck's: refused before anything is read."""

import os
import shutil
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from word_files import by_hand

from govcheck.cli import main
from govcheck.readers.from_html import read_html
from govcheck.reports import FORMATS

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"
LEDGER = '"a":\n  rule: decree-711/accountability\n  message: "x"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.html").write_bytes(FLAWED.read_bytes())
    (tmp_path / "last.html").write_bytes(SOUND.read_bytes())
    (tmp_path / "ledger.yaml").write_text(LEDGER, "utf-8")
    (tmp_path / "mine" / "local").mkdir(parents=True)
    (tmp_path / "mine" / "local" / "one.yaml").write_text("id: local/one\n", "utf-8")
    (tmp_path / "draft.docx").write_bytes(by_hand(read_html(FLAWED.read_text("utf-8"))))
    return tmp_path


def _spelled(path: Path) -> str:
    return str(path.parent / "mine" / ".." / path.name)


def _linked(path: Path) -> str:
    link = path.with_name("link")
    link.symlink_to(path)
    return str(link)


def _hard_linked(path: Path) -> str:
    link = path.with_name("second-name")
    os.link(path, link)
    return str(link)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test when a rule or a report is read."""

    def never(*_: object, **__: object) -> None:
        pytest.fail("read before the refusal")

    monkeypatch.setattr("govcheck.commands.judging_options.load_rulebook", never)
    monkeypatch.setattr("govcheck.commands.intake.content_of", never)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("path", [str, _spelled, _linked, _hard_linked])
@pytest.mark.parametrize("option", ["-o", "--annotate"])
@pytest.mark.parametrize(
    "name", ["report.html", "last.html", "ledger.yaml", "mine/local/one.yaml"]
)
def test_what_is_handed_in_is_no_output(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    path: Callable[[Path], str],
    option: str,
    name: str,
) -> None:
    before = (folder / name).read_bytes()
    given = ["--last-year", "last.html", "--review", "ledger.yaml", "--rules", "mine"]
    assert main(["report.html", *given, option, path(folder / name)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "同一个文件" in err
    assert (folder / name).read_bytes() == before


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("path", [str, _spelled, _linked, _hard_linked])
@pytest.mark.parametrize("name", ["report.html", "mine/local/one.yaml"])
def test_what_is_handed_in_is_no_ledger(
    folder: Path, path: Callable[[Path], str], name: str
) -> None:
    before = (folder / name).read_bytes()
    assert main(["review", "report.html", "--rules", "mine", "-o", path(folder / name)]) == 2
    assert (folder / name).read_bytes() == before


@pytest.mark.usefixtures("unread")
def test_two_outputs_are_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report.html", "-o", "new.docx", "--annotate", "NEW.docx"]) == 2
    assert "另一个输出" in capsys.readouterr().err


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("option", ["-o", "--annotate"])
@pytest.mark.parametrize(
    "content",
    [
        b"notes of the user",
        b"<!doctype html><p>a page that speaks of govcheck</p>",
        b'{"schema": "other"}',
        b"PK\x03\x04 a workbook",
        "问题：3 个\n规则：很多\n".encode(),
        b"govcheck",
    ],
)
def test_a_file_of_the_users_stays(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, content: bytes
) -> None:
    (folder / "there").write_bytes(content)
    assert main(["report.html", option, "there"]) == 2
    assert "不予覆盖" in capsys.readouterr().err
    assert (folder / "there").read_bytes() == content


@pytest.mark.usefixtures("unread")
def test_the_default_name_is_no_exception(folder: Path) -> None:
    (folder / "report.govcheck.html").write_text("mine", "utf-8")
    assert main(["report.html"]) == 2
    (folder / "results").mkdir()
    (folder / "results" / "last.govcheck.json").write_text("mine", "utf-8")
    assert main(["report.html", "last.html", "-f", "json", "-o", "results"]) == 2
    assert (folder / "results" / "last.govcheck.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize("fmt", FORMATS)
def test_an_earlier_result_is_replaced(folder: Path, fmt: str) -> None:
    target = folder / "result"
    assert main(["report.html", "-f", fmt, "-o", "result"]) == 1
    first = target.read_bytes()
    assert main(["last.html", "-f", fmt, "-o", "result"]) == 0
    assert target.read_bytes() != first
    assert main(["report.html", "-f", fmt, "-o", "result"]) == 1
    assert target.read_bytes() == first


@pytest.mark.parametrize("name", ["result.docx", "result.xlsx", "copy.docx"])
def test_what_a_person_has_worked_on_is_no_longer_ours(folder: Path, name: str) -> None:
    arguments = ["draft.docx", "--annotate" if name == "copy.docx" else "-o", name]
    arguments += [] if name == "copy.docx" else ["-f", name[-4:]]
    assert main(arguments) == 1
    assert main(arguments) == 1
    (folder / name).write_bytes(saved_again((folder / name).read_bytes()))
    saved = (folder / name).read_bytes()
    assert main(arguments) == 2
    assert (folder / name).read_bytes() == saved


def saved_again(content: bytes) -> bytes:
    """Return an archive as a word processor saves it."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return buffer.getvalue()


def test_a_copy_and_a_result_do_not_replace_each_other(folder: Path) -> None:
    assert main(["draft.docx", "--annotate", "copy.docx"]) == 1
    copy = (folder / "copy.docx").read_bytes()
    assert main(["draft.docx", "-f", "docx", "-o", "copy.docx"]) == 2
    assert (folder / "copy.docx").read_bytes() == copy
    assert main(["draft.docx", "-f", "docx", "-o", "letter.docx"]) == 1
    assert main(["draft.docx", "--annotate", "letter.docx"]) == 2


def test_a_link_to_a_result_is_replaced_and_its_file_stays(folder: Path) -> None:
    main(["report.html", "-f", "json", "-o", "earlier"])
    earlier = (folder / "earlier").read_bytes()
    (folder / "latest").symlink_to("earlier")
    assert main(["last.html", "-f", "json", "-o", "latest"]) == 0
    assert (folder / "earlier").read_bytes() == earlier
    assert not (folder / "latest").is_symlink()


def test_a_link_that_leads_nowhere_is_refused(folder: Path) -> None:
    (folder / "link").symlink_to("elsewhere")
    assert main(["report.html", "-o", "link"]) == 2
    assert not (folder / "elsewhere").exists()


def test_an_empty_file_may_be_filled(folder: Path) -> None:
    (folder / "made-ready").touch()
    assert main(["report.html", "-f", "json", "-o", "made-ready"]) == 1
    assert (folder / "made-ready").read_bytes()


def test_a_result_kept_read_only_stays(folder: Path) -> None:
    main(["report.html", "-f", "json", "-o", "kept"])
    before = (folder / "kept").read_bytes()
    (folder / "kept").chmod(stat.S_IRUSR)
    assert main(["last.html", "-f", "json", "-o", "kept"]) == 2
    assert (folder / "kept").read_bytes() == before


def test_a_device_takes_what_is_written() -> None:
    assert main(["report.html", "-f", "json", "-o", os.devnull]) == 1
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("link", [False, True])
def test_a_template_replaces_nothing(folder: Path, link: bool) -> None:  # noqa: FBT001
    if link:
        (folder / "new.html").symlink_to("elsewhere")
    else:
        main(["report.html", "-o", "new.html"])
    asked = ["template", "--year", "2025", "--agency", "云岭市水务局", "-o", "new.html"]
    assert main(asked) == 2
    assert not (folder / "elsewhere").exists()


def test_a_slash_makes_a_folder(folder: Path) -> None:
    assert main(["report.html", "-f", "json", "-o", "results/of/today/"]) == 1
    assert [one.name for one in (folder / "results" / "of" / "today").iterdir()] == [
        "report.govcheck.json"
    ]


def test_a_name_without_a_slash_is_a_file(folder: Path) -> None:
    assert main(["report.html", "-f", "json", "-o", "result"]) == 1
    assert (folder / "result").is_file()


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    ("target", "several"), [("ledger.yaml/", False), ("ledger.yaml", True), ("none/x", False)]
)
def test_a_place_that_cannot_be_is_refused(target: str, several: bool) -> None:  # noqa: FBT001
    reports = ["report.html", *(["last.html"] if several else [])]
    assert main([*reports, "-o", target]) == 2


def test_a_result_that_a_person_has_changed_is_renamed_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "flawed.html", tmp_path)
    shutil.copy(EXAMPLES / "sound.html", tmp_path)
    command = ["flawed.html", "-f", "json", "-o", "result.json"]
    assert main(command) == main(command) == 1
    assert not list(tmp_path.glob("result.原-*"))
    changed = (tmp_path / "result.json").read_text("utf-8").replace(
        "整改", "整改（已改）", 1
    ) + " "
    (tmp_path / "result.json").write_text(changed, "utf-8")
    assert main(["sound.html", "-f", "json", "-o", "result.json"]) == 0
    assert (tmp_path / "result.原-1.json").read_text("utf-8") == changed
    assert "result.原-1.json" in capsys.readouterr().err


def test_results_in_the_way_are_not_checked_as_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "flawed.html", tmp_path)
    shutil.copy(EXAMPLES / "sound.html", tmp_path)
    for _ in range(2):
        assert main(sorted(one.name for one in tmp_path.glob("*.html"))) == 1
    assert "flawed.govcheck.html 是 govcheck 写出的结果" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.govcheck.govcheck.html"))


@pytest.mark.parametrize("odd", ["loop", "x" * 300])
def test_a_link_to_itself_and_a_name_too_long_stop_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "sound.html", tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    assert main(["sound.html", odd, "-f", "json", "-o", "out/"]) == 2
    assert (tmp_path / "out" / "sound.govcheck.json").exists()
    for option in ("-o", "--last-year", "--rules", "--review"):
        assert main(["sound.html", option, odd]) == 2
    assert main(["review", odd]) == 2
    assert main(["rules", "test", odd]) == 2
    assert main(["review", "sound.html", "-o", odd]) == 2
