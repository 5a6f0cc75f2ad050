"""The programs that turn a page into a PDF file, where they are installed."""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lasting_chromium import LastingChromium


def by_chromium(page: str) -> bytes:
    """Print a page as a browser does."""
    with TemporaryDirectory() as folder:
        source, _ = _files(folder, page)
        try:
            return _chromium().pdf(source.as_uri())
        except OSError:  # the next page has a new one
            _chromium.cache_clear()
            raise


@cache
def _chromium() -> LastingChromium:
    return LastingChromium(_found("chromium", "chromium-browser", "google-chrome"))


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
