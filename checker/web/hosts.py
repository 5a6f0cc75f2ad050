"""By which names a server may be called: none that a stranger can make to mean it."""

from ipaddress import ip_address
from socket import gethostname
from typing import Final
from urllib.parse import urlsplit

_OWN: Final = frozenset({"localhost"})
"""Names that mean one's own machine wherever they are asked."""


def is_loopback(host: str) -> bool:
    """Whether an address to listen on can be reached from this machine alone."""
    if host in _OWN:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Hosts:
    """The names that requests may call a server by.

    A page of a stranger's site can be made to lead to this machine under that site's name; it
    cannot under a bare address.  On loopback only loopback's are taken, elsewhere any address,
    the machine's own name and those that the user gives.
    """

    def __init__(self, listening: str, names: tuple[str, ...] = ()) -> None:
        """Take the address that is listened on, and further names."""
        self._alone = is_loopback(listening)
        own = () if self._alone else (gethostname(), listening)
        self._names = {*_OWN, *(one.lower() for one in (*names, *own))}

    def knows(self, called: str) -> bool:
        """Whether the server may be called so (the Host header)."""
        try:
            name = urlsplit(f"//{called}").hostname or ""
        except ValueError:
            return False
        if name in self._names:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or not self._alone
