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
_MISNAMED: Final = (".yml", ".yaml.txt", ".yml.txt")
"""Endings that editors give a rule file, with which it would be passed over."""


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

    Raises Unusable for a set that does not exist or holds no YAML, and for a file or folder
    that only its name keeps out.
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
            _require_name(path, str(path))
            yield _file(path, folder=own.parent.name, shown=str(path), shipped=False)
        elif path.is_dir():
            yield from _walk(path, folder=own.name, shown=str(path), shipped=False)
        elif not path.exists():
            raise Unusable(f"{path}：目录不存在")
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
            if f"{inner.name}s" in SUPPORTING:
                raise Unusable(f"{path}：这个目录应名为 {inner.name}s")
            yield from _yaml_in(inner, folder=inner.name, shown=path, shipped=shipped)


def _yaml_in(top: Path, *, folder: str, shown: str, shipped: bool) -> Iterator[RuleFile]:
    for path in sorted(top.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith("."):
            continue
        _require_name(path, f"{shown}/{path.name}")
        if path.name.endswith(".yaml"):
            yield _file(path, folder=folder, shown=f"{shown}/{path.name}", shipped=shipped)


def _require_name(path: Path, shown: str) -> None:
    """Refuse a rule file that would be passed over for its ending."""
    ending = next((one for one in _MISNAMED if path.name.lower().endswith(one)), "")
    if ending:
        right = f"{path.name[: -len(ending)]}.yaml"
        raise Unusable(f"{shown}：规则文件的后缀应为 .yaml；请改名为 {right}")


def _file(path: Path, *, folder: str, shown: str, shipped: bool) -> RuleFile:
    return RuleFile(
        folder=folder,
        name=path.name.removesuffix(".yaml"),
        shown=shown,
        path=path,
        content=path.read_bytes() if shipped else rule_bytes(path, shown),
        shipped=shipped,
    )
