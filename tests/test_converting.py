"""Old and other office formats: converted where LibreOffice is installed, refused in a line."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from agreement import RULEBOOK, facts, findings
from refusals import refusal_of
from word_files import body_by_hand, by_libreoffice, paragraph, word_file

from govcheck.api import check
from govcheck.checking import read
from govcheck.cli import main
from govcheck.converting import office
from govcheck.converting.office import office_program, to_docx
from govcheck.converting.profile import write_profile
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.kinds.remark import Outcome
from govcheck.readers import limits
from govcheck.readers.foreign import Convert
from govcheck.readers.from_docx import read_docx
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawParagraph

EXAMPLES = Path(__file__).parents[1] / "examples"
INSTALLED = pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what is told is told by Linux")
FORMATS = (".doc", ".rtf", ".odt", ".fodt")
HIDDEN = paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>待补XX</w:t></w:r>")


@cache
def draft(name: str) -> bytes:
    page = read_html((EXAMPLES / f"{name}.html").read_text("utf-8"))
    return word_file(body_by_hand(page) + HIDDEN)


@cache
def written(name: str, suffix: str) -> bytes:
    with TemporaryDirectory() as folder:
        return by_libreoffice(draft(name), ".docx", suffix[1:], Path(folder))


def document_in(content: bytes, name: str, convert: Convert | None = to_docx) -> Document:
    return read(content, name=name, knowledge=RULEBOOK.knowledge, convert=convert)


@INSTALLED
@pytest.mark.parametrize(
    ("name", "suffix"), [("sound", ".doc"), *(("flawed", suffix) for suffix in FORMATS)]
)
def test_a_draft_says_the_same_in_every_format(name: str, suffix: str) -> None:
    plain = document_in(draft(name), "报告.docx")
    converted = document_in(written(name, suffix), f"报告{suffix}")
    assert facts(converted) == facts(plain)
    assert findings(converted) == findings(plain)
    assert converted.source.converted
    assert any("由 LibreOffice 转换为 .docx 后检查" in note for note in converted.notes)
    assert not converted.incomplete


@INSTALLED
def test_what_a_file_is_counts_and_not_its_name() -> None:
    assert document_in(written("sound", ".rtf"), "报告.docx").source.converted


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Listen on a port of this machine, and keep what those say who come."""
    said: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    said.append(connection.recv(100))

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], said
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


LINKED = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>正文</text:p>
<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image
 xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"/></draw:frame></text:p>
<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:object
 xlink:href="http://127.0.0.1:{port}/a.odt" xlink:type="simple"/></draw:frame></text:p>
<text:section text:name="a"><text:section-source xlink:href="http://127.0.0.1:{port}/b.odt"
 xlink:type="simple"/><text:p>一</text:p></text:section>
<text:section text:name="b"><text:section-source xlink:href="{secret}"
 xlink:type="simple" text:filter-name="Text"/><text:p>二</text:p></text:section>
</office:text></office:body></office:document>"""


def by_profile_alone(content: bytes, suffix: str) -> bytes:
    """Convert a file with the network at hand."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_profile(folder / "profile")
        return by_libreoffice(content, suffix, "docx", folder)


@INSTALLED
@pytest.mark.parametrize("convert", [to_docx, by_profile_alone])
def test_no_link_is_followed(convert: Convert, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    with listening() as (port, said):
        text = LINKED.format(port=port, secret=secret.as_uri())
        converted = convert(text.encode(), ".fodt")
    assert converted
    assert said == []
    lines = [b.text for b in read_docx(converted).blocks if isinstance(b, RawParagraph)]
    assert lines[0] == "正文"
    assert "机密" not in lines


@INSTALLED
@pytest.mark.parametrize(
    "content", [b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900]
)
def test_a_damaged_file_is_refused_or_holds_no_report(content: bytes) -> None:
    said = refusal_of(lambda: document_in(content, "报告.doc"))
    assert "未能转换" in said or "没有找到" in said


_TELLING = """\
#!/bin/sh
exec > out/report.docx
echo "word $1"
env
cat /proc/self/limits
cat profile/user/registrymodifications.xcu
cat /proc/net/dev
"""
"""In place of LibreOffice: what it is called with, and what stands around it."""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what the program is told, and finds where it runs."""
    program = tmp_path / "soffice"
    program.write_text(_TELLING.replace("exec", "mkdir out; exec"))
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OF_THE_USER", "secret")
    return (to_docx(b"{\\rtf1 }", ".rtf") or b"").decode()


@LINUX
def test_the_program_works_within_time_and_memory(told: str) -> None:
    for name, most in (
        ("cpu time", limits.LONGEST_CONVERSION),
        ("address space", limits.MOST_CONVERSION_MEMORY),
        ("file size", limits.MOST_UNPACKED_FILE),
        ("core file size", 0),
    ):
        assert re.search(f"^Max {name} +{most} +{most} ", told, re.MULTILINE), name


@LINUX
def test_the_program_finds_nothing_of_the_user(told: str, tmp_path: Path) -> None:
    surroundings = dict(re.findall("^([A-Za-z_]+)=(.*)$", told, re.MULTILINE))
    home = Path(surroundings["HOME"])
    assert home != tmp_path
    assert not home.exists()
    assert {surroundings[name] for name in ("PWD", "TMPDIR")} == {str(home)}
    assert f"word -env:UserInstallation={(home / 'profile').as_uri()}\n" in told
    assert "secret" not in told


@LINUX
def test_the_program_runs_no_macro_and_asks_a_proxy_that_nobody_is(told: str) -> None:
    settings = dict(re.findall('<prop oor:name="(.*?)" .*?<value>(.*?)</value>', told))
    for name in ("DisableMacrosExecution", "DisablePythonRuntime", "DisableActiveContent"):
        assert settings[name] == "true", name
    assert settings["MacroSecurityLevel"] == "3"
    assert settings["BlockUntrustedRefererLinks"] == "true"
    assert settings["ooInetProxyType"] == "2"
    for protocol in ("HTTP", "HTTPS"):
        where = settings[f"ooInet{protocol}ProxyName"], settings[f"ooInet{protocol}ProxyPort"]
        assert where == ("127.0.0.1", "9")
        assert f"\n{protocol.lower()}_proxy=http://127.0.0.1:9\n" in told


@LINUX
def test_the_program_is_where_no_network_is(told: str) -> None:
    if subprocess.run(["unshare", "-Un", "true"], check=False, capture_output=True).returncode:  # noqa: S607
        pytest.skip("this system lets no user leave the network")
    assert re.findall(r"^ *(\S+):(?: +\d+){16}$", told, re.MULTILINE) == ["lo"]


def test_a_slow_program_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setattr(office, "LONGEST_CONVERSION", 1)
    with pytest.raises(Unusable, match="未能转换"):
        to_docx(b"{\\rtf1 }", ".rtf")


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"{\\rtf1 }", "报告.rtf", "RTF 文件"),
        (b"{\\rtf1 }", "报告.doc", "RTF 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "报告.wps", "旧版 Office 文件"),
        (b"<office:document >", "报告.fodt", "OpenDocument"),
        (b"<uof:UOF>", "报告.uof", "标文通"),
    ],
)
def test_without_the_program_a_line_says_what_it_is_and_what_to_do(
    content: bytes, name: str, kind: str
) -> None:
    for convert in (None, lambda *_: None):
        said = refusal_of(lambda: document_in(content, name, convert))  # noqa: B023 - called here
        assert kind in said
        assert "另存为 .docx" in said
        assert "\n" not in said


def test_it_can_be_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("govcheck.commands.intake.to_docx", never)
    monkeypatch.setattr("govcheck.api.to_docx", never)
    path = tmp_path / "报告.rtf"
    path.write_bytes(b"{\\rtf1 }")
    assert main(["check", "--no-convert", str(path)]) == 2
    assert "RTF 文件" in capsys.readouterr().err
    with pytest.raises(Unusable, match="RTF"):
        check(path, convert=False)


def test_what_was_converted_cannot_carry_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("govcheck.commands.intake.to_docx", lambda *_: draft("sound"))
    monkeypatch.chdir(tmp_path)
    Path("报告.rtf").write_bytes(b"{\\rtf1 }")
    assert main(["check", "报告.rtf", "--annotate", "批注.docx"]) == 2
    assert "只能给 Word 文件" in capsys.readouterr().err


def test_findings_point_to_part_and_paragraph() -> None:
    document = document_in(b"{\\rtf1 }", "报告.rtf", lambda *_: draft("flawed"))
    assert {outcome for _, outcome in findings(document)} >= {Outcome.FAIL}
    assert not [table.place.line for table in document.tables.values() if table.place.line]


@pytest.mark.skipif(os.name != "posix", reason="a program is a file that may be run")
@pytest.mark.parametrize("path", ["", ".", "{}", ":/nowhere"])
def test_no_program_beside_a_report_is_run(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path.format(tmp_path))
    monkeypatch.setattr(office, "_USUAL", ())
    assert office_program() is None


def test_a_converted_file_without_a_report_says_what_it_was() -> None:
    other = word_file(paragraph("会议通知"))
    said = refusal_of(lambda: document_in(b"{\\rtf1 }", "通知.rtf", lambda *_: other))
    assert said.startswith("RTF 文件已转换")
    assert "没有找到" in said
    assert "另存为 .docx" in said
