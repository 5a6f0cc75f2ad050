"""Addresses on the web: what is one, and what the file at it is called."""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

_SCHEMES: Final = ("http", "https")
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""How a file ends that a server sends as such, where its own name does not say."""
_UNNAMED: Final = "index"


def is_address(name: str) -> bool:
    """Tell an address (http://, https://) from a file's name."""
    return name.partition(":")[0].lower() in _SCHEMES and "://" in name


def split(address: str) -> SplitResult | None:
    """Return an address in its parts; None for one that leads nowhere that can be asked."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    usable = parts.scheme.lower() in _SCHEMES and parts.hostname and port != 0
    return parts if usable else None


def joined(page: str, address: str) -> str:
    """Return in full the address of what a page leads to; empty for what cannot be fetched."""
    try:
        whole = urljoin(page, address.strip())
    except ValueError:
        return ""
    return whole if split(whole) else ""


def file_name(address: str, kind: str = "") -> str:
    """Return what a file from there is called; ``kind`` is its media type."""
    parts = split(address)
    path = PurePosixPath(unquote(parts.path)) if parts else PurePosixPath()
    if path.suffix:
        return path.name
    return (path.name or _UNNAMED) + _SUFFIXES.get(kind, "")
