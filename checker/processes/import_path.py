"""Where code may be imported from: the installation, never the folder that one works in.

A report is checked where it lies, and whoever sent it may have put a ``json.py`` beside it.
Python looks there when it is started with ``-m`` or ``-c``, and when PYTHONPATH has an empty or
relative entry (a colon too many in a profile is enough).  This module is imported before any
other and therefore imports nothing that Python has not loaded by itself.
"""

import os
import site
import sys

_HOME = os.path.abspath(os.path.join(__file__, *[os.pardir] * 3))  # noqa: PTH100, PTH118 - pathlib is not loaded yet
"""The folder that this package itself was imported from."""


def safe_import_path() -> list[str]:
    """Return the import path without relative entries and without the working directory.

    Folders that packages are installed in stay, even for a user who stands in one of them.
    """
    installed = {*_site_folders(), _HOME}
    return [
        entry
        for entry in sys.path
        if os.path.isabs(entry) and (entry in installed or not _is_here(entry))  # noqa: PTH117 - as above
    ]


def keep_import_path_safe() -> None:
    """Import nothing from the working directory from here on."""
    sys.path[:] = safe_import_path()


def _is_here(entry: str) -> bool:
    """Whether an entry of the import path is the working directory or was relative to it."""
    written = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    relative = (one for one in written if not os.path.isabs(one))  # noqa: PTH117 - as above
    return any(_same(entry, one) for one in (os.curdir, *relative))


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other or os.curdir)  # noqa: PTH121 - as above
    except OSError:
        return False


def _site_folders() -> list[str]:
    """Return the folders that pip installs into."""
    user = site.getusersitepackages() if site.ENABLE_USER_SITE else ""
    return [*site.getsitepackages(), user]
