"""What is answered where nothing else is to be said: a reason, for people or for programs."""

from typing import Final

from starlette.responses import JSONResponse, PlainTextResponse, Response

API: Final = "/api/"
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""What every answer says, unless it says it itself."""


class NotDone(Exception):
    """A request is not served: with what status, and why (Chinese)."""

    def __init__(self, status: int, reason: str) -> None:
        """Take both."""
        super().__init__(reason)
        self.status = status


def reply(path: str, status: int, reason: str) -> Response:
    """Say why a request for a path is not served."""
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {}  # noqa: PLR2004 - HTTP's
    if path.startswith(API):
        return JSONResponse({"error": reason}, status, headers=more)
    return PlainTextResponse(f"{reason}\n", status, headers=more)
