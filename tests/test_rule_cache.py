"""A book that is kept is the book that was read, and only the user's own word is taken."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace
from rulebooks import BOOK
from small_library import small_library

from govcheck.rulebook import cache as rule_cache
from govcheck.rulebook import loading
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook

BARE = load_rulebook(small_library())


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where books of the shipped rules are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("GOVCHECK_NO_CACHE", raising=False)
    return tmp_path / "govcheck"


@pytest.fixture
def folder(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where books are kept while a few rules stand for those that are shipped."""
    monkeypatch.setattr(loading, "shipped_rules", small_library)
    return shipped


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_what_was_kept_is_what_was_read(shipped: Path) -> None:
    bare = replace(
        BOOK,
        rules=tuple(replace(rule, examples=()) for rule in BOOK.rules),
        peer_rules=tuple(replace(rule, examples=()) for rule in BOOK.peer_rules),
    )
    assert load_rulebook() == bare
    (book,) = _kept(shipped)
    assert load_rulebook() == bare
    assert rule_cache.restore(book.stem) == bare


def test_folder_is_the_users_alone(folder: Path) -> None:
    load_rulebook()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_second_start_reads_no_yaml(shipped: Path) -> None:
    load_rulebook()
    assert _kept(shipped)
    program = (
        "import sys; from govcheck.rulebook.loading import load_rulebook; load_rulebook();"
        "print({'yaml', 'jsonschema', 're2', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def _dropped(content: bytes) -> bytes:
    seal, _, book = content.partition(b"\n")
    data = json.loads(book)
    data["rules"] = data["rules"][1:]
    return seal + b"\n" + json.dumps(data).encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.partition(b"\n")[2],
        lambda content: content.replace("件".encode(), "条".encode(), 1),
        _dropped,
        lambda content: content[:65] + b"[" * 100_000 + b"]" * 100_000,
    ],
)
def test_changed_book_is_read_anew(folder: Path, change: Callable[[bytes], bytes]) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    book.write_bytes(change(book.read_bytes()))
    assert rule_cache.restore(book.stem) is None
    assert load_rulebook() == BARE
    assert rule_cache.restore(book.stem) == BARE


@pytest.mark.parametrize(
    "book", [b"[" * 100_000, b"null", b"{}", b'{"rules": {"a": []}}', b"1"]
)
def test_sealed_nonsense_is_read_anew(folder: Path, book: bytes) -> None:
    load_rulebook()
    (kept,) = _kept(folder)
    seal = sha256(kept.stem.encode() + b"\0" + book).hexdigest().encode()
    kept.write_bytes(seal + b"\n" + book)
    assert load_rulebook() == BARE


def test_book_of_other_rules_is_read_anew(folder: Path) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    rule_cache.store("0" * 64, replace(BARE, rules=BARE.rules[:1]))
    (folder / f"{'0' * 64}.json").replace(book)
    assert load_rulebook() == BARE


def test_digest_is_that_of_the_rules_in_force(folder: Path) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    rule_cache.store(book.stem, replace(BARE, digest="0" * 64))
    assert load_rulebook().digest == BARE.digest


def test_pipe_in_place_of_a_book_does_no_harm(folder: Path) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    book.unlink()
    os.mkfifo(book)
    assert load_rulebook() == BARE


@pytest.mark.parametrize(
    ("caches", "home"),
    [
        ("", ""),
        ("relative", "relative"),
        ("", "/nowhere/at/all"),
        ("/dev/null", ""),
        ("", "\udcff"),
    ],
)
def test_odd_places_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caches: str, home: str
) -> None:
    monkeypatch.setattr(loading, "shipped_rules", small_library)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOVCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", caches)
    monkeypatch.setenv("HOME", home)
    assert load_rulebook() == BARE
    assert list(tmp_path.iterdir()) == []
    assert not Path("/nowhere").exists()


def test_home_that_cannot_be_told_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("GOVCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setattr(Path, "home", unknown)
    assert rule_cache.restore("0" * 64) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"rules": [{"id": 1}]}', "null"])
def test_damaged_book_is_read_anew(folder: Path, content: str) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    book.write_text(content, "utf-8")
    assert load_rulebook() == BARE
    assert rule_cache.restore(book.stem) == BARE


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no such permissions here")
def test_folder_that_others_can_write_to_is_not_used(folder: Path) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    folder.chmod(0o777)
    assert rule_cache.restore(book.stem) is None
    book.unlink()
    assert load_rulebook() == BARE
    assert _kept(folder) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no such users here")
def test_folder_of_another_user_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_rulebook()
    (book,) = _kept(folder)
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert rule_cache.restore(book.stem) is None


def test_link_to_a_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")
    assert load_rulebook() == BARE
    assert _kept(tmp_path / "elsewhere") == []


def test_place_that_cannot_be_written_to_does_no_harm(folder: Path) -> None:
    folder.write_text("a file stands where the folder should", "utf-8")
    assert load_rulebook() == BARE


def test_it_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVCHECK_NO_CACHE", "1")
    assert load_rulebook() == BARE
    assert _kept(folder) == []


def test_changed_rules_have_another_book(folder: Path, tmp_path: Path) -> None:
    rule = BARE.rules[0]
    change = tmp_path / "city" / "change.yaml"
    change.parent.mkdir()
    change.write_text(f"overrides: {rule.id}\nremedy: 报市政府办公室。\n", "utf-8")
    assert load_rulebook(extra=[change]).rules[0].remedy == "报市政府办公室。"
    assert load_rulebook(extra=[change]).rules[0].remedy == "报市政府办公室。"
    assert load_rulebook().rules[0].remedy == rule.remedy
    assert len(_kept(folder)) == 2


def test_safe_patterns_stay_safe(folder: Path, tmp_path: Path) -> None:
    change = tmp_path / "city" / "change.yaml"
    change.parent.mkdir()
    change.write_text(
        f"overrides: {BARE.rules[0].id}\n"
        "checks: [{kind: statement, subject: (a+)+$, message: 没有写明。}]\n",
        "utf-8",
    )

    def subject(book: Rulebook) -> object:
        return book.rules[0].checks[0].check.subject  # type: ignore[attr-defined] # of its kind

    read, kept = subject(load_rulebook(extra=[change])), subject(load_rulebook(extra=[change]))
    assert type(read) is type(kept)
    assert len(_kept(folder)) == 1


def test_old_books_make_way(folder: Path) -> None:
    for number in range(12):
        rule_cache.store(f"{number:064}", BARE)
    assert len(_kept(folder)) == 8
    assert rule_cache.restore(f"{11:064}") == BARE
