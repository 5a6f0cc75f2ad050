"""Where the files of a batch are: paths, kept as the bytes that the system has."""

import os
from hashlib import sha256
from pathlib import Path

from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.reports.visible import visible


def path_of(place: bytes) -> Path:
    """Return a path that is kept as bytes."""
    return Path(os.fsdecode(place))


def name_of(path: Path) -> str:
    """Return a file's name as text; a byte in it that is none stands as ‹U+DCC4›."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return visible(path.name)
    return path.name


def content_hash(place: bytes) -> str:
    """Return the hash of what a file holds; nothing where it cannot be read."""
    try:
        return sha256(content_of(path_of(place))).hexdigest()
    except Unusable:
        return ""
