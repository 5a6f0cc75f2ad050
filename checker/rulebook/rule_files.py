"""Which files make up the rule sets, and the hash of what they say.

Rule sets are folders of YAML files; a rule's id is its folder and its file.  Sets from
elsewhere come after the shipped ones, in the order given, and may be a file, a folder of
rules, or a folder of such folders.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

import govcheck.shipped
from govcheck.errors import Unusable
from govcheck.rulebook.rule_bytes import rule_bytes

SUPPORTING: Final = ("forms", "instruments", "lexicons", "regions", "vocabulary")
"""Folders that hold what rules refer to; every other folder is a rule set."""


class RuleFile(Struct, frozen=True, kw_only=True):
    """A YAML file of a rule set, and its bytes."""

    folder: str
    """Empty for a file beside the folders, such as scoring.yaml."""
    name: str
    """Without .yaml."""
    shown: str
    """What errors call it."""
    path: Path
    content: bytes
    shipped: bool

    @property
    def id(self) -> str:
        """The id of the rule that the file holds."""
        return f"{self.folder}/{self.name}"


def shipped_rules() -> Path:
    """Return the folder of the rules installed with govcheck."""
    return Path(govcheck.shipped.__path__[0])


def rule_files(root: Path, extra: Sequence[Path] = ()) -> tuple[RuleFile, ...]:
    """Return the files of ``root``, then those of the sets from elsewhere.

    Raises Unusable for a set that does not exist or holds no YAML.
    """
    found = list(_walk(root, folder="", shown=root.name, shipped=True))
    for path in extra:
        added = list(_from_elsewhere(path))
        if not added:
            raise Unusable(f"{path}：没有规则文件（*.yaml）")
        found += added
    return tuple(found)


def digest(files: Iterable[RuleFile]) -> str:
    """Return the hash of what the files say, wherever they lie."""
    whole = sha256()
    for file in files:
        head = f"{file.id}\0{len(file.content)}\0{'' if file.shipped else '+'}\0"
        whole.update(head.encode())
        whole.update(file.content)
    return whole.hexdigest()


def _from_elsewhere(path: Path) -> Iterator[RuleFile]:
    try:
        own = path.resolve()
        if path.is_file():
            yield _file(path, folder=own.parent.name, shown=str(path), shipped=False)
        elif path.is_dir():
            yield from _walk(path, folder=own.name, shown=str(path), shipped=False)
    except RuntimeError:
        raise Unusable(f"{path}：链接指向自身") from None
    except OSError as error:
        raise Unusable(f"{path}：无法读取（{error.strerror}）") from error


def _walk(top: Path, *, folder: str, shown: str, shipped: bool) -> Iterator[RuleFile]:
    """Yield the files of a folder, then those of the folders in it, and no deeper."""
    yield from _yaml_in(top, folder=folder, shown=shown, shipped=shipped)
    for inner in sorted(top.iterdir(), key=lambda entry: entry.name):
        if inner.is_dir() and not inner.name.startswith((".", "_")):
            path = f"{shown}/{inner.name}"
            yield from _yaml_in(inner, folder=inner.name, shown=path, shipped=shipped)


def _yaml_in(top: Path, *, folder: str, shown: str, shipped: bool) -> Iterator[RuleFile]:
    for path in sorted(top.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".yaml") and not path.name.startswith("."):
            yield _file(path, folder=folder, shown=f"{shown}/{path.name}", shipped=shipped)


def _file(path: Path, *, folder: str, shown: str, shipped: bool) -> RuleFile:
    return RuleFile(
        folder=folder,
        name=path.name.removesuffix(".yaml"),
        shown=shown,
        path=path,
        content=rule_bytes(path, shown),
        shipped=shipped,
    )
