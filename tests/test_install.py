"""What is installed is what the folders hold; if it is not, install the package again."""

from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = {"checker": "govcheck", "rules": "govcheck.shipped", "reports": "govcheck.reports"}


@pytest.mark.parametrize(("folder", "package"), PACKAGES.items())
def test_every_file_is_installed(folder: str, package: str) -> None:
    missing = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / folder).rglob("*.*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and not files(package).joinpath(*path.relative_to(ROOT / folder).parts).is_file()
    ]
    assert not missing, "run: pip install -e '.[dev]'"
