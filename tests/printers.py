"""The programs that turn a page into a PDF file, where they are installed."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def by_chromium(page: str) -> bytes:
    """Print a page as a browser does."""
    browser = _found("chromium", "chromium-browser", "google-chrome")
    with TemporaryDirectory() as folder:
        source, target = _files(folder, page)
        profile = f"--user-data-dir={folder}/profile"
        _run(browser, *_QUIET, profile, f"--print-to-pdf={target}", source.as_uri())
        return target.read_bytes()


def by_libreoffice(page: str) -> bytes:
    """Print a page as an office program does."""
    office = _found("soffice", "libreoffice")
    with TemporaryDirectory() as folder:
        source, target = _files(folder, page)
        profile = f"-env:UserInstallation={Path(folder).as_uri()}/profile"
        _run(
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        )
        return target.read_bytes()


def _found(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.skip(f"{names[0]} is not installed")


def _files(folder: str, page: str) -> tuple[Path, Path]:
    source = Path(folder, "page.html")
    source.write_text(page, "utf-8")
    return source, source.with_suffix(".pdf")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - ours
