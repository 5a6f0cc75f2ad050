"""Build sdist and wheel so that the same source gives the same bytes wherever it lies.

    pip install build 'setuptools>=69' wheel
    python scripts/build.py dist/

Times, owners, rights and the order of files are those of no machine: SOURCE_DATE_EPOCH, or
1 January 1980 (versions of zlib may still pack otherwise).  Prints the SHA-256 of each.
"""

import gzip
import io
import os
import subprocess
import sys
import tarfile
import time
import zipfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
EPOCH: Final = max(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")), 315532800)
"""A zip file knows no earlier day."""


def main(target: Path) -> None:
    """Build both, make them the same everywhere, and write them to a folder."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", scratch]
        subprocess.run([*command, str(ROOT)], check=True, stdout=subprocess.DEVNULL)
        for path in sorted(Path(scratch).iterdir()):
            content = _sdist(path) if path.suffix == ".gz" else _wheel(path)
            (target / path.name).write_bytes(content)
            print(sha256(content).hexdigest(), path.name)


def _sdist(path: Path) -> bytes:
    packed = io.BytesIO()
    with (
        tarfile.open(path) as old,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for member in sorted(old.getmembers(), key=lambda one: one.name):
            member.mtime, member.uid, member.gid = EPOCH, 0, 0
            member.uname = member.gname = ""
            member.pax_headers = {}
            member.mode = 0o755 if member.isdir() else 0o644
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    return gzip.compress(packed.getvalue(), mtime=0)


def _wheel(path: Path) -> bytes:
    packed, day = io.BytesIO(), time.gmtime(EPOCH)[:6]
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=lambda one: (".dist-info/" in one, one)):
            member = zipfile.ZipInfo(name, day)
            member.external_attr = 0o100644 << 16
            member.create_system = 3
            new.writestr(member, old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "dist"))
