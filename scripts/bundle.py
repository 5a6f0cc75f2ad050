"""Put govcheck and all that it needs into one folder, to be installed without a network.

    python scripts/bundle.py windows bundle/ --python 3.12 --extras docx,pdf,xlsx

Run it where there is a network; take the folder to the other machine, and run ``install.cmd``
(Windows) or ``install.sh`` there, with the same version of Python.
"""

import argparse
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PLATFORMS: Final = {
    "windows": ("win_amd64",),
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "linux-arm": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "macos": ("macosx_11_0_arm64", "macosx_12_0_arm64", "macosx_14_0_arm64"),
}
"""Names of machines, and which wheels run on them."""
_LEFT_OUT: Final = ("build", "dist", ".git", "*.egg-info", ".venv", "node_modules", "tests")
BESIDE: Final = {"windows": ("colorama",)}
"""What is needed on such a machine alone: pip asks this one what it is, and not that one."""
INSTALL_CMD: Final = """\
@echo off
cd /d "%~dp0"
set TARGET=%USERPROFILE%\\govcheck
python -m venv "%TARGET%" || exit /b 1
"%TARGET%\\Scripts\\python" -m pip install --no-index --find-links . {wanted} || exit /b 1
echo 已安装：%TARGET%\\Scripts\\govcheck.exe
"""
INSTALL_SH: Final = """\
#!/bin/sh
set -e
cd "$(dirname "$0")"
python3 -m venv "$HOME/govcheck"
"$HOME/govcheck/bin/python" -m pip install --no-index --find-links . '{wanted}'
echo "已安装：$HOME/govcheck/bin/govcheck"
"""


def main() -> None:
    """Build the wheel, fetch the others, write the installers and a list of hashes."""
    given = _arguments()
    folder: Path = given.folder
    folder.mkdir(parents=True, exist_ok=True)
    wheel = _own_wheel(folder)
    wanted = "govcheck" + (f"[{given.extras}]" if given.extras else "")
    _fetch(f"{wheel}[{given.extras}]" if given.extras else str(wheel), given, folder)
    windows = given.platform == "windows"
    script, text = ("install.cmd", INSTALL_CMD) if windows else ("install.sh", INSTALL_SH)
    end = "\r\n" if windows else "\n"
    encoding = "gbk" if windows else "utf-8"  # what a Chinese Windows console reads
    content = text.format(wanted=wanted).replace("\n", end)
    (folder / script).write_bytes(content.encode(encoding))
    lines = [f"{sha256(one.read_bytes()).hexdigest()}  {one.name}" for one in _wheels(folder)]
    (folder / "SHA256SUMS").write_text("\n".join([*lines, ""]), "utf-8")
    print(f"{folder}: {len(lines)} wheels, {script}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Put govcheck and its wheels in a folder.")
    parser.add_argument("platform", choices=PLATFORMS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", default="3.12", help="version of Python there")
    parser.add_argument("--extras", default="docx,pdf,xlsx", help="optional parts")
    return parser.parse_args()


def _own_wheel(folder: Path) -> Path:
    """Build the wheel of a copy: what an earlier build has left would get into it."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / "govcheck"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        subprocess.run([*pip, "--wheel-dir", str(folder), str(copy)], check=True)
    return next(folder.glob("govcheck-*.whl"))


def _fetch(wanted: str, given: argparse.Namespace, folder: Path) -> None:
    """Fetch the wheels of another machine; nothing is built, for nothing could be tried."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:"]
    names = [part for name in PLATFORMS[given.platform] for part in ("--platform", name)]
    version = ["--python-version", given.python, "--implementation", "cp"]
    asked = ["--dest", str(folder), wanted, *BESIDE.get(given.platform, ())]
    subprocess.run([*pip, *names, *version, *asked], check=True)


def _wheels(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.whl"))


if __name__ == "__main__":
    main()
