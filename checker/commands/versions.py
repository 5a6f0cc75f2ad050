"""``govcheck --version -v``: what a result was made with, as far as it may matter."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.rule_files import digest, rule_files, shipped_rules
from govcheck.version import __version__

_BESIDE: Final = tuple(f'extra == "{name}"' for name in ("browser", "dev", "test"))
"""How the requirements end of who works on govcheck and does not only use it."""
_NAME: Final = late_pattern(r"[A-Za-z0-9._-]+")


def versions() -> str:
    """Return versions line by line; the rules' digest is the JSON's ``tool.rules``."""
    files = rule_files(shipped_rules())
    return "\n".join(
        [
            f"govcheck {__version__}",
            f"规则 {digest(files)}",
            f"Python {platform.python_version()}（{platform.system()} {platform.machine()}）",
            *_libraries(),
        ]
    )


def _libraries() -> Iterator[str]:
    """Yield the libraries that are installed, required ones and optional ones."""
    told = [one for one in requires("govcheck") or () if not any(map(one.endswith, _BESIDE))]
    names = {found[0] for one in told if (found := _NAME.match(one))}
    for name in sorted(names, key=str.lower):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
