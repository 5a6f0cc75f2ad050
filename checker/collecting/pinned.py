"""Requests to the machines that were looked up, whatever a name means a moment later."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import httpx

PLACES: Final = "places"
"""Extension of a request: the machines it may go to, by number, the first that hears it."""


class Pinned(httpx.BaseTransport):
    """Asks machines by number; the name stays in the request and in the certificate's check."""

    def __init__(self) -> None:
        """Make what the connections to all machines share."""
        self._trust = httpx.create_ssl_context(trust_env=False)
        self._of_names: dict[str, httpx.HTTPTransport] = {}
        """By name: a connection that was certified for one serves no other."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the first of its places that a connection can be made to."""
        name = request.url.host
        if name not in self._of_names:
            self._of_names[name] = httpx.HTTPTransport(verify=self._trust)
        transport = self._of_names[name]
        places: Sequence[str] = request.extensions[PLACES]
        for place in places[:-1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return transport.handle_request(_sent_to(place, request))
        return transport.handle_request(_sent_to(places[-1], request))

    def close(self) -> None:
        """Close all connections."""
        for transport in self._of_names.values():
            transport.close()


def _sent_to(place: str, request: httpx.Request) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=place),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )
