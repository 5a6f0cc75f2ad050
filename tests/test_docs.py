"""What the documents tell the reader to do works, and answers what they say."""

import re
import runpy
import shlex
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from click import Context
from documents_of_docs import DOCS, ROOT, Command, File, steps_of

from govcheck.cli import govcheck, main
from govcheck.commands.rules import rules
from govcheck.readers.foreign import CONVERTIBLE
from govcheck.readers.formats import SUFFIXES
from govcheck.reports import FORMATS
from govcheck.rulebook.loading import load_rulebook

LINK = re.compile(r"\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")
GENERATED = {"rules", "法规依据"}
GUIDES = [path for path in sorted(DOCS.glob("*.md")) if path.stem not in GENERATED]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it, where the reader sits."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_a_document_tells_to_do_works(
    guide: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for step in steps_of(guide):
        if isinstance(step, File):
            path = desk / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.content, "utf-8")
            if path.suffix == ".py":
                runpy.run_path(str(path))
            continue
        where = f"{guide.name}:{step.line}"
        assert _is_for_every_shell(step), where
        status = main(shlex.split(step.words)[1:])
        out, err = capsys.readouterr()
        if step.said is None:
            assert status in {0, 1}, f"{where}: {err}"
        else:
            assert out + err == step.said, where


def _is_for_every_shell(step: Command) -> bool:
    """One program and its words: cmd, PowerShell and sh read them alike."""
    return step.words.startswith("govcheck ") and not set("&|\\$`%^;'<>*") & set(step.words)


def test_the_transcript_ends_with_the_example_set() -> None:
    told = {
        one.name: one for one in steps_of(DOCS / "规则编写实录.md") if isinstance(one, File)
    }
    held = {
        str(path.relative_to(ROOT / "examples")): path.read_text("utf-8")
        for path in (ROOT / "examples" / "songxi").rglob("*.yaml")
    }
    assert {name: told[name].content for name in held} == held


def test_every_rule_has_its_place_in_the_record_of_changes() -> None:
    record = (DOCS / "规则更新记录.md").read_text("utf-8")
    assert [one.id for one in load_rulebook().rules if f"* `{one.id}` " not in record] == []


def test_links_between_documents_lead_somewhere() -> None:
    for guide in [*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "SECURITY.md"]:
        for target in LINK.findall(guide.read_text("utf-8")):
            if "://" not in target and not target.startswith("#"):
                assert (guide.parent / target.partition("#")[0]).exists(), (guide.name, target)


def test_the_readme_names_every_command_format_and_document() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = {f"govcheck {name}" for name in govcheck.list_commands(Context(govcheck))}
    named |= {f"rules {name}" for name in rules.list_commands(Context(rules))}
    named |= {*FORMATS, *(suffix.removeprefix(".") for suffix in (*SUFFIXES, *CONVERTIBLE))}
    named |= {f"docs/{path.name}" for path in DOCS.glob("*.md")}
    assert [one for one in sorted(named) if one not in readme] == []


def test_no_document_fetches_anything() -> None:
    for guide in DOCS.glob("*.md"):
        images = IMAGE.findall(guide.read_text("utf-8"))
        assert not [one for pair in images for one in pair if "://" in one], guide.name


def test_the_site_of_the_documents_is_whole_and_needs_no_network(tmp_path: Path) -> None:
    site = runpy.run_path(str(ROOT / "scripts" / "site.py"))
    site["main"](tmp_path)
    pages = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.html")}
    assert len(pages) == len(site["PAGES"])
    for name, page in pages.items():
        for target in re.findall(r' (?:href|src)="([^"]*)"', page):
            file, _, anchor = unquote(target).partition("#")
            assert (tmp_path / (file or name)).is_file(), (name, target)
            assert not anchor or f' id="{anchor}"' in pages[file or name], (name, target)
