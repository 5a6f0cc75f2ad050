"""List what govcheck needs and under which licences: ``docs/依赖与许可.md``.

    pip install ".[all]"
    python scripts/licences.py > docs/依赖与许可.md

Read from what is installed, dependencies of dependencies with it.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final

EXTRAS: Final = ("xlsx", "batch", "collect", "docx", "ocr", "pdf", "web", "dist")
HEAD: Final = """\
# 依赖与许可

本页由 `python scripts/licences.py` 依已安装的组件生成，不要手改。
版本见 `govcheck --version -v`。govcheck 自身的许可是 Apache-2.0。
这些组件由 pip 另行安装；`scripts/bundle.py` 备好的目录中含有它们。

| 组件 | 许可 | 何时需要 |
|---|---|---|"""
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"extra == ['\"]([\w-]+)['\"]")


def main() -> None:
    """Print the table: what is always needed first."""
    print(HEAD)
    told: set[str] = {"govcheck"}
    for extra in ("", *EXTRAS):
        found = sorted(_needed("govcheck", extra, told), key=str.lower)
        for name in found:
            when = f"`[{extra}]`" if extra else "总是"
            print(f"| {name} | {_licence(distribution(name))} | {when} |")


def _needed(name: str, extra: str, told: set[str]) -> list[str]:
    """Return what a distribution needs for an extra, and what that needs, each once."""
    found: list[str] = []
    for requirement in distribution(name).requires or ():
        asked = _EXTRA.search(requirement)
        match = _NAME.match(requirement)
        if match is None or (asked[1] if asked else "") != extra:
            continue
        own = re.sub(r"[-_.]+", "-", match[0]).lower()
        if own in told:
            continue
        try:
            distribution(own)
        except PackageNotFoundError:  # for another platform or version of Python
            continue
        told.add(own)
        found += [own, *_needed(own, "", told)]
    return found


def _licence(found: Distribution) -> str:
    """Return the SPDX expression, else the classifiers, else the first line of the licence."""
    told = found.metadata
    if expression := told.get("License-Expression"):
        return expression
    classified = [
        one.rpartition(" :: ")[2]
        for one in told.get_all("Classifier") or ()
        if "License ::" in one
    ]
    text = (told.get("License") or "").strip().partition("\n")[0]
    return "、".join(classified) or text or "见该组件的说明"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
